import Testing

@testable import Snippets

struct YAMLCheckTests {
    @Test func takesSeveralDocumentsAnchorsAndKeysGivenTwice() {
        #expect(outcome(.yaml, "a: &x 1\nb: *x\n---\nc: {d: *x}\n...\n") == "parse, 1 elisions")
        #expect(outcome(.yaml, "a: 1\na: 2\nb: 3\n") == "parse")
        #expect(outcome(.yaml, "<<: *unknown\nb: 3\n") == "parse")
    }

    @Test func readsOnBehindAKeyThatIsGivenTwice() {
        #expect(outcome(.yaml, "a: 1\na: 2\nb: @x\n").hasPrefix("13..<14"))
    }

    @Test func pointsBehindChineseText() {
        #expect(
            outcome(.yaml, "名: 中 b: c\n")
                == "10..<11: mapping values are not allowed in this context")
        #expect(outcome(.yaml, "名: @x\n") == "5..<6: a plain value cannot begin with '@'")
        #expect(outcome(.yaml, "名:\n\t- a\n") == "5..<6: a tab cannot indent YAML")
    }

    @Test func namesTheOpeningOfAnOpenQuote() {
        #expect(outcome(.yaml, "a: \"x\nb: 1\n").hasPrefix("3..<4"))
    }

    @Test func offersTheColonForAFullWidthOne() throws {
        let finding = try #require(firstFinding(.yaml, "a: 1\n键：值\nb: 2\n"))
        #expect(finding.range == 8..<11)
        #expect(finding.replacement == ": ")
    }

    @Test func fillsInElisionsAndTemplates() {
        #expect(outcome(.yaml, "a: 1\n...\nb:\n  …\n  c: 2\n") == "parse, 2 elisions")
        #expect(outcome(.yaml, "{{- if .a }}\na: {{ .b }}-{{ .c }}\n{{- end }}\n") == "parse")
        #expect(outcome(.yaml, "a: [${X}]\nb: <your: name>\n") == "parse")
    }

    @Test func takesExcerptsThatEndFurtherOutThanTheyBegin() {
        #expect(outcome(.yaml, "      a: 1\n    - b: 2\n  c: 3\n") == "parse")
        #expect(outcome(.yaml, "a:\n    b: 1\n  c: 2\n").hasPrefix("14..<15"))
    }

    @Test func takesAnArticleBehindItsFrontMatter() {
        #expect(outcome(.yaml, "---\ntitle: x\n---\n\n**Text** `a`: b: c\n") == "parse")
        #expect(outcome(.yaml, "---\na: 1\n---\nb: @x\n").hasPrefix("16..<17"))
    }

    @Test func leavesTranscriptsAndDiffsUndecided() {
        #expect(
            outcome(.yaml, "$ cat a.yml\na: 1\nb: 2\n")
                == "undecided: a shell transcript, not YAML")
        #expect(labels(.yaml, " a:\n-  b: 1\n+  b: 2\n") == ["diff"])
    }

    @Test(.timeLimit(.minutes(1))) func isNotHeldUpByAliasBombs() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(list)]\n"
        }
        #expect(outcome(.yaml, bomb + "? *a29\n: 1\n*a29 : 2\n") == "parse")
        #expect(outcome(.yaml, bomb + "? *a29 z\n: 1\n") == "undecided: aliases as keys of YAML")
    }

    @Test func takesAnyBytes() {
        for seed in 0..<300 { _ = LanguageCheck.yaml.examine(dataText(randomBytes(seed), "yaml")) }
    }
}

struct TOMLCheckTests {
    @Test func takesTables() {
        #expect(outcome(.toml, "[a]\nb = [1, 2]\nc = 2024-01-01\n") == "parse")
    }

    @Test func fillsInElisionsAndPlaceholders() {
        #expect(
            outcome(.toml, "...\na = [...]\nb = { c = 1, ... }\nd = <x>\n") == "parse, 3 elisions")
    }

    @Test func pointsBehindChineseText() {
        #expect(outcome(.toml, "a = \"中\"\nb = 3s\n").hasPrefix("15..<16"))
        #expect(
            outcome(.toml, "[a]\nb = “中”\n") == "8..<11: '“' stands where TOML has '\"'")
    }

    @Test func givesUpOnKeysOfAnyDepth() {
        let key = Array(repeating: "a", count: 100_000).joined(separator: ".")
        #expect(outcome(.toml, key + " = 1\n") == "undecided: TOML nested too deep")
    }

    @Test func takesAnyBytes() {
        for seed in 0..<300 { _ = LanguageCheck.toml.examine(dataText(randomBytes(seed), "toml")) }
    }
}

struct XMLCheckTests {
    @Test func takesDocumentsAndParts() {
        #expect(outcome(.xml, "<?xml version=\"1.0\"?><a b='1'>&lt;<!-- x --><c/></a>") == "parse")
        #expect(outcome(.xml, "<a/>text<b></b>") == "parse")
        #expect(outcome(.xml, "</a>\n") == "parse")
    }

    @Test func takesElisionsInTagsAndText() {
        #expect(outcome(.xml, "<a\n  ...\n  b=\"1\"\n  ... />") == "parse, 2 elisions")
        #expect(outcome(.xml, "<a>\n  ...\n</a>") == "parse, 1 elisions")
        #expect(outcome(.xml, "<a>\n  <b/>\n  ...") == "parse, 1 elisions")
        #expect(outcome(.xml, "<a>加载中...</a>") == "parse")
    }

    @Test func pointsBehindChineseText() {
        #expect(
            outcome(.xml, "<a>中<b></a>") == "9..<13: '</a>' stands where '<b>' has to be closed")
        #expect(outcome(.xml, "<a>中 & b</a>") == "7..<8: '&' begins no entity")
        #expect(outcome(.xml, "<中 b=“1”/>") == "7..<10: '“' stands where XML has '\"'")
    }

    @Test func namesWhatIsNeverClosed() {
        #expect(outcome(.xml, "<a>\n<b>x") == "4..<6: '<b>' is never closed")
        #expect(outcome(.xml, "<a b=\"x>\n<c d=\"y\"/>") == "5..<6: the quote is not closed")
        #expect(outcome(.xml, "x <!-- y") == "2..<6: the comment is not closed")
    }

    @Test func leavesTemplatesUndecided() {
        #expect(outcome(.xml, "<a\n<#if x>\nb=\"1\"\n</#if>\nc=\"2\"></a>") == "shape")
        #expect(
            outcome(.xml, "<a>{% if x %}<b>{% endif %}</a>")
                == "undecided: a template, not XML as it is")
    }

    @Test func takesAnyBytes() {
        for seed in 0..<300 {
            _ = LanguageCheck.xml.examine(dataText(randomBytes(seed), "xml"))
            _ = LanguageCheck.html.examine(dataText(randomBytes(seed), "html"))
        }
    }
}

struct HTMLCheckTests {
    @Test func mindsNoOpenElements() {
        #expect(outcome(.html, "<p>a<br><li>b</div> a < b") == "shape")
        #expect(outcome(.html, "<a @click=\"x\" :b='y' {{ c }} hidden>") == "shape")
    }

    @Test func namesTheCommentTagOrQuoteThatIsNeverEnded() {
        #expect(outcome(.html, "中<!-- x") == "3..<7: the comment is not closed")
        #expect(outcome(.html, "<div\n<p>") == "0..<4: the tag is not closed")
        #expect(outcome(.html, "<a href=\"x>y</a>") == "8..<9: the quote is not closed")
    }
}

struct INICheckTests {
    @Test func takesSectionsAndEntries() {
        #expect(outcome(.ini, "; x\n[a b]\nc = d\ne: f\n") == "parse")
        #expect(outcome(.ini, "[a]\n...\nb = c\n") == "parse, 1 elisions")
    }

    @Test func namesTheSectionThatIsNotClosed() {
        #expect(
            outcome(.ini, "中 = 1\n[a\nb = 2\n") == "8..<10: the section's name is not closed")
    }

    @Test func leavesOtherFormsUndecided() {
        #expect(
            outcome(.ini, "server {\n  listen 80;\n}\n")
                == "undecided: a configuration file of another form")
    }
}

struct DiffCheckTests {
    private let header = "--- a\n+++ b\n"

    @Test func countsTheLinesOfHunks() throws {
        #expect(outcome(.diff, header + "@@ -1,2 +1,2 @@ 中\n a\n-b\n+c\n") == "parse")
        let finding = try #require(firstFinding(.diff, header + "@@ -1,3 +1 @@\n a\n-b\n"))
        #expect(finding.range == 15..<22)
        #expect(finding.replacement == "-1,2 +1,1")
    }

    @Test func forgivesATrimmedLastLine() {
        #expect(outcome(.diff, "@@ -1,3 +1,3 @@\n a\n-b\n+c\n") == "parse")
    }

    @Test func takesAnyOtherForm() {
        #expect(outcome(.diff, "-a\n+b\n") == "shape")
        #expect(outcome(.diff, "@@ ... @@\n-a\n+b\n") == "shape")
        #expect(outcome(.diff, "*** 1,2 ****\n  a\n") == "shape")
    }

    @Test func countsNoHunkThatLeavesSomethingOut() {
        #expect(outcome(.diff, "@@ -1,9 +1,9 @@\n a\n ...\n-b\n+c\n") == "parse, 1 elisions")
        #expect(outcome(.diff, "@@ -1,2 +1,2 @@\n ...\n-b\n+c\n") == "parse")
    }

    @Test func namesTheLineThatIsNone() {
        #expect(
            outcome(.diff, "@@ -1,3 +1,3 @@\n 中\nb\n c\n")
                == "21..<22: a line of a hunk begins with ' ', '+' or '-'")
    }
}

struct MakefileCheckTests {
    @Test func offersTheTabThatWasLost() throws {
        let finding = try #require(firstFinding(.makefile, "# 中\na:\n    echo\n"))
        #expect(finding.range == 9..<13)
        #expect(finding.replacement == "\t")
    }

    @Test func takesWhatMakeTakesIndented() {
        for text in [
            "a:\n\techo \\\n    b\n", "a:\n  X = 1\n", "a:\nifeq (1,1)\n  Y := 2\nendif\n",
            "define x\n    text\nendef\n", "a:\n  $(info x)\n", ".RECIPEPREFIX = >\na:\n  echo\n",
            "  indented words\n", "X = a \\\n    b\n",
        ] {
            #expect(outcome(.makefile, text) == "shape", "\(text)")
        }
    }
}

struct HTTPCheckTests {
    @Test func knowsAMessageByItsForm() {
        #expect(outcome(.http, "GET / HTTP/1.1\nHost: a\n\nbody\n") == "shape")
        #expect(outcome(.http, "Host: a\n") == "shape")
        #expect(outcome(.http, "what\n") == "undecided: not in the form of an HTTP message")
    }
}
