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
                var start = from
                while start < lineEnd, piece < pieces.count {
                    let (pieceEnd, kind) = (pieces[piece].end, pieces[piece].kind)
                    let stop = min(pieceEnd, lineEnd)
                    let text = UnsafeRawBufferPointer(rebasing: code[start..<stop])
                    if kind == .none {
                        out.append(html: text)
                    } else if start < stop {
                        out.append(contentsOf: openings[Int(kind.rawValue)])
                        out.append(html: text)
                        out.append(utf8: "</span>")
                    }
                    start = stop
                    if pieceEnd <= lineEnd { piece += 1 } else { break }
                }
                close(&out)
                line += 1
                if lineEnd >= end { return }
                from = lineEnd + 1
            }
        }
    }
}
