/// Classifies unquoted values of data formats.
enum Scalar {
    /// The class of a number or a date; nil for any other text. Reads at most 40 bytes.
    static func kind(of range: Range<Int>, in code: [UInt8]) -> TokenClass? {
        guard range.count <= 40, let first = range.first else { return nil }
        var i = first
        if code[i] == UInt8(ascii: "-") || code[i] == UInt8(ascii: "+") { i += 1 }
        guard i < range.upperBound, code[i].isDigit || code[i] == UInt8(ascii: ".") else {
            return nil
        }
        if code[i] == UInt8(ascii: "0"), i + 2 < range.upperBound {
            let isHex = code[i + 1] | 0x20 == UInt8(ascii: "x")
            if isHex { return code[i + 2..<range.upperBound].allSatisfy(\.isHexDigit) ? .mh : nil }
            if code[i + 1] | 0x20 == UInt8(ascii: "o") { return .mo }
        }
        return number(i..<range.upperBound, code) ?? date(range, code)
    }

    private static func number(_ range: Range<Int>, _ code: [UInt8]) -> TokenClass? {
        var dots = 0
        var hasExponent = false
        var hasDigit = false
        for i in range {
            switch code[i] {
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard hasDigit, !hasExponent else { return nil }
                hasExponent = true
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard hasExponent, code[i - 1] | 0x20 == UInt8(ascii: "e") else { return nil }
            case UInt8(ascii: "_") where hasDigit: break
            case _ where code[i].isDigit: hasDigit = true
            default: return nil
            }
        }
        guard dots <= 1, hasDigit, code[range.upperBound - 1] | 0x20 != UInt8(ascii: "e") else {
            return nil
        }
        return dots == 1 || hasExponent ? .mf : .mi
    }

    /// `2021-08-12`, perhaps with a time.
    private static func date(_ range: Range<Int>, _ code: [UInt8]) -> TokenClass? {
        guard range.count >= 10, code[range.lowerBound + 4] == UInt8(ascii: "-"),
            code[range.lowerBound + 7] == UInt8(ascii: "-")
        else { return nil }
        let isDate = code[range].allSatisfy { $0.isDigit || "-:.TtZz+ ".utf8.contains($0) }
        return isDate ? .ld : nil
    }
}
