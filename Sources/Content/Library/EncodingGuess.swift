/// The encoding that a text probably has which is not UTF-8, by the name that `iconv` takes.
///
/// For messages alone: a short text can be read in several ways, and then the first that fits in the
/// order of ``doubleByte`` is named.
enum EncodingGuess: String {
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case utf32 = "UTF-32"
    /// With GBK and GB2312, which are parts of it.
    case gb18030 = "GB18030"
    case big5 = "BIG5"
    case shiftJIS = "SHIFT_JIS"
    case eucJP = "EUC-JP"
    case eucKR = "EUC-KR"
    /// With ISO 8859-1, which is a part of it.
    case windows1252 = "WINDOWS-1252"
    /// Nearly all of the text is UTF-8, so that a few bytes were damaged.
    case damagedUTF8 = "UTF-8"

    /// How many bytes are looked at.
    private static let sample = 1 << 16
    private static let doubleByte: [EncodingGuess] = [.gb18030, .shiftJIS, .eucJP, .eucKR, .big5]

    /// Looks at the first 64 KB; nil where nothing fits. O(1).
    init?(_ bytes: [UInt8]) {
        if UTF16Text.isUTF32(bytes) {
            self = .utf32
            return
        }
        let sample = bytes.prefix(Self.sample)
        if let wide = Self.wide(sample) {
            self = wide
            return
        }
        let runs = Self.runs(in: sample)
        if runs.characters > 3 * runs.strayBytes {
            self = .damagedUTF8
            return
        }
        let shares = Self.doubleByte.map { (guess: $0, share: $0.share(of: sample)) }
        let best = shares.reduce(shares[0]) { $1.share > $0.share ? $1 : $0 }
        if best.share >= 0.7 {
            self = best.guess
        } else if runs.single * 2 > runs.count {
            self = .windows1252
        } else if best.share >= 0.3 {
            self = best.guess
        } else {
            return nil
        }
    }

    /// UTF-16 without a mark: every other byte of Latin text is zero.
    private static func wide(_ bytes: ArraySlice<UInt8>) -> EncodingGuess? {
        var zeros = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 1] += 1 }
        guard max(zeros[0], zeros[1]) * 8 > bytes.count else { return nil }
        return zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian
    }

    private struct Runs {
        /// Runs of bytes beyond ASCII, and those of one byte.
        var count = 0
        var single = 0
        /// Characters of UTF-8 beyond ASCII, and bytes that belong to none.
        var characters = 0
        var strayBytes = 0
    }

    private static func runs(in bytes: ArraySlice<UInt8>) -> Runs {
        var runs = Runs()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let run = bytes[index...].prefix { $0 >= 0x80 }
            runs.count += 1
            if run.count == 1 { runs.single += 1 }
            var position = run.startIndex
            while position < run.endIndex {
                let length = run[position] >= 0xF0 ? 4 : run[position] >= 0xE0 ? 3 : 2
                let rest = run[position...].prefix(length).dropFirst()
                if run[position] >= 0xC2, rest.count == length - 1,
                    rest.allSatisfy({ $0 & 0xC0 == 0x80 })
                {
                    runs.characters += 1
                    position += length
                } else {
                    runs.strayBytes += 1
                    position += 1
                }
            }
            index = run.endIndex
        }
        return runs
    }

    /// The part of the characters beyond ASCII that is among the frequent ones of the encoding; what
    /// is none of its characters counts as rare. 0 where nothing is beyond ASCII.
    private func share(of bytes: ArraySlice<UInt8>) -> Double {
        var frequent = 0
        var all = 0
        var kana = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            all += 1
            let second = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            let width = width(first, second)
            if width == 2, isFrequent(first, second) { frequent += 1 }
            if isKana(first, second) { kana += 1 }
            index += max(width, 1)
        }
        // Japanese has kana; without them the bytes fit Chinese as well.
        let isJapanese = self == .shiftJIS || self == .eucJP
        if all == 0 || isJapanese && kana * 5 < all { return 0 }
        return Double(frequent) / Double(all)
    }

    /// How many bytes the character takes that begins with these two; 0: it is none.
    private func width(_ first: UInt8, _ second: UInt8) -> Int {
        switch self {
        case .gb18030:
            if (0x81...0xFE).contains(first), (0x30...0x39).contains(second) { return 4 }
            return (0x81...0xFE).contains(first) && (0x40...0xFE).contains(second) ? 2 : 0
        case .big5:
            let isTrail = (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second)
            return (0xA1...0xF9).contains(first) && isTrail ? 2 : 0
        case .shiftJIS:
            if (0xA1...0xDF).contains(first) { return 1 }
            let isLead = (0x81...0x9F).contains(first) || (0xE0...0xEF).contains(first)
            return isLead && (0x40...0xFC).contains(second) ? 2 : 0
        default:
            return (0xA1...0xFE).contains(first) && (0xA1...0xFE).contains(second) ? 2 : 0
        }
    }

    /// Among what most text is made of: punctuation, and the characters that the encoding's standard
    /// puts first because they are frequent.
    private func isFrequent(_ first: UInt8, _ second: UInt8) -> Bool {
        switch self {
        case .gb18030:
            second >= 0xA1 && (first == 0xA1 || first == 0xA3 || (0xB0...0xD7).contains(first))
        case .big5: (0xA1...0xA3).contains(first) || (0xA4...0xC6).contains(first)
        case .shiftJIS: (0x81...0x83).contains(first) || (0x88...0x97).contains(first)
        case .eucJP: [0xA1, 0xA4, 0xA5].contains(first) || (0xB0...0xCF).contains(first)
        default: first == 0xA1 || (0xB0...0xC8).contains(first)
        }
    }

    private func isKana(_ first: UInt8, _ second: UInt8) -> Bool {
        switch self {
        case .shiftJIS: first == 0x82 && second >= 0x9F || first == 0x83 && second <= 0x96
        case .eucJP: first == 0xA4 || first == 0xA5
        default: false
        }
    }
}
