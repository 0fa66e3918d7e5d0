import Text

/// A block of classified code, to be written line by line.
package struct HighlightedCode: Sendable {
    package let code: [UInt8]
    private let tokens: [TokenSink.Token]

    init(code: [UInt8], tokens: [TokenSink.Token]) {
        self.code = code
        self.tokens = tokens
    }

    /// Each classified range in order, without those of class `none`. O(tokens).
    package var spans: [(range: Range<Int>, kind: TokenClass)] {
        var start = 0
        return tokens.compactMap { token in
            defer { start = token.end }
            return token.kind == .none ? nil : (start..<token.end, token.kind)
        }
    }

    /// How many tokens there are, including those of class `none`.
    package var count: Int { tokens.count }

    /// How many lines it has. O(bytes).
    package var lineCount: Int {
        var count = 0
        for byte in code where byte == .lineFeed { count += 1 }
        return code.isEmpty || code.last == .lineFeed ? count : count + 1
    }

    /// The properties of a line for a writer.
    package struct Line {
        /// 0-based.
        package let index: Int
        /// Whether everything visible in it is output of a program.
        package let isOutput: Bool
    }

    /// Appends the code as HTML. A token across a line break is closed before it and opened again
    /// after it. O(bytes).
    ///
    /// The last line break ends a line and begins none; a block without text has no line.
    ///
    /// - Parameters:
    ///   - open: appends the markup before a line.
    ///   - close: appends the markup after it, in place of the line break.
    package func append(
        to out: inout [UInt8], open: (Line, inout [UInt8]) -> Void,
        close: (inout [UInt8]) -> Void
    ) {
        guard let last = code.last else { return }
        let end = last == .lineFeed ? code.count - 1 : code.count
        let openings = TokenClass.openings
        code.withUnsafeBytes { code in
            var token = 0
            var from = 0
            var line = 0
            while true {
                let lineEnd = min(code.index(of: .lineFeed, from: from) ?? end, end)
                while token < tokens.count, tokens[token].end <= from { token += 1 }
                let isOutput = token < tokens.count && tokens[token].kind == .go
                open(Line(index: line, isOutput: isOutput), &out)
                // How many tokens the line has, to reserve room for all of their tags.
                var behind = token
                while behind < tokens.count, tokens[behind].end < lineEnd { behind += 1 }
                let pieceCount = min(behind + 1, tokens.count) - token
                let room = (lineEnd - from) * longestEntity + pieceCount * openings.longestTags
                out.append(addingCapacity: room) { out in
                    out.withUnsafeMutableBufferPointer { buffer, count in
                        let room = UnsafeMutableRawBufferPointer(buffer)
                        var writer = TokenWriter(openings, room, count)
                        var start = from
                        for token in tokens[token..<token + pieceCount]
                        where start < min(token.end, lineEnd) {
                            let stop = min(token.end, lineEnd)
                            writer.append(code, start..<stop, token.kind)
                            start = stop
                        }
                        count = writer.count
                    }
                }
                token = behind
                close(&out)
                line += 1
                if lineEnd >= end { return }
                from = lineEnd + 1
            }
        }
    }
}

/// Writes tokens as HTML into a buffer with room for all of them.
private struct TokenWriter {
    private let openings: TokenClass.Openings
    private let room: UnsafeMutableRawBufferPointer
    /// How many bytes of the buffer are written.
    private(set) var count: Int

    init(_ openings: TokenClass.Openings, _ room: UnsafeMutableRawBufferPointer, _ count: Int) {
        self.openings = openings
        self.room = room
        self.count = count
    }

    mutating func append(_ code: UnsafeRawBufferPointer, _ range: Range<Int>, _ kind: TokenClass) {
        if kind == .none { return append(html: code, range) }
        let tag = openings[kind]
        openings.bytes.withUnsafeBytes { bytes in
            let source = UnsafeRawBufferPointer(rebasing: bytes[tag])
            UnsafeMutableRawBufferPointer(rebasing: room[count..<count + tag.count])
                .copyMemory(from: source)
        }
        count += tag.count
        append(html: code, range)
        append("</span>")
    }

    /// Appends text for HTML content: `<`, `>`, `&`, `"` and `'` as their entities.
    private mutating func append(html code: UnsafeRawBufferPointer, _ range: Range<Int>) {
        var to = count
        for index in range {
            let byte = code[index]
            // `"`, `&`, `'`, `<` and `>` are below `?`, and letters above.
            if byte > 0x3E || byte < 0x22 {
                room[to] = byte
                to += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "<"): to = append("&lt;", at: to)
            case UInt8(ascii: ">"): to = append("&gt;", at: to)
            case UInt8(ascii: "&"): to = append("&amp;", at: to)
            case UInt8(ascii: "\""): to = append("&quot;", at: to)
            case UInt8(ascii: "'"): to = append("&#39;", at: to)
            default:
                room[to] = byte
                to += 1
            }
        }
        count = to
    }

    private mutating func append(_ text: StaticString) {
        count = append(text, at: count)
    }

    /// Returns the end of the text.
    private func append(_ text: StaticString, at start: Int) -> Int {
        let length = text.utf8CodeUnitCount
        UnsafeMutableRawBufferPointer(rebasing: room[start..<start + length])
            .copyMemory(from: UnsafeRawBufferPointer(start: text.utf8Start, count: length))
        return start + length
    }
}

/// `&quot;`, in bytes.
private let longestEntity = 6
