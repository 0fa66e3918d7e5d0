import Languages
import Testing

@testable import Highlighting

/// The simplest string and comment of each language.
struct StringsAndCommentsTests {
    private struct Simplest {
        let string: String?
        let comment: String?

        init(_ string: String?, _ comment: String?) {
            self.string = string
            self.comment = comment
        }
    }

    private static let slashes = Simplest("x = \"a\"", "// a")
    private static let hash = Simplest("x = \"a\"", "# a")

    private static let languages: [String: Simplest] = [
        "asm": Simplest(".ascii \"a\"", "; a"), "bash": hash,
        "batch": Simplest("echo \"a\"", "rem a"), "c": slashes,
        "cmake": Simplest("set(x \"a\")", "# a"), "console": Simplest("$ echo \"a\"", "$ true # a"),
        "cpp": slashes, "csharp": slashes,
        "css": Simplest("a::before { content: \"a\" }", "/* a */"),
        "dockerfile": Simplest("ENV x \"a\"", "# a"), "elixir": hash,
        "erlang": Simplest("X = \"a\"", "% a"), "fish": Simplest("echo \"a\"", "# a"),
        "gdb": Simplest("$ echo \"a\"", "$ true # a"), "go": slashes,
        "graphql": Simplest("{ x(y: \"a\") }", "# a"), "haskell": Simplest("x = \"a\"", "-- a"),
        "hcl": hash, "html": Simplest("<a b=\"a\">", "<!-- a -->"),
        "ini": Simplest("x = \"a\"", "; a"),
        "java": slashes, "javascript": slashes, "json": Simplest("[\"a\"]", nil),
        "jsonc": Simplest("[\"a\"]", "// a"), "jsx": slashes, "kotlin": slashes,
        "less": Simplest("@x: \"a\";", "// a"),
        "lua": Simplest("x = \"a\"", "-- a"), "makefile": Simplest("x:\n\techo \"a\"", "# a"),
        "markdown": Simplest(nil, "<!-- a -->"), "nginx": Simplest("log_format x \"a\";", "# a"),
        "objc": slashes, "perl": hash, "php": slashes, "powershell": hash, "promql": hash,
        "protobuf": slashes, "python": hash, "python2": hash, "r": hash,
        "redis": Simplest("SET x \"a\"", "# a"), "ruby": hash, "rust": slashes, "scala": slashes,
        "scss": Simplest("$x: \"a\";", "// a"), "sql": Simplest("SELECT 'a'", "-- a"),
        "swift": slashes, "toml": hash, "tsx": slashes, "typescript": slashes,
        "svelte": Simplest("<a b=\"a\"/>", "<!-- a -->"),
        "vue": Simplest("<a b=\"a\"/>", "<!-- a -->"),
        "vim": Simplest("echo 'a'", "\" a"), "xml": Simplest("<a b=\"a\"/>", "<!-- a -->"),
        "yaml": Simplest("x: \"a\"", "# a"), "zig": slashes,
        "clojure": Simplest("(x \"a\")", "; a"), "dart": slashes, "fsharp": slashes,
        "gotemplate": Simplest("{{ \"a\" }}", "{{/* a */}}"), "groovy": slashes,
        "jinja": Simplest("{{ \"a\" }}", "{# a #}"), "latex": Simplest(nil, "% a"),
        "liquid": Simplest("{{ \"a\" }}", "{# a #}"), "lisp": Simplest("(x \"a\")", "; a"),
        "matlab": Simplest("x = \"a\"", "% a"), "nix": hash,
        "ocaml": Simplest("let x = \"a\"", "(* a *)"),
        "openmetrics": Simplest("x{a=\"b\"} 1", "# a"), "solidity": slashes, "thrift": slashes,
        "vbnet": Simplest("x = \"a\"", "' a"),
    ]

    /// Formats without any.
    private static let without: Set = ["diff", "http", "mermaid", "text"]

    @Test func everyLanguageIsInTheTable() {
        let names = Set(Language.all.map(\.name))
        #expect(names.subtracting(Self.languages.keys) == Self.without)
        #expect(Set(Self.languages.keys).isSubset(of: names))
    }

    @Test(arguments: languages.keys.sorted()) func hasStringsAndComments(language: String) throws {
        let simplest = try #require(Self.languages[language])
        if let code = simplest.string {
            #expect(!kinds(of: code, language).isDisjoint(with: [.s, .s1, .s2]))
        }
        if let code = simplest.comment {
            #expect(!kinds(of: code, language).isDisjoint(with: [.c, .c1, .cm]))
        }
    }

    private func kinds(of code: String, _ label: String) -> Set<TokenClass> {
        Set(Highlighter(label: label).highlight(Array(code.utf8)[...]).spans.map(\.kind))
    }
}
