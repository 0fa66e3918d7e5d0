/// The starts of a text's lines: maps byte offsets to lines and columns, and back.
///
/// A line ends at LF, CRLF or a lone CR.
package struct LineTable: Sendable {
    private let starts: [Int]
    private let bytes: [UInt8]
    /// How many scalars begin before each multiple of ``stride``: otherwise many places on one long
    /// line, such as minified code, would cost its length each.
    private let scalars: [Int]
    private static let stride = 1024

    /// O(bytes).
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var scalars = [0]
        var count = 0
        var i = 0
        while i < bytes.count {
            if i > 0, i % LineTable.stride == 0 { scalars.append(count) }
            if bytes[i] & 0xC0 != 0x80 { count += 1 }
            if bytes[i] == 0x0A {
                starts.append(i + 1)
            } else if bytes[i] == 0x0D, i + 1 == bytes.count || bytes[i + 1] != 0x0A {
                starts.append(i + 1)
            }
            i += 1
        }
        self.starts = starts
        self.scalars = scalars
    }

    /// A line and column as people and editors count them.
    package struct Position: Hashable, Sendable {
        /// 1-based.
        package let line: Int
        /// 1-based, in Unicode scalars.
        package let column: Int
        /// 1-based, in UTF-8 bytes.
        package let byteColumn: Int
    }

    /// How many lines there are; text that ends in a line break has an empty last one.
    package var count: Int { starts.count }

    /// The position of a byte offset; beyond the end it is the end. O(log lines).
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = line(of: offset)
        let start = starts[line - 1]
        // A byte order mark is not a column in editors.
        let first = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
        let column = scalars(before: offset) - scalars(before: min(first, offset)) + 1
        return Position(line: line, column: column, byteColumn: offset - start + 1)
    }

    /// How many scalars begin before an offset that is not beyond the end.
    private func scalars(before offset: Int) -> Int {
        let mark = min(offset / LineTable.stride, scalars.count - 1)
        var count = scalars[mark]
        for byte in bytes[mark * LineTable.stride..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The 1-based line that holds a byte offset. O(log lines).
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }

    /// The bytes of a 1-based line without its line break; empty beyond the end.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        if line < starts.count {
            if end > start, bytes[end - 1] == 0x0A { end -= 1 }
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        }
        return start..<end
    }

    /// The text of a 1-based line without its line break.
    package func text(ofLine line: Int) -> String {
        text(in: range(ofLine: line))
    }

    /// The text of a range, clamped to the text; invalid UTF-8 is repaired.
    func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
