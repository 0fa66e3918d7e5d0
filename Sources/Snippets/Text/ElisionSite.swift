/// Where three dots stand in a text, and what they are there.
struct ElisionSite {
    /// What takes their place.
    enum StandIn: Sendable, Hashable {
        /// They are legal.
        case itself
        case blank
        case name
        /// `;;`
        case loop
    }

    let range: Range<Int>
    /// The bytes of code before and behind, blanks and comments passed over.
    let previous: Int?
    let next: Int?
    /// Whether they are the first on their line, and the last but for a comment.
    let isFirst: Bool
    let isLast: Bool
    let scan: CodeScan
    /// The innermost open bracket.
    let bracket: Int?

    private var code: [UInt8] { scan.code }
    private var before: UInt8? { previous.map { code[$0] } }
    private var behind: UInt8? { next.map { code[$0] } }
    private var touchesBefore: Bool { previous.map { $0 + 1 == range.lowerBound } ?? false }
    private var touchesNext: Bool { next.map { $0 == range.upperBound } ?? false }

    func standIn(_ style: ElisionStyle) -> StandIn {
        if isLegal(style) { return .itself }
        switch (before, behind) {
        case (UInt8(ascii: "{"), UInt8(ascii: "}")): return .blank
        case (UInt8(ascii: "("), UInt8(ascii: ")")): return inParentheses(style)
        case (UInt8(ascii: "["), UInt8(ascii: "]")): return .name
        case (UInt8(ascii: ","), UInt8(ascii: ")")), (UInt8(ascii: ","), nil):
            return style.allowsTrailingComma ? .blank : .name
        case (UInt8(ascii: ","), UInt8(ascii: "}")), (UInt8(ascii: ","), UInt8(ascii: "]")):
            return .blank
        case (_, UInt8(ascii: ",")): return isOperandDue || isFirst ? .name : .blank
        default: break
        }
        if isFirst, isLast { return .blank }
        return isOperandDue ? .name : .blank
    }

    private func isLegal(_ style: ElisionStyle) -> Bool {
        // Three ASCII dots and no more mean anything to a language.
        guard range.count == 3, code[range.lowerBound] == 0x2E else { return false }
        // A regular expression in a language of which we do not look for them: `/.../`.
        if touchesBefore, touchesNext, before == 0x2F, behind == 0x2F { return true }
        let endsOperand = before.map { $0.isWord || ")]}\"'`>*&".utf8.contains($0) } ?? false
        let beginsOperand = behind.map { $0.isWord || "([{*\"'`<-&".utf8.contains($0) } ?? false
        let dots = style.dots
        if dots.contains(.arrayLength), before == 0x5B, behind == 0x5D, let next {
            let type = next + 1 < code.count ? code[next + 1] : 0
            return type.isNameStart || "[*(".utf8.contains(type)
        }
        if dots.contains(.suffix), touchesBefore, endsOperand { return true }
        if dots.contains(.prefix), touchesNext, beginsOperand, behind.map({ $0 < 0x80 }) ?? false {
            return true
        }
        if dots.contains(.range), touchesBefore || touchesNext || !isFirst && !isLast {
            if endsOperand, beginsOperand { return true }
        }
        if dots.contains(.parameter), beginsOperand, touchesNext || !isFirst {
            if endsOperand, !isFirst { return true }
            if touchesNext, before == 0x2C || before == 0x28 { return true }
        }
        if dots.contains(.varargs), before == 0x2C || before == 0x28, behind == 0x29 {
            return true
        }
        return false
    }

    /// `if (...)` needs an operand, `f(...)` nothing.
    private func inParentheses(_ style: ElisionStyle) -> StandIn {
        guard let bracket, let word = word(endingBefore: bracket) else { return .name }
        if word == "for" { return style.hasSemicolonLoops ? .loop : .name }
        return ElisionSite.keywords.contains(word) ? .name : .blank
    }

    /// Whether what stands before wants an operand: an operator, `return`.
    private var isOperandDue: Bool {
        guard let previous else { return false }
        let byte = code[previous]
        if byte == UInt8(ascii: ":") { return !isBehindLabel }
        if "=+-*/&|<>!?%^~([,".utf8.contains(byte) { return true }
        guard let word = word(endingBefore: previous + 1) else { return false }
        return ElisionSite.keywords.contains(word) && word != "for" && word != "else"
    }

    /// Whether the colon before ends `case 1:` or `default:`.
    private var isBehindLabel: Bool {
        guard let previous else { return false }
        let limit = max(0, previous - 200)
        let start = code[limit..<previous].lastIndex(of: .lineFeed).map { $0 + 1 } ?? limit
        let line = code[start..<previous].drop { $0.isBlank }
        return line.starts(with: "case ".utf8) || line.starts(with: "default".utf8)
    }

    /// The word that ends at `end`, blanks between passed over: `if` for `if (`. Empty for a bracket
    /// that closes, as in `f()(`; nil for none.
    private func word(endingBefore end: Int) -> String? {
        var last = end
        while last > 0, end - last < 8, code[last - 1].isBlank { last -= 1 }
        guard last > 0 else { return nil }
        if ")]>!?".utf8.contains(code[last - 1]) { return "" }
        var first = last
        while first > 0, last - first < 24, code[first - 1].isWord { first -= 1 }
        return first < last ? String(decoding: code[first..<last], as: UTF8.self) : nil
    }

    private static let keywords: Set<String> = [
        "if", "while", "switch", "for", "return", "when", "match", "case", "elif", "elseif",
        "until", "else", "guard", "throw", "await", "yield", "in", "synchronized", "range", "go",
        "defer", "foreach", "catch",
    ]
}
