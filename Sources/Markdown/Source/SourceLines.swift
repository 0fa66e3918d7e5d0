import Text

/// The starts of a source's lines, as libcmark counts them: LF, CRLF or a lone CR ends a line.
///
/// Smaller and faster than `LineTable`, which serves printing: every post has one of these.
struct SourceLines: Sendable {
    let bytes: [UInt8]
    /// The number of the first line; more than 1 if `bytes` is a part of a file.
    let firstLine: Int
    private let starts: [Int32]

    /// O(bytes).
    init(_ bytes: [UInt8], firstLine: Int = 1) {
        self.bytes = bytes
        self.firstLine = firstLine
        var starts: [Int32] = [0]
        starts.reserveCapacity(bytes.count / 32 + 2)
        hasReturns = bytes.withUnsafeBytes { bytes in
            if bytes.index(of: .carriageReturn, from: 0) != nil {
                for i in bytes.indices where bytes[i] <= .carriageReturn {
                    let isReturn = bytes[i] == .carriageReturn
                    let isBeforeFeed = i + 1 < bytes.count && bytes[i + 1] == .lineFeed
                    if bytes[i] == .lineFeed || isReturn && !isBeforeFeed {
                        starts.append(Int32(truncatingIfNeeded: i + 1))
                    }
                }
                return true
            }
            var next = 0
            while let feed = bytes.index(of: .lineFeed, from: next) {
                next = feed + 1
                starts.append(Int32(truncatingIfNeeded: next))
            }
            return false
        }
        self.starts = starts
    }

    private let hasReturns: Bool

    /// The number of the last line; the empty one after a final line break counts.
    var lastLine: Int { firstLine + starts.count - 1 }

    /// The start of a line; the end of the text for a line beyond it.
    func start(of line: Int) -> Int {
        let index = line - firstLine
        if index < 0 { return 0 }
        return index < starts.count ? Int(starts[index]) : bytes.count
    }

    /// A line's bytes without its line break; empty beyond the ends.
    func range(of line: Int) -> Range<Int> {
        let start = start(of: line)
        var end = self.start(of: line + 1)
        if end > start, line < lastLine {
            end -= 1
            if hasReturns, end > start, bytes[end] == .lineFeed, bytes[end - 1] == .carriageReturn {
                end -= 1
            }
        }
        return start..<max(start, end)
    }

    /// The line that holds a byte offset. O(log lines).
    func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return firstLine + max(low, 1) - 1
    }
}
