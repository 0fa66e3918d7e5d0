import Text

/// A block of code whose parts have classes, to be written line by line.
package struct HighlightedCode: Sendable {
    package let code: [UInt8]
    private let pieces: [Tape.Piece]

    init(code: [UInt8], pieces: [Tape.Piece]) {
        self.code = code
        self.pieces = pieces
    }

    /// Each classified range in order, without those of no class. O(pieces).
    package var spans: [(range: Range<Int>, kind: TokenClass)] {
        var start = 0
        return pieces.compactMap { piece in
            defer { start = piece.end }
            return piece.kind == .none ? nil : (start..<piece.end, piece.kind)
        }
    }

    /// How many pieces there are, those of no class included.
    package var count: Int { pieces.count }

    /// How many lines it has. O(bytes).
    package var lineCount: Int {
        var count = 0
        for byte in code where byte == .lineFeed { count += 1 }
        return code.isEmpty || code.last == .lineFeed ? count : count + 1
    }

    /// What a writer has to know of a line.
    package struct Line {
        /// 0-based.
        package let index: Int
        /// Whether all that is visible in it came back from a program.
        package let isOutput: Bool
    }

    /// Appends the code as HTML. A piece that goes over a line break is closed before it and opened
    /// again behind it. O(bytes).
    ///
    /// The last line break ends a line and begins none; a block without text has no line.
    ///
    /// - Parameters:
    ///   - open: appends what stands before a line.
    ///   - close: appends what stands behind it, in place of the line break.
    package func append(
        to out: inout [UInt8], open: (Line, inout [UInt8]) -> Void,
        close: (inout [UInt8]) -> Void
    ) {
        guard let last = code.last else { return }
        let end = last == .lineFeed ? code.count - 1 : code.count
        let openings = TokenClass.openings
        code.withUnsafeBytes { code in
            var piece = 0
            var from = 0
            var line = 0
            while true {
                let lineEnd = min(code.index(of: .lineFeed, from: from) ?? end, end)
                while piece < pieces.count, pieces[piece].end <= from { piece += 1 }
                let isOutput = piece < pieces.count && pieces[piece].kind == .go
                open(Line(index: line, isOutput: isOutput), &out)
                // How many pieces the line has, so that there is room for all of their tags.
                var behind = piece
                while behind < pieces.count, pieces[behind].end < lineEnd { behind += 1 }
                let count = min(behind + 1, pieces.count) - piece
                let room = (lineEnd - from) * longestEntity + count * openings.longestTags
                out.append(addingCapacity: room) { out in
                    var start = from
                    for piece in pieces[piece..<piece + count]
                    where start < min(piece.end, lineEnd) {
                        let stop = min(piece.end, lineEnd)
                        out.append(code[start..<stop], piece.kind, openings)
                        start = stop
                    }
                }
                piece = behind
                close(&out)
                line += 1
                if lineEnd >= end { return }
                from = lineEnd + 1
            }
        }
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(
        _ text: Slice<UnsafeRawBufferPointer>, _ kind: TokenClass, _ openings: TokenClass.Openings
    ) {
        if kind == .none { return append(html: text) }
        for index in openings[kind] { append(openings.bytes[index]) }
        append(html: text)
        append("</span>")
    }

    /// Appends text for HTML content: `<`, `>`, `&`, `"` and `'` as their entities.
    private mutating func append(html text: Slice<UnsafeRawBufferPointer>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "'"): append("&#39;")
            default: append(byte)
            }
        }
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { for byte in $0 { append(byte) } }
    }
}

/// `&quot;`, in bytes.
private let longestEntity = 6
