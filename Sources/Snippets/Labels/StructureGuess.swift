/// Recognizes languages by the shape of the whole text rather than by single lines: transcripts,
/// scripts, diffs, markup and shell commands.
struct StructureGuess {
    /// The name; empty if the text certainly has no name; nil if undecided here.
    private(set) var language: String?

    /// The non-blank lines, with and without their indentation.
    private let lines: [ArraySlice<UInt8>]
    private let texts: [ArraySlice<UInt8>]

    /// O(lines).
    init(_ lines: [ArraySlice<UInt8>]) {
        self.lines = lines
        texts = lines.map(\.withoutBlanks)
        language = transcript() ?? script() ?? other() ?? diff() ?? markup() ?? commands()
    }

    private var first: ArraySlice<UInt8> { texts.first ?? [] }

    private func hasLine(beginningWith starts: [String]) -> Bool {
        texts.contains { text in starts.contains { text.begins($0) } }
    }

    // MARK: Transcripts and scripts

    private static let otherPrompts = [
        "mysql> ", "sqlite> ", "irb(", "PS C:", "C:\\", "scala> ", "julia> ", "redis> ",
        "127.0.0.1:", "> ", "(dlv)", "ghci> ",
    ]

    private func transcript() -> String? {
        if hasLine(beginningWith: ["(gdb)"]) { return "gdb" }
        if first.begins(">>> ") { return "python" }
        if hasLine(beginningWith: Self.otherPrompts) { return "" }
        let command = texts.first { !$0.begins("# ") && !$0.begins("//") } ?? first
        if Self.isPrompt(command) { return "console" }
        return texts.contains(where: Self.isPrompt) ? "" : nil
    }

    /// `$ ls`, `user@host:~$ ls` or `[root@host ~]# ls`.
    private static func isPrompt(_ text: ArraySlice<UInt8>) -> Bool {
        if text.begins("$ ") { return !text.dropFirst(2).word(with: "./").isEmpty }
        guard let at = text.prefix(24).firstIndex(of: UInt8(ascii: "@")), at > text.startIndex,
            let mark = text.prefix(80).firstIndex(where: { "$#".utf8.contains($0) }), mark > at + 1,
            text[(mark + 1)...].first == 0x20
        else { return false }
        return text[at..<mark].contains(UInt8(ascii: ":")) || text[mark - 1] == UInt8(ascii: "]")
    }

    private static let interpreters = [
        ("python", "python"), ("perl", "perl"), ("ruby", "ruby"), ("node", "javascript"),
        ("sh", "bash"),
    ]

    private func script() -> String? {
        guard first.begins("#!") else { return nil }
        return Self.interpreters.first { first.holds($0.0) }?.1 ?? ""
    }

    private static let pictures = [
        "graph ", "flowchart ", "sequenceDiagram", "gantt", "classDiagram", "@startuml",
    ]
    private static let failures = [
        "Traceback (most", "Exception in thread", "goroutine ", "error: ", "error[E", "npm ERR!",
    ]

    /// Pictures as text, and error messages of programs.
    private func other() -> String? {
        if Self.pictures.contains(where: { first.begins($0) }) { return "" }
        return hasLine(beginningWith: Self.failures) ? "" : nil
    }

    // MARK: Diffs

    private func diff() -> String? {
        let isHeaded = first.begins("diff --git ") || first.begins("Index: ")
        let hasHunk = texts.contains { $0.begins("@@ -") && $0.dropFirst(4).holds(" @@") }
        let hasFiles = first.begins("--- ") && texts.count > 2 && texts[1].begins("+++ ")
        return isHeaded || hasHunk || hasFiles || hasChangedLines ? "diff" : nil
    }

    /// Lines that begin with `+` and others with `-`, without a header of any kind.
    private var hasChangedLines: Bool {
        var added = 0
        var removed = 0
        for line in lines {
            let second = line.dropFirst().first
            if line.first == UInt8(ascii: "+"), second != UInt8(ascii: "+") { added += 1 }
            if line.first == UInt8(ascii: "-"), second != UInt8(ascii: "-") { removed += 1 }
        }
        return added > 0 && added + removed > 1 && lines.first?.first != UInt8(ascii: "+")
            && !hasLine(beginningWith: ["+--", "| "])
    }

    // MARK: Markup

    private func markup() -> String? {
        guard first.first == UInt8(ascii: "<") else { return nil }
        if first.begins("<?xml") { return "xml" }
        if first.begins("<?php") { return nil }
        let head = first.prefix(16).map { $0 | 0x20 }[...]
        if head.begins("<!doctype html") || head.begins("<html") { return "html" }
        let name = String(decoding: first.dropFirst().word(with: "-"), as: UTF8.self)
        guard !name.isEmpty, texts.last?.last == UInt8(ascii: ">"),
            texts.contains(where: { $0.holds("</") || $0.holds("/>") })
        else { return first.begins("<%") ? "" : nil }
        let isTemplate = texts.contains { text in
            ["{{", "{%", "=>", "<%"].contains { text.holds($0) }
        }
        if isTemplate { return "" }
        if Self.htmlElements.contains(name) { return "html" }
        return Self.xmlElements.contains(name) ? "xml" : ""
    }

    private static let htmlElements: Set<String> = [
        "a", "article", "body", "button", "details", "div", "footer", "form", "h1", "h2", "h3",
        "head", "iframe", "img", "input", "label", "li", "meta", "nav", "ol", "p", "script",
        "section", "span", "table", "ul", "video",
    ]
    /// Of Maven, Spring, Tomcat and Android.
    private static let xmlElements: Set<String> = [
        "bean", "beans", "build", "configuration", "dependencies", "dependency", "filter",
        "manifest", "mirror", "parent", "plugin", "plugins", "profile", "project", "property",
        "repositories", "repository", "resources", "server", "servlet", "settings",
    ]

    // MARK: Commands

    /// Every line is a well-known command, or any with options, or continues after a backslash; a
    /// line that reads like a sentence or a synopsis is not a command.
    private func commands() -> String? {
        var hasCommand = false
        var settings = 0
        var isPrinting = false
        for text in joined {
            if text.first == UInt8(ascii: "#") || text.begins("// ") { continue }
            if Self.isCommand(text) {
                hasCommand = true
                isPrinting = Self.isKnown(text)
            } else if Self.isSetting(text) {
                settings += 1
            } else if Self.commandsAlone.contains(String(decoding: text, as: UTF8.self)) {
                isPrinting = true
            } else {
                // The output of a command, below it.
                guard isPrinting, hasCommand else { return nil }
                let kind = TextLine(text).kind
                guard kind == .text || kind == .report || kind == .neutral else { return nil }
            }
        }
        return hasCommand || settings > 1 ? "bash" : nil
    }

    /// The lines, each joined with those that its backslash continues.
    private var joined: [ArraySlice<UInt8>] {
        var joined: [ArraySlice<UInt8>] = []
        var open: [UInt8]?
        for text in texts {
            let isContinued = text.last == UInt8(ascii: "\\")
            let part = isContinued ? text.dropLast() : text
            if open == nil, !isContinued {
                joined.append(text)
            } else {
                open = (open.map { $0 + [0x20] } ?? []) + part
                if !isContinued {
                    joined.append((open ?? [])[...].withoutBlanks)
                    open = nil
                }
            }
        }
        if let open { joined.append(open[...].withoutBlanks) }
        return joined
    }

    /// Whether a command is well known.
    private static func isKnown(_ text: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: text.prefix { !$0.isBlank }, as: UTF8.self)
        return programs.contains(name)
            || ShellWords.commands.contains(name) && !ambiguous.contains(name)
    }

    /// `NAME=value` or `export NAME=value` with a name in capital letters, and nothing after it.
    private static func isSetting(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix { $0 != UInt8(ascii: "=") }
        guard name.count > 2, isAssignment(text) else { return false }
        let value = text[name.endIndex...].dropFirst()
        guard let first = value.first, !first.isBlank, value.last != UInt8(ascii: ";") else {
            return false
        }
        let quote = "\"'".utf8.contains(first)
        return quote ? value.count > 1 && value.last == first : !value.contains(0x20)
    }

    private static func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split { $0 == 0x20 || $0 == 0x09 }.drop(while: isAssignment)
        guard let program = words.first, words.count > 1, let second = words.dropFirst().first,
            let last = text.last,
            !".;{,".utf8.contains(last) || text.suffix(2).elementsEqual(" .".utf8),
            second.first != UInt8(ascii: "="),
            ![", ", "[-", ": ", "://) "].contains(where: { text.holds($0) }),
            !ShellWords.small.contains(String(decoding: second, as: UTF8.self))
        else { return false }
        let name = String(decoding: program, as: UTF8.self)
        // JavaScript exports, too.
        if name == "export" { return text.contains(UInt8(ascii: "=")) && !text.holds(" =") }
        if name == "go" {
            return ShellWords.goCommands.contains(String(decoding: second, as: UTF8.self))
        }
        if programs.contains(name) { return true }
        let hasOptions = words.dropFirst().contains(where: isOption)
        if ShellWords.english.contains(name), let sign = second.first, "-./~$".utf8.contains(sign) {
            return hasOptions || words.dropFirst().contains(where: isLongOption)
        }
        // PHP's ends with a semicolon.
        if name == "echo" { return [" | ", " > ", " >> "].contains { text.holds($0) } }
        if name == "alias" { return second.holds("=\"") || second.holds("='") }
        // Some of the others are words of languages, as `echo` is of PHP.
        if ShellWords.commands.contains(name), !ambiguous.contains(name) {
            return second.first == UInt8(ascii: "-")
                || second.allSatisfy { $0 < 0x80 && !"(){}=,".utf8.contains($0) }
        }
        let isProgram = name.utf8.contains(UInt8(ascii: "-")) && words.contains(where: isLongOption)
        return (hasOptions || isProgram) && !text.contains { "(){};".utf8.contains($0) }
            && program.word(with: "-_./").count == program.count
            && !statements.contains(name.lowercased())
    }

    /// `-x`, `--long` and `--long=value`.
    private static func isOption(_ word: ArraySlice<UInt8>) -> Bool {
        let name = word.drop { $0 == UInt8(ascii: "-") }
        let dashes = name.startIndex - word.startIndex
        let letters = name.prefix { $0 != UInt8(ascii: "=") }
        guard let first = letters.first, first.isLetter,
            letters.word(with: "-_").count == letters.count
        else { return false }
        return dashes == 1 && name.count == 1 || dashes == 2 && letters.count > 1
    }

    /// `-cdrom`, of programs other than GNU's.
    private static func isLongOption(_ word: ArraySlice<UInt8>) -> Bool {
        word.count > 2 && word.first == UInt8(ascii: "-")
            && word.dropFirst().word(with: "-_").count == word.count - 1
            && word[word.startIndex + 1].isLetter
    }

    /// `NAME=value` before a command.
    private static func isAssignment(_ word: ArraySlice<UInt8>) -> Bool {
        let name = word.prefix { $0 != UInt8(ascii: "=") }
        return !name.isEmpty && name.endIndex < word.endIndex
            && name.word(with: "_").count == name.count
            && name.allSatisfy { !(0x61...0x7A).contains($0) }
    }

    /// Commands that occur alone on a line.
    private static let commandsAlone: Set<String> = [
        "clear", "df", "env", "exit", "history", "ifconfig", "ls", "make", "pwd", "reboot", "su",
        "top",
        "whoami",
    ]

    /// Commands that are also words of languages, or of English.
    private static let ambiguous: Set<String> = [
        "alias", "arch", "code", "df", "dig", "echo", "exec", "export", "http", "kill", "perl",
        "php",
        "printf", "ps", "lua", "java", "swift", "tree", "unset", "cd", "cc", "ar", "as", "bison",
        "poetry", "flask", "snap", "pod", "exec", "mount", "bundle", "node", "tee", "tr",
    ]

    /// Words that begin statements of other languages.
    private static let statements: Set<String> = [
        "alter", "and", "break", "call", "case", "class", "const", "create", "delete", "drop",
        "def",
        "else", "for", "func", "function", "grant", "if", "import", "insert", "let", "mov", "not",
        "or", "print", "return", "select", "set", "show", "switch", "type", "update", "use", "var",
        "when", "while", "yield",
    ]

    private static let programs: Set<String> = [
        "apt", "apt-get", "brew", "bundle", "cargo", "cd", "chmod", "chown", "cp", "curl", "docker",
        "etcdctl", "export", "gem", "git", "helm", "hexo", "hugo", "kubectl", "ln", "mkdir", "mv",
        "npm", "pip", "pip3", "rm", "rsync", "scp", "source", "ssh", "sudo", "systemctl", "tar",
        "unzip", "wget", "yarn", "yum",
    ]
}
