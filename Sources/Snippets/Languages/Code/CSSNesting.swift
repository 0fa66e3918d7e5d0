import Languages

/// Rules inside of rules, as every browser takes them by now.
enum CSSNesting {
    /// The sheet with `& ` before each nested rule, which says the same and is what older parsers
    /// ask for; nil where no rule is nested. O(bytes).
    ///
    ///     .a { b { color: red } }     gives     .a { & b { color: red } }
    static func explicit(_ code: [UInt8]) -> CheckedText? {
        let starts = nestedRules(
            CodeScan(code, lexis: Language.named("css")?.lexis ?? Lexis()).skeleton)
        if starts.isEmpty { return nil }
        var text = CheckedText()
        var index = 0
        for start in starts {
            text.append(code, index..<start)
            text.append(written: "& ")
            index = start
        }
        text.append(code, index..<code.count)
        return text
    }

    /// Where selectors of nested rules begin, in order.
    private static func nestedRules(_ skeleton: [UInt8]) -> [Int] {
        var found: [Int] = []
        // Whether each open block is in a rule.
        var blocks: [Bool] = []
        // The beginnings of the selectors, if it comes to be a rule.
        var starts: [Int] = []
        var isDue = true
        for (index, byte) in skeleton.enumerated() {
            switch byte {
            case UInt8(ascii: "{"):
                let isInRule = blocks.last ?? false
                let isGroup = starts.first.map { skeleton[$0] == UInt8(ascii: "@") } ?? false
                if isInRule, !isGroup {
                    found += starts.filter { skeleton[$0] != UInt8(ascii: "&") }
                }
                blocks.append(isInRule || !isGroup)
                (starts, isDue) = ([], true)
            case UInt8(ascii: "}"):
                _ = blocks.popLast()
                (starts, isDue) = ([], true)
            case UInt8(ascii: ";"): (starts, isDue) = ([], true)
            case UInt8(ascii: ","): isDue = true
            case ...0x20: break
            default:
                if isDue { starts.append(index) }
                isDue = false
            }
        }
        return found
    }

    /// Makes a blank of the star in `*zoom: 1`, which is meant for one old browser. O(bytes).
    static func dropStars(_ code: inout [UInt8]) {
        for index in code.indices.dropLast() where code[index] == UInt8(ascii: "*") {
            let before = code[..<index].last { $0 > 0x20 }
            guard before == UInt8(ascii: ";") || before == UInt8(ascii: "{"),
                code[index + 1].isNameStart
            else { continue }
            let rest = code[(index + 1)...].drop { $0.isWord || $0 == UInt8(ascii: "-") }
            if rest.first == UInt8(ascii: ":") { code[index] = 0x20 }
        }
    }
}
