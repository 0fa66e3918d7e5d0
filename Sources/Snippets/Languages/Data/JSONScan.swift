/// Checks a text against the grammar of JSON (RFC 8259), with the omissions and additions of
/// articles: several documents, members without braces, elisions, placeholders.
///
/// Iterative: nesting costs a byte a level. O(bytes).
struct JSONScan {
    enum Outcome {
        case accepted
        case rejected(Finding)
        /// The text stops after a comma with brackets open: the head of something longer.
        case breaksOff
        /// The text at this offset, outside all brackets, is not an attempt at JSON.
        case foreign(Int)
    }

    /// What may come next inside the innermost bracket.
    private enum Expectation {
        /// A value, or a member of an object.
        case item
        /// As `item`, directly after a comma.
        case itemAfterComma
        case colon
        case value
        /// A comma or the closing bracket.
        case separator
        /// After an elision, which may be anything: all of these.
        case anything
    }

    private enum Bracket {
        case object
        case array
    }

    private let bytes: [UInt8]
    private let isStrict: Bool
    private var lexer: JSONLexer
    private var open: [(bracket: Bracket, at: Int)] = []
    private var expected = Expectation.item
    private var last: JSONToken?
    private var relaxations: JSONRelaxations = []
    private(set) var elisions = 0
    /// Whether something was left out outside all brackets, perhaps their beginnings.
    private var isBeheaded = false
    /// Whether the text outside all brackets last ended with a member.
    private var endsWithMember = false

    /// - Parameter isStrict: false also accepts comments, trailing commas and other extensions of
    ///   JSON5.
    init(_ bytes: [UInt8], isStrict: Bool) {
        self.bytes = bytes
        self.isStrict = isStrict
        lexer = JSONLexer(bytes, isStrict: isStrict)
    }

    /// The relaxations that the text used, except those that make it fail.
    var usedRelaxations: JSONRelaxations { relaxations.union(lexer.relaxations) }

    mutating func run() -> Outcome {
        while true {
            let token = lexer.next()
            switch token.kind {
            case .comment, .directive: continue
            case .elision:
                elisions += 1
                if open.isEmpty { isBeheaded = true }
                expected = .anything
            case .end: return atEnd()
            default:
                if let outcome = take(token) { return outcome }
            }
            last = token
        }
    }

    private func atEnd() -> Outcome {
        if expected == .colon, let last, !open.isEmpty || last.kind != .string {
            return .rejected(Finding("':' must follow the key", at: last.range))
        }
        if expected == .value, let last, last.kind == .colon {
            return .rejected(Finding("a value must follow ':'", at: last.range))
        }
        guard let innermost = open.last, last?.kind != .elision else { return .accepted }
        if last?.kind == .comma { return .breaksOff }
        let (mark, close) = innermost.bracket == .object ? ("{", "}") : ("[", "]")
        return .rejected(
            Finding(
                "'\(mark)' is never closed", at: innermost.at..<(innermost.at + 1),
                fix: "close it with '\(close)'"))
    }

    /// Applies a token to the grammar; an outcome ends the check.
    private mutating func take(_ token: JSONToken) -> Outcome? {
        switch token.kind {
        case .openObject, .openArray: return takeOpening(token)
        case .closeObject: return takeClosing(token, .object)
        case .closeArray: return takeClosing(token, .array)
        case .comma: return takeComma(token)
        case .colon: return takeColon(token)
        case .string, .word, .number, .literal, .placeholder: return takeScalar(token)
        default: return takeFault(token)
        }
    }

    // MARK: Values

    private mutating func takeOpening(_ token: JSONToken) -> Outcome? {
        if let outcome = beginValue(token) { return outcome }
        let bracket: Bracket = token.kind == .openObject ? .object : .array
        open.append((bracket, token.range.lowerBound))
        expected = .item
        return nil
    }

    private mutating func takeScalar(_ token: JSONToken) -> Outcome? {
        if isKeyPosition {
            if token.kind == .word, isStrict {
                let word = String(decoding: bytes[token.range], as: UTF8.self)
                return .rejected(
                    Finding(
                        "a key of JSON is in double quotes", at: token.range,
                        fix: "write '\"\(word)\"'", replacement: "\"\(word)\""))
            }
            if isElision(token) {
                elisions += 1
                expected = .anything
                return nil
            }
            if isStrict, token.kind == .number || token.kind == .literal {
                return .rejected(
                    Finding("a key of JSON is in double quotes", at: token.range))
            }
            expected = .colon
            return nil
        }
        if token.kind == .word {
            let isKey = !isStrict && open.isEmpty && expected != .value && isBeforeColon(token)
            if open.isEmpty, !isKey, expected != .value {
                return .foreign(token.range.lowerBound)
            }
            if !isKey, expected != .separator { return .rejected(noValue(token)) }
        }
        if let outcome = beginValue(token) { return outcome }
        expected = .separator
        return nil
    }

    /// Whether a string is `"..."` in place of members.
    private func isElision(_ token: JSONToken) -> Bool {
        let text = bytes[token.range]
        return token.kind == .string
            && (text.elementsEqual("\"...\"".utf8) || text.elementsEqual("\"…\"".utf8))
            && !isBeforeColon(token)
    }

    private func isBeforeColon(_ token: JSONToken) -> Bool {
        bytes[token.range.upperBound...].first { !$0.isBlank && $0 != 0x0A }
            == UInt8(ascii: ":")
    }

    private var isKeyPosition: Bool {
        guard open.last?.bracket == .object else { return false }
        return expected == .item || expected == .itemAfterComma || expected == .anything
    }

    private func noValue(_ token: JSONToken) -> Finding {
        let word = String(decoding: bytes[token.range], as: UTF8.self)
        let meant = ["True": "true", "False": "false", "None": "null", "undefined": "null"][word]
        return Finding(
            "'\(word)' is no value of JSON", at: token.range, fix: meant.map { "write '\($0)'" },
            replacement: meant)
    }

    /// Whether a value may begin with this token.
    private mutating func beginValue(_ token: JSONToken) -> Outcome? {
        switch expected {
        case .value, .anything:
            break
        case .item, .itemAfterComma:
            if open.last?.bracket == .object {
                return .rejected(Finding("a key is missing here", at: token.range))
            }
        case .colon:
            return .rejected(Finding("':' must follow the key", at: token.range))
        case .separator:
            if open.isEmpty {
                if !isApart(token) { return missingComma(token) }
            } else {
                return missingComma(token)
            }
        }
        if open.isEmpty { endsWithMember = expected == .value }
        return nil
    }

    private func missingComma(_ token: JSONToken) -> Outcome {
        .rejected(Finding("',' is missing before this", at: token.range, fix: "write a ','"))
    }

    /// Whether a value outside all brackets begins another document.
    private func isApart(_ token: JSONToken) -> Bool {
        guard let last else { return true }
        var lines = 0
        for byte in bytes[last.range.upperBound..<token.range.lowerBound] where byte == 0x0A {
            lines += 1
        }
        if endsWithMember { return lines >= 2 }
        let isBracket = token.kind == .openObject || token.kind == .openArray
        return isBracket || lines >= 1
    }

    // MARK: Marks

    private mutating func takeClosing(_ token: JSONToken, _ bracket: Bracket) -> Outcome? {
        let mark = bracket == .object ? "}" : "]"
        guard let innermost = open.last else {
            if isBeheaded {
                expected = .separator
                return nil
            }
            return .rejected(Finding("'\(mark)' closes nothing", at: token.range))
        }
        if expected == .colon {
            return .rejected(Finding("':' must follow the key", at: token.range))
        }
        if expected == .value {
            return .rejected(Finding("a value must follow ':'", at: token.range))
        }
        guard innermost.bracket == bracket else {
            let other = bracket == .object ? "[" : "{"
            return .rejected(
                Finding("'\(mark)' is where '\(other)' has to be closed", at: token.range))
        }
        if expected == .itemAfterComma { relaxations.insert(.trailingCommas) }
        open.removeLast()
        expected = .separator
        return nil
    }

    private mutating func takeComma(_ token: JSONToken) -> Outcome? {
        switch expected {
        case .separator, .anything:
            expected = .itemAfterComma
            return nil
        case .colon: return .rejected(Finding("':' must follow the key", at: token.range))
        default: return .rejected(Finding("a value is missing before ','", at: token.range))
        }
    }

    private mutating func takeColon(_ token: JSONToken) -> Outcome? {
        // Outside all brackets only the colon shows that a string was a key.
        let isKey = last?.kind == .string || last?.kind == .word
        let isMember = open.isEmpty && expected == .separator && isKey
        let isFilledIn = last?.kind == .placeholder && open.isEmpty
        if expected == .colon || expected == .anything || isMember || isFilledIn {
            expected = .value
            return nil
        }
        return .rejected(Finding("':' is not allowed here", at: token.range))
    }

    private func takeFault(_ token: JSONToken) -> Outcome {
        guard let finding = token.finding else {
            return .rejected(Finding("this is not allowed here", at: token.range))
        }
        let isLetter = bytes[token.range].first.map { $0 >= 0x80 } ?? false
        let atStart = expected == .item || expected == .separator
        if open.isEmpty, atStart, isLetter, finding.edit == nil {
            return .foreign(token.range.lowerBound)
        }
        return .rejected(finding)
    }
}
