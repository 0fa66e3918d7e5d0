/// The probable encoding of text that is not UTF-8, by its `iconv` name.
///
/// Only for messages, which give the command that converts the text: none is named unless it is
/// likely enough.
enum EncodingGuess: String, CaseIterable {
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case utf32 = "UTF-32"
    /// Includes GBK and GB2312.
    case gb18030 = "GB18030"
    case big5 = "BIG5"
    /// Shift_JIS as in Windows; in JIS X 0208 the backslash of code is a yen sign.
    case shiftJIS = "CP932"
    case eucJP = "EUC-JP"
    /// EUC-KR with the additional syllables of Windows.
    case eucKR = "CP949"
    case koi8 = "KOI8-R"
    case koi8Ukrainian = "KOI8-U"
    case windows1251 = "WINDOWS-1251"
    /// Includes ISO 8859-1.
    case windows1252 = "WINDOWS-1252"
    /// Nearly all of the text is UTF-8, so a few bytes were damaged.
    case damagedUTF8 = "UTF-8"

    /// Its common name.
    var name: String {
        switch self {
        case .gb18030: "GB18030 (GBK, GB2312)"
        case .big5: "Big5"
        case .shiftJIS: "Shift_JIS"
        case .eucKR: "EUC-KR"
        case .windows1252: "WINDOWS-1252 or ISO-8859-1"
        default: rawValue
        }
    }

    /// How many bytes are read.
    private static let sample = 1 << 16

    /// Reads the first 64 KB; nil if nothing fits well enough. O(1).
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
        let runs = HighByteRuns(of: sample)
        if runs.characters > 3 * runs.strayBytes {
            self = .damagedUTF8
            return
        }
        let doubleByte = DoubleByteScore.best(for: sample)
        let singleByte = SingleByteScore.best(for: sample, runs)
        switch (doubleByte, singleByte) {
        case (let double?, let single?):
            self = double.share >= single.share ? double.guess : single.guess
        case (let double?, nil): self = double.guess
        case (nil, let single?): self = single.guess
        case (nil, nil): return nil
        }
    }

    /// UTF-16 without a mark: every other byte of Latin text is zero.
    private static func wide(_ bytes: ArraySlice<UInt8>) -> EncodingGuess? {
        var zeros = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 1] += 1 }
        guard max(zeros[0], zeros[1]) * 8 > bytes.count else { return nil }
        return zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian
    }
}

/// The runs of non-ASCII bytes in a text.
struct HighByteRuns {
    private(set) var count = 0
    /// The number of runs of one byte, and of runs of an odd number of bytes.
    private(set) var single = 0
    private(set) var odd = 0
    /// Non-ASCII characters of UTF-8, and bytes that belong to none.
    private(set) var characters = 0
    private(set) var strayBytes = 0

    init(of bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let run = bytes[index...].prefix { $0 >= 0x80 }
            count += 1
            if run.count == 1 { single += 1 }
            if run.count % 2 == 1 { odd += 1 }
            var position = run.startIndex
            while position < run.endIndex {
                let length = run[position] >= 0xF0 ? 4 : run[position] >= 0xE0 ? 3 : 2
                let rest = run[position...].prefix(length).dropFirst()
                if run[position] >= 0xC2, rest.count == length - 1,
                    rest.allSatisfy({ $0 & 0xC0 == 0x80 })
                {
                    characters += 1
                    position += length
                } else {
                    strayBytes += 1
                    position += 1
                }
            }
            index = run.endIndex
        }
    }
}
