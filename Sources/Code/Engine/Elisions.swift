/// What stands for code that was left out.
extension Scanner {
    /// Whether `…` begins at the next byte.
    var isEllipsis: Bool { byte == 0xE2 && ahead(1) == 0x80 && ahead(2) == 0xA6 }

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
