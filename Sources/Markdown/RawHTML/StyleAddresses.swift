/// The addresses in the attribute `style`: `background: url('/a.png')` has one (CSS Values and
/// Units Module Level 4, section 4.5).
enum StyleAddresses {
    /// Their ranges in the attribute's value, character references still encoded. Skips references
    /// to a part of the same page, `url(#shadow)`, and addresses with escapes of CSS. O(value).
    static func addresses(in value: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        var addresses: [Range<Int>] = []
        var i = value.lowerBound
        while i < value.upperBound,
            let open = bytes[i..<value.upperBound].firstIndex(of: .openParenthesis)
        {
            i = open + 1
            guard isFunction(before: open, from: value.lowerBound, in: bytes) else { continue }
            var start = i
            while start < value.upperBound, bytes[start].isSpace { start += 1 }
            let mark = quote(at: start, before: value.upperBound, in: bytes)
            start += mark.count
            let end =
                mark.isEmpty
                ? bytes[start..<value.upperBound].firstIndex(of: .closeParenthesis)
                : bytes.firstIndex(of: mark, in: start..<value.upperBound)
            guard let end else { return addresses }
            i = end
            let address = bytes.trimmed(start..<end)
            if let first = bytes[address].first, first != .hash,
                !bytes[address].contains(.backslash)
            {
                addresses.append(address)
            }
        }
        return addresses
    }

    /// An address with the characters encoded that an unquoted `url(…)` does not allow.
    static func encoded(_ address: [UInt8]) -> [UInt8] {
        address.flatMap { byte -> [UInt8] in
            switch byte {
            case .space: Array("%20".utf8)
            case .quote: Array("%22".utf8)
            case .apostrophe: Array("%27".utf8)
            case .openParenthesis: Array("%28".utf8)
            case .closeParenthesis: Array("%29".utf8)
            default: [byte]
            }
        }
    }

    /// Whether `url` precedes a parenthesis, with no letter before it.
    private static func isFunction(before open: Int, from start: Int, in bytes: [UInt8]) -> Bool {
        guard open - start >= 3,
            bytes[open - 3..<open].elementsEqual("url".utf8, by: { $0.lowercased == $1 })
        else { return false }
        if open - start == 3 { return true }
        let before = bytes[open - 4]
        return !before.isLetter && !before.isDigit && before != .hyphen
    }

    /// The quotation mark at `i`, literal or as a character reference; empty without one.
    private static func quote(at i: Int, before end: Int, in bytes: [UInt8]) -> [UInt8] {
        for mark in ["\"", "'", "&quot;", "&apos;", "&#34;", "&#39;", "&#x22;", "&#x27;"] {
            let mark = Array(mark.utf8)
            if bytes[i..<min(end, i + mark.count)].elementsEqual(mark) { return mark }
        }
        return []
    }
}
