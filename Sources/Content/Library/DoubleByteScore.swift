/// How well a text fits an encoding of one or two bytes a character, such as those of Chinese,
/// Japanese and Korean.
///
/// Any text is valid in several of them. So the most frequent characters of the language are
/// counted, which are a quarter of all Chinese text and half of Japanese; in the wrong encoding
/// hardly any occurs.
struct DoubleByteScore {
    let guess: EncodingGuess
    /// The share of frequent characters, from 0 to 1.
    private(set) var share = 0.0
    /// Whether nearly all characters belong to those that the standard puts first.
    private var isOfFirstLevel = false

    private static let all: [EncodingGuess] = [.gb18030, .shiftJIS, .eucJP, .eucKR, .big5]

    /// The best score; nil if none is likely. O(bytes).
    static func best(for bytes: ArraySlice<UInt8>) -> DoubleByteScore? {
        let scores = all.map { DoubleByteScore($0, bytes) }
        let best = scores.reduce(scores[0]) { $1.share > $0.share ? $1 : $0 }
        if best.share >= 0.4 { return best }
        // A few words, such as a title alone.
        let possible = scores.filter(\.isOfFirstLevel)
        return possible.count == 1 ? possible[0] : nil
    }

    private init(_ guess: EncodingGuess, _ bytes: ArraySlice<UInt8>) {
        self.guess = guess
        let frequent = Self.frequent[guess] ?? []
        var (all, invalid, found, first) = (0, 0, 0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            all += 1
            let lead = bytes[index]
            let trail = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            let width = width(lead, trail)
            if width == 0 { invalid += 1 }
            if width == 2 {
                if frequent.contains(UInt16(lead) << 8 | UInt16(trail)) { found += 1 }
                if isOfFirstLevel(lead, trail) { first += 1 }
            }
            index += max(width, 1)
        }
        // The last character may be cut off.
        guard all > 0, (invalid - 1) * 50 <= all else { return }
        let usual = guess == .gb18030 || guess == .big5 ? 0.2 : 0.3
        share = min(1, Double(found) / Double(all) / usual)
        isOfFirstLevel = first * 10 >= all * 9
    }

    /// The width of the character that begins with these two bytes; 0 if they are invalid.
    private func width(_ lead: UInt8, _ trail: UInt8) -> Int {
        switch guess {
        case .gb18030:
            if (0x81...0xFE).contains(lead), (0x30...0x39).contains(trail) { return 4 }
            return (0x81...0xFE).contains(lead) && (0x40...0xFE).contains(trail) ? 2 : 0
        case .big5:
            let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
            return (0xA1...0xF9).contains(lead) && isTrail ? 2 : 0
        case .shiftJIS:
            if (0xA1...0xDF).contains(lead) { return 1 }
            let isLead = (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead)
            return isLead && (0x40...0xFC).contains(trail) ? 2 : 0
        case .eucKR:
            // The syllables of CP949 have lower bytes.
            let isOther = (0x81...0xC6).contains(lead) && (0x41...0xFE).contains(trail)
            return isOther || (0xA1...0xFE).contains(lead) && trail >= 0xA1 ? 2 : 0
        default: return (0xA1...0xFE).contains(lead) && (0xA1...0xFE).contains(trail) ? 2 : 0
        }
    }

    /// Whether the character is punctuation, or frequent, which the standard puts first.
    private func isOfFirstLevel(_ lead: UInt8, _ trail: UInt8) -> Bool {
        switch guess {
        case .gb18030:
            trail >= 0xA1 && ([0xA1, 0xA3].contains(lead) || (0xB0...0xD7).contains(lead))
        case .big5: (0xA1...0xC6).contains(lead)
        case .shiftJIS: (0x81...0x83).contains(lead) || (0x88...0x97).contains(lead)
        case .eucJP: [0xA1, 0xA4, 0xA5].contains(lead) || (0xB0...0xCF).contains(lead)
        default: lead == 0xA1 || (0xB0...0xC8).contains(lead)
        }
    }

    // MARK: Frequent characters

    private static let frequent: [EncodingGuess: Set<UInt16>] = Dictionary(
        uniqueKeysWithValues: all.map { ($0, characters(digits(of: $0))) })

    private static func characters(_ digits: String) -> Set<UInt16> {
        var characters: Set<UInt16> = []
        var rest = digits[...]
        while !rest.isEmpty {
            if let character = UInt16(rest.prefix(4), radix: 16) { characters.insert(character) }
            rest = rest.dropFirst(4)
        }
        return characters
    }

    /// The frequent characters, two bytes each: `，。、的一是不…`, `のにはをたが…`, `이다는에의…`.
    private static func digits(of guess: EncodingGuess) -> String {
        switch guess {
        case .gb18030:
            """
            A3ACA1A3A1A2B5C4D2BBCAC7B2BBC1CBD4DAC8CBD3D0CED2D5E2B8F6C3C7D6D0C0B4C9CFCEAABACDB5BD\
            D2D4CBB5CAB1D2AABECDB3F6BBE1BFC9D2B2C4E3B6D4C4DCB6F8CFC2D6AEBAF3D7F7D3C3D0D0CBF9C8BB\
            B7BDB6E0B7A8C8E7B6BCCDACCFD6B5B1C3BBC3E6B6A8B7D6BBB9BDF8BAC3B2BFD1F9C0EDC7B0BFAAB5AB\
            B4D3CFEBB0D1B5DAB9ABCAB9D0D4B5E3CDE2BDABD7EED3A6CEC4CCE5B1BBCAB2C3B4B5C8BBF2D0C2D6B5\
            C4DAB1EDBBAFB8F8CEBBB4CECAFDBEDDBCD3C1BFB1C8C3F7C7EBC7F3B3CCBCFEC6DAD7D4B6AFD0B4B6C1\
            C8A1
            """
        case .big5:
            """
            A141A143A142AABAA440AC4FA4A3A446A662A448A6B3A7DAB36FADD3ADCCA4A4A8D3A457ACB0A94DA8EC\
            A548BBA1AEC9AD6EB44EA558B77CA569A45DA741B9EFAFE0A6D3A455A4A7ABE1A740A5CEA6E6A9D2B54D\
            A4E8A668AA6BA670B3A3A650B27BB7EDA853ADB1A977A4C0C1D9B669A66EB3A1BCCBB27AAB65B67DA6FD\
            B171B751A7E2B2C4A4BDA8CFA9CAC249A57EB14EB3CCC0B3A4E5C5E9B351A4B0BBF2B5A5A9CEB773ADC8\
            A4BAAAEDA4C6B5B9A6ECA6B8BCC6BEDAA55BB671A4F1A9FABDD0A844B57BA5F3B4C1A6DBB0CABC67C5AA\
            A8FA
            """
        case .shiftJIS:
            """
            82CC82C982CD82F082BD82AA82C582C482C682B582EA82B382A282E982E082C882A982B182A082C182E8\
            82B782DC82F182E782AD82AB82E682C282A482A882A682B981418142815B83938358838B836783438341\
            838A8389834E
            """
        case .eucJP:
            """
            A4CEA4CBA4CFA4F2A4BFA4ACA4C7A4C6A4C8A4B7A4ECA4B5A4A4A4EBA4E2A4CAA4ABA4B3A4A2A4C3A4EA\
            A4B9A4DEA4F3A4E9A4AFA4ADA4E8A4C4A4A6A4AAA4A8A4BBA1A2A1A3A1BCA5F3A5B9A5EBA5C8A5A4A5A2\
            A5EAA5E9A5AF
            """
        case .eucKR:
            """
            C0CCB4D9B4C2BFA1C0C7C0BBB8A6B0A1B0EDC0BAB7CEC7CFC7D1C1F6B1E2BCADB5B5BBE7C0D6BEEEBDC0\
            B4CFB0CDB5E9B1D7C0CEB3AABDC3C0DAB4EBB8AEBEC6C7D8BCF6C1A4C0CFB0FAB8B8B6F3
            """
        default: ""
        }
    }
}
