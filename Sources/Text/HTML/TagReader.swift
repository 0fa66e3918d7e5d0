/// The attributes of one tag, from after its name (HTML Living Standard, sections 13.2.5.32 to 40).
package struct TagReader: Sendable {
    package struct Attribute: Sendable {
        /// In lower case.
        package let name: String
        /// Between the quotes; empty without a value.
        package let value: Range<Int>
        package var isQuoted = false
    }

    /// How a tag ends.
    package enum Ending: Sendable {
        case closed
        /// `/>`.
        case selfClosing
        /// The text ends within the tag.
        case missing
        /// The text ends within a quoted value.
        case insideQuotes
    }

    private let bytes: [UInt8]
    private let end: Int
    /// The position after what was read; finally after `>`.
    package private(set) var position: Int
    /// Known once ``next()`` gave nil.
    package private(set) var ending = Ending.missing
    /// The quote that nothing closes, if it ends ``Ending/insideQuotes``.
    package private(set) var openQuote: Int?

    package init(_ bytes: [UInt8], from start: Int, before end: Int) {
        self.bytes = bytes
        self.end = end
        position = start
    }

    /// nil at the end of the tag.
    package mutating func next() -> Attribute? {
        var isSlashed = false
        while position < end, bytes[position].isHTMLSpace || bytes[position] == .slash {
            isSlashed = bytes[position] == .slash
            position += 1
        }
        guard position < end else { return nil }
        if bytes[position] == .greater {
            position += 1
            ending = isSlashed ? .selfClosing : .closed
            return nil
        }
        let name = readName()
        skipSpace()
        guard position < end, bytes[position] == .equals else {
            return Attribute(name: name, value: position..<position)
        }
        position += 1
        skipSpace()
        return value(of: name)
    }

    /// Skips to the end of the tag.
    package mutating func skip() {
        while next() != nil {}
    }

    private mutating func readName() -> String {
        let start = position
        // An `=` here begins a name.
        position += 1
        while position < end, !bytes[position].isHTMLSpace, bytes[position] != .equals,
            bytes[position] != .greater, bytes[position] != .slash
        {
            position += 1
        }
        return String(decoding: bytes[start..<position].map(\.lowercased), as: UTF8.self)
    }

    private mutating func value(of name: String) -> Attribute {
        guard position < end else { return Attribute(name: name, value: position..<position) }
        let quote = bytes[position]
        if quote == .quote || quote == .apostrophe {
            let start = position + 1
            let close = bytes[start..<end].firstIndex(of: quote)
            if close == nil {
                ending = .insideQuotes
                openQuote = position
            }
            position = close.map { $0 + 1 } ?? end
            return Attribute(name: name, value: start..<(close ?? end), isQuoted: true)
        }
        let start = position
        while position < end, !bytes[position].isHTMLSpace, bytes[position] != .greater {
            position += 1
        }
        return Attribute(name: name, value: start..<position)
    }

    private mutating func skipSpace() {
        while position < end, bytes[position].isHTMLSpace { position += 1 }
    }
}
