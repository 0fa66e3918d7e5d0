import Languages
import Testing

@testable import Snippets

/// A text with its comments as `~`, strings as `_` and directives as `#`.
private func masked(_ code: String, _ language: String) throws -> String {
    let syntax = try #require(Language.named(language)?.syntax)
    let scan = CodeScan(Array(code.utf8), syntax: syntax)
    var bytes = scan.code
    #expect(scan.stretches.first?.range.lowerBound ?? 0 == 0)
    #expect(
        zip(scan.stretches, scan.stretches.dropFirst()).allSatisfy { pair in
            pair.0.range.upperBound == pair.1.range.lowerBound
        })
    for stretch in scan.stretches where stretch.kind != .code {
        let mark: UInt8 =
            switch stretch.kind {
            case .string: UInt8(ascii: "_")
            case .directive: UInt8(ascii: "#")
            default: UInt8(ascii: "~")
            }
        for i in stretch.range where bytes[i] != 0x0A { bytes[i] = mark }
    }
    return String(decoding: bytes, as: UTF8.self)
}

struct CodeScanTests {
    @Test(arguments: [
        (#"f("a)", '"') // b("#, "f(____, ___) ~~~~~"),
        ("x := `a\n\\` + 'é'", "x := __\n__ + ____"),
        ("/* a\n*/ b", "~~~~\n~~ b"),
        ("a /* b", "a ~~~~"),
        ("a \"b\nc", "a __\nc"),
        ("see https://example.org/a // b", "see https://example.org/a ~~~~"),
    ])
    func partsGoIntoCodeCommentsAndStrings(code: String, expected: String) throws {
        #expect(try masked(code, "go") == expected)
    }

    @Test(arguments: [
        ("fn f<'a>(x: &'a str) { '{' }", "fn f<'a>(x: &'a str) { ___ }"),
        (##"r#"a"b"# /* /* */ */ c"##, "________ ~~~~~~~~~~~ c"),
    ])
    func knowsLifetimesRawStringsAndNestedComments(code: String, expected: String) throws {
        #expect(try masked(code, "rust") == expected)
    }

    @Test(arguments: [
        ("a = /[/{]/.test(b) / 2 / c", "a = ______.test(b) / 2 / c"),
        ("`a ${f(`{`)} b` + c", "_____f(___)____ + c"),
        ("return /'/", "return ___"),
        ("</b> don't", "</b> don't"),
    ])
    func knowsRegularExpressionsAndTemplates(code: String, expected: String) throws {
        #expect(try masked(code, "javascript") == expected)
    }

    @Test func knowsPreprocessorLinesAndDelimitedRawStrings() throws {
        #expect(
            try masked("#define A { \\\n  ( // c\nint a; # b\n", "c")
                == "#############\n####~~~~\nint a; # b\n")
        #expect(try masked(#"R"x(a)")x" b"#, "cpp") == #"R_________ b"#)
    }

    @Test func passesCodeThatStringsEmbed() throws {
        #expect(try masked(#""a \(f("{")) b" c"#, "swift") == "_____f(___)____ c")
        #expect(try masked(#""$${a" b"#, "hcl") == "______ b")
    }

    @Test func takesAnyBytes() throws {
        let syntax = try #require(Language.named("javascript")?.syntax)
        for bytes: [UInt8] in [
            [], [0], [0xFF, 0x27, 0xC3], Array("'\\".utf8), Array("`${".utf8), Array("/[".utf8),
            Array(repeating: 0x2F, count: 9999),
        ] {
            let scan = CodeScan(bytes, syntax: syntax)
            #expect(scan.stretches.map(\.range.count).reduce(0, +) == bytes.count)
        }
    }
}
