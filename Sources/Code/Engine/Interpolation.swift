/// Texts in quotes with code in them, which may hold texts in quotes again: `"a ${b ? "c" : "d"}"`.
struct InterpolatedText {
    let open: StaticString
    let close: StaticString
    var isMultiline = false
    /// What takes the next character with it; 0 for nothing.
    var escape = UInt8(ascii: "\\")
    /// Whether the closing quote twice is one in the text.
    var doubles = false
    /// What begins code: `${`, which ends with the bracket of its kind.
    var codes: [StaticString] = []
    /// Deeper texts in the code of texts are read as code.
    static let deepest = 3
}

extension Scanner {
    /// Moves past the text whose quote is next.
    ///
    /// - Parameter forms: the texts that the code inside may hold.
    /// - Returns: whether it is closed; if not, the scanner is at the end of the line or of the code.
    mutating func skip(_ text: InterpolatedText, _ forms: [InterpolatedText]) -> Bool {
        var budget = Self.longestCode
        return skip(text, forms, depth: 0, &budget)
    }

    /// - Parameter budget: how many steps may be taken in code, with all texts in it.
    private mutating func skip(
        _ text: InterpolatedText, _ forms: [InterpolatedText], depth: Int, _ budget: inout Int
    ) -> Bool {
        index += text.open.utf8CodeUnitCount
        // After code without its end all else is text, so that nothing is read again and again.
        var holdsCode = depth < InterpolatedText.deepest
        while !isAtEnd {
            if depth > 0 {
                budget -= 1
                if budget < 0 { return false }
            }
            if starts(with: text.close) {
                index += text.close.utf8CodeUnitCount
                guard text.doubles, starts(with: text.close) else { return true }
                index += text.close.utf8CodeUnitCount
            } else if byte == 0x0A, !text.isMultiline {
                return false
            } else if text.escape != 0, byte == text.escape {
                index += 2
            } else if holdsCode,
                let code = text.codes.first(where: { starts(with: $0) })
            {
                index += code.utf8CodeUnitCount
                let inside = index
                if skipCode(forms, depth: depth + 1, &budget) {
                    if depth == 0 { budget = Self.longestCode }
                } else {
                    index = inside
                    holdsCode = false
                }
            } else {
                index += 1
            }
        }
        index = min(index, count)
        return false
    }

    /// Moves past code up to the bracket that closes it.
    mutating func skipCode(_ forms: [InterpolatedText]) -> Bool {
        var budget = Self.longestCode
        return skipCode(forms, depth: 1, &budget)
    }

    private mutating func skipCode(
        _ forms: [InterpolatedText], depth: Int, _ budget: inout Int
    ) -> Bool {
        let opener = self[index - 1]
        let closer = opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
        var brackets = 1
        while index < count {
            budget -= 1
            if budget < 0 { return false }
            if byte == opener {
                brackets += 1
            } else if byte == closer {
                brackets -= 1
                if brackets == 0 {
                    index += 1
                    return true
                }
            } else if let form = forms.first(where: { starts(with: $0.open) }) {
                guard skip(form, forms, depth: depth, &budget) else { return false }
                continue
            }
            index += 1
        }
        return false
    }

    private static let longestCode = 1000
}

extension FreeFormLexer {
    /// Makes tokens of texts of some forms.
    static func texts(_ forms: [InterpolatedText]) -> Special {
        return { scanner, tokens, words in
            guard let form = forms.first(where: { scanner.starts(with: $0.open) }) else {
                return false
            }
            let start = scanner.index
            let kind = form.open.utf8Start.pointee == UInt8(ascii: "'") ? "CHAR" : "STRING"
            if scanner.skip(form, forms) {
                tokens.append(words[kind], start, scanner.index)
            } else {
                let end = form.isMultiline ? start + form.open.utf8CodeUnitCount : scanner.index
                tokens.complain("the string is not closed", start, end)
            }
            return true
        }
    }
}
