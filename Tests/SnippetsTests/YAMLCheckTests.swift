import Testing

@testable import Snippets

struct YAMLCheckTests {
    @Test func takesSeveralDocumentsAndAnchors() {
        #expect(
            DataExamination.outcome(.yaml, "a: &x 1\nb: *x\n---\nc: {d: *x}\n...\n")
                == "parse, 1 elisions")
        #expect(DataExamination.outcome(.yaml, "<<: *unknown\nb: 3\n") == "parse")
    }

    @Test(
        arguments: [
            ("a: 1\na: 2\nb: 3\n", "5..<6: the key 'a' is given twice"),
            ("m:\n  n: x\n  l: {}\n  n: y\n", "20..<21: the key 'n' is given twice"),
            ("- n: 1\n  o: 2\n  n: 3\n", "16..<17: the key 'n' is given twice"),
            ("a: {b: 1, c: [1, {b: 2}], b: 3}\n", "26..<27: the key 'b' is given twice"),
            ("a: {b: 1,\n  'c': {d: e}, b: 3}\n", "25..<26: the key 'b' is given twice"),
            ("\"a b\": 1\nc: 2\n\"a b\": 3\n", "14..<19: the key \"a b\" is given twice"),
            ("l:\n- a: &x 1\n  b:\n    c: 1\n    c: 2\n", "31..<32: the key 'c' is given twice"),
        ])
    func refusesAKeyThatOneMappingHasTwice(_ text: String, _ outcome: String) throws {
        #expect(DataExamination.outcome(.yaml, text) == outcome)
        let finding = try #require(DataExamination.firstFinding(.yaml, text))
        #expect(finding.related?.note == "first given here")
    }

    @Test(
        arguments: [
            "# HELP a b\na{file=\"x\", b=\"y\"} 1\na: {x} 1\nb{x=\"1:2\"} 3\n",
            "**Position**: [section]\n**Purpose**: [why]\n",
            "# add\nsudo a index add b\n# more\nsudo b c: d\nsudo e\n",
        ])
    func leavesWhatHasFewKeysUndecided(_ text: String) {
        #expect(
            DataExamination.outcome(.yaml, text) == "undecided: few of its lines look like YAML")
    }

    @Test func readsASessionAsOne() {
        #expect(
            DataExamination.outcome(.yaml, "$ cat a.yaml\na:\n  b: c\nd: e: f\n")
                == "undecided: a shell transcript, not YAML")
    }

    /// Alternatives, other mappings, merges and placeholders.
    @Test(
        arguments: [
            "# either\na: 1\n# or\na: 2\n", "a: 1\n\na: 2\n", "a: 1\n---\na: 2\n",
            "m:\n  # either\n  a: 1\n  # or\n  a: 2\n", "- a: 1\n- a: 2\n",
            "x: {a: 1}\ny: {a: 2}\n", "m:\n  <<: *a\n  <<: *b\n", "<key1>: 1\n<key2>: 2\n",
            "m:\n  a: 1\nn:\n  a: 2\n", "a: 1\n...\na: 2\n",
        ])
    func takesKeysThatOnlyLookAlike(_ text: String) {
        #expect(DataExamination.outcome(.yaml, text).hasPrefix("parse"))
    }

    @Test func takesSlashesForAComment() {
        #expect(DataExamination.outcome(.yaml, "// application.yml\nhello: \"Hello\"\n") == "parse")
        #expect(DataExamination.outcome(.yaml, "a:\n  // 端口\n  b: 1\n") == "parse")
    }

    @Test func readsOnBehindAKeyThatIsGivenTwice() {
        #expect(DataExamination.outcome(.yaml, "a: 1\na: 2\nb: @x\n").hasPrefix("13..<14"))
    }

    @Test func pointsBehindChineseText() {
        #expect(
            DataExamination.outcome(.yaml, "名: 中 b: c\n")
                == "10..<11: mapping values are not allowed in this context")
        #expect(
            DataExamination.outcome(.yaml, "名: @x\n")
                == "5..<6: a plain value cannot begin with '@'")
        #expect(DataExamination.outcome(.yaml, "名:\n\t- a\n") == "5..<6: a tab cannot indent YAML")
    }

    @Test func namesTheOpeningOfAnOpenQuote() {
        #expect(DataExamination.outcome(.yaml, "a: \"x\nb: 1\n").hasPrefix("3..<4"))
    }

    @Test func offersTheColonForAFullWidthOne() throws {
        let finding = try #require(DataExamination.firstFinding(.yaml, "a: 1\n键：值\nb: 2\n"))
        #expect(finding.range == 8..<11)
        #expect(finding.edit?.replacement == ": ")
    }

    @Test func fillsInElisionsAndTemplates() {
        #expect(
            DataExamination.outcome(.yaml, "a: 1\n...\nb:\n  …\n  c: 2\n") == "parse, 2 elisions")
        #expect(
            DataExamination.outcome(.yaml, "{{- if .a }}\na: {{ .b }}-{{ .c }}\n{{- end }}\n")
                == "parse")
        #expect(DataExamination.outcome(.yaml, "a: [${X}]\nb: <your: name>\n") == "parse")
        #expect(DataExamination.outcome(.yaml, "key: a\nsecret: ********\n") == "parse")
    }

    @Test func takesExcerptsThatEndFurtherOutThanTheyBegin() {
        #expect(DataExamination.outcome(.yaml, "      a: 1\n    - b: 2\n  c: 3\n") == "parse")
        #expect(DataExamination.outcome(.yaml, "a:\n    b: 1\n  c: 2\n").hasPrefix("14..<15"))
    }

    @Test func takesAnArticleBehindItsFrontMatter() {
        #expect(
            DataExamination.outcome(.yaml, "---\ntitle: x\n---\n\n**Text** `a`: b: c\n") == "parse")
        #expect(DataExamination.outcome(.yaml, "---\na: 1\n---\nb: @x\n").hasPrefix("16..<17"))
    }

    @Test func leavesTranscriptsAndDiffsUndecided() {
        #expect(
            DataExamination.outcome(.yaml, "$ cat a.yml\na: 1\nb: 2\n")
                == "undecided: a shell transcript, not YAML")
        #expect(DataExamination.labels(.yaml, " a:\n-  b: 1\n+  b: 2\n") == ["diff"])
    }

    @Test(.timeLimit(.minutes(60))) func isNotHeldUpByAliasBombs() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(list)]\n"
        }
        #expect(DataExamination.outcome(.yaml, bomb + "? *a29\n: 1\n*a29 : 2\n") == "parse")
        #expect(
            DataExamination.outcome(.yaml, bomb + "? *a29 z\n: 1\n")
                == "undecided: aliases as keys of YAML")
    }

    @Test func takesAnyBytes() {
        for seed in 0..<300 {
            _ = LanguageCheck.yaml.examine(
                DataExamination.dataText(DataExamination.randomBytes(seed), "yaml"))
        }
    }
}
