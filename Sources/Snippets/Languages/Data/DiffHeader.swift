/// The header of a hunk, `@@ -1,5 +1,6 @@ func main() {`.
struct DiffHeader {
    enum Reading {
        /// No header.
        case none
        /// `@@ … @@`, `@@@ -1 -1 +1 @@@`: a header whose lines cannot be counted.
        case uncounted
        case broken(Finding)
        case counted(DiffHeader)
    }

    /// The stated numbers of lines of the old and the new text.
    let old: Int
    let new: Int
    private let oldStart: Int
    private let newStart: Int
    /// `-1,5 +1,6`.
    private let ranges: Range<Int>

    static func read(_ bytes: [UInt8], _ line: Range<Int>) -> Reading {
        let text = bytes[line]
        guard text.starts(with: "@@".utf8) else { return .none }
        var rest = text.dropFirst(2).drop { $0 == 0x20 }
        let start = rest.startIndex
        guard let old = range(&rest, UInt8(ascii: "-")) else { return .uncounted }
        rest = rest.drop { $0 == 0x20 }
        guard let new = range(&rest, UInt8(ascii: "+")) else { return .uncounted }
        let end = rest.startIndex
        rest = rest.drop { $0 == 0x20 }
        if !rest.starts(with: "@@".utf8) {
            return .broken(
                Finding(
                    "the ranges of a hunk end with '@@'", at: end..<end, fix: "write ' @@'",
                    replacement: " @@"))
        }
        return .counted(
            DiffHeader(
                old: old.count, new: new.count, oldStart: old.start, newStart: new.start,
                ranges: start..<end))
    }

    /// The finding if the hunk has other numbers of lines.
    func mismatch(old: Int, new: Int) -> Finding {
        let meant = "-\(oldStart),\(old) +\(newStart),\(new)"
        let said = old == self.old ? "new" : "old"
        let (count, header) = old == self.old ? (new, self.new) : (old, self.old)
        return Finding(
            "the hunk has \(count) \(said) lines where its header says \(header)", at: ranges,
            fix: "write '\(meant)'", replacement: meant)
    }

    /// `-12,5` gives 12 and 5, `-12` gives 12 and 1.
    private static func range(
        _ text: inout ArraySlice<UInt8>, _ mark: UInt8
    ) -> (start: Int, count: Int)? {
        guard text.first == mark else { return nil }
        var rest = text.dropFirst()
        guard let start = number(&rest) else { return nil }
        var count = 1
        if rest.first == UInt8(ascii: ",") {
            rest = rest.dropFirst()
            guard let written = number(&rest) else { return nil }
            count = written
        }
        text = rest
        return (start, count)
    }

    private static func number(_ text: inout ArraySlice<UInt8>) -> Int? {
        let digits = text.prefix(while: \.isDigit)
        text = text.dropFirst(digits.count)
        // Nine digits: far more lines than any diff has.
        return digits.count <= 9 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
}
