import Addresses
import Diagnostics
import Text

/// The way from a code block's text back to the file, for what a checker says about a snippet: a
/// value that outlives the document.
///
/// A line of code is a suffix of its source line; blanks that came out of a tab cut by a container
/// have no place of their own and give the line's first byte.
package struct CodePlaces: Sendable {
    private let file: SourcePath
    private let lines: [Line]
    /// Where the last line of the source ends.
    private let end: Int

    private struct Line: Sendable {
        /// In the block's text.
        let start: Int32
        /// In the file, in bytes.
        let source: Int32
        /// How many bytes at the line's start stand in no file.
        let missing: Int32
        /// Of the line in the file, without the LF that ends it.
        let count: Int32
        /// Whether what is not missing is in the file byte by byte.
        var isExact = true
    }

    /// A part of a text, and the bytes of the file that it is shown for.
    struct Piece {
        let start: Int
        let source: Int
        let count: Int
    }

    /// Of a text that the file writes otherwise, as HTML does, so that no part of it is exact; the pieces are
    /// in order.
    init(pieces: [Piece], file: SourcePath, end: Int) {
        self.file = file
        self.end = end
        lines = pieces.map {
            Line(
                start: Int32(truncatingIfNeeded: $0.start),
                source: Int32(truncatingIfNeeded: $0.source), missing: 0,
                count: Int32(truncatingIfNeeded: $0.count), isExact: false)
        }
    }

    /// O(code); a block that stands in the file as it is, as nearly all do, is compared as a whole.
    init(_ block: borrowing CodeBlock, in document: borrowing Document) {
        file = document.file
        if let line = Self.verbatim(block, in: document) {
            lines = [line]
            end = Int(line.source + line.count)
        } else {
            lines = Self.lines(of: block, in: document)
            end = lines.last.map { Int($0.source + $0.count) } ?? block.place.range.upperBound
        }
    }

    /// The whole block as one line, its line breaks being those of the file; nil where a container
    /// stands before its lines, or a line ends in the file by anything but LF.
    private static func verbatim(
        _ block: borrowing CodeBlock, in document: borrowing Document
    ) -> Line? {
        let start = document.lines.start(of: block.firstCodeLine)
        var count = block.text.count
        if count > 0, document.tree.bytes[block.text.upperBound - 1] == .lineFeed { count -= 1 }
        let end = start + count
        guard count > 0, end <= document.source.count,
            end == document.source.count || document.source[end] == .lineFeed
        else { return nil }
        let isSame = document.source.withUnsafeBytes { source in
            document.tree.bytes.withUnsafeBytes { bytes in
                let code = UnsafeRawBufferPointer(
                    rebasing: bytes[block.text.lowerBound..<block.text.lowerBound + count])
                return code.index(of: .carriageReturn, from: 0) == nil
                    && source.has(code, at: start)
            }
        }
        guard isSame else { return nil }
        return Line(
            start: 0, source: Int32(truncatingIfNeeded: start), missing: 0,
            count: Int32(truncatingIfNeeded: count))
    }

    private static func lines(
        of block: borrowing CodeBlock, in document: borrowing Document
    ) -> [Line] {
        let code = document.tree.bytes[block.text]
        var lines: [Line] = []
        var start = code.startIndex
        var number = block.firstCodeLine
        repeat {
            let end = code[start...].firstIndex(of: .lineFeed) ?? code.endIndex
            let source = document.lines.range(of: number)
            var text = code[start..<end]
            while !source.isEmpty,
                text.count > source.count || !document.source[source].hasSuffix(text)
            {
                guard text.first == .space else { break }
                text = text.dropFirst()
            }
            let isExact =
                text.count <= source.count && document.source[source].hasSuffix(text)
            lines.append(
                Line(
                    start: Int32(truncatingIfNeeded: start - code.startIndex),
                    source: Int32(
                        truncatingIfNeeded: max(source.lowerBound, source.upperBound - text.count)),
                    missing: Int32(truncatingIfNeeded: text.startIndex - start),
                    // U+FFFD is longer than the byte of the file that it is shown for.
                    count: Int32(truncatingIfNeeded: min(text.count, source.count)),
                    isExact: isExact))
            start = end + 1
            number += 1
        } while start < code.endIndex
        return lines
    }

    /// Where a part of the block's text stands: `range` is in bytes from the start of the text.
    /// O(log lines).
    package func place(of range: Range<Int>) -> Place {
        let start = offset(of: range.lowerBound)
        let end = range.isEmpty ? start : offset(of: range.upperBound)
        return Place(file: file, range: start..<max(start, end))
    }

    /// The same of a part that an edit may replace, since the file has it byte by byte; nil for other
    /// bytes than the file's, as where a container cuts a tab, and for parts of several lines between
    /// which the prefixes of containers lie. O(log lines).
    package func exactPlace(of range: Range<Int>) -> Place? {
        guard let line = line(of: range.lowerBound), line.isExact,
            range.lowerBound >= Int(line.start) + Int(line.missing),
            range.upperBound <= Int(line.start) + Int(line.missing) + Int(line.count)
        else { return nil }
        return place(of: range)
    }

    /// The last line that begins at or before a position; nil before all of them.
    private func line(of position: Int) -> Line? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lines[middle].start) <= position { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? lines[low - 1] : nil
    }

    private func offset(of position: Int) -> Int {
        guard let line = line(of: position) else {
            return lines.first.map { Int($0.source) } ?? end
        }
        let column = max(0, position - Int(line.start) - Int(line.missing))
        return Int(line.source) + min(column, Int(line.count))
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ other: ArraySlice<UInt8>) -> Bool {
        guard count >= other.count else { return false }
        var index = endIndex - other.count
        for byte in other {
            if self[index] != byte { return false }
            index += 1
        }
        return true
    }
}

extension Document {
    /// The way from the text of a code block back to the file. O(code).
    package func places(in block: CodeBlock) -> CodePlaces {
        CodePlaces(block, in: self)
    }
}
