/// Finds the ends of raw HTML and of addresses in angle brackets within a paragraph (CommonMark
/// 0.30, sections 6.4 and 6.6).
struct InlineHTML {
    private let bytes: [UInt8]
    private let end: Int
    /// Kinds of markup without an end from here on, by the first byte after `<`.
    private var unclosed: Set<UInt8> = []

    /// - Parameter end: of the paragraph.
    init(_ bytes: [UInt8], before end: Int) {
        self.bytes = bytes
        self.end = end
    }

    /// The position after the markup that begins with the `<` at `start`; nil without one. All
    /// calls for one paragraph are linear together.
    mutating func end(at start: Int) -> Int? {
        guard start + 1 < end else { return nil }
        let next = bytes[start + 1]
        switch next {
        case .exclamation:
            if bytes.has("<!--", at: start, before: end) {
                return end(of: [.hyphen, .hyphen, .greater], from: start + 4, kind: .hyphen)
            }
            guard start + 2 < end, bytes[start + 2].isLetter else { return nil }
            return end(of: [.greater], from: start + 2, kind: next)
        case UInt8(ascii: "?"):
            return end(of: [next, .greater], from: start + 2, kind: next)
        case .slash:
            guard let name = nameEnd(from: start + 2) else { return nil }
            return close(at: skippingSpace(name))
        default:
            guard next.isLetter else { return nil }
            return autolinkEnd(from: start + 1) ?? tagEnd(from: start + 1)
        }
    }

    private mutating func end(of mark: [UInt8], from start: Int, kind: UInt8) -> Int? {
        guard !unclosed.contains(kind), start <= end else { return nil }
        if let found = bytes.firstIndex(of: mark, in: start..<end) { return found + mark.count }
        unclosed.insert(kind)
        return nil
    }

    private func close(at i: Int) -> Int? {
        i < end && bytes[i] == .greater ? i + 1 : nil
    }

    private func skippingSpace(_ start: Int) -> Int {
        var i = start
        while i < end, bytes[i].isSpace { i += 1 }
        return i
    }

    private func nameEnd(from start: Int) -> Int? {
        guard start < end, bytes[start].isLetter else { return nil }
        var i = start + 1
        while i < end, bytes[i].isLetter || bytes[i].isDigit || bytes[i] == .hyphen { i += 1 }
        return i
    }

    /// `<https://a.b/?q=$x>`: a scheme of 2 to 32 characters, then neither white space nor `<`.
    private func autolinkEnd(from start: Int) -> Int? {
        var i = start
        while i < end, i - start < 33,
            bytes[i].isLetter || bytes[i].isDigit || "+.-".utf8.contains(bytes[i])
        {
            i += 1
        }
        guard i < end, bytes[i] == .colon, (2...32).contains(i - start) else { return nil }
        while i < end, bytes[i] > .space, bytes[i] != .less, bytes[i] != .greater { i += 1 }
        return close(at: i)
    }

    private func tagEnd(from start: Int) -> Int? {
        guard var i = nameEnd(from: start) else { return nil }
        while true {
            let attribute = skippingSpace(i)
            guard attribute < end else { return nil }
            if bytes[attribute] == .greater { return attribute + 1 }
            if bytes[attribute] == .slash { return close(at: attribute + 1) }
            guard attribute > i, let next = attributeEnd(from: attribute) else { return nil }
            i = next
        }
    }

    private func attributeEnd(from start: Int) -> Int? {
        guard bytes[start].isLetter || bytes[start] == .underscore || bytes[start] == .colon
        else { return nil }
        var i = start + 1
        while i < end,
            bytes[i].isLetter || bytes[i].isDigit || "_.:-".utf8.contains(bytes[i])
        {
            i += 1
        }
        let equals = skippingSpace(i)
        guard equals < end, bytes[equals] == .equals else { return i }
        let value = skippingSpace(equals + 1)
        guard value < end else { return nil }
        let quote = bytes[value]
        if quote == .quote || quote == .apostrophe {
            return bytes[value + 1..<end].firstIndex(of: quote).map { $0 + 1 }
        }
        i = value
        while i < end, !bytes[i].isSpace, !"\"'=<>`".utf8.contains(bytes[i]) { i += 1 }
        return i > value ? i : nil
    }
}
