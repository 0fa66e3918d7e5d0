/// The lexical syntax of the table's languages; families share one.
extension Lexis {
    static let c = Lexis(line: ["//"], block: [.c], strings: [.double, .character])
    static let java = Lexis(
        line: ["//"], block: [.c],
        strings: [.init("\"\"\"", isMultiline: true), .double, .character])
    static let kotlin = Lexis(
        line: ["//"], block: [.init("/*", "*/", nests: true)],
        strings: [
            .init("\"\"\"", escape: .none, isMultiline: true), .double, .character,
            .init("`", escape: .none),
        ])
    static let csharp = Lexis(
        line: ["//"], block: [.c],
        strings: [
            .init("@\"", "\"", escape: .doubled, isMultiline: true),
            .init("\"\"\"", escape: .none, isMultiline: true), .double, .character,
        ])
    static let css = Lexis(block: [.c], strings: [.double, .single])
    static let scss = Lexis(line: ["//"], block: [.c], strings: [.double, .single])
    static let go = Lexis(
        line: ["//"], block: [.c],
        strings: [.init("`", escape: .none, isMultiline: true), .double, .character])
    static let javascript = Lexis(
        line: ["//"], block: [.c],
        strings: [.init("`", isMultiline: true), .double, .single])
    static let swift = Lexis(
        line: ["//"], block: [.init("/*", "*/", nests: true)],
        strings: [
            .init("#\"\"\"", "\"\"\"#", escape: .none, isMultiline: true),
            .init("\"\"\"", isMultiline: true), .init("#\"", "\"#", escape: .none), .double,
        ])
    static let rust = Lexis(
        line: ["//"], block: [.init("/*", "*/", nests: true)],
        strings: [
            .init("br##\"", "\"##", escape: .none, isMultiline: true),
            .init("br#\"", "\"#", escape: .none, isMultiline: true),
            .init("r##\"", "\"##", escape: .none, isMultiline: true),
            .init("r#\"", "\"#", escape: .none, isMultiline: true),
            .init("r\"", "\"", escape: .none, isMultiline: true),
            .init("\"", isMultiline: true), .character,
        ])
    static let php = Lexis(
        line: ["//", "#"], block: [.c],
        strings: [.init("\"", isMultiline: true), .init("'", isMultiline: true)])
    static let protobuf = Lexis(line: ["//"], block: [.c], strings: [.double, .single])
    static let lua = Lexis(
        line: ["--"], block: [.init("--[[", "]]"), .init("--[=[", "]=]")],
        strings: [
            .init("[[", "]]", escape: .none, isMultiline: true),
            .init("[=[", "]=]", escape: .none, isMultiline: true), .double, .single,
        ])
    static let sql = Lexis(
        line: ["--"], block: [.c],
        strings: [
            .init("'", escape: .doubled, isMultiline: true),
            .init("\"", escape: .doubled, isMultiline: true), .init("`", escape: .doubled),
        ])
    static let python = Lexis(
        line: ["#"],
        strings: [
            .init("\"\"\"", isMultiline: true), .init("'''", isMultiline: true), .double, .single,
        ])
    static let promql = Lexis(
        line: ["#"], strings: [.double, .single, .init("`", escape: .none, isMultiline: true)])
    static let hcl = Lexis(line: ["#", "//"], block: [.c], strings: [.double])
    static let hash = Lexis(
        line: ["#"], strings: [.init("\"", isMultiline: true), .init("'", isMultiline: true)])
    static let json = Lexis(strings: [.double])
    static let jsonc = Lexis(line: ["//"], block: [.c], strings: [.double, .single])
    static let asm = Lexis(line: ["//", ";", "#", "@"], block: [.c], strings: [.double])
    static let erlang = Lexis(line: ["%"], strings: [.init("\"", isMultiline: true), .character])
    static let haskell = Lexis(
        line: ["--"], block: [.init("{-", "-}", nests: true)], strings: [.double, .character])
}
