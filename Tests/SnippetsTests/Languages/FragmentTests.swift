import Languages
import Testing

@testable import Snippets

/// What the programs are shown in place of a fragment.
struct FragmentTests {
    private func examine(_ check: LanguageCheck, _ label: String, _ code: String) throws
        -> Examination
    {
        let language = try #require(Language.named(label))
        return check.examine(
            SnippetText(code: Array(code.utf8), info: InfoString(label), language: language))
    }

    private func texts(_ check: LanguageCheck, _ label: String, _ code: String) throws -> [String] {
        let examination = try examine(check, label, code)
        return examination.request?.texts.map { String(decoding: $0.bytes, as: UTF8.self) } ?? []
    }

    private func reason(_ check: LanguageCheck, _ label: String, _ code: String) throws -> String? {
        guard case .undecided(let reason) = try examine(check, label, code).result else {
            return nil
        }
        return reason
    }

    @Test func wrapsOnTheFirstLineSoThatPlacesStay() throws {
        let examination = try examine(.ruby, "ruby", "a: 1,\nb: ;\n")
        let texts = try #require(examination.request).texts
        let hash = try #require(texts.first { $0.bytes.starts(with: "_={".utf8) })
        #expect(String(decoding: hash.bytes, as: UTF8.self) == "_={a: 1,\nb: ;\n}")
        #expect(hash.origin(of: hash.offset(line: 2, column: 4, in: .bytes)) == 9)
    }

    @Test func putsWhatAPieceLacksAroundIt() throws {
        let texts = try texts(.swift, "swift", "if a {\n")
        #expect(texts.first?.hasSuffix("if a {\n}") == true)
    }

    @Test func leavesAloneWhatIsSomethingElse() throws {
        #expect(try reason(.swift, "swift", "$ swift run\n1\n") == "it is a transcript")
        #expect(try reason(.swift, "swift", "<template>\n</template>\n") == "it is HTML")
        #expect(
            try reason(.swift, "swift", "  let a = 1;\n- let b\n+ let c\n")
                == "its changed lines are marked")
        #expect(try reason(.swift, "swift", "  1> print(1)\n1\n") == "it is a transcript")
    }

    @Test func refusesWhatWouldOverflowAParser() throws {
        let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
        for (check, label) in [
            (LanguageCheck.swift, "swift"), (.dockerfile, "dockerfile"), (.nginx, "nginx"),
        ] {
            #expect(try reason(check, label, deep) == "nested too deeply")
        }
    }

    @Test func neverFailsOnAnyBytes() throws {
        let hostile: [[UInt8]] = [
            [], [0], [0xFF, 0xFE, 0x0A], Array("{{{{\"'`<<<$[,{%".utf8), Array("...".utf8),
            Array(repeating: UInt8(ascii: "\\"), count: 1000), Array("import \"".utf8),
            Array("/*".utf8), Array("FROM <<<<".utf8), Array("{% ".utf8), Array("<%".utf8),
        ]
        for check in [
            LanguageCheck.grammars, .swift, .ruby, .dockerfile, .nginx,
        ] {
            for name in check.languages {
                let language = try #require(Language.named(name))
                for code in hostile {
                    _ = check.examine(
                        SnippetText(code: code, info: InfoString(name), language: language))
                }
            }
        }
    }
}

struct PlaceholdersTests {
    private func fill(_ text: String) -> String? {
        Placeholders.fill(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func putsWordsForWhatIsToBeFilledIn() {
        #expect(fill("f(<your name>, {{ .Values.x }})") == "f(___________, _______________)")
        #expect(fill("a <%= b %> c {% if d %} ${E}") == "a ________ c            ____")
        #expect(fill("indexOf(text[, from])") == "indexOf(text , from )")
    }

    @Test func leavesTypesAndTagsAlone() {
        #expect(fill("List<String> a = <div>x</div>; b < c") == nil)
        #expect(fill("let [, second] = pair; a[0], b[1]") == "let  , second  = pair; a[0], b[1]")
        #expect(fill("{{ open\n}} <a b") == nil)
    }
}
