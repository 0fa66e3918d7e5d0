/// Where the lines of a source begin, as libcmark counts them: LF, CRLF or a lone CR ends one.
///
/// Smaller and quicker than `LineTable`, which is for printing: one is made for every post.
struct SourceLines: Sendable {
    let bytes: [UInt8]
    /// The number of the first line; more than 1 where `bytes` is a part of a file.
    let firstLine: Int
    private let starts: [Int32]

    /// O(bytes).
    init(_ bytes: [UInt8], firstLine: Int = 1) {
        self.bytes = bytes
        self.firstLine = firstLine
        var starts: [Int32] = [0]
        starts.reserveCapacity(bytes.count / 32 + 2)
        let span = bytes.span
        var hasReturns = false
        for i in span.indices where span[i] <= .carriageReturn {
            if span[i] == .lineFeed {
                starts.append(Int32(truncatingIfNeeded: i + 1))
            } else if span[i] == .carriageReturn {
                hasReturns = true
                if i + 1 == span.count || span[i + 1] != .lineFeed {
                    starts.append(Int32(truncatingIfNeeded: i + 1))
                }
            }
        }
        self.hasReturns = hasReturns
        self.starts = starts
    }

    private let hasReturns: Bool

    /// The number of the last line; the empty one behind a final line break counts.
    var lastLine: Int { firstLine + starts.count - 1 }

    /// Where a line begins; the end of the text for a line beyond it.
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
