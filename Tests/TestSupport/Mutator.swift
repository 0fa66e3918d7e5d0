/// Makes new texts of those of a corpus: cuts, repeats, joins and overwrites them.
package struct Mutator {
    private let corpus: [[UInt8]]
    private let tokens: [[UInt8]]
    private let longest: Int

    /// - Parameters:
    ///   - tokens: what the grammar is made of, besides what all are.
    ///   - longest: of a text, in bytes.
    package init(_ corpus: [[UInt8]], tokens: [String] = [], longest: Int = 2_000) {
        self.corpus = corpus.filter { !$0.isEmpty }
        self.tokens = tokens.map { Array($0.utf8) } + Self.common
        self.longest = longest
    }

    /// A text, which the state of `chance` alone decides.
    package func text(_ chance: inout Chance) -> [UInt8] {
        var text = piece(&chance)
        for _ in 0..<chance.next(8) + 1 {
            change(&text, &chance)
            if text.count > longest { text.removeLast(text.count - longest) }
        }
        return text
    }

    /// One of the corpus, or a part of one.
    private func piece(_ chance: inout Chance) -> [UInt8] {
        guard !corpus.isEmpty else { return token(&chance) }
        let text = corpus[chance.next(corpus.count)]
        if text.count <= longest, chance.next(4) > 0 { return text }
        return Array(text[range(of: text, &chance)])
    }

    private func token(_ chance: inout Chance) -> [UInt8] { tokens[chance.next(tokens.count)] }

    private func range(of text: [UInt8], _ chance: inout Chance) -> Range<Int> {
        let start = chance.next(text.count + 1)
        return start..<start + chance.next(min(text.count - start, longest) + 1)
    }

    private func change(_ text: inout [UInt8], _ chance: inout Chance) {
        let at = chance.next(text.count + 1)
        switch chance.next(9) {
        case 0: text.removeSubrange(range(of: text, &chance))
        case 1: text.insert(contentsOf: token(&chance), at: at)
        case 2: text.insert(contentsOf: text[range(of: text, &chance).prefix(200)], at: at)
        case 3:
            let count = chance.next(100)
            text.insert(contentsOf: repeatElement(token(&chance), count: count).joined(), at: at)
        case 4: if at < text.count { text[at] = UInt8(chance.next(256)) }
        case 5: text.removeLast(text.count - at)
        case 6: text.insert(contentsOf: piece(&chance).prefix(400), at: at)
        case 7:
            // A number becomes another one.
            let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
            guard let start = text[at...].firstIndex(where: isDigit) else { return }
            let end = text[start...].firstIndex { !isDigit($0) } ?? text.count
            text.replaceSubrange(start..<end, with: Self.numbers[chance.next(Self.numbers.count)])
        default: if at < text.count { text.remove(at: at) }
        }
    }

    private static let numbers = [
        "0", "-1", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "18446744073709551616", "1e999", "-0.0", "4294967296", "2147483648", "00", "1e-999",
        "65536",
        "99999999999999999999999999", "0x7fffffffffffffff", "1.7976931348623157e308", "١",
    ].map { Array($0.utf8) }

    private static let common: [[UInt8]] =
        numbers
        + [
            "\n", "\r\n", "\r", "\n\n", " ", "\t", "\"", "'", "`", "\\", "{", "}", "[", "]", "(",
            ")", "<",
            ">", "&", "#", ":", ": ", ",", ";", "=", "|", "-", "---\n", "+++\n", "*", "_", "/",
            "//", "%",
            "$", "@", "!", "?", "~", "^", ".", "中", "文，", "é", "😀", "\u{200B}", "\u{FEFF}",
            "\u{E000}",
            "\u{301}", "\u{202E}", "\u{0}", "\u{8}", "\u{1B}", "\u{85}", "\u{FFFE}", "true", "null",
        ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0x80], [0xC2], [0xF0, 0x9F]]
}
