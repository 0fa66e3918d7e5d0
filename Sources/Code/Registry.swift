/// The languages whose syntax galley reads by itself.
package enum CodeRegistry {
    private static let all: [String: @Sendable () -> CodeLanguage] = [
        "batch": { .batch },
        "c": { .c },
        "clojure": { .clojure },
        "cpp": { .cPlusPlus },
        "csharp": { .csharp },
        "css": { .css },
        "dart": { .dart },
        "dockerfile": { .dockerfile },
        "fsharp": { .fsharp },
        "go": { .go },
        "gotemplate": { .goTemplate },
        "graphql": { .graphql },
        "groovy": { .groovy },
        "hcl": { .hcl },
        "java": { .java },
        "javascript": { .javascript },
        "jinja": { .jinja },
        "jsx": { .jsx },
        "kotlin": { .kotlin },
        "latex": { .latex },
        "less": { .less },
        "liquid": { .liquid },
        "lisp": { .lisp },
        "lua": { .lua },
        "matlab": { .matlab },
        "nginx": { .nginx },
        "nix": { .nix },
        "ocaml": { .ocaml },
        "openmetrics": { .openMetrics },
        "php": { .php },
        "powershell": { .powershell },
        "protobuf": { .protobuf },
        "python": { .python },
        "python2": { .python2 },
        "r": { .r },
        "ruby": { .ruby },
        "rust": { .rust },
        "scala": { .scala },
        "scss": { .scss },
        "shell": { .shell },
        "solidity": { .solidity },
        "sql": { .sql },
        "swift": { .swift },
        "thrift": { .thrift },
        "tsx": { .tsx },
        "typescript": { .typescript },
        "vbnet": { .visualBasic },
        "vim": { .vim },
        "zig": { .zig },
        "zsh": { .zsh },
    ]

    /// The names of the languages, in alphabetical order.
    package static var names: [String] { all.keys.sorted() }

    /// The language of a name in galley's table of languages; nil for one without a grammar. Its
    /// grammar is compiled when it is first asked for.
    package static func language(_ name: String) -> CodeLanguage? { all[name]?() }
}
