import Languages

/// The text after the opening fence of a code block: its language and its attributes.
///
/// ` ```go title="main.go" start=20 hl=3,5-7 ` and what other generators write for the same: Hexo's
/// `go main.go https://… link first_line:20 mark:3,5-7`, Docusaurus', VitePress' and Expressive
/// Code's `js {1,3} title="a.js" showLineNumbers=5 ins={2}`, rustdoc's `rust,no_run`, Hugo's `go
/// {linenos=true,hl_lines=[3,"5-7"],linenostart=20}` and Zola's `go,linenos,hl_lines=3 5-7`.
package struct InfoString: Sendable, Hashable {
    /// The first word as written, without a leading `.`; empty without a label.
    package var label = ""
    package var title: String?
    /// A link next to the title (Hexo).
    package var link: String?
    /// The number of the first line; 1 unless the author sets it.
    package var start = 1
    /// nil: the site's setting.
    package var lineNumbers: Bool?
    package var highlighted = LineSet()
    package var inserted = LineSet()
    package var deleted = LineSet()
    /// Whether the code is not to compile (rustdoc's `compile_fail`).
    package var isMeantToFail = false
    /// Every other `key=value`; ``check``, ``reason`` and other properties read them.
    package var attributes: [String: String] = [:]
    /// The bounds of ``start``, so that no line number overflows.
    static let firstLines = 0...1_000_000_000
    /// Keys whose value could not be read, as written.
    package var malformed: [String] = []

    package init() {}

    /// Reads an info string; never fails. O(bytes).
    package init(_ text: String) {
        self.init(text, hasLabel: true)
    }

    /// Reads attributes without a label, as in a comment: `language=go check=skip reason="…"`.
    /// Skips other words. O(bytes).
    package init(attributes text: String) {
        self.init(text, hasLabel: false)
    }

    private init(_ text: String, hasLabel: Bool) {
        if hasLabel, Self.isLabel(text) {
            setLabel(text)
            return
        }
        var words = InfoStringWords(text)
        var bare: [String] = []
        var quoted: [String] = []
        while let word = words.next() {
            switch word {
            case .bare(let text):
                if hasLabel, words.count == 1 {
                    setLabel(text)
                } else if !setFlag(text), !words.inBraces {
                    bare.append(text)
                }
            case .lines(let text):
                // rehype-pretty-code: `showLineNumbers{5}`.
                if bare.isEmpty, words.isStuck, lineNumbers == true, let first = Int(text) {
                    setStart("start", String(first))
                } else {
                    setLines(\.highlighted, "hl", text)
                }
            case .pair(let key, let value):
                if hasLabel, words.count == 1, setNumberedLabel(key, value) { continue }
                if !(words.isQuoted && Self.marksText(key, value)) { set(key, value) }
            case .quoted(let text): quoted.append(text)
            case .bracketed(let text):
                bare.append(text)
                if title == nil { title = text }
            }
        }
        if label.isEmpty { label = attributes["language"] ?? attributes["lang"] ?? "" }
        if hasLabel { readCaption(bare, quoted) }
    }

    /// Whether a text is only a label, as most info strings are: `go`, `c++`.
    static func isLabel(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#")
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }

    /// Whether a value is valid for one of the keys above.
    static func canRead(_ value: String, of key: String) -> Bool {
        var info = InfoString()
        info.set(key, value)
        return info.malformed.isEmpty
    }

    /// Whether the value of a key is code for Expressive Code to mark: `ins="text"`, `del=/regex/`.
    private static func marksText(_ key: String, _ value: String) -> Bool {
        ["ins", "del", "mark"].contains(key) && LineSet(value) == nil
    }

    /// `go` or `.go`; also Qiita's `go:main.go`, VitePress's `go:line-numbers` and Gatsby's
    /// `go:title=main.go`. For a single word of rustdoc's, `no_run`, the label is `rust`.
    private mutating func setLabel(_ text: String) {
        label = text.hasPrefix(".") ? String(text.dropFirst()) : text
        if InfoStringFlags.rustLabels.contains(label) {
            _ = setFlag(label)
            label = "rust"
            return
        }
        guard let colon = label.firstIndex(of: ":"), Language.named(String(label[..<colon])) != nil
        else { return }
        let rest = String(label[colon...])
        label = String(label[..<colon])
        if setFlag(rest) || rest.utf8.count == 1 { return }
        let name = rest.hasPrefix(":title=") ? rest.dropFirst(7) : rest.dropFirst()
        if !name.isEmpty { title = String(name) }
    }

    /// HackMD's `python=` and `python=12`: the language, and the number of the first line.
    private mutating func setNumberedLabel(_ key: String, _ value: String) -> Bool {
        guard Language.named(key) != nil || LanguageNames.others.contains(key.lowercased()),
            value.isEmpty || value == "+" || Int(value) != nil, !InfoStringKeys.isKnown(key)
        else { return false }
        label = key
        lineNumbers = true
        if Int(value) != nil { setStart(key, value) }
        return true
    }

    private mutating func setFlag(_ text: String) -> Bool {
        switch text {
        case "linenos", "showLineNumbers", "lineNumbers", "numberLines", "line-numbers",
            ":line-numbers", ".numberLines", ".number-lines", ".line-numbers", ".lineNumbers":
            lineNumbers = true
        case "nolinenos", "noLineNumbers", "no-line-numbers", ":no-line-numbers",
            ".no-line-numbers":
            lineNumbers = false
        case "compile_fail", "does_not_compile": isMeantToFail = true
        default:
            guard text.hasPrefix(":line-numbers=") else {
                return InfoStringFlags.isKnown(text, in: label)
            }
            lineNumbers = true
            setStart(":line-numbers", String(text.dropFirst(14)))
        }
        return true
    }

    private mutating func set(_ key: String, _ value: String) {
        switch key {
        case "title", "caption": title = value
        case "filename", "fileName": title = title ?? value
        case "start", "first_line", "linenostart", "startLineNumber", "startFrom", "start-from":
            setStart(key, value)
        case "showLineNumbers", "numberLines":
            // Docusaurus, Expressive Code: the first number, or whether there are any.
            lineNumbers = value != "false"
            if Int(value) != nil { setStart(key, value) }
        case "hl", "mark", "hl_lines": setLines(\.highlighted, key, value)
        case "ins": setLines(\.inserted, key, value)
        case "del": setLines(\.deleted, key, value)
        case "linenos", "line_number", "lineNos":
            switch value {
            case "true", "table", "inline", "1": lineNumbers = true
            case "false", "0": lineNumbers = false
            default: malformed.append("\(key)=\(value)")
            }
        default: attributes[key] = value
        }
    }

    private mutating func setStart(_ key: String, _ value: String) {
        if let number = Int(value), Self.firstLines.contains(number) {
            start = number
        } else {
            malformed.append("\(key)=\(value)")
        }
    }

    private mutating func setLines(
        _ path: WritableKeyPath<InfoString, LineSet>, _ key: String, _ value: String
    ) {
        if let lines = LineSet(value) {
            self[keyPath: path] = lines
        } else {
            malformed.append("\(key)=\(value)")
        }
    }

    /// A caption is in quotes, is the name of a file, or comes before a URL as in Hexo: words, a
    /// URL, then perhaps the URL's text. Several quoted texts, or one next to a title, are code
    /// that Expressive Code marks. Other words are not a caption.
    private mutating func readCaption(_ words: [String], _ quoted: [String]) {
        guard title == nil else { return }
        if let url = words.firstIndex(where: Self.isURL) {
            link = words[url]
            let name = (quoted + words[..<url]).joined(separator: " ")
            title = name.isEmpty ? words[url] : name
        } else if let file = words.first(where: Self.isFile) {
            title = file
        } else if quoted.count == 1, !words.contains(where: Self.isExpression), inserted.isEmpty,
            deleted.isEmpty
        {
            title = quoted.first
        }
    }

    /// `/regex/`, which Expressive Code marks.
    static func isExpression(_ word: String) -> Bool {
        word.utf8.count > 2 && word.hasPrefix("/") && word.hasSuffix("/")
    }

    static func isURL(_ word: String) -> Bool {
        word.hasPrefix("http://") || word.hasPrefix("https://")
    }

    /// Whether a word is the name of a file: `main.go`, `cmd/api/`, `.env`, `Dockerfile`.
    static func isFile(_ word: String) -> Bool {
        if Language.ofFile(word) != nil { return true }
        let bytes = word.utf8
        guard bytes.allSatisfy({ !"\"'(){}=<>".utf8.contains($0) }), bytes.count > 2 else {
            return false
        }
        if bytes.contains(UInt8(ascii: "/")) { return !isExpression(word) }
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let ending = bytes[bytes.index(after: dot)...]
        return (1...12).contains(ending.count) && ending.contains { !(0x30...0x39).contains($0) }
            && ending.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
    }
}
