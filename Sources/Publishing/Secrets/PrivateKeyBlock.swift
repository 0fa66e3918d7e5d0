/// A private key between two lines of dashes (RFC 7468, RFC 4716, RFC 9580), also inside a string of a
/// program, where line breaks are `\n`.
enum PrivateKeyBlock {
    private static let begins = ["-----BEGIN ", "---- BEGIN "].map { Array($0.utf8) }
    private static let word = Array("PRIVATE KEY".utf8)
    private static let ending = Array("END ".utf8)
    /// In bytes, of what is looked at.
    private static let longest = 40_000

    /// Where a key that begins at an index ends; nil: there is none, or only the picture of one: too
    /// few characters between the lines, or something else than a key.
    static func end(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard
            let begin = begins.first(where: {
                start + $0.count <= text.count && text[start..<start + $0.count].elementsEqual($0)
            }), let label = label(in: text, from: start + begin.count)
        else { return nil }
        return Body(in: text, from: label, to: min(text.count, label + longest)).end
    }

    /// Where the words `PRIVATE KEY` of a label end: `RSA PRIVATE KEY`, `PGP PRIVATE KEY BLOCK`.
    private static func label(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var at = start
        let last = min(text.count - word.count, start + 40)
        while at <= last, text[at] != 0x0A {
            if text[at..<at + word.count].elementsEqual(word) { return at + word.count }
            at += 1
        }
        return nil
    }

    /// What stands between the lines.
    private struct Body {
        private var letters = 0
        private var kinds: Set<UInt8> = []
        private var isClosed = false
        private var position: Int

        init(in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
            position = start
            // The rest of the first line: `-----`, ` BLOCK-----`.
            while position < limit, text[position] != 0x0A, text[position] != UInt8(ascii: "\\"),
                !isBase64(text[position]) || position < start + 6
            { position += 1 }
            var isAtStart = true
            while position < limit {
                let byte = text[position]
                if isAtStart, let next = Self.afterHeader(in: text, from: position, to: limit) {
                    position = next
                    continue
                }
                isAtStart = false
                if byte == 0x0A {
                    isAtStart = true
                } else if isBase64(byte) {
                    // Of an escaped line break the letter does not count.
                    if !(byte == UInt8(ascii: "n") && text[position - 1] == UInt8(ascii: "\\")) {
                        letters += 1
                        kinds.insert(byte)
                    }
                } else if byte == UInt8(ascii: "-") {
                    if Self.isEnd(in: text, at: position) {
                        isClosed = true
                        break
                    }
                    if letters > 20 { break }
                } else if !isBetween(byte) {
                    break
                }
                position += 1
            }
        }

        /// nil: it is no key. The shortest one, of Ed25519, has 64 characters; what is cut off needs
        /// more, to be no picture.
        var end: Int? {
            guard letters >= (isClosed ? 60 : 100), kinds.count >= 20 else { return nil }
            return position
        }

        /// `Proc-Type: 4,ENCRYPTED`, `Version: GnuPG v2.4.0`: where the line behind a header begins.
        private static func afterHeader(
            in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
        ) -> Int? {
            var at = start
            while at < limit, at < start + 20, isNameByte(text[at]) { at += 1 }
            guard at > start + 2, at + 1 < limit, text[at] == UInt8(ascii: ":"),
                text[at + 1] == 0x20
            else { return nil }
            while at < limit, text[at] != 0x0A { at += 1 }
            return at < limit ? at + 1 : nil
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            SecretPattern.Alphabet.letters.contains(byte) || byte == UInt8(ascii: "-")
        }

        private static func isEnd(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
            var at = start
            while at < text.count, text[at] == UInt8(ascii: "-") || text[at] == 0x20 { at += 1 }
            let end = at + PrivateKeyBlock.ending.count
            return at >= start + 4 && end <= text.count
                && text[at..<end].elementsEqual(PrivateKeyBlock.ending)
        }

        private func isBase64(_ byte: UInt8) -> Bool {
            SecretPattern.Alphabet.base64.contains(byte)
        }

        /// White space, and how code writes a line break in a text: `\n`, quotes, `,`.
        private func isBetween(_ byte: UInt8) -> Bool {
            switch byte {
            case ...0x20, UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"),
                UInt8(ascii: ","), UInt8(ascii: ":"):
                true
            default: false
            }
        }
    }
}
