import Diagnostics
import Text

/// Pairs of `*`, `_` and `__` around Chinese or Japanese that CommonMark leaves in the text because
/// the character next to them is not a space: `*注意：*见下`, `__重要：__见下`, `这__很__重要`, `_斜体_中文`.
///
/// Other pairs get no warning: `java.*或javax.*`, `通配符*、?和*。`, `变量_name_的值`, and `标题_作者的博客_网站`,
/// whose first `_` is in a word.
struct LiteralPairs {
    private(set) var diagnostics: [Diagnostic] = []
    private let tree: Tree
    private let bytes: [UInt8]
    private let lines: SourceLines
    /// The run that may open, in the parent of the last text.
    private var open: Run?
    private var parent = Tree.none

    private struct Run {
        let text: NodeID
        let range: Range<Int>
        let mark: UInt8
    }

    /// An author does not mean longer text as emphasis.
    private static let longest = 200

    init(_ tree: Tree, lines: SourceLines) {
        self.tree = tree
        bytes = tree.bytes
        self.lines = lines
    }

    /// Reads a text that holds `*` or `_`; texts come in document order. O(bytes).
    mutating func read(_ id: NodeID, _ places: inout PlaceFinder) {
        let text = tree[id].text
        // Titles of pages in links have such signs of their own.
        if tree[id].flags.contains(.insideLink) { return }
        if tree[id].parent != parent { open = nil }
        parent = tree[id].parent
        var i = text.lowerBound
        while i < text.upperBound {
            let mark = bytes[i]
            guard mark == .asterisk || mark == .underscore else {
                i += 1
                continue
            }
            var end = i + 1
            while end < text.upperBound, bytes[end] == mark { end += 1 }
            readRun(Run(text: id, range: i..<end, mark: mark), &places)
            i = end
        }
    }

    private mutating func readRun(_ run: Run, _ places: inout PlaceFinder) {
        // `LiteralEmphasis` handles runs of two asterisks.
        guard run.range.count == 1 || run.range.count == 2 && run.mark == .underscore else {
            open = nil
            return
        }
        let before = scalar(before: run)
        let after = scalar(after: run)
        if let opener = open, opener.mark == run.mark, opener.range.count == run.range.count,
            mayClose(before, after), holdsCJK(from: opener, to: run)
        {
            warn(opener, run, &places)
            open = nil
        } else {
            open = mayOpen(run, before, after) ? run : nil
        }
    }

    // MARK: Neighbors of a run

    /// nil at the text's end, next to other markup.
    private func scalar(before run: Run) -> Unicode.Scalar? {
        bytes.scalar(before: run.range.lowerBound, from: tree[run.text].text.lowerBound)?.scalar
    }

    private func scalar(after run: Run) -> Unicode.Scalar? {
        run.range.upperBound < tree[run.text].text.upperBound
            ? bytes.scalar(at: run.range.upperBound) : nil
    }

    private func mayOpen(
        _ run: Run, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        // One `_` in a word is a part of a name.
        let mayFollowCJK = run.mark == .asterisk || run.range.count == 2
        let isFree = before.map { $0.isUnicodeWhitespace || mayFollowCJK && $0.isCJK } ?? true
        return isFree && after.map { isWord($0) || Self.openers.contains($0) } ?? true
    }

    private func mayClose(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        let isFree = after.map { $0.isUnicodeWhitespace || $0.isCJK } ?? true
        return isFree
            && before.map {
                isWord($0) || $0.isUnicodePunctuation && !Self.openers.contains($0)
            } ?? true
    }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isUnicodeWhitespace && !scalar.isUnicodePunctuation
    }

    private static let openers: Set<Unicode.Scalar> = [
        "“", "‘", "（", "《", "「", "『", "【", "〈", "(", "[", "\"", "'",
    ]

    /// Whether CJK is between two runs of one text or of adjacent texts.
    private func holdsCJK(from opener: Run, to closer: Run) -> Bool {
        if opener.text != closer.text { return true }
        let between = opener.range.upperBound..<closer.range.lowerBound
        guard between.count <= Self.longest else { return false }
        var i = between.lowerBound
        while i < between.upperBound {
            let scalar = bytes.scalar(at: i)
            if scalar.isCJK, !scalar.isUnicodePunctuation { return true }
            i += UTF8.width(scalar)
        }
        return false
    }

    // MARK: Warnings

    private mutating func warn(_ opener: Run, _ closer: Run, _ places: inout PlaceFinder) {
        let start = places.place(of: opener.range, in: opener.text)
        let end = places.place(of: closer.range, in: closer.text)
        // `\*` shows that the author wants a literal asterisk.
        let areMarks = [(start, opener), (end, closer)].allSatisfy { place, run in
            lines.bytes[place.range].elementsEqual(bytes[run.range])
        }
        guard areMarks else { return }
        let mark = tree.string(opener.range)
        diagnostics.append(
            .warning(
                .markdownLiteralEmphasis,
                "'\(mark)' is shown as it is written, since it opens or closes nothing", at: start,
                explanation: "Beside Chinese only runs of two asterisks need no space around them.",
                notes: [.init("closed here", at: end)],
                fixes: [
                    .init(
                        "write '**' at both ends",
                        edits: [.init(start, "**"), .init(end, "**")])
                ]))
    }
}
