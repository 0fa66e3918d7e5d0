/// `[[ … ]]`: Bash Reference Manual, "Conditional Constructs".
extension ShellParser {
    mutating func condition() throws(Stop) {
        try open(ShellToken.reservedWord, 2, closer: "]]")
        try conditions()
        guard isConditionEnd else { throw unexpected("']]'") }
        close(ShellToken.reservedWord, 2)
    }

    private var isConditionEnd: Bool {
        scanner.starts(with: "]]") && scanner.isShellWordEnd(at: scanner.index + 2)
    }

    /// Conditions with `&&` and `||` between them.
    private mutating func conditions() throws(Stop) {
        while true {
            try skipLineEnds()
            while scanner.byte == UInt8(ascii: "!"), scanner.isShellWordEnd(at: scanner.index + 1) {
                sign(1)
                try skipLineEnds()
            }
            if scanner.byte == UInt8(ascii: "(") {
                try open(ShellToken.sign, 1, closer: ")")
                try conditions()
                try expect(")")
            } else {
                try test()
            }
            try skipLineEnds()
            guard scanner.starts(with: "&&") || scanner.starts(with: "||") else { return }
            sign(2)
        }
    }

    /// `word`, `-f word` or `word = word`.
    private mutating func test() throws(Stop) {
        let start = scanner.index
        guard !isConditionEnd, try isWord(.argument) else { throw unexpected("a condition") }
        let first = start..<scanner.index
        skipBlanks()
        guard !isTestEnd else { return }
        if isZsh, scanner[first.lowerBound] == UInt8(ascii: "-"), first.count > 2 {
            // A condition of a module, such as `-prefix 1 *=`.
            while !isTestEnd, try isWord(.pattern) { skipBlanks() }
            return
        }
        let second = scanner.index
        if scanner.byte == UInt8(ascii: "<") || scanner.byte == UInt8(ascii: ">") {
            sign(1)
        } else if isUnary(first), !isBinary {
            guard try isWord(.argument) else { throw unexpected("a word") }
            return skipBlanks()
        } else {
            guard isBinary else { throw unexpected("an operator or ']]'") }
            _ = try isWord(.argument)
        }
        let isExpression = scanner.text(second..<scanner.index) == "=~"
        let operation = text(second..<scanner.index)
        skipBlanks()
        guard !isConditionEnd, try isWord(isExpression ? .expression : .pattern) else {
            throw unexpected("a word after '\(operation)'")
        }
        skipBlanks()
    }

    private var isTestEnd: Bool {
        switch scanner.byte {
        case 0x0A, UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ")"): true
        case 0: scanner.isAtEnd
        default: isConditionEnd
        }
    }

    /// Whether bytes are `-` and a letter.
    private func isUnary(_ range: Range<Int>) -> Bool {
        range.count == 2 && scanner[range.lowerBound] == UInt8(ascii: "-")
            && scanner[range.lowerBound + 1].isLetter
    }

    /// Whether an operator between two words is next.
    private var isBinary: Bool {
        var end = scanner.index
        while !scanner.isShellWordEnd(at: end), end - scanner.index < 4 { end += 1 }
        switch scanner.text(scanner.index..<end) {
        case "=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef":
            return true
        default: return false
        }
    }
}
