import Text

/// The names of a language of code: its canonical one in galley and those that authors write.
///
/// One table for the highlighter and the snippet checkers; adding a language takes one entry. A
/// class, so that passing an entry around copies nothing.
package final class Language: Sendable {
    /// The name in classes, reports and configuration: `go`.
    package let name: String
    /// Other labels of the same language, lower-case: `golang`.
    package let aliases: [String]

    /// Its comments and quotes; nil if they do not fit this form.
    package let syntax: LexicalSyntax?
    /// Extensions and whole names of its files: `go`, `Makefile`.
    package let files: [String]

    package init(
        _ name: String, _ aliases: String..., files: [String] = [], syntax: LexicalSyntax? = nil
    ) {
        self.name = name
        self.aliases = aliases
        self.files = files
        self.syntax = syntax
    }

    /// The language of a file by its name, `src/main.go` or `Dockerfile`; nil for any other file.
    package static func ofFile(_ path: String) -> Language? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if let language = byFile[name] { return language }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        return byFile[name[name.index(after: dot)...].lowercased()]
    }

    /// The language of a label, ignoring case: `Golang` gives `go`.
    ///
    /// - Returns: nil for a label without an entry.
    package static func named(_ label: String) -> Language? {
        byLabel[label.lowercased()]
    }

    /// The label that a misspelled one was probably meant to be.
    package static func nearest(to label: String) -> String? {
        nearestName(to: label, in: all.map(\.name) + all.flatMap(\.aliases))
    }

    package static let all: [Language] = [
        Language(
            "asm", "assembly", "nasm", "gas", "s", "plan9", "x86asm", "armasm",
            files: ["s", "S", "asm"], syntax: .asm),
        Language("bash", "sh", "shell", "zsh", "ksh", files: ["sh", "bash", "zsh"], syntax: .hash),
        Language(
            "batch", "cmd", "bat", "dos", "winbatch", "dosbatch", "dosbat", "batchfile",
            files: ["bat", "cmd"]),
        Language("c", "h", files: ["c", "h"], syntax: .c),
        Language(
            "clojure", "clj", "cljs", "cljc", "clojurescript", "edn",
            files: ["clj", "cljs", "cljc", "edn"]),
        Language("cmake", files: ["cmake", "CMakeLists.txt"], syntax: .hash),
        Language("console", "shell-session", "shellsession", "sh-session", "terminal"),
        Language(
            "cpp", "c++", "cc", "cxx", "hpp",
            files: ["cpp", "cc", "cxx", "hpp", "hh"], syntax: .c),
        Language("csharp", "c#", "cs", files: ["cs"], syntax: .csharp),
        Language("css", files: ["css"], syntax: .css),
        Language("dart", files: ["dart"]),
        Language("diff", "patch", "udiff", files: ["diff", "patch"]),
        Language(
            "dockerfile", "docker", "containerfile",
            files: ["Dockerfile", "Containerfile"], syntax: .hash),
        Language("elixir", "ex", "exs", files: ["ex", "exs"], syntax: .hash),
        Language("erlang", "erl", files: ["erl"], syntax: .erlang),
        Language("fish", files: ["fish"], syntax: .hash),
        Language("fsharp", "f#", "fs", "fsx", "fsi", files: ["fs", "fsx", "fsi"]),
        Language("gdb", "gdb-session"),
        Language("go", "golang", files: ["go"], syntax: .go),
        Language(
            "gotemplate", "go-html-template", "go-text-template", "go-template", "gohtml", "gotmpl",
            "gotexttmpl", "gohtmltmpl", "html+go-template", files: ["tmpl", "gohtml", "gotmpl"]),
        Language("graphql", "gql", files: ["graphql"], syntax: .hash),
        Language(
            "groovy", "gradle", "jenkinsfile", files: ["groovy", "gradle", "Jenkinsfile"]),
        Language("haskell", "hs", files: ["hs"], syntax: .haskell),
        Language(
            "hcl", "terraform", "tf", "tfvars", "terragrunt", "opentofu",
            files: ["tf", "hcl", "tfvars"], syntax: .hcl),
        Language("html", "xhtml", files: ["html", "htm"]),
        Language("http"),
        Language(
            "ini", "properties", "conf", "cfg", "dosini", "env", "dotenv", "editorconfig",
            "gitconfig",
            "systemd", "desktop", "java-properties", "jproperties",
            files: ["ini", "conf", "cfg", "properties", "service"]),
        Language("java", files: ["java"], syntax: .java),
        Language(
            "jinja", "jinja2", "j2", "django", "htmldjango", "nunjucks", "njk", "twig",
            "html+django",
            "html+jinja", "html+twig", files: ["j2", "jinja", "jinja2", "njk", "twig"]),
        Language(
            "javascript", "js", "mjs", "cjs", "node",
            files: ["js", "mjs", "cjs"], syntax: .javascript),
        Language("json", files: ["json"], syntax: .json),
        Language("jsonc", "json5", syntax: .jsonc),
        Language("jsx", files: ["jsx"], syntax: .javascript),
        Language("kotlin", "kt", "kts", files: ["kt", "kts"], syntax: .kotlin),
        Language("latex", "tex", files: ["tex", "sty"]),
        Language("less", files: ["less"], syntax: .scss),
        Language("liquid", files: ["liquid"]),
        Language(
            "lisp", "cl", "common-lisp", "commonlisp", "scheme", "scm", "racket", "rkt", "elisp",
            "emacs-lisp", "emacs", "guile", "fennel", files: ["lisp", "lsp", "el", "scm", "rkt"]),
        Language("lua", files: ["lua"], syntax: .lua),
        Language(
            "makefile", "make", "mk",
            files: ["mk", "Makefile", "GNUmakefile", "makefile"], syntax: .hash),
        Language("markdown", "md", files: ["md"]),
        Language("matlab", "octave"),
        Language("mermaid"),
        Language("nginx", files: ["nginx.conf"], syntax: .hash),
        Language("nix", "nixos", files: ["nix"]),
        Language("objc", "objective-c", "objectivec", "obj-c", files: ["m", "mm"], syntax: .c),
        Language("ocaml", "ml", "mli", files: ["ml", "mli"]),
        Language("openmetrics", "openmetrics-add-eof"),
        Language("perl", "pl", files: ["pl", "pm"], syntax: .hash),
        Language("php", files: ["php"], syntax: .php),
        Language(
            "powershell", "ps1", "pwsh", "posh", "psm1", "psd1", files: ["ps1", "psm1", "psd1"]),
        Language("promql", syntax: .promql),
        Language("protobuf", "proto", files: ["proto"], syntax: .protobuf),
        Language(
            "python", "py", "python3", "py3", "pycon", "ipython", files: ["py"], syntax: .python),
        Language("python2", "py2", syntax: .python),
        Language("r", files: ["r"], syntax: .hash),
        Language("redis", "redis-cli"),
        Language("ruby", "rb", files: ["rb", "Gemfile", "Rakefile"], syntax: .hash),
        Language("rust", "rs", files: ["rs"], syntax: .rust),
        Language("scala", "sbt", files: ["scala", "sbt"], syntax: .kotlin),
        Language("scss", "sass", files: ["scss"], syntax: .scss),
        Language("solidity", "sol", files: ["sol"]),
        Language(
            "sql", "mysql", "psql", "postgresql", "sqlite", "plsql",
            files: ["sql"], syntax: .sql),
        Language("svelte", files: ["svelte"]),
        Language("swift", files: ["swift"], syntax: .swift),
        Language(
            "text", "txt", "plain", "plaintext", "plain-text", "none", "output", "stdout", "stderr",
            "log", "tree", "ascii", "nocode", "nohighlight", "no-highlight", files: ["txt", "log"]),
        Language("thrift", files: ["thrift"]),
        Language("toml", files: ["toml"], syntax: .hash),
        Language("tsx", files: ["tsx"], syntax: .javascript),
        Language("typescript", "ts", files: ["ts"], syntax: .javascript),
        Language(
            "vbnet", "vb", "vb.net", "visual-basic", "visualbasic", "vba", "vbscript", "vbs",
            files: ["vb", "vbs", "bas"]),
        Language("vim", "viml", "vimscript", "vimrc", "nvim", files: ["vim", ".vimrc"]),
        Language("vue", "vue-html", "html-vue", files: ["vue"]),
        Language("xml", "svg", "plist", "xsl", files: ["xml", "svg", "plist"]),
        Language("yaml", "yml", files: ["yaml", "yml"], syntax: .hash),
        Language("zig", files: ["zig"]),
    ]

    private static let byFile: [String: Language] = {
        var table: [String: Language] = [:]
        for language in all {
            for file in language.files { table[file] = table[file] ?? language }
        }
        return table
    }()

    private static let byLabel: [String: Language] = {
        var table: [String: Language] = [:]
        for language in all {
            table[language.name] = language
            for alias in language.aliases { table[alias] = language }
        }
        return table
    }()
}

extension Language: Hashable {
    /// Whether both have the same contents; O(1) for the same object.
    package static func == (a: Language, b: Language) -> Bool {
        a === b
            || a.name == b.name && a.aliases == b.aliases && a.syntax == b.syntax
                && a.files == b.files
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
