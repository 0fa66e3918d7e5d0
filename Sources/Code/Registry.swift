/// The languages whose syntax galley reads by itself.
package enum CodeRegistry {
    private static let all: [String: @Sendable () -> CodeLanguage] = [
        "c": { .c },
        "cpp": { .cPlusPlus },
        "csharp": { .csharp },
        "css": { .css },
        "dockerfile": { .dockerfile },
        "go": { .go },
        "graphql": { .graphql },
        "java": { .java },
        "javascript": { .javascript },
        "jsx": { .jsx },
        "less": { .less },
        "kotlin": { .kotlin },
        "lua": { .lua },
        "nginx": { .nginx },
        "php": { .php },
        "protobuf": { .protobuf },
        "python": { .python },
        "python2": { .python2 },
        "ruby": { .ruby },
        "rust": { .rust },
        "scss": { .scss },
        "shell": { .shell },
        "sql": { .sql },
        "swift": { .swift },
        "tsx": { .tsx },
        "typescript": { .typescript },
        "zsh": { .zsh },
    ]

    /// The names of the languages, in alphabetical order.
    package static var names: [String] { all.keys.sorted() }

    /// The language of a name in galley's table of languages; nil for one without a grammar. Its
    /// grammar is compiled when it is first asked for.
    package static func language(_ name: String) -> CodeLanguage? { all[name]?() }
}
