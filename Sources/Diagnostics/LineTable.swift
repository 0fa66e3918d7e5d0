/// Where the lines of a text begin: byte offsets to lines and columns, and back.
///
/// A line ends at LF, CRLF or a lone CR.
package struct LineTable: Sendable {
    private let starts: [Int]
    private let bytes: [UInt8]

    /// O(bytes).
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var i = 0
        while i < bytes.count {
            if bytes[i] == 0x0A {
                starts.append(i + 1)
            } else if bytes[i] == 0x0D, i + 1 == bytes.count || bytes[i + 1] != 0x0A {
                starts.append(i + 1)
            }
            i += 1
        }
        self.starts = starts
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

    /// The position of a byte offset; beyond the end it is the end. O(log lines + column).
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = line(of: offset)
        let start = starts[line - 1]
        // A byte order mark is not a column that an editor shows.
        let first = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
        let scalars = bytes[min(first, offset)..<offset].lazy.filter { $0 & 0xC0 != 0x80 }.count
        return Position(line: line, column: scalars + 1, byteColumn: offset - start + 1)
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

    /// The text of a part, clamped to what there is; invalid UTF-8 is repaired.
    func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
