/// The tokens of Ruby but words and literals.
extension RubyReader {
    mutating func readToken() throws(CodeFault) {
        let byte = scanner.byte
        let wasAfterTernary = isAfterTernary
        let wasAfterArrow = isAfterArrow
        isAfterTernary = false
        isAfterArrow = false
        if byte != 0x0A, byte != UInt8(ascii: "#") { noteLine() }
        switch byte {
        case 0x0A:
            isAfterTernary = wasAfterTernary
            return readLineEnd()
        case UInt8(ascii: "#"):
            let start = scanner.index + 1
            scanner.skipLine()
            if scanner.isElision(start..<scanner.index) { elisions += 1 }
            return
        case UInt8(ascii: "\\"): return try readBackslash()
        case UInt8(ascii: ";"):
            scanner.index += 1
            return endStatement()
        case UInt8(ascii: ","):
            scanner.index += 1
            state = .begin
            return
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            openQuote(1, byte, mayBeLabel: !wasAfterTernary && state != .end)
        case UInt8(ascii: "`"):
            if state == .dot { return readOperator(1) }
            openQuote(1, byte, mayBeLabel: false)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case UInt8(ascii: ":"): readColon()
        case UInt8(ascii: "?"): readQuestionMark()
        case UInt8(ascii: "/"): readSlash()
        case UInt8(ascii: "%"): readPercent()
        case UInt8(ascii: "<"): readLess()
        case UInt8(ascii: "("), UInt8(ascii: "{"):
            open(bracket: byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}"))
            if byte == UInt8(ascii: "{") { openParameters() }
        case UInt8(ascii: "["):
            open(bracket: UInt8(ascii: "]"))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): try close(byte)
        case UInt8(ascii: "|"):
            if let last = stack.indices.last, stack[last].hasParameters, !isDef(stack[last]) {
                stack[last].hasParameters = false
                scanner.index += 1
                state = .begin
                candidates = []
                isNameList = true
                return
            }
            readOperator(scanner.ahead(1) == byte ? 2 : 1)
        case UInt8(ascii: "."): readDot()
        case UInt8(ascii: "&"):
            if scanner.ahead(1) == UInt8(ascii: ".") {
                scanner.index += 2
                state = .dot
            } else {
                readOperator(scanner.ahead(1) == byte ? 2 : 1)
            }
        case UInt8(ascii: "="): readEquals()
        case UInt8(ascii: "*"):
            let wasNameList = isNameList
            readOperator(scanner.ahead(1) == byte ? 2 : 1)
            isNameList = wasNameList
            return
        case UInt8(ascii: "-"): readOperator(scanner.ahead(1) == UInt8(ascii: ">") ? 2 : 1)
        case UInt8(ascii: ">"): readOperator(scanner.ahead(1) == byte ? 2 : 1)
        case UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "^"):
            readOperator(1)
        case UInt8(ascii: "@"), UInt8(ascii: "$"): readVariable()
        case let byte where byte.isWordStart || byte >= 0x80:
            return try readWord(
                mayBeLabel: !wasAfterTernary && state != .dot, isAfterArrow: wasAfterArrow)
        default:
            let range = scanner.index..<scanner.index + 1
            throw CodeFault(
                range: range, message: "\(OddSigns.name(scanner, range)) means nothing in Ruby",
                kind: .token)
        }
        isNameList = false
    }

    func isDef(_ opener: Opener) -> Bool {
        if case .word(.def) = opener.kind { true } else { false }
    }

    private mutating func readBackslash() throws(CodeFault) {
        let length = scanner.ahead(1) == 0x0D ? 2 : 1
        if scanner.ahead(length) == 0x0A || scanner.index + length >= scanner.count {
            scanner.index = min(scanner.count, scanner.index + length + 1)
            return readDocuments()
        }
        let range = scanner.index..<scanner.index + 1
        throw CodeFault(
            range: range, message: "'\\' stands only at the end of a line", kind: .token)
    }

    /// Moves past an operator, with `=` if that makes an assignment of it.
    mutating func readOperator(_ length: Int) {
        scanner.index += length
        if state == .dot {
            state = .argument
            return
        }
        if scanner.byte == UInt8(ascii: "="), scanner.ahead(1) != UInt8(ascii: "~"),
            scanner.ahead(1) != UInt8(ascii: ">")
        {
            scanner.index += 1
        } else if scanner.byte == UInt8(ascii: "~"), scanner[scanner.index - 1] == UInt8(ascii: "!")
        {
            scanner.index += 1
        }
        state = .begin
    }

    private mutating func readDot() {
        let start = scanner.index
        while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        guard scanner.index - start > 1 else {
            state = .dot
            return
        }
        if isFragment, scanner.index - start > 2, state == .begin {
            let next = scanner.byte
            var before = start
            while before > 0, scanner[before - 1].isBlank { before -= 1 }
            let isForwarded =
                scanner[before - 1] == UInt8(ascii: "(") && next == UInt8(ascii: ")")
            if !isForwarded, !next.isWordPart { elisions += 1 }
            if next.isBlank || next == 0x0A { state = .end }
            return
        }
        state = .begin
    }

    private mutating func readEquals() {
        switch scanner.ahead(1) {
        case UInt8(ascii: ">"):
            scanner.index += 2
            state = .begin
            isAfterArrow = true
        case UInt8(ascii: "="):
            scanner.index += scanner.ahead(2) == UInt8(ascii: "=") ? 3 : 2
            state = state == .dot ? .argument : .begin
        case UInt8(ascii: "~"):
            scanner.index += 2
            state = .begin
        default:
            if isNameList {
                for name in candidates { variables[variables.count - 1].insert(name) }
            }
            scanner.index += 1
            state = .begin
        }
    }

    private mutating func readVariable() {
        let isGlobal = scanner.byte == UInt8(ascii: "$")
        scanner.index += 1
        if scanner.byte == UInt8(ascii: "@"), !isGlobal { scanner.index += 1 }
        if isGlobal, scanner.byte == UInt8(ascii: "-"), scanner.ahead(1).isWordPart {
            scanner.index += 2
        } else if scanner.byte.isWordPart || scanner.byte >= 0x80 {
            while scanner.byte.isWordPart || scanner.byte >= 0x80 { scanner.index += 1 }
        } else if isGlobal, scanner.byte > 0x20 {
            scanner.index += 1
        }
        state = .end
    }

    private mutating func readNumber() {
        while scanner.byte.isWordPart {
            let isExponent =
                scanner.byte | 0x20 == UInt8(ascii: "e")
                && (scanner.ahead(1) == UInt8(ascii: "-") || scanner.ahead(1) == UInt8(ascii: "+"))
                && scanner.ahead(2).isDigit
            scanner.index += isExponent ? 2 : 1
            if scanner.byte == UInt8(ascii: "."), scanner.ahead(1).isDigit { scanner.index += 1 }
        }
        state = .end
    }

    private mutating func readLess() {
        let isDocument =
            scanner.ahead(1) == UInt8(ascii: "<")
            && (state == .begin || state == .middle || state == .argument && hasSpace)
        if isDocument, openDocument() { return }
        if scanner.starts(with: "<=>") { return readOperator(3) }
        readOperator(scanner.ahead(1) == UInt8(ascii: "<") ? 2 : 1)
    }

    // MARK: Signs with several meanings

    private mutating func readColon() {
        let next = scanner.ahead(1)
        if next == UInt8(ascii: ":") {
            scanner.index += 2
            state = .dot
            return
        }
        let isTernary = state == .end && ternaries > 0
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
            return openQuote(2, next, mayBeLabel: false)
        }
        if next.isWordStart || next >= 0x80 || next == UInt8(ascii: "@")
            || next == UInt8(ascii: "$")
        {
            if isTernary { ternaries -= 1 }
            scanner.index += 1
            if !next.isWordStart, next < 0x80 { return readVariable() }
            skipName()
            state = .end
            return
        }
        if !isTernary, let length = operatorName(at: scanner.index + 1) {
            scanner.index += 1 + length
            state = .end
            return
        }
        if ternaries > 0 { ternaries -= 1 }
        scanner.index += 1
        state = .begin
    }

    /// Moves past the name of a method that begins here, with `?`, `!` or `=`.
    mutating func skipName() {
        while scanner.byte.isWordPart || scanner.byte >= 0x80 && !isSign { scanner.index += 1 }
        switch scanner.byte {
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
            if scanner.ahead(1) != UInt8(ascii: "=") || scanner.ahead(2) == UInt8(ascii: ">") {
                scanner.index += 1
            }
        case UInt8(ascii: "="):
            let next = scanner.ahead(1)
            if next != UInt8(ascii: "~"), next != UInt8(ascii: ">"), next != UInt8(ascii: "=") {
                scanner.index += 1
            }
        default: break
        }
    }

    /// Whether a sign of another keyboard is next.
    private var isSign: Bool {
        scanner.letterLength() == nil
            && OddSigns.plain(scanner.scalar(at: scanner.index).value) != nil
            && scanner.byte & 0xC0 != 0x80
    }

    /// The length of the operator at an index that may be the name of a method.
    func operatorName(at index: Int) -> Int? {
        for name: StaticString in [
            "[]=", "<=>", "===", "[]", "==", "=~", "!~", "!=", "**", "+@", "-@", "~@", "!@", "<<",
            ">>", "<=", ">=", "+", "-", "*", "/", "%", "<", ">", "!", "~", "^", "&", "|", "`",
        ] where scanner.starts(with: name, at: index) {
            return name.utf8CodeUnitCount
        }
        return nil
    }

    private mutating func readQuestionMark() {
        let next = scanner.ahead(1)
        let isLiteral =
            state != .end && (state != .argument || hasSpace) && !next.isBlank && next != 0x0A
            && scanner.index + 1 < scanner.count
            && !(next.isWordPart && (scanner.ahead(2).isWordPart || scanner.ahead(2) >= 0x80))
        guard isLiteral else {
            scanner.index += 1
            ternaries += 1
            isAfterTernary = true
            state = .begin
            return
        }
        scanner.index += 1
        readCharacter()
        state = .end
    }

    /// Moves past the character of `?x`.
    private mutating func readCharacter() {
        while scanner.byte == UInt8(ascii: "\\") {
            let next = scanner.ahead(1)
            if next == UInt8(ascii: "C") || next == UInt8(ascii: "M"),
                scanner.ahead(2) == UInt8(ascii: "-")
            {
                scanner.index += 3
            } else if next == UInt8(ascii: "u"), scanner.ahead(2) == UInt8(ascii: "{") {
                while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "}"), scanner.byte != 0x0A {
                    scanner.index += 1
                }
                break
            } else if next == UInt8(ascii: "u") || next == UInt8(ascii: "x") || next.isDigit {
                scanner.index += 2
                while scanner.byte.isHexDigit { scanner.index += 1 }
                return
            } else {
                scanner.index += 1
                break
            }
        }
        if !scanner.isAtEnd { scanner.skipCharacter() }
    }

    private mutating func readSlash() {
        let next = scanner.ahead(1)
        let isExpression =
            state == .begin || state == .middle
            || state == .argument && hasSpace && !next.isBlank && next != UInt8(ascii: "=")
                && next != 0x0A && hasSlashAhead
        if isExpression {
            openQuote(
                1, UInt8(ascii: "/"), interpolates: true, isExpression: true, mayBeLabel: false)
        } else {
            readOperator(1)
        }
    }

    private var hasSlashAhead: Bool {
        var index = scanner.index + 1
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner[index] == UInt8(ascii: "/") { return true }
            index += scanner[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
    }

    private mutating func readPercent() {
        let next = scanner.ahead(1)
        let mayBegin =
            state == .begin || state == .middle
            || state == .argument && hasSpace && !next.isBlank && next != UInt8(ascii: "=")
        guard mayBegin, next > 0x20, next < 0x80 else { return readOperator(1) }
        let isTyped = "qQwWiIxrs".utf8.contains(next)
        let sign = isTyped ? scanner.ahead(2) : next
        guard sign > 0x20, sign < 0x80, !sign.isWordPart || sign == UInt8(ascii: "_"),
            isTyped || !next.isWordPart
        else { return readOperator(1) }
        let terminator =
            switch sign {
            case UInt8(ascii: "("): UInt8(ascii: ")")
            case UInt8(ascii: "["): UInt8(ascii: "]")
            case UInt8(ascii: "{"): UInt8(ascii: "}")
            case UInt8(ascii: "<"): UInt8(ascii: ">")
            default: sign
            }
        let isRaw = isTyped && "qwis".utf8.contains(next)
        openQuote(
            isTyped ? 3 : 2, terminator, opener: terminator == sign ? 0 : sign,
            interpolates: !isRaw, isExpression: next == UInt8(ascii: "r"), mayBeLabel: false)
    }
}
