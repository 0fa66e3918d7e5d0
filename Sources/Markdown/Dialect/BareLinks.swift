import Text

extension Tree {
    /// Makes links of bare addresses in prose (GFM 0.29, section 6.9): `www.a.b`, `https://a.b/c`,
    /// `ftp://…`, `me@a.b`.
    ///
    /// Two rules are specific to CJK: an address may follow a CJK character directly, and it ends
    /// at CJK punctuation and, within its host, at a CJK character: `见https://a.b，然后` links
    /// `https://a.b`. A character reference ends with the address where it is its last character:
    /// `&lt;https://a.b&gt;`. O(bytes).
    mutating func linkBareAddresses(_ placeholders: PlaceholderCodePoints?) {
        replaceTexts(thatMayHold: .address) { text, previous, tree in
            tree.bareLinks(in: text, after: previous, placeholders)
        }
    }

    private mutating func bareLinks(
        in text: NodeID, after previous: NodeID, _ placeholders: PlaceholderCodePoints?
    ) -> [InlinePiece] {
        var finder = BareLinkFinder(
            range: self[text].text, mayBegin: mayBeginAddress(after: previous), placeholders)
        var pieces: [InlinePiece] = []
        while let found = finder.next(in: bytes) {
            var piece = InlinePiece(range: found.range, kind: .link)
            piece.destination = found.range
            if let lead = found.lead {
                let start = bytes.count
                let range = found.range
                bytes.append(utf8: lead)
                bytes.append(contentsOf: bytes[range])
                piece.destination = start..<bytes.count
            }
            pieces.append(piece)
        }
        return pieces
    }

    /// Whether the text before a text allows `www.` at its start: nothing, white space or a
    /// delimiter.
    private func mayBeginAddress(after previous: NodeID) -> Bool {
        guard previous != Tree.none else { return true }
        switch self[previous].kind {
        case .softBreak, .hardBreak, .emphasis, .strong, .strikethrough: return true
        default: return false
        }
    }
}

/// Finds bare addresses in a range of text, one after the other, in one pass.
struct BareLinkFinder {
    struct Found {
        let range: Range<Int>
        /// Text that the address begins with, before its scheme or host.
        let lead: StaticString?
    }

    private let end: Int
    private let lower: Int
    private let mayBegin: Bool
    private let placeholders: PlaceholderCodePoints?
    /// The end of the last address found.
    private var floor: Int
    private var i: Int

    /// A host name has at most 253 bytes; a longer one is not scanned twice.
    private static let longestHost = 1_024

    init(range: Range<Int>, mayBegin: Bool, _ placeholders: PlaceholderCodePoints?) {
        self.placeholders = placeholders
        lower = range.lowerBound
        floor = range.lowerBound
        i = range.lowerBound
        end = range.upperBound
        self.mayBegin = mayBegin
    }

    mutating func next(in bytes: [UInt8]) -> Found? {
        while i < end {
            let found: Found?
            switch bytes[i] {
            case UInt8(ascii: "w"), UInt8(ascii: "W"): found = wwwAddress(bytes)
            case .colon: found = schemeAddress(bytes)
            case .at: found = mailAddress(bytes)
            default:
                i += 1
                continue
            }
            if let found {
                floor = found.range.upperBound
                i = floor
                return found
            }
            i += 1
        }
        return nil
    }

    private func wwwAddress(_ bytes: [UInt8]) -> Found? {
        guard i + 4 < end, bytes[i + 1] | 0x20 == UInt8(ascii: "w"),
            bytes[i + 2] | 0x20 == UInt8(ascii: "w"), bytes[i + 3] == .period,
            mayStandBefore(i, bytes), let host = hostEnd(from: i, bytes), host.periods > 0
        else { return nil }
        return addressEnd(i, host: host.end, bytes).map { Found(range: i..<$0, lead: "http://") }
    }

    /// Start of text, white space, one of `*_~(`, or a CJK character.
    private func mayStandBefore(_ i: Int, _ bytes: [UInt8]) -> Bool {
        guard let before = bytes.scalar(before: i, from: lower)?.scalar else { return mayBegin }
        switch before {
        case "*", "_", "~", "(": return true
        default: return before.isUnicodeWhitespace || before.isCJK
        }
    }

    private func schemeAddress(_ bytes: [UInt8]) -> Found? {
        guard bytes.has("://", at: i, before: end) else { return nil }
        var start = i
        while start > floor, i - start < 6, bytes[start - 1].isLetter { start -= 1 }
        let scheme = bytes[start..<i].map(\.lowercased)
        guard [Array("http".utf8), Array("https".utf8), Array("ftp".utf8)].contains(scheme),
            i + 3 < end, let host = hostEnd(from: i + 3, bytes), host.end > i + 3,
            let to = addressEnd(start, host: host.end, bytes), to > i + 3
        else { return nil }
        return Found(range: start..<to, lead: nil)
    }

    /// The end of a host name and its number of periods; nil where one of its last two parts
    /// contains `_`.
    private func hostEnd(from start: Int, _ bytes: [UInt8]) -> (end: Int, periods: Int)? {
        var i = start
        var periods = 0
        var underscores = (last: 0, before: 0)
        while i < end, i - start < Self.longestHost {
            let byte = bytes[i]
            if byte == .underscore {
                underscores.last += 1
            } else if byte == .period {
                underscores = (0, underscores.last)
                periods += 1
            } else if byte >= 0x80 {
                let scalar = bytes.scalar(at: i)
                let endsHost =
                    isReference(at: i, bytes) || scalar.isUnicodeWhitespace
                    || scalar.isGeneralPunctuation
                    || (scalar.isCJK && i > start && bytes[i - 1] < 0x80
                        && bytes[i - 1] != .period)
                if endsHost { break }
                i += UTF8.width(scalar) - 1
            } else if !byte.isLetter, !byte.isDigit, byte != .hyphen {
                break
            }
            i += 1
        }
        guard i - start < Self.longestHost, underscores.last == 0, underscores.before == 0 else {
            return nil
        }
        return (min(i, end), periods)
    }

    /// Where the address that begins at `start` ends, trailing punctuation left out.
    private func addressEnd(_ start: Int, host: Int, _ bytes: [UInt8]) -> Int? {
        var to = host
        var open = 0
        var closed = 0
        // A CJK character directly after the host is prose.
        let isProse = host < end && bytes[host] >= 0x80 && !isReference(at: host, bytes)
        while to < end, !isProse, !bytes[to].isSpace, bytes[to] != .less {
            if bytes[to] >= 0x80 {
                let scalar = bytes.scalar(at: to)
                if scalar.isUnicodeWhitespace || scalar.isCJKPunctuation
                    || Self.isChineseMark(scalar)
                {
                    break
                }
                to += UTF8.width(scalar)
                continue
            }
            if bytes[to] == .closeBracket, !bytes[start..<to].contains(.openBracket) { break }
            if bytes[to] == .openParenthesis { open += 1 }
            if bytes[to] == .closeParenthesis { closed += 1 }
            to += 1
        }
        to = min(to, end)
        while to > start {
            if let reference = referenceStart(before: to, from: start, bytes) {
                to = reference
                continue
            }
            switch bytes[to - 1] {
            case .closeParenthesis:
                if closed <= open { return to }
                closed -= 1
                to -= 1
            case .semicolon:
                var name = to - 1
                while name > start, bytes[name - 1].isLetter || bytes[name - 1].isDigit {
                    name -= 1
                }
                let isEntity = name < to - 1 && name > start && bytes[name - 1] == .ampersand
                to = isEntity ? name - 1 : to - 1
            case .exclamation, .period, .colon, .asterisk, .underscore, .tilde, .apostrophe, .quote,
                UInt8(ascii: "?"), UInt8(ascii: ","):
                to -= 1
            default: return to
            }
        }
        return nil
    }

    /// The start, with its placeholder, of the character that ends before `end`, if its author
    /// wrote it as a reference.
    private func referenceStart(before end: Int, from start: Int, _ bytes: [UInt8]) -> Int? {
        if end - 3 >= start, isReference(at: end - 3, bytes) { return end - 3 }
        guard let last = bytes.scalar(before: end, from: start), last.start - 3 >= start,
            isReference(at: last.start - 3, bytes)
        else { return nil }
        return last.start - 3
    }

    private func isReference(at i: Int, _ bytes: [UInt8]) -> Bool {
        placeholders?.role(in: bytes, at: i, before: end) == .reference
    }

    /// Quotation marks, the ellipsis and the dash, which Chinese puts next to an address.
    private static func isChineseMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "‘", "’", "“", "”", "…", "—": true
        default: false
        }
    }

    private func mailAddress(_ bytes: [UInt8]) -> Found? {
        func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }
        var start = i
        while start > floor,
            isWord(bytes[start - 1]) || ".+-_".utf8.contains(bytes[start - 1])
        {
            start -= 1
        }
        guard start < i, start == floor || bytes[start - 1] != .at else { return nil }
        var to = i + 1
        var periods = 0
        while to < end {
            if bytes[to] == .period, to > i + 1, to + 1 < end, isWord(bytes[to + 1]) {
                periods += 1
            } else if !isWord(bytes[to]), bytes[to] != .hyphen, bytes[to] != .underscore {
                break
            }
            to += 1
        }
        // The last character of a name is a letter: `text@v0.3.2` is a version.
        guard periods > 0, bytes[to - 1].isLetter, to == end || bytes[to] != .at else {
            return nil
        }
        let scheme = start - 7
        if scheme >= floor, bytes.has("mailto:", at: scheme, before: end) {
            return Found(range: scheme..<to, lead: nil)
        }
        return Found(range: start..<to, lead: "mailto:")
    }
}
