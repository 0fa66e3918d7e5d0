/// The lexical syntax of the table's languages; families share one.
extension LexicalSyntax {
    static let c = LexicalSyntax(line: ["//"], block: [.c], strings: [.double, .character])
    static let java = LexicalSyntax(
        line: ["//"], block: [.c],
        strings: [.init("\"\"\"", isMultiline: true), .double, .character])
    static let kotlin = LexicalSyntax(
        line: ["//"], block: [.init("/*", "*/", nests: true)],
        strings: [
            .init("\"\"\"", escape: .none, isMultiline: true), .double, .character,
            .init("`", escape: .none),
        ])
    static let csharp = LexicalSyntax(
        line: ["//"], block: [.c],
        strings: [
            .init("@\"", "\"", escape: .doubled, isMultiline: true),
            .init("\"\"\"", escape: .none, isMultiline: true), .double, .character,
        ])
    static let css = LexicalSyntax(block: [.c], strings: [.double, .single])
    static let scss = LexicalSyntax(line: ["//"], block: [.c], strings: [.double, .single])
    static let go = LexicalSyntax(
        line: ["//"], block: [.c],
        strings: [.init("`", escape: .none, isMultiline: true), .double, .character])
    static let javascript = LexicalSyntax(
        line: ["//"], block: [.c],
        strings: [.init("`", isMultiline: true), .double, .single])
    static let swift = LexicalSyntax(
        line: ["//"], block: [.init("/*", "*/", nests: true)],
        strings: [
            .init("#\"\"\"", "\"\"\"#", escape: .none, isMultiline: true),
            .init("\"\"\"", isMultiline: true), .init("#\"", "\"#", escape: .none), .double,
        ])
    static let rust = LexicalSyntax(
        line: ["//"], block: [.init("/*", "*/", nests: true)],
        strings: [
            .init("br##\"", "\"##", escape: .none, isMultiline: true),
            .init("br#\"", "\"#", escape: .none, isMultiline: true),
            .init("r##\"", "\"##", escape: .none, isMultiline: true),
            .init("r#\"", "\"#", escape: .none, isMultiline: true),
            .init("r\"", "\"", escape: .none, isMultiline: true),
            .init("\"", isMultiline: true), .character,
        ])
    static let php = LexicalSyntax(
        line: ["//", "#"], block: [.c],
        strings: [.init("\"", isMultiline: true), .init("'", isMultiline: true)])
    static let protobuf = LexicalSyntax(line: ["//"], block: [.c], strings: [.double, .single])
    static let lua = LexicalSyntax(
        line: ["--"], block: [.init("--[[", "]]"), .init("--[=[", "]=]")],
        strings: [
            .init("[[", "]]", escape: .none, isMultiline: true),
            .init("[=[", "]=]", escape: .none, isMultiline: true), .double, .single,
        ])
    static let sql = LexicalSyntax(
        line: ["--"], block: [.c],
        strings: [
            .init("'", escape: .doubled, isMultiline: true),
            .init("\"", escape: .doubled, isMultiline: true), .init("`", escape: .doubled),
        ])
    static let python = LexicalSyntax(
        line: ["#"],
        strings: [
            .init("\"\"\"", isMultiline: true), .init("'''", isMultiline: true), .double, .single,
        ])
    static let promql = LexicalSyntax(
        line: ["#"], strings: [.double, .single, .init("`", escape: .none, isMultiline: true)])
    static let hcl = LexicalSyntax(line: ["#", "//"], block: [.c], strings: [.double])
    static let hash = LexicalSyntax(
        line: ["#"], strings: [.init("\"", isMultiline: true), .init("'", isMultiline: true)])
    static let json = LexicalSyntax(strings: [.double])
    static let jsonc = LexicalSyntax(line: ["//"], block: [.c], strings: [.double, .single])
    static let asm = LexicalSyntax(line: ["//", ";", "#", "@"], block: [.c], strings: [.double])
    static let erlang = LexicalSyntax(
        line: ["%"], strings: [.init("\"", isMultiline: true), .character])
    static let haskell = LexicalSyntax(
        line: ["--"], block: [.init("{-", "-}", nests: true)], strings: [.double, .character])
}
