/// The form of numbers in JSON and JSON5.
enum JSONNumber {
    /// RFC 8259, section 6: `-1.5e+3`; not `01`, `+1`, `.5` or `1.`.
    static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let whole = takeDigits(&rest)
        if whole.isEmpty || whole.count > 1 && whole.first == UInt8(ascii: "0") { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if takeDigits(&rest).isEmpty { return false }
        }
        return isExponent(rest)
    }

    /// The JSON5 specification, section 6: also `+1`, `.5`, `1.` and `0xFF`.
    static func isValidInJSON5(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
        if rest.starts(with: "0x".utf8) || rest.starts(with: "0X".utf8) {
            let digits = rest.dropFirst(2)
            return !digits.isEmpty
                && digits.allSatisfy {
                    $0.isDigit
                        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
                }
        }
        let whole = takeDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if takeDigits(&rest).isEmpty, whole.isEmpty { return false }
        } else if whole.isEmpty {
            return false
        }
        return isExponent(rest)
    }

    private static func takeDigits(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = text.prefix(while: \.isDigit)
        text = text.dropFirst(digits.count)
        return digits
    }

    /// Nothing, or `e5`, `E+5`, `e-5`.
    private static func isExponent(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        guard first | 0x20 == UInt8(ascii: "e") else { return false }
        var rest = text.dropFirst()
        if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(\.isDigit)
    }
}
