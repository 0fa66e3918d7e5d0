/// What articles write in commands that is not shell: placeholders and signs of typesetting.
extension ShellParser {
    func isPlaceholder(at start: Int) -> Bool { placeholderEnd(start) != nil }

    /// The end of a placeholder such as `<name>` or `<your file>`, or in zsh of a range such as
    /// `<1-9>`; nil where `<` is a redirection.
    func placeholderEnd(_ start: Int) -> Int? {
        var index = start + 1
        if isZsh {
            while scanner[index].isDigit { index += 1 }
            if scanner[index] == UInt8(ascii: "-") {
                index += 1
                while scanner[index].isDigit { index += 1 }
                if scanner[index] == UInt8(ascii: ">") { return index + 1 }
            }
        }
        guard isFragment else { return nil }
        index = start + 1
        let isDouble = scanner[index] == UInt8(ascii: "<")
        if isDouble { index += 1 }
        // `<...>` and `<..>`: whatever is to be given.
        if !isDouble, scanner[index] == UInt8(ascii: ".") {
            while scanner[index] == UInt8(ascii: ".") { index += 1 }
            return scanner[index] == UInt8(ascii: ">") && index > start + 2 ? index + 1 : nil
        }
        guard scanner[index].isWordStart || scanner[index] >= 0x80 else { return nil }
        let limit = index + 80
        while index < limit {
            switch scanner[index] {
            case UInt8(ascii: ">"):
                let last = scanner[index - 1]
                if last.isBlank { return nil }
                if isDouble { return scanner[index + 1] == UInt8(ascii: ">") ? index + 2 : nil }
                let next = scanner[index + 1]
                let isOperator =
                    next == UInt8(ascii: ">") || next == UInt8(ascii: "&")
                    || next == UInt8(ascii: "(")
                return isOperator ? nil : index + 1
            case UInt8(ascii: "'"):
                guard scanner[index - 1].isLetter, scanner[index + 1].isLetter else { return nil }
            case 0, 0x0A, UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "`"),
                UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "\\"):
                return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The end of options as synopses write them, `(-a)` or `(--all|--name=x)`, and of a name in an
    /// address, `http://localhost:(PORT)/`; nil for a bracket of the shell.
    func synopsisEnd(_ start: Int) -> Int? {
        let isInAddress = start > 0 && ":/".utf8.contains(scanner[start - 1])
        guard isFragment,
            scanner[start + 1] == UInt8(ascii: "-") || isInAddress && scanner[start + 1].isLetter
        else { return nil }
        for index in start + 2..<start + 80 {
            switch scanner[index] {
            case UInt8(ascii: ")"): return index + 1
            case 0...0x20, UInt8(ascii: ";"), UInt8(ascii: "("): return nil
            default: break
            }
        }
        return nil
    }

    /// Whether a command in ASCII is before the next character on its line: in prose, in output and
    /// in the lines of a tree, signs of typesetting mean nothing.
    private var isFirstBeyondASCII: Bool {
        var index = scanner.index - 1
        var isBlank = true
        while index >= 0, scanner[index] != 0x0A {
            if scanner[index] >= 0x80 { return false }
            isBlank = isBlank && scanner[index].isBlank
            index -= 1
        }
        return !isBlank
    }

    /// Refuses a sign of typesetting where the shell needs the one of ASCII that it looks like.
    mutating func checkSign(_ wordStart: Int, _ role: WordRole) throws(Stop) {
        let index = scanner.index
        let (length, value) = scanner.scalar(at: index)
        let range = index..<min(scanner.count, index + length)
        guard value >= 0xA0, let plain = OddSigns.plain(value), isFirstBeyondASCII else { return }
        let isFirst = index == wordStart || scanner[index - 1] == UInt8(ascii: "=")
        switch value {
        case 0x201C, 0x201D, 0x2018: guard isFirst else { return }
        case 0x2013, 0x2014:
            guard index == wordStart, scanner[range.upperBound].isLetter else { return }
        case 0xFF1B, 0xFF5C, 0xFF06:
            guard index > 0, scanner[index - 1] < 0x80 else { return }
        case 0x00A0, 0x3000: guard scanner[range.upperBound] < 0x80 else { return }
        default: return
        }
        throw fail(
            range, "\(OddSigns.name(scanner, range)) is not '\(plain)'",
            edit: quotedEdit(range) ?? (range, plain))
    }

    /// `"…"` for `“…”` on one line.
    private func quotedEdit(_ opener: Range<Int>) -> (range: Range<Int>, replacement: String)? {
        let isDouble = scanner.starts(with: "“", at: opener.lowerBound)
        guard isDouble || scanner.starts(with: "‘", at: opener.lowerBound) else { return nil }
        var index = opener.upperBound
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner.starts(with: isDouble ? "”" : "’", at: index) {
                let quote = isDouble ? "\"" : "'"
                let inside = scanner.text(opener.upperBound..<index)
                return (opener.lowerBound..<index + 3, quote + inside + quote)
            }
            index += 1
        }
        return nil
    }
}
