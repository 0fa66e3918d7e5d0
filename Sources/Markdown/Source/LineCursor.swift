/// A position in a line while the prefixes of its containers are read, with tabs as CommonMark
/// counts them (section 2.2: tab stops of 4; a tab may be used up in part).
struct LineCursor: Sendable {
    private let bytes: [UInt8]
    let end: Int
    /// The next byte to read.
    private(set) var offset: Int
    /// Columns from the start of the line.
    private(set) var column = 0
    private var tabIsBegun = false

    init(_ bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        offset = line.lowerBound
        end = line.upperBound
    }

    /// The byte at the cursor; nil at the end of the line.
    var byte: UInt8? { offset < end ? bytes[offset] : nil }

    /// Columns of blanks from here, and the byte after them.
    var indent: (columns: Int, byte: UInt8?) {
        var i = offset
        var at = column
        while i < end, bytes[i].isBlank {
            at += bytes[i] == .tab ? 4 - at % 4 : 1
            i += 1
        }
        return (at - column, i < end ? bytes[i] : nil)
    }

    /// Advances by `count` columns.
    mutating func advance(columns count: Int) {
        var count = count
        while count > 0, offset < end {
            guard bytes[offset] == .tab else {
                tabIsBegun = false
                offset += 1
                column += 1
                count -= 1
                continue
            }
            let toStop = 4 - column % 4
            tabIsBegun = toStop > count
            let step = min(count, toStop)
            column += step
            if !tabIsBegun { offset += 1 }
            count -= step
        }
    }

    /// Skips blanks.
    mutating func skipBlanks() {
        advance(columns: indent.columns)
    }

    /// Skips `count` bytes that are not blanks.
    mutating func skip(_ count: Int) {
        advance(columns: count)
    }

    /// The bytes after the cursor.
    var rest: Range<Int> { offset..<end }
}
