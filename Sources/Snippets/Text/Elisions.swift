/// Elisions in listings whose shape alone is checked.
///
///     if ok { ... }        f(a, ..., b)        x = 1 // ...
///
/// have one each; `f(xs...)`, `0...9` and dots in strings are code.
enum Elisions {
    /// How many there are. O(bytes).
    static func count(in scan: CodeScan) -> Int {
        let code = scan.code
        guard !ElisionMark.signs(in: code).isEmpty else { return 0 }
        var count = 0
        for stretch in scan.stretches {
            switch stretch.kind {
            case .string, .directive: continue
            case .lineComment, .blockComment:
                if ElisionMark.isElision(comment: code[stretch.range]) { count += 1 }
            case .code:
                var i = stretch.range.lowerBound
                while i < stretch.range.upperBound {
                    guard ElisionMark.mayBegin(with: code[i]),
                        let end = ElisionMark.ellipsis(
                            in: code, at: i, limit: stretch.range.upperBound)
                    else {
                        i += 1
                        continue
                    }
                    if isAlone(i..<end, in: code) { count += 1 }
                    i = end
                }
            }
        }
        return count
    }

    /// Whether only brackets, separators and the ends of the line are next to an ellipsis.
    private static func isAlone(_ range: Range<Int>, in code: [UInt8]) -> Bool {
        let before = code[..<range.lowerBound].last { !$0.isBlank } ?? .lineFeed
        let after = code[range.upperBound...].first { !$0.isBlank } ?? .lineFeed
        return (before == .lineFeed || "([{,;:=".utf8.contains(before))
            && (after == .lineFeed || ")]},;/#".utf8.contains(after))
    }
}
