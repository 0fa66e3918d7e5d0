import Languages

/// What stands behind the opening fence of a code block: its language and its attributes.
///
/// ` ```go title="main.go" start=20 hl=3,5-7 ` and what other generators write for the same:
/// Hexo's `go main.go https://… link first_line:20 mark:3,5-7`,
/// Hugo's `go {linenos=true,hl_lines=[3,"5-7"],linenostart=20}` and Zola's `go,linenos,hl_lines=3 5-7`.
package struct InfoString: Sendable, Hashable {
    /// The first word as written, without a leading `.`; empty when there is none.
    package var label = ""
    package var title: String?
    /// A link beside the title (Hexo).
    package var link: String?
    /// The number of the first line; 1 unless the author says otherwise.
    package var start = 1
    /// nil: as the site says.
    package var lineNumbers: Bool?
    package var highlighted = LineSet()
    package var inserted = LineSet()
    package var deleted = LineSet()
    /// Every other `key=value`; ``check``, ``reason`` and the like read them.
    package var attributes: [String: String] = [:]
    /// What ``start`` may be, so that no number of a line overflows.
    static let firstLines = 0...1_000_000_000
    /// Keys whose value could not be read, as written.
    package var malformed: [String] = []

    package init() {}

    /// Reads an info string; never fails. O(bytes).
    package init(_ text: String) {
        self.init(text, hasLabel: true)
    }

    /// Reads attributes that stand alone, as in a comment: `language=go check=skip reason="…"`.
    /// Words that are none are passed over. O(bytes).
    package init(attributes text: String) {
        self.init(text, hasLabel: false)
    }

    private init(_ text: String, hasLabel: Bool) {
        if hasLabel, Self.isLabel(text) {
            label = text
            return
        }
        var words = InfoStringWords(text)
        var bare: [String] = []
        while let word = words.next() {
            switch word {
            case .bare(let text):
                if hasLabel, words.count == 1 {
                    setLabel(text)
                } else if !setFlag(text), !(words.inBraces && Self.isClassOrID(text)) {
                    bare.append(text)
                }
            case .lines(let text):
                setLines(\.highlighted, "hl", text)
            case .pair(let key, let value):
                set(key, value)
            }
        }
        if label.isEmpty { label = attributes["language"] ?? attributes["lang"] ?? "" }
        if hasLabel { readCaption(bare) }
    }

    /// Whether a text is a label and nothing besides, as most info strings are: `go`, `c++`.
    static func isLabel(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#")
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }

    /// Whether a value of one of the keys above is one that can be read.
    static func canRead(_ value: String, of key: String) -> Bool {
        var info = InfoString()
        info.set(key, value)
        return info.malformed.isEmpty
    }

    /// `.wide` and `#main`, which are for a style sheet.
    private static func isClassOrID(_ word: String) -> Bool {
        word.hasPrefix(".") || word.hasPrefix("#")
    }

    /// `go` or `.go`; also Qiita's `go:main.go` and VitePress's `go:line-numbers`.
    private mutating func setLabel(_ text: String) {
        label = text.hasPrefix(".") ? String(text.dropFirst()) : text
        guard let colon = label.firstIndex(of: ":"), Language.named(String(label[..<colon])) != nil
        else { return }
        let rest = String(label[colon...].prefix { $0 != "=" })
        if !setFlag(rest), label[colon...].count > 1 {
            title = String(label[colon...].dropFirst())
        }
        label = String(label[..<colon])
    }

    private mutating func setFlag(_ text: String) -> Bool {
        switch text {
        case "linenos", "showLineNumbers": lineNumbers = true
        case "nolinenos": lineNumbers = false
        case ":line-numbers", ".numberLines": lineNumbers = true
        case ":no-line-numbers": lineNumbers = false
        default: return false
        }
        return true
    }

    private mutating func set(_ key: String, _ value: String) {
        switch key {
        case "title", "caption": title = value
        case "start", "first_line", "linenostart": setStart(key, value)
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

    /// Hexo's caption: words, then perhaps a URL, then perhaps the URL's text.
    private mutating func readCaption(_ words: [String]) {
        guard title == nil, !words.isEmpty else { return }
        if let url = words.firstIndex(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        ) {
            link = words[url]
            let name = words[..<url].joined(separator: " ")
            title = name.isEmpty ? words[url] : name
        } else {
            title = words.joined(separator: " ")
        }
    }
}
