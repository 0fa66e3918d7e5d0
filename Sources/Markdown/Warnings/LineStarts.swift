import Addresses
import Diagnostics

extension Diagnostic.ID {
    package static let markdownLiteralHeading = Diagnostic.ID("markdown/literal-heading")
    package static let markdownLiteralContents = Diagnostic.ID("markdown/literal-toc")
    package static let markdownLiteralFootnote = Diagnostic.ID("markdown/literal-footnote")
}

/// Lines of paragraphs that begin like a heading, a footnote, a table or a marker for the table of
/// contents, but are text.
struct LineStarts {
    private(set) var diagnostics: [Diagnostic] = []
    private let tree: Tree
    private let lines: SourceLines
    private let file: SourcePath
    /// The last paragraph with full-width pipes.
    private var table = Tree.none

    init(_ tree: Tree, lines: SourceLines, file: SourcePath) {
        self.tree = tree
        self.lines = lines
        self.file = file
    }

    /// Reads a text that begins a line of its paragraph. O(1), or O(line) if it begins with one of
    /// four bytes.
    mutating func read(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].text
        guard !text.isEmpty else { return }
        switch tree.bytes[text.lowerBound] {
        case .hash: readHeading(id, &places)
        case .at, .dollar: readContents(id, &places)
        case 0xEF where tree.bytes[text].starts(with: Self.fullWidthMark):
            readFullWidthHeading(id, &places)
        case 0xEF, .hyphen, .colon: readFullWidthPipes(id, &places)
        case .openBracket:
            readContents(id, &places)
            readFootnote(id, &places)
        case .pipe where tree[tree[id].parent].firstChild != id: readFullWidthPipes(id, &places)
        case .pipe:
            if let warning = TableWarnings.warning(
                ofParagraph: tree[tree[id].parent], in: lines, file: file)
            {
                diagnostics.append(warning)
            }
        default: break
        }
    }

    /// Whether the file has the same text as the tree at a place, not escaped.
    private func isAsWritten(_ part: Range<Int>, at place: Place) -> Bool {
        lines.bytes[place.range].elementsEqual(tree.bytes[part])
    }

    // MARK: Tables

    /// `｜甲｜乙｜` before another such line, or `｜---｜---｜` after `| 甲 | 乙 |`.
    private mutating func readFullWidthPipes(_ id: NodeID, _ places: inout PlaceFinder) {
        let parent = tree[id].parent
        let text = tree[id].text
        guard parent != table, tree.bytes[text].contains(0xEF) else { return }
        let warning: Diagnostic?
        if tree[parent].firstChild == id {
            warning = TableWarnings.warning(
                ofFullWidthPipesIn: tree[parent], in: lines, file: file)
        } else {
            let start = places.place(of: text.lowerBound..<text.lowerBound + 1, in: id).range
            warning = TableWarnings.warning(
                ofFullWidthRule: lines.line(of: start.lowerBound), in: tree[parent], lines: lines,
                file: file)
        }
        guard let warning else { return }
        diagnostics.append(warning)
        table = parent
    }

    // MARK: Headings

    /// `#Heading`, which is not a heading without a space.
    private mutating func readHeading(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].text
        let marks =
            text.lowerBound..<text.lowerBound + tree.bytes[text].prefix { $0 == .hash }.count
        guard marks.count <= 6, LiteralHeading(tree, id, marks: marks.count).isMeant else { return }
        let place = places.place(of: marks, in: id)
        guard isAsWritten(marks, at: place) else { return }
        let end = Place(file: file, range: place.range.upperBound..<place.range.upperBound)
        diagnostics.append(
            .warning(
                .markdownLiteralHeading,
                "'\(tree.string(marks))' without a space makes no heading, and is shown", at: place,
                fixes: [.init("put a space after it", edits: [.init(end, " ")])]))
    }

    private static let fullWidthMark = Array("＃".utf8)

    /// `＃ 标题` and `＃＃标题`, with full-width signs; `＃话题` is a tag.
    private mutating func readFullWidthHeading(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].text
        let mark = Self.fullWidthMark
        var end = text.lowerBound
        var level = 0
        while tree.bytes[end..<text.upperBound].starts(with: mark) {
            end += mark.count
            level += 1
        }
        let marks = text.lowerBound..<end
        let blanks = [Array(" ".utf8), Array("　".utf8)]
        let rest = tree.bytes[end..<text.upperBound]
        let blank = blanks.first { rest.starts(with: $0) }
        let title = rest.dropFirst(blank?.count ?? 0)
        guard level <= 6, level > 1 || blank != nil, let first = title.first, !first.isSpace,
            title.firstRange(of: mark) == nil
        else { return }
        let place = places.place(of: marks, in: id)
        guard isAsWritten(marks, at: place) else { return }
        let after = place.range.upperBound
        let replaced = Place(
            file: file, range: place.range.lowerBound..<after + (blank?.count ?? 0))
        let sign = String(repeating: "#", count: level)
        diagnostics.append(
            .warning(
                .markdownLiteralHeading,
                "'\(tree.string(marks))' is of full width and makes no heading", at: place,
                fixes: [.init("write '\(sign) '", edits: [.init(replaced, sign + " ")])]))
    }

    // MARK: Contents

    /// `[TOC]` on a line of its own. In `[[_TOC_]]` it is emphasis, and in `@[toc](title)` a link,
    /// so the file's line is more reliable than the tree.
    private mutating func readContents(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].text
        guard text.count <= 12 else { return }
        let start = places.place(of: text.lowerBound..<text.lowerBound + 1, in: id).range.lowerBound
        let line = start..<max(start, lines.range(of: lines.line(of: start)).upperBound)
        let marker = lines.bytes.trimmed(line)
        // A text that ends the file may have no place of its own in it.
        guard marker.count <= 80, start < lines.bytes.count, text.lowerBound < tree.bytes.count,
            lines.bytes[start] == tree.bytes[text.lowerBound]
        else { return }
        let word = String(decoding: lines.bytes[marker].map(\.lowercased), as: UTF8.self)
        guard Self.isContentsMarker(word) else { return }
        let place = Place(file: file, range: marker)
        diagnostics.append(
            .warning(
                .markdownLiteralContents,
                "'\(String(decoding: lines.bytes[marker], as: UTF8.self))' is shown as it is written",
                at: place,
                explanation: "The theme puts the table of contents on the page by itself.",
                fixes: [.init("remove it", edits: [.init(place, "")])]))
    }

    /// In lower case; CSDN's `@[toc]` may have a title after it.
    private static func isContentsMarker(_ word: String) -> Bool {
        let markers = ["[toc]", "[[toc]]", "[[_toc_]]", "[_toc_]", "${toc}", "@[toc]"]
        return markers.contains(word) || word.hasPrefix("@[toc](") && word.hasSuffix(")")
    }

    // MARK: Footnotes

    /// `[^my note]: text`, which defines nothing.
    private mutating func readFootnote(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].text
        let bytes = tree.bytes
        guard text.count > 5, bytes[text.lowerBound + 1] == .caret,
            let close = bytes[text].firstIndex(of: .closeBracket), close + 1 < text.upperBound,
            bytes[close + 1] == .colon
        else { return }
        warnOfLabel(text.lowerBound + 2..<close, in: id, &places)
    }

    /// A link whose text is `^my note`: to CommonMark, its definition is a link's.
    mutating func readLink(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].firstChild
        guard text != Tree.none, tree[text].kind == .text, tree[text].next == Tree.none,
            case let range = tree[text].text, range.count > 3,
            tree.bytes[range.lowerBound] == .caret
        else { return }
        warnOfLabel(range.lowerBound + 1..<range.upperBound, in: text, &places)
    }

    private mutating func warnOfLabel(
        _ label: Range<Int>, in text: NodeID, _ places: inout PlaceFinder
    ) {
        guard !tree.bytes.trimmed(label).isEmpty,
            tree.bytes[label].contains(where: { $0.isBlank })
        else { return }
        let place = places.place(of: label, in: text)
        guard isAsWritten(label, at: place), !isLinkText(place) else { return }
        diagnostics.append(Self.warning(ofLabel: tree.string(label), at: place))
    }

    /// Whether a label is the text of a link with an address of its own: `[^my note](/a/)`.
    private func isLinkText(_ label: Place) -> Bool {
        lines.bytes[label.range.upperBound...].prefix(2).elementsEqual("](".utf8)
    }

    static func warning(ofLabel label: String, at place: Place) -> Diagnostic {
        let name = label.split { $0.isWhitespace }.joined(separator: "-")
        return .warning(
            .markdownLiteralFootnote, "'[^\(label)]' is no footnote: a label has no blanks",
            at: place, fixes: [.init("write '[^\(name)]', here and where it is referred to")])
    }
}
