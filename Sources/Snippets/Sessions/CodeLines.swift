import Text

/// The lines of a block, with short lookups in them.
struct CodeLines: Sendable {
    let code: [UInt8]
    /// Each line without the LF that ends it.
    let ranges: [Range<Int>]

    /// O(bytes).
    init(_ code: [UInt8]) {
        self.code = code
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(code.count / 32 + 4)
        var start = 0
        while start < code.count {
            let end = code.firstIndex(of: .lineFeed, from: start) ?? code.count
            ranges.append(start..<end)
            start = end + 1
        }
        self.ranges = ranges
    }

    /// The scalar of an ASCII byte; U+0000 outside `range`, for a look past a line's end.
    func scalar(_ index: Int, in range: Range<Int>) -> Unicode.Scalar {
        range.contains(index) ? Unicode.Scalar(code[index]) : "\0"
    }

    /// `range` without the blanks before it.
    func skippingBlanks(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, code[start] == 0x20 || code[start] == 0x09 { start += 1 }
        return start..<range.upperBound
    }

    /// `range` without blanks and CR at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = skippingBlanks(range).lowerBound
        var end = range.upperBound
        while end > start, code[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }

    func has(_ prefix: StaticString, at index: Int, in range: Range<Int>) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard index >= range.lowerBound, index + count <= range.upperBound else { return false }
        return prefix.withUTF8Buffer { bytes in
            for k in 0..<count where code[index + k] != bytes[k] { return false }
            return true
        }
    }

    /// How many bytes from `index` on belong to a class.
    func count(
        from index: Int, in range: Range<Int>, where isOfClass: (Unicode.Scalar) -> Bool
    ) -> Int {
        var end = index
        while end < range.upperBound, isOfClass(Unicode.Scalar(code[end])) { end += 1 }
        return end - index
    }

    /// The text of a range, invalid UTF-8 repaired.
    func string(_ range: Range<Int>) -> String { String(decoding: code[range], as: UTF8.self) }
}

extension Unicode.Scalar {
    /// An ASCII letter.
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    /// An ASCII letter, a digit or `_`.
    var isWordByte: Bool { isASCIILetter || isASCIIDigit || self == "_" }

    var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    /// Whether the name of a host, a user, a program or a database may contain it.
    var isNameByte: Bool { isWordByte || self == "-" || self == "." }
}
