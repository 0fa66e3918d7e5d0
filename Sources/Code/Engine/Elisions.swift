/// What stands for code that was left out.
extension Scanner {
    /// Whether `…` begins at the next byte.
    var isEllipsis: Bool { byte == 0xE2 && ahead(1) == 0x80 && ahead(2) == 0xA6 }

    /// Where a placeholder such as `<your token>`, `???` or `[a large value...]` ends that begins at the
    /// next byte in the place of a value; nil where the byte is an operator.
    var placeholderEnd: Int? { placeholderEnd(after: "(,=[{+") ?? describedEnd }

    /// Where a placeholder in other signs than `<` and `>` ends: `???`, `***`, `${value}`,
    /// `[a large value...]`, a line of `[...]`, `...more of it...`, and `(what the method does)` in a paragraph of its own.
    var describedEnd: Int? {
        switch byte {
        case UInt8(ascii: "?"): repeatedEnd(after: "(,=[{+<:&|;")
        case UInt8(ascii: "*"):
            repeatedEnd(after: "(,").flatMap { end in
                let next = skippingBlanks(end)
                return self[next] == UInt8(ascii: ",") || self[next] == UInt8(ascii: ")")
                    ? end : nil
            }
        case UInt8(ascii: "$") where ahead(1) == UInt8(ascii: "{"):
            wordsEnd(from: index + 2, least: 1).flatMap {
                self[$0] == UInt8(ascii: "}") ? $0 + 1 : nil
            }
        case UInt8(ascii: "[") where isLineOfDots(index): dotsEnd(index + 1) + 1
        case UInt8(ascii: "["):
            wordsEnd(from: index + 1, least: 2).flatMap { end in
                let start = skippingBlanks(end)
                let dots = dotsEnd(start)
                return dots > start && self[dots] == UInt8(ascii: "]") ? dots + 1 : nil
            }
        case UInt8(ascii: "("): isParagraph ? parenthesizedEnd : nil
        case UInt8(ascii: "."), 0xE2: describedLineEnd
        default: nil
        }
    }

    /// The end of three signs or more of one kind in the place of a value.
    private func repeatedEnd(after signs: StaticString) -> Int? {
        guard ahead(1) == byte, ahead(2) == byte else { return nil }
        var before = index - 1
        while before >= 0, self[before].isBlank { before -= 1 }
        let isValuePlace =
            before < 0 || self[before] == 0x0A
            || signs.withUTF8Buffer { $0.contains(self[before]) }
        guard isValuePlace else { return nil }
        var end = index
        while self[end] == byte { end += 1 }
        return end
    }

    /// Whether a line is `[...]`, and no list that goes on from the line before.
    private func isLineOfDots(_ start: Int) -> Bool {
        let end = dotsEnd(start + 1)
        guard end > start + 1, self[end] == UInt8(ascii: "]"), isFirstOfLine(start) else {
            return false
        }
        let rest = skippingBlanks(end + 1)
        var before = lineStart(start) - 1
        while before >= 0, self[before].isBlank || self[before] == 0x0A { before -= 1 }
        return (rest >= count || self[rest] == 0x0A)
            && (before < 0 || !"([,=+".utf8.contains(self[before]))
    }

    /// The end of a line that says between dots, or after them, what was left out.
    private var describedLineEnd: Int? {
        let start = dotsEnd(index)
        guard start > index, isFirstOfLine(index) else { return nil }
        let words = wordsEnd(from: skippingBlanks(start), least: 1)
        guard let words else { return nil }
        let rest = skippingBlanks(words)
        let end = dotsEnd(rest)
        let isLineEnd = self[skippingBlanks(end)] == 0x0A || skippingBlanks(end) >= count
        guard isLineEnd else { return nil }
        if end > rest { return end }
        return wordsEnd(from: skippingBlanks(start), least: 2) != nil ? words : nil
    }

    /// The end of `(what the method does)`.
    private var parenthesizedEnd: Int? {
        guard let end = wordsEnd(from: index + 1, least: 2), self[end] == UInt8(ascii: ")") else {
            return nil
        }
        let rest = skippingBlanks(end + 1)
        guard rest >= count || self[rest] == 0x0A && isBlankLine(rest + 1) else { return nil }
        let words = text(index + 1..<end).split(separator: " ")
        return words.contains { Self.operators.contains(String($0)) } ? nil : end + 1
    }

    private static let operators: Set<String> = [
        "and", "as", "await", "in", "instanceof", "is", "new", "not", "or", "to", "try",
    ]

    /// Where words of letters, digits and hyphens end that single blanks part; nil for fewer than
    /// `least`.
    private func wordsEnd(from start: Int, least: Int) -> Int? {
        var index = start
        var words = 0
        var end = start
        func isPart(_ byte: UInt8) -> Bool {
            byte.isWordPart || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
                || byte >= 0x80 && !starts(with: "…", at: index)
        }
        while self[index].isWordStart || self[index] >= 0xC3, isPart(self[index]) {
            while isPart(self[index]) { index += 1 }
            words += 1
            end = index
            guard index - start < 100 else { return nil }
            if self[index] == 0x20 { index += 1 }
        }
        return words >= least ? end : nil
    }

    /// Where two dots or more, or `…`, end; the same offset for none.
    private func dotsEnd(_ start: Int) -> Int {
        var end = start
        while self[end] == UInt8(ascii: ".") || starts(with: "…", at: end) {
            end += self[end] == UInt8(ascii: ".") ? 1 : 3
        }
        return end > start + 1 ? end : start
    }

    private func skippingBlanks(_ start: Int) -> Int {
        var index = start
        while self[index].isBlank { index += 1 }
        return index
    }

    /// Whether the next byte is the first of a line after an empty one, or the first of all.
    private var isParagraph: Bool {
        var before = index - 1
        while before >= 0, self[before].isBlank { before -= 1 }
        guard before >= 0, self[before] == 0x0A else { return before < 0 }
        before -= 1
        while before >= 0, self[before].isBlank { before -= 1 }
        return before < 0 || self[before] == 0x0A
    }

    private func isBlankLine(_ start: Int) -> Bool {
        let index = skippingBlanks(start)
        return index >= count || self[index] == 0x0A
    }

    /// - Parameter signs: those before the place of a value.
    func placeholderEnd(after signs: StaticString) -> Int? {
        guard byte == UInt8(ascii: "<"), ahead(1).isWordStart || ahead(1) >= 0x80 else {
            return nil
        }
        var before = index - 1
        while before >= 0, self[before].isBlank { before -= 1 }
        let isValuePlace = signs.withUTF8Buffer { $0.contains(self[before]) }
        guard before >= 0, isValuePlace else { return nil }
        for end in index + 2..<index + 60 {
            switch self[end] {
            case UInt8(ascii: ">"): return self[end - 1].isBlank ? nil : end + 1
            case 0, 0x0A, UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "{"):
                return nil
            default: break
            }
        }
        return nil
    }

    /// Whether the inside of a comment stands for code that was left out: `...`, `…`, `... the rest`,
    /// `省略`, `略`.
    func isElision(_ inside: Range<Int>) -> Bool {
        var index = inside.lowerBound
        var dots = 0
        while index < inside.upperBound {
            let byte = self[index]
            if byte == UInt8(ascii: ".") {
                dots += 1
            } else if byte == 0xE2, self[index + 1] == 0x80, self[index + 2] == 0xA6 {
                dots += 3
                index += 2
            } else if !byte.isBlank, byte != 0x0A, byte != UInt8(ascii: "*") {
                return dots >= 2
                    || dots == 0
                        && (starts(with: "省略", at: index) || starts(with: "略", at: index))
            }
            index += 1
        }
        return dots >= 2
    }
}
