/// The brackets that a piece out of the middle of something lacks, before it and behind it.
///
///     }⏎ else { x()       lacks { before it and } behind it
///
/// Whether they lack by fault is not told here: ``Balance`` does.
struct OpenEnds: Sendable, Hashable {
    /// What closers at the piece's end, or its start, would have closed, the outermost first.
    let openers: String
    /// What is still open at its end, the innermost first.
    let closers: String

    /// More than any piece lacks.
    private static let most = 20

    /// nil where all pairs up, or where brackets cross.
    ///
    /// - Parameters:
    ///   - skeleton: code without its strings and comments. O(bytes).
    ///   - block: what opens a block of statements in the language.
    init?(_ skeleton: [UInt8], block: String) {
        var open: [UInt8] = []
        var missing: [String] = []
        for byte in skeleton {
            switch byte {
            case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let due = open.popLast() {
                    guard due == byte else { return nil }
                } else {
                    let isBlock = byte == UInt8(ascii: "}")
                    missing.append(isBlock ? block : byte == UInt8(ascii: ")") ? "(" : "[")
                }
            default: break
            }
        }
        if open.isEmpty, missing.isEmpty { return nil }
        guard open.count + missing.count <= Self.most else { return nil }
        openers = missing.reversed().joined()
        closers = String(decoding: open.reversed(), as: UTF8.self)
    }
}
