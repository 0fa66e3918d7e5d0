import Addresses
import Diagnostics

extension Diagnostic.ID {
    package static let markdownUnclosedHTML = Diagnostic.ID("markdown/unclosed-html")
    package static let markdownStrayEndTag = Diagnostic.ID("markdown/stray-end-tag")
    package static let markdownMisplacedTag = Diagnostic.ID("markdown/misplaced-tag")
}

/// Problems of the tags of raw HTML: one warning for each name and problem, at the first place.
///
/// `a <b>c` gives one at `<b`. Elements unknown to browsers already have a warning.
struct HTMLWarnings {
    private(set) var diagnostics: [Diagnostic] = []
    private var places: PlaceFinder
    private let bytes: [UInt8]

    private struct Group: Hashable {
        let kind: HTMLProblem.Kind
        let name: String
    }

    /// O(problems · log problems), and a scan of the raw-HTML node of each warning.
    init(_ problems: [HTMLProblem], _ tree: Tree, lines: SourceLines, file: SourcePath) {
        places = PlaceFinder(tree, lines: lines, file: file)
        bytes = tree.bytes
        var counts: [Group: Int] = [:]
        var firsts: [HTMLProblem] = []
        // Elements that end together are found innermost first.
        for problem in problems.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let isKnown = HTMLElements.isKnown(problem.name, isForeign: false)
            // Others have a warning as unknown names, except end tags of custom elements.
            let isCustom = problem.kind == .stray && problem.name.contains("-")
            guard isKnown || isCustom || problem.kind == .comment || problem.kind == .unfinished
            else { continue }
            let group = Group(kind: problem.kind, name: problem.name)
            if counts[group] == nil { firsts.append(problem) }
            counts[group, default: 0] += 1
        }
        for problem in firsts {
            let count = counts[Group(kind: problem.kind, name: problem.name)] ?? 1
            diagnostics.append(warning(of: problem, count: count))
        }
    }

    private mutating func warning(of problem: HTMLProblem, count: Int) -> Diagnostic {
        let place = places.place(of: problem.range, ofHTML: problem.node)
        let name = problem.name
        let times = count == 1 ? "" : " (\(count) times in this text)"
        switch problem.kind {
        case .unclosed:
            return .warning(
                .markdownUnclosedHTML, "'<\(name)>' is not closed\(times)", at: place,
                explanation: """
                    An element ends at its end tag, in the same block. This one is closed where its \
                    block ends, or the text.
                    """,
                fixes: [.init("close it with '</\(name)>', or write the tag as code")])
        case .stray:
            return .warning(
                .markdownStrayEndTag, "'</\(name)>' closes nothing, and is left out\(times)",
                at: place,
                explanation: "No '<\(name)>' is open in this block.",
                fixes: [.init("remove it, or open the element before it in the same block")])
        case .comment: return warning(ofComment: problem, at: place)
        case .unfinished:
            return .warning(
                .markdownUnclosedHTML, "the tag '<\(name)' has no '>'\(times)", at: place,
                fixes: [.init("end it with '>', and each quoted value with its quote")])
        case .misplaced where name == "plaintext":
            return .warning(
                .markdownMisplacedTag, "'<plaintext>' is shown as text\(times)", at: place,
                explanation: "Nothing could end the element.",
                fixes: [.init("write it as code, or what it holds as a code block")])
        case .interrupted:
            return .warning(
                .markdownMisplacedTag, "'<\(name)>' ends where another begins in it\(times)",
                at: place,
                explanation: "Such elements cannot be nested.",
                fixes: [.init("close it with '</\(name)>' before the other")])
        case .nested:
            return .warning(
                .markdownMisplacedTag, "a link within '<\(name)>' is written as text\(times)",
                at: place,
                explanation: "Links cannot be nested.",
                fixes: [.init("close it with '</\(name)>' before the other")])
        case .misplaced where ["a", "button", "form", "nobr"].contains(name):
            return .warning(
                .markdownMisplacedTag,
                "'<\(name)>' has no effect within another, and is not written\(times)", at: place,
                fixes: [.init("remove it, or end the other one before it")])
        case .misplaced:
            return .warning(
                .markdownMisplacedTag,
                "'<\(name)>' has no effect in a text, and is not written\(times)", at: place,
                explanation: "It belongs to a whole page, which the theme writes.",
                fixes: [.init("remove it, or write it as code")])
        }
    }

    /// For `<!-- a`, and for what browsers take for a comment: `<?php a`, `</ a`, `<!a`.
    private func warning(ofComment problem: HTMLProblem, at place: Place) -> Diagnostic {
        let text = bytes[problem.range]
        let kinds = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
        let kind = kinds.first { text.starts(with: $0.0.utf8) }
        if let kind, kind.0 == "<!--" {
            return .warning(
                .markdownUnclosedHTML, "the comment is not closed, and hides the rest of its block",
                at: place, fixes: [.init("end it with '-->'")])
        }
        let word = String(decoding: text.prefix(24).prefix { !$0.isSpace }, as: UTF8.self)
        let escaped = "write '&lt;' for '<', or put it into a code block"
        return .warning(
            .markdownUnclosedHTML,
            "'\(word)' has no end, and hides the rest of its block", at: place,
            explanation: "Browsers take it for a comment.",
            fixes: [.init(escaped)] + (kind.map { [.init("end it with '\($0.1)'")] } ?? []))
    }
}
