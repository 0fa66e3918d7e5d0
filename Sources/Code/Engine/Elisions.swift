/// What stands for code that was left out.
extension Scanner {
    /// Whether `…` begins at the next byte.
    var isEllipsis: Bool { byte == 0xE2 && ahead(1) == 0x80 && ahead(2) == 0xA6 }

    /// Where a placeholder such as `<your token>` ends that begins at the next byte in the place of a
    /// value; nil where `<` is an operator.
    var placeholderEnd: Int? { placeholderEnd(after: "(,=[{+") }

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
    /// `省略`.
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
                return dots >= 2 || dots == 0 && starts(with: "省略", at: index)
            }
            index += 1
        }
        return dots >= 2
    }
}
