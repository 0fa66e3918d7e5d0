/// A whole number or a float of TOML: `-1_000`, `0xDEAD_BEEF`, `6.626e-34`, `+inf`.
struct TOMLNumber {
    let kind: TOMLNode.Kind
    /// The bits of the `Int` or the `Double`.
    let bits: UInt64

    /// Reads a whole word; nil if it is not a number, or out of range: 64 bits for whole numbers,
    /// and finite for floats written in digits.
    init?(in bytes: [UInt8], _ word: Range<Int>) {
        if let integer = Self.integer(in: bytes, word) {
            kind = .integer
            bits = UInt64(bitPattern: Int64(integer))
        } else if let float = Self.float(in: bytes, word) {
            kind = .float
            bits = float.bitPattern
        } else {
            return nil
        }
    }

    private static func integer(in bytes: [UInt8], _ word: Range<Int>) -> Int? {
        var digits = word
        let sign = bytes[word.lowerBound]
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            digits = (word.lowerBound + 1)..<word.upperBound
        }
        guard let first = bytes[digits].first else { return nil }
        if first == UInt8(ascii: "0"), digits.count > 1 {
            // No sign, and no leading zero in a decimal number.
            let radix: UInt64? =
                switch bytes[digits.lowerBound + 1] {
                case UInt8(ascii: "x"): 16
                case UInt8(ascii: "o"): 8
                case UInt8(ascii: "b"): 2
                default: nil
                }
            guard let radix, digits == word else { return nil }
            return magnitude(in: bytes, (digits.lowerBound + 2)..<digits.upperBound, radix)
                .flatMap { Int(exactly: $0) }
        }
        guard let magnitude = magnitude(in: bytes, digits, 10) else { return nil }
        guard sign == UInt8(ascii: "-") else { return Int(exactly: magnitude) }
        return magnitude == Int.min.magnitude ? Int.min : Int(exactly: magnitude).map { -$0 }
    }

    /// Digits with single underscores between them.
    private static func magnitude(
        in bytes: [UInt8], _ digits: Range<Int>, _ radix: UInt64
    ) -> UInt64? {
        var value: UInt64 = 0
        var isAfterDigit = false
        for byte in bytes[digits] {
            if byte == UInt8(ascii: "_") {
                guard isAfterDigit else { return nil }
                isAfterDigit = false
                continue
            }
            guard let digit = digit(byte), digit < radix else { return nil }
            let (product, overflows) = value.multipliedReportingOverflow(by: radix)
            let (sum, overflowsToo) = product.addingReportingOverflow(digit)
            if overflows || overflowsToo { return nil }
            value = sum
            isAfterDigit = true
        }
        return isAfterDigit ? value : nil
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    private static func float(in bytes: [UInt8], _ word: Range<Int>) -> Double? {
        guard isFloat(in: bytes, word) else {
            if word.count > 4 { return nil }
            switch String(decoding: bytes[word], as: UTF8.self) {
            case "inf", "+inf": return .infinity
            case "-inf": return -.infinity
            case "nan", "+nan", "-nan": return .nan
            default: return nil
            }
        }
        let digits = bytes[word].filter { $0 != UInt8(ascii: "_") }
        return Double(String(decoding: digits, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Whether a word has the form of a float with a fraction, an exponent or both.
    static func isFloat(in bytes: [UInt8], _ word: Range<Int>) -> Bool {
        var position = word.lowerBound
        func current() -> UInt8 { position < word.upperBound ? bytes[position] : 0 }
        /// Digits with single underscores between them.
        func takeDigits() -> Bool {
            var isAfterDigit = false
            while (0x30...0x39).contains(current()) || current() == UInt8(ascii: "_") {
                let isDigit = current() != UInt8(ascii: "_")
                if !isDigit, !isAfterDigit { return false }
                isAfterDigit = isDigit
                position += 1
            }
            return isAfterDigit
        }
        func takeSign() {
            if current() == UInt8(ascii: "-") || current() == UInt8(ascii: "+") { position += 1 }
        }
        takeSign()
        let whole = position
        guard takeDigits(), bytes[whole] != UInt8(ascii: "0") || position == whole + 1 else {
            return false
        }
        let hasFraction = current() == UInt8(ascii: ".")
        if hasFraction {
            position += 1
            guard takeDigits() else { return false }
        }
        let hasExponent = current() | 0x20 == UInt8(ascii: "e")
        if hasExponent {
            position += 1
            takeSign()
            guard takeDigits() else { return false }
        }
        return (hasFraction || hasExponent) && position == word.upperBound
    }
}
