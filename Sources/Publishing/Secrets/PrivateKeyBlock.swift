/// A private key between two lines of dashes (RFC 7468, RFC 4716, RFC 9580), also inside a string
/// of a program, with `\n` for line breaks.
enum PrivateKeyBlock {
    private static let begins = ["-----BEGIN ", "---- BEGIN "].map { Array($0.utf8) }
    private static let word = Array("PRIVATE KEY".utf8)
    private static let ending = Array("END ".utf8)
    /// In bytes of the text.
    private static let longest = 40_000
    /// In bytes: the limit for headers, because a text with many would be read again from each
    /// line.
    private static let longestHead = 2000

    /// The end of a key that begins at an index; nil: no key, or only a picture of one: too few
    /// characters between the lines, or something other than a key.
    static func end(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard
            let begin = begins.first(where: {
                start + $0.count <= text.count && text[start..<start + $0.count].elementsEqual($0)
            }), let label = label(in: text, from: start + begin.count)
        else { return nil }
        return Body(in: text, from: label, to: min(text.count, label + longest)).end
    }

    /// The end of the words `PRIVATE KEY` in a label: `RSA PRIVATE KEY`, `PGP PRIVATE KEY BLOCK`.
    private static func label(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var at = start
        let last = min(text.count - word.count, start + 40)
        while at <= last, text[at] != 0x0A {
            if text[at..<at + word.count].elementsEqual(word) { return at + word.count }
            at += 1
        }
        return nil
    }

    /// The text between the lines.
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
            let head = min(limit, start + longestHead)
            while position < limit {
                let byte = text[position]
                if isAtStart, let next = Self.afterHeader(in: text, from: position, to: head) {
                    position = next
                    continue
                }
                isAtStart = false
                if let next = Self.afterLineBreak(in: text, at: position, to: limit) {
                    isAtStart = true
                    position = next
                    continue
                }
                if isBase64(byte) {
                    letters += 1
                    kinds.insert(byte)
                } else if byte == UInt8(ascii: "-") {
                    let after = Self.afterDashes(in: text, from: position, to: limit)
                    if after >= position + 4, Self.isEnd(in: text, at: after) {
                        isClosed = true
                        break
                    }
                    if letters > 20 { break }
                    // Read once; otherwise a long run would be read again from each of its dashes.
                    position = after
                    continue
                } else if !isBetween(byte) {
                    break
                }
                position += 1
            }
        }

        /// nil: not a key. The shortest one, of Ed25519, has 64 characters; a truncated one needs
        /// more, so that it is not a picture.
        var end: Int? {
            guard letters >= (isClosed ? 60 : 100), kinds.count >= 20 else { return nil }
            return position
        }

        /// The start of the next line, after a line break or an escaped one (`\n`, `\r\n`).
        private static func afterLineBreak(
            in text: UnsafeBufferPointer<UInt8>, at start: Int, to limit: Int
        ) -> Int? {
            if text[start] == 0x0A { return start + 1 }
            guard text[start] == UInt8(ascii: "\\"), start + 1 < limit,
                [UInt8(ascii: "n"), UInt8(ascii: "r")].contains(text[start + 1])
            else { return nil }
            return start + 2
        }

        /// `Proc-Type: 4,ENCRYPTED`, `Version: GnuPG v2.4.0`: the start of the line after a header.
        private static func afterHeader(
            in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
        ) -> Int? {
            var at = start
            while at < limit, at < start + 20, isNameByte(text[at]) { at += 1 }
            guard at > start + 2, at + 1 < limit, text[at] == UInt8(ascii: ":"),
                text[at + 1] == 0x20
            else { return nil }
            while at < limit {
                if let next = afterLineBreak(in: text, at: at, to: limit) { return next }
                at += 1
            }
            return nil
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            SecretPattern.Alphabet.letters.contains(byte) || byte == UInt8(ascii: "-")
        }

        /// The end of a run of dashes and blanks.
        private static func afterDashes(
            in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
        ) -> Int {
            var at = start
            while at < limit, text[at] == UInt8(ascii: "-") || text[at] == 0x20 { at += 1 }
            return at
        }

        /// Whether `END ` follows the dashes.
        private static func isEnd(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
            let end = start + PrivateKeyBlock.ending.count
            return end <= text.count && text[start..<end].elementsEqual(PrivateKeyBlock.ending)
        }

        private func isBase64(_ byte: UInt8) -> Bool {
            SecretPattern.Alphabet.base64.contains(byte)
        }

        /// White space, and a line break in a string literal: `\n`, quotes, `,`.
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
