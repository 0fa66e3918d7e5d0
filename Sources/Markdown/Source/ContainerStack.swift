/// The quotes and list items around a block, as rules for where a further line of it begins.
///
/// libcmark does not tell which lines are lazy (section 5.1 of CommonMark: a paragraph's line may
/// leave out the `>` or the indentation); a table's rows may not be.
struct ContainerStack: Sendable {
    private enum Container {
        case quote
        /// Columns that a line must be indented by.
        case item(Int)
    }

    private var containers: [Container] = []
    /// Where the innermost container's content begins on the line that the container begins on.
    private var innermost: (line: Int, cursor: LineCursor)?

    /// Nothing around.
    init() {}

    /// What is around `block`, outermost first; the lines are those that `tree` counts.
    ///
    /// O(depth), and again O(depth) for each container that begins on a line of its own.
    init(around block: NodeID, in tree: Tree, lines: SourceLines) {
        var path: [NodeID] = []
        var id = tree[block].parent
        while id != Tree.none {
            switch tree[id].kind {
            case .blockQuote, .callout, .item, .footnote: path.append(id)
            default: break
            }
            id = tree[id].parent
        }
        var cursor: LineCursor?
        var line = 0
        for id in path.reversed() {
            let node = tree[id]
            if cursor == nil || line != Int(node.firstLine) {
                line = Int(node.firstLine)
                cursor = self.cursor(onLine: lines.range(of: line), of: lines.bytes)
            }
            guard var at = cursor else { return }
            switch node.kind {
            case .item: containers.append(.item(Self.readMarker(&at)))
            case .footnote: containers.append(.item(4 + at.indent.columns))
            default:
                _ = Self.readQuote(&at)
                containers.append(.quote)
            }
            cursor = at
            innermost = (line, at)
        }
    }

    /// The cursor behind the prefixes on the block's own first line.
    func cursor(onFirstLine line: Int, in lines: SourceLines) -> LineCursor? {
        if let innermost, innermost.line == line { return innermost.cursor }
        return cursor(onLine: lines.range(of: line), of: lines.bytes)
    }

    /// The cursor behind the prefixes on a line; nil where it lacks one of them.
    func cursor(onLine line: Range<Int>, of bytes: [UInt8]) -> LineCursor? {
        var cursor = LineCursor(bytes, line: line)
        for container in containers {
            switch container {
            case .quote: guard Self.readQuote(&cursor) else { return nil }
            case .item(let columns):
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
            case .item(let columns): prefix += [UInt8](repeating: .space, count: columns)
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

    /// Reads a list marker on its first line: how far the item's content is indented (section 5.2).
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
