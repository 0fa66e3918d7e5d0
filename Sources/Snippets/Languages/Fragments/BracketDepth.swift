/// How deep brackets nest: parsers recurse, and some end their process where their stack does.
enum BracketDepth {
    /// Deeper than any listing; the least that any of the programs allows is 256.
    static let most = 200

    /// Whether more than `limit` brackets are open at a time, those in strings counted: O(bytes).
    static func exceeds(_ limit: Int, in code: [UInt8]) -> Bool {
        var depth = 0
        for byte in code {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > limit { return true }
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth = max(0, depth - 1)
            default: break
            }
        }
        return false
    }
}
