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
    /// Every other `key=value`, for the checkers: `check`, `reason`, `fails`, `name`, `file`, …
    package var attributes: [String: String] = [:]
    /// Keys whose value could not be read, as written.
    package var malformed: [String] = []

    package init() {}

    /// Reads an info string; never fails. O(bytes).
    package init(_ text: String) {
        var words = InfoStringWords(text)
        var bare: [String] = []
        while let word = words.next() {
            switch word {
            case .bare(let text):
                if label.isEmpty, bare.isEmpty, attributes.isEmpty, words.count == 1 {
                    setLabel(text)
                } else if !setFlag(text) {
                    bare.append(text)
                }
            case .lines(let text):
                setLines(\.highlighted, "hl", text)
            case .pair(let key, let value):
                set(key, value)
            }
        }
        readCaption(bare)
    }

    /// `go`, `.go`, or Hexo's `go=20` would be a pair; `rust,linenos` is split before.
    private mutating func setLabel(_ text: String) {
        label = text.hasPrefix(".") ? String(text.dropFirst()) : text
    }

    private mutating func setFlag(_ text: String) -> Bool {
        switch text {
        case "linenos": lineNumbers = true
        case "nolinenos": lineNumbers = false
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
        if let number = Int(value), (0...1_000_000_000).contains(number) {
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
