/// A sign of another keyboard in code: typed for a sign of the code, or punctuation of a sentence that is
/// between the code.
struct Punctuation {
    private let code: [UInt8]
    private let range: Range<Int>
    private let isSQL: Bool
    private let isBracketed: Bool

    /// - Parameters:
    ///   - range: of the sign.
    ///   - isBracketed: whether a bracket of the code is open before the sign.
    init(_ code: [UInt8], _ range: Range<Int>, isSQL: Bool, isBracketed: Bool) {
        self.code = code
        self.range = range
        self.isSQL = isSQL
        self.isBracketed = isBracketed
    }

    /// How many letters make what is in full-width brackets a remark.
    private static let fewestLetters = 5

    /// Whether it belongs to a sentence: `the cell’s`, `结果：3`, `open()、close()`, `（this is wrong）` in
    /// Chinese. O(1).
    var isOfSentence: Bool {
        let sign = String(decoding: code[range], as: UTF8.self)
        switch sign {
        case "’":
            let before = range.lowerBound > 0 ? code[range.lowerBound - 1] : 0
            let after = range.upperBound < code.count ? code[range.upperBound] : 0
            return before.isLetter && after.isLetter
        // Both keyboards have another key for a comma.
        case "、" where !isBracketed: return true
        // SQL has no colon between words.
        case "：" where isSQL: return true
        case "（":
            return isLetter(before: range.lowerBound)
                || (0..<Self.fewestLetters).allSatisfy { isLetter(at: range.upperBound + 3 * $0) }
        case "，", "。", "：", "；", "、", "！", "？", "）": return isLetter(before: range.lowerBound)
        default: return false
        }
    }

    private func isLetter(before offset: Int) -> Bool { isLetter(at: offset - 3) }

    /// Whether a letter of Chinese, Japanese or Korean begins at an offset: U+3041 to U+D7A3.
    private func isLetter(at offset: Int) -> Bool {
        guard offset >= 0, offset + 2 < code.count, (0xE3...0xED).contains(code[offset]),
            code[offset + 1] & 0xC0 == 0x80, code[offset + 2] & 0xC0 == 0x80
        else { return false }
        return code[offset] != 0xE3 || code[offset + 1] != 0x80
    }
}
