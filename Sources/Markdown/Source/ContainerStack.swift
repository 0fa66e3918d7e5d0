/// The quotes and list items around a block, as rules for where each line of it begins.
///
/// libcmark does not report which lines are lazy (section 5.1 of CommonMark: a paragraph's line may
/// leave out the `>` or the indentation); a table's rows may not be.
struct ContainerStack: Sendable {
    /// The indentation of the content of list items, so that each is measured once.
    typealias Measures = [NodeID: Int]

    private enum Container {
        case quote
        /// Columns of indentation that a line needs, except the line with the marker.
        case item(columns: Int, firstLine: Int)
        /// The same, with `[^label]:` as the marker.
        case footnote(columns: Int, firstLine: Int)
    }

    private var containers: [Container] = []
    private let lines: SourceLines

    /// Nothing around a block.
    init(_ lines: SourceLines) {
        self.lines = lines
    }

    /// The containers around `block`, outermost first; `lines` are those that `tree` counts.
    /// O(depth).
    init(
        around block: NodeID, in tree: Tree, lines: SourceLines, measures: inout Measures
    ) {
        self.lines = lines
        var path: [NodeID] = []
        var id = tree[block].parent
        while id != Tree.none {
            switch tree[id].kind {
            case .blockQuote, .callout, .item, .footnote: path.append(id)
            default: break
            }
            id = tree[id].parent
        }
        if let outermost = path.last, tree[outermost].kind == .footnote {
            readOuter(ofNoteOn: Int(tree[outermost].firstLine))
        }
        // Containers that begin on one line are measured in one pass along it.
        var reached: LineCursor?
        var reachedLine = 0
        for id in path.reversed() {
            let node = tree[id]
            let line = Int(node.firstLine)
            let isQuote = node.kind == .blockQuote || node.kind == .callout
            if line != reachedLine { reached = nil }
            if reached == nil, !isQuote, measures[id] == nil {
                reached = cursor(onLine: line)
                reachedLine = line
            }
            if isQuote {
                if var cursor = reached {
                    reached = Self.readQuote(&cursor) ? cursor : nil
                }
                containers.append(.quote)
                continue
            }
            var columns = measures[id] ?? 0
            if var cursor = reached {
                columns =
                    node.kind == .item ? Self.readMarker(&cursor) : Self.readLabel(&cursor)
                reached = cursor
            }
            measures[id] = columns
            containers.append(
                node.kind == .item
                    ? .item(columns: columns, firstLine: line)
                    : .footnote(columns: columns, firstLine: line))
        }
    }

    /// Adds the quotes and items around a note's definition, which the tree no longer has: those
    /// whose markers are on its first line.
    private mutating func readOuter(ofNoteOn line: Int) {
        var cursor = LineCursor(lines.bytes, line: lines.range(of: line))
        while let byte = cursor.indent.byte, byte != .openBracket {
            if byte == .greater {
                guard Self.readQuote(&cursor) else { return }
                containers.append(.quote)
            } else {
                let columns = Self.readMarker(&cursor)
                containers.append(.item(columns: columns, firstLine: line))
            }
        }
    }

    /// The cursor after the prefixes on a line; nil where it lacks one of them.
    func cursor(onLine line: Int) -> LineCursor? {
        var cursor = LineCursor(lines.bytes, line: lines.range(of: line))
        for container in containers {
            switch container {
            case .quote: guard Self.readQuote(&cursor) else { return nil }
            case .item(_, line): _ = Self.readMarker(&cursor)
            case .footnote(_, line): _ = Self.readLabel(&cursor)
            case .item(let columns, _), .footnote(let columns, _):
                guard cursor.indent.columns >= columns else { return nil }
                cursor.advance(columns: columns)
            }
        }
        return cursor
    }

    /// The bytes that a further line of the block begins with.
    var prefix: [UInt8] {
        var prefix: [UInt8] = []
        for container in containers {
            switch container {
            case .quote: prefix += [.greater, .space]
            case .item(let columns, _), .footnote(let columns, _):
                prefix += [UInt8](repeating: .space, count: columns)
            }
        }
        return prefix
    }

    private static func readQuote(_ cursor: inout LineCursor) -> Bool {
        let (columns, byte) = cursor.indent
        guard columns <= 3, byte == .greater else { return false }
        cursor.advance(columns: columns)
        cursor.skip(1)
        if cursor.byte?.isBlank == true { cursor.advance(columns: 1) }
        return true
    }

    /// Reads `[^label]:` and the blanks after it; returns the indentation of the note's content.
    private static func readLabel(_ cursor: inout LineCursor) -> Int {
        let before = cursor.indent.columns
        while let byte = cursor.byte, byte != .closeBracket { cursor.skip(1) }
        cursor.skip(2)
        cursor.skipBlanks()
        return 4 + before
    }

    /// Reads a list marker on its first line; returns the indentation of the item's content
    /// (section 5.2).
    private static func readMarker(_ cursor: inout LineCursor) -> Int {
        let before = cursor.indent.columns
        cursor.advance(columns: before)
        var width = 0
        while cursor.byte?.isDigit == true {
            cursor.skip(1)
            width += 1
        }
        cursor.skip(1)
        width += 1
        let (blanks, byte) = cursor.indent
        if blanks < 1 || blanks > 4 || byte == nil {
            if blanks > 0 { cursor.advance(columns: 1) }
            return before + width + 1
        }
        cursor.advance(columns: blanks)
        return before + width + blanks
    }
}
