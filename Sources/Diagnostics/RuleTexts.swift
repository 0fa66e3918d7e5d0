import Text

/// The texts of docs/diagnostics.md about each id, for the rules of a SARIF report. The page is
/// their only source; see `Rendering/Manual.swift`.
///
///     ### `content/broken-link`
///
///     Error. A symbolic link leads to nothing. It is left out.
///     …
///     Create what it leads to, or remove the link.
package struct RuleTexts: Sendable {
    /// The entry of one id.
    package struct Entry: Sendable, Hashable {
        /// The first sentence after those about severities: `A symbolic link leads to nothing`.
        package let title: String
        /// The first paragraph, without Markdown.
        package let description: String
        /// The whole entry, without Markdown except for its code.
        package let help: String
        /// The whole entry as Markdown; links within the manual become plain words.
        package let markdown: String
        /// The severity that its first word gives.
        package let severity: Severity
    }

    private let entries: [String: Entry]

    /// The heading for all ids of failing blocks, `snippet/go/parse`.
    private static let ofFailures = "snippet/LANGUAGE/LEVEL"

    /// Without texts.
    package init() { entries = [:] }

    /// Reads the page. O(bytes).
    package init(page: [UInt8]) {
        var entries: [String: Entry] = [:]
        var id: String?
        var lines: [Substring] = []
        func close() {
            if let id, let entry = Entry(lines) { entries[id] = entry }
            lines = []
        }
        var fence: Substring?
        for line in String(decoding: page, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if fence == nil, line.hasPrefix("#") {
                close()
                id = Self.id(ofHeading: line)
                continue
            }
            fence = Self.fence(after: line, fence)
            lines.append(line)
        }
        close()
        self.entries = entries
    }

    /// The ids with an entry on the page, sorted.
    package var ids: [String] { entries.keys.sorted() }

    /// The entry of an id; nil without one.
    package subscript(id: Diagnostic.ID) -> Entry? { entries[Self.heading(of: id)] }

    /// The anchor that Markdown renderers give the heading of an id: `a/b-c` has `ab-c`.
    package func anchor(of id: Diagnostic.ID) -> String {
        let heading = entries[id.string] == nil ? Self.heading(of: id) : id.string
        return heading.lowercased().filter { $0 != "/" }
    }

    private static func heading(of id: Diagnostic.ID) -> String {
        let isOfFailure = id.string.hasPrefix("snippet/") && id.string.count { $0 == "/" } == 2
        return isOfFailure ? ofFailures : id.string
    }

    /// `a/b` of "### `a/b`"; nil for other headings.
    private static func id(ofHeading line: Substring) -> String? {
        guard line.hasPrefix("### `"), line.hasSuffix("`") else { return nil }
        return String(line.dropFirst(5).dropLast())
    }

    /// The open fence after a line.
    fileprivate static func fence(after line: Substring, _ open: Substring?) -> Substring? {
        let mark = line.prefix { $0 == "`" }
        guard let open else { return mark.count >= 3 ? mark : nil }
        return mark == open && line.count == mark.count ? nil : open
    }
}

extension RuleTexts.Entry {
    /// For the lines below a heading; nil without a paragraph.
    fileprivate init?(_ lines: [Substring]) {
        let body = lines.trimmingBlankLines
        guard let first = body.split(separator: "", omittingEmptySubsequences: true).first else {
            return nil
        }
        description = Self.plain(first.joined(separator: " "))
        title = Self.title(of: description)
        severity = description.hasPrefix("Warning") ? .warning : .error
        markdown = Self.eachLine(of: body) { Self.withoutLinks($0) }
        help = Self.eachLine(of: body) { Self.plain($0) }
    }

    /// Changes the lines outside code.
    private static func eachLine(
        of lines: ArraySlice<Substring>, _ change: (String) -> String
    ) -> String {
        var fence: Substring?
        return lines.map { line in
            let before = fence
            fence = RuleTexts.fence(after: line, before)
            return (before ?? fence) == nil ? change(String(line)) : String(line)
        }.joined(separator: "\n")
    }

    /// `Error, guard 'drafts'. Texts are drafts. More.` → `Texts are drafts`
    private static func title(of description: String) -> String {
        var rest = description[...]
        let sentences = description.split(separator: ". ", maxSplits: 1)
        if sentences.count == 2, ["Error", "Warning"].contains(where: rest.hasPrefix) {
            rest = sentences[1]
        }
        let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
        let sentence = rest[..<end]
        return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
    }

    /// Turns words in code into quoted words, and links into their texts.
    private static func plain(_ markdown: String) -> String {
        withoutLinks(markdown).replacing("`", with: "'")
    }

    /// `see [themes.md](themes.md#icons)` → `see themes.md`
    private static func withoutLinks(_ markdown: String) -> String {
        var out = ""
        var rest = markdown[...]
        while let open = rest.firstIndex(of: "["),
            let middle = rest[open...].firstRange(of: "]("),
            let close = rest[middle.upperBound...].firstIndex(of: ")")
        {
            out += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}

extension [Substring] {
    fileprivate var trimmingBlankLines: ArraySlice<Substring> {
        let start = firstIndex { !$0.isEmpty } ?? endIndex
        let end = lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? start
        return self[Swift.min(start, end)..<end]
    }
}
