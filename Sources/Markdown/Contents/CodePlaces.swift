import Addresses
import Diagnostics
import Text

/// Maps a code block's text back to the file, for diagnostics of a snippet. The value outlives the
/// document.
///
/// A line of code is a suffix of its source line. Blanks from a tab that a container cuts have no
/// place of their own; they map to the line's first byte.
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
        /// How many bytes at the line's start are not in the file.
        let missing: Int32
        /// Of the line in the file, without its LF.
        let count: Int32
        /// Whether the file has all other bytes of the line as they are.
        var isExact = true
    }

    /// A part of a text, and the bytes of the file that it comes from.
    struct Piece {
        let start: Int
        let source: Int
        let count: Int
    }

    /// The places of a text that the file spells differently, as HTML does. No part of it is exact;
    /// the pieces are in order.
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

    /// Compares a block that the file has byte for byte, as nearly all are, as a whole. O(code).
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

    /// The whole block as one line, with the line breaks of the file; nil where a container's
    /// prefix precedes its lines, or a line of the file ends in anything but LF.
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
                    // U+FFFD is longer than the byte of the file that it replaces.
                    count: Int32(truncatingIfNeeded: min(text.count, source.count)),
                    isExact: isExact))
            start = end + 1
            number += 1
        } while start < code.endIndex
        return lines
    }

    /// The place of a part of the block's text: `range` is in bytes from the start of the text.
    /// O(log lines).
    package func place(of range: Range<Int>) -> Place {
        let start = offset(of: range.lowerBound)
        let end = range.isEmpty ? start : offset(of: range.upperBound)
        return Place(file: file, range: start..<max(start, end))
    }

    /// The place of a part that an edit may replace, because the file has it byte for byte. nil
    /// where the bytes differ, such as where a container cuts a tab, and for parts of several lines
    /// with prefixes of containers between them. O(log lines).
    package func exactPlace(of range: Range<Int>) -> Place? {
        guard let line = line(of: range.lowerBound), line.isExact,
            range.lowerBound >= Int(line.start) + Int(line.missing),
            range.upperBound <= Int(line.start) + Int(line.missing) + Int(line.count)
        else { return nil }
        return place(of: range)
    }

    /// The last line that begins at or before a position; nil before the first line.
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
    /// The places of a code block's text in the file. O(code).
    package func places(in block: CodeBlock) -> CodePlaces {
        CodePlaces(block, in: self)
    }
}
