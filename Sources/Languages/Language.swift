import Text

/// What a language of code is called: its one name in galley and the names authors write.
///
/// One table for the highlighter and the snippet checkers; a language is added by one entry.
package struct Language: Sendable, Hashable {
    /// The name in classes, reports and configuration: `go`.
    package let name: String
    /// Other labels of the same language, lower-case: `golang`.
    package let aliases: [String]

    package init(_ name: String, _ aliases: String...) {
        self.name = name
        self.aliases = aliases
    }

    /// The language that a label means, whatever its case: `Golang` gives `go`.
    ///
    /// - Returns: nil for a label that is in no entry.
    package static func named(_ label: String) -> Language? {
        byLabel[label.lowercased()]
    }

    /// The label that a misspelt one was probably meant to be.
    package static func nearest(to label: String) -> String? {
        nearestName(to: label, in: all.map(\.name) + all.flatMap(\.aliases))
    }

    package static let all: [Language] = [
        Language("asm", "assembly", "nasm", "gas", "s", "plan9", "x86asm", "armasm"),
        Language("bash", "sh", "shell", "zsh", "ksh"),
        Language("c", "h"),
        Language("cmake"),
        Language("console", "shell-session", "shellsession", "sh-session", "terminal"),
        Language("cpp", "c++", "cc", "cxx", "hpp"),
        Language("csharp", "c#", "cs"),
        Language("css"),
        Language("diff", "patch", "udiff"),
        Language("dockerfile", "docker", "containerfile"),
        Language("elixir", "ex", "exs"),
        Language("erlang", "erl"),
        Language("gdb", "gdb-session"),
        Language("go", "golang"),
        Language("graphql", "gql"),
        Language("haskell", "hs"),
        Language("hcl", "terraform", "tf"),
        Language("html", "xhtml"),
        Language("http"),
        Language("ini", "properties", "conf", "cfg", "dosini"),
        Language("java"),
        Language("javascript", "js", "mjs", "cjs", "node"),
        Language("json"),
        Language("jsonc", "json5"),
        Language("jsx"),
        Language("kotlin", "kt", "kts"),
        Language("lua"),
        Language("makefile", "make", "mk"),
        Language("markdown", "md"),
        Language("mermaid"),
        Language("nginx"),
        Language("objc", "objective-c", "objectivec", "obj-c"),
        Language("perl", "pl"),
        Language("php"),
        Language("powershell", "ps1", "pwsh"),
        Language("promql"),
        Language("protobuf", "proto"),
        Language("python", "py", "python3", "py3"),
        Language("r"),
        Language("ruby", "rb"),
        Language("rust", "rs"),
        Language("scala"),
        Language("scss", "sass"),
        Language("sql", "mysql", "psql", "postgresql", "sqlite", "plsql"),
        Language("swift"),
        Language("text", "txt", "plain", "plaintext", "none", "output"),
        Language("toml"),
        Language("tsx"),
        Language("typescript", "ts"),
        Language("vim", "viml", "vimscript"),
        Language("xml", "svg", "plist", "xsl"),
        Language("yaml", "yml"),
    ]

    private static let byLabel: [String: Language] = {
        var table: [String: Language] = [:]
        for language in all {
            table[language.name] = language
            for alias in language.aliases { table[alias] = language }
        }
        return table
    }()
}
