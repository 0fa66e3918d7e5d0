/// The text that a checker sees instead of a block: wrapped, without prompts and output, or with
/// elisions filled in. Maps every byte of it back to the block.
///
///     if err != nil { ... }     becomes     package p;func _(){if err != nil {     }
///                                           }
///
/// A column that the checker names in the second is a byte of the first.
package struct CheckedText: Sendable, Hashable {
    /// UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Parts of `bytes` that are also in the block, in order.
    private var pieces: [Piece] = []
    /// How many elisions were filled in.
    package var elisions = 0

    private struct Piece: Sendable, Hashable {
        /// In ``CheckedText/bytes``.
        let start: Int
        var count: Int
        /// In the block.
        let origin: Int
    }

    package init() {}

    /// The block as it is.
    package init(_ block: [UInt8]) {
        self.init(standingFor: block)
    }

    /// Text as long as the block that replaces all of it. O(1).
    init(standingFor text: [UInt8]) {
        bytes = text
        if !text.isEmpty { pieces = [Piece(start: 0, count: text.count, origin: 0)] }
    }

    /// Reserves room for so many more bytes.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Appends a part of the block.
    package mutating func append(_ block: [UInt8], _ range: Range<Int>) {
        append(standingFor: range, block[range])
    }

    /// Appends text of the same length that replaces a part of the block, as for an elision.
    ///
    /// - Precondition: `text` is as long as `range`.
    package mutating func append(standingFor range: Range<Int>, _ text: some Collection<UInt8>) {
        precondition(text.count == range.count)
        if range.isEmpty { return }
        if let last = pieces.last, last.start + last.count == bytes.count,
            last.origin + last.count == range.lowerBound
        {
            pieces[pieces.count - 1].count += range.count
        } else {
            pieces.append(Piece(start: bytes.count, count: range.count, origin: range.lowerBound))
        }
        bytes.append(contentsOf: text)
    }

    /// Appends text that the block lacks, such as a wrapper.
    package mutating func append(written text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Replaces appended bytes by as many others: places stay.
    package mutating func overwrite(_ range: Range<Int>, with text: some Collection<UInt8>) {
        precondition(text.count == range.count)
        bytes.replaceSubrange(range, with: text)
    }

    /// The offset in the block of an offset in ``bytes``: for written text the block's next byte,
    /// after the last piece the block's end. O(log pieces).
    package func origin(of offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return pieces.first?.origin ?? 0 }
        let piece = pieces[low - 1]
        if offset < piece.start + piece.count { return piece.origin + offset - piece.start }
        return low < pieces.count ? pieces[low].origin : piece.origin + piece.count
    }

    /// Whether the block has only white space at or after an offset.
    func isEnd(_ origin: Int) -> Bool {
        guard let last = pieces.last else { return true }
        let start = last.start + max(0, origin - last.origin)
        guard origin >= last.origin, start < last.start + last.count else {
            return origin >= last.origin
        }
        return bytes[start..<last.start + last.count].allSatisfy { $0 <= 0x20 }
    }

    /// The part of the block that a range of ``bytes`` represents; a point stays a point.
    package func origin(of range: Range<Int>) -> Range<Int> {
        let start = origin(of: range.lowerBound)
        if range.isEmpty { return start..<start }
        return start..<max(start, origin(of: range.upperBound - 1) + 1)
    }

    /// The offset in ``bytes`` of a 1-based line and column as a tool counts them; lines end at LF.
    /// Beyond the end of a line it is that end; without a column it is the line's first visible
    /// byte.
    package func offset(line: Int, column: Int?, in unit: ToolFinding.Unit) -> Int {
        var start = 0
        var current = 1
        while current < line, let end = bytes[start...].firstIndex(of: 0x0A) {
            start = end + 1
            current += 1
        }
        if current < line { return bytes.count }
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        guard let column else {
            return bytes[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? start
        }
        var offset = start
        var rest = max(column, 1) - 1
        while rest > 0, offset < end {
            let first = bytes[offset]
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            switch unit {
            case .bytes:
                offset += 1
                rest -= 1
            case .scalars:
                offset += length
                rest -= 1
            case .utf16:
                offset += length
                rest -= length == 4 ? 2 : 1
            }
        }
        return min(offset, end)
    }
}
