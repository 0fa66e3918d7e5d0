extension CodeLanguage {
    /// Dart, as far as quotes, comments and brackets tell.
    /// https://spec.dart.dev/DartLangSpecDraft.pdf
    package static let dart = CodeLanguage(
        shapeOf: "dart",
        .init(
            language: "Dart", nestsComments: true, quotes: [], wordByte: UInt8(ascii: "$"),
            hasScriptLine: true, specialBytes: Array("\"'r".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: """
                as assert async await break case catch continue default do else finally for if in is
                new on rethrow return switch sync throw try when while with yield
                """,
                .declaration: """
                abstract base class const covariant enum extends extension external factory final get
                implements interface late mixin operator required sealed set static typedef var
                """,
                .importing: "import export library part show hide deferred",
                .constant: "true false null",
                .type: """
                bool double dynamic int num void String List Map Set Future Stream Iterable Object
                Never
                """,
                .own: "this super", .builtin: "print",
            ],
            introducing: [.className: "class mixin enum extension extends implements"],
            sigils: [UInt8(ascii: "@"): .decorator]),
        special: FreeFormLexer.texts([
            .init(open: "r\"\"\"", close: "\"\"\"", isMultiline: true, escape: 0),
            .init(open: "r'''", close: "'''", isMultiline: true, escape: 0),
            .init(open: "\"\"\"", close: "\"\"\"", isMultiline: true, codes: ["${"]),
            .init(open: "'''", close: "'''", isMultiline: true, codes: ["${"]),
            .init(open: "r\"", close: "\"", escape: 0), .init(open: "r'", close: "'", escape: 0),
            .init(open: "\"", close: "\"", codes: ["${"]),
            .init(open: "'", close: "'", codes: ["${"]),
        ]))
}
