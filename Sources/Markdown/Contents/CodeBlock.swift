import Addresses
import Diagnostics

/// A code block: its content and its place in the file.
package struct CodeBlock: Sendable {
    package let node: NodeID
    /// The words after the fence, entities and escapes decoded: `go title="main.go"`. Empty for an
    /// indented block.
    package let info: String
    /// The code, each line ended by LF, in ``Tree/bytes``.
    package let text: Range<Int>
    /// Whether the block is between fences, or tags such as `{% highlight go %}`, rather than
    /// indented.
    package let isFenced: Bool
    /// Whether a fence ends it; an unclosed block reaches to the end of its container.
    package let isClosed: Bool
    /// The opening fence with its info string; the first line of an indented block.
    package let place: Place
    /// 1-based line of the file, front matter counted, that holds the first line of code.
    package let firstCodeLine: Int

    /// The first word of the info string, `go`; empty without one.
    package var language: Substring {
        info.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
    }

    /// `containers` are those around the block.
    init(
        _ id: NodeID, in tree: Tree, lines: SourceLines, containers: ContainerStack,
        file: SourcePath
    ) {
        let node = tree[id]
        let firstLine = Int(node.firstLine)
        let first = lines.range(of: firstLine)
        let start = min(first.lowerBound + max(Int(node.column) - 1, 0), first.upperBound)
        self.node = id
        info = tree.string(node.destination)
        text = node.text
        if node.level == Node.betweenTags {
            isFenced = true
            isClosed = true
            place = Place(file: file, range: start..<first.upperBound)
            firstCodeLine = firstLine + 1
            return
        }
        let cursor = containers.cursor(onLine: firstLine)
        let opening = cursor.flatMap { Fence(opening: $0, in: lines.bytes) }
        isFenced = opening != nil
        if let opening {
            place = Place(file: file, range: opening.start..<first.upperBound)
            firstCodeLine = firstLine + 1
            let last = Int(node.lastLine)
            isClosed =
                last > firstLine
                && containers.cursor(onLine: last)
                    .map { opening.isClosed(by: $0, in: lines.bytes) } ?? false
        } else {
            place = Place(file: file, range: start..<first.upperBound)
            firstCodeLine = firstLine
            isClosed = true
        }
    }
}

/// The fence that opens a block (CommonMark 0.30, section 4.5).
private struct Fence {
    let start: Int
    private let byte: UInt8
    private let width: Int

    /// nil where the line at the cursor is indented code.
    init?(opening cursor: LineCursor, in bytes: [UInt8]) {
        let (columns, byte) = cursor.indent
        guard columns <= 3, let byte, byte == .backtick || byte == .tilde else { return nil }
        var cursor = cursor
        cursor.skipBlanks()
        start = cursor.offset
        self.byte = byte
        width = bytes[cursor.rest].prefix { $0 == byte }.count
        guard width >= 3 else { return nil }
    }

    func isClosed(by cursor: LineCursor, in bytes: [UInt8]) -> Bool {
        let line = bytes[cursor.rest]
        let text = bytes.trimmed(cursor.rest)
        return cursor.indent.columns <= 3 && text.count >= width && !line.isEmpty
            && bytes[text].allSatisfy { $0 == byte }
    }
}

extension Document {
    /// The place of a part of a fenced block's info string: `range` is in UTF-8 bytes of
    /// ``CodeBlock/info``.
    ///
    /// Follows entities and escapes; where that fails, and for an indented block, returns
    /// ``CodeBlock/place``. O(info).
    package func place(ofInfo range: Range<Int>, in block: CodeBlock) -> Place {
        let info = Array(block.info.utf8)[...]
        let line = block.place.range
        guard block.isFenced, !info.isEmpty, range.upperBound <= info.count,
            let fence = source[line].first,
            let behind = source[line].firstIndex(where: { $0 != fence && !$0.isBlank })
        else { return block.place }
        let alignment = TextAlignment(source, before: line.upperBound)
        guard alignment.stands(info, at: behind) else { return block.place }
        let start = alignment.end(of: info[..<range.lowerBound], from: behind)
        let end = alignment.end(of: info[range], from: start)
        return Place(file: file, range: start..<max(start, end))
    }
}
