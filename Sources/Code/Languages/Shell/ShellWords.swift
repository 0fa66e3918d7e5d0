/// Words, quotes and expansions: POSIX XCU 2.2, 2.3 and 2.6.
extension ShellParser {
    enum WordRole {
        /// The first word of a command, or an assignment before it.
        case first
        /// An argument of `declare` and its like.
        case assignment
        case argument
        case pattern
        /// A value of an array.
        case element
        /// The right side of `=~`.
        case expression
    }

    struct Word {
        let range: Range<Int>
        var isAssignment = false
    }

    /// Reads a word, if one begins here.
    mutating func isWord(_ role: WordRole) throws(Stop) -> Bool {
        let word = try word(role)
        countElision(word)
        return !word.range.isEmpty
    }

    /// Reads the word that begins here; an empty one if none does.
    mutating func word(_ role: WordRole) throws(Stop) -> Word {
        let start = scanner.index
        var isAssignment = false
        /// Where the plain text that is read begins.
        var piece = start
        reading: while true {
            let byte = scanner.byte
            switch byte {
            case 0x20, 0x09, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: ")"):
                break reading
            case UInt8(ascii: "|"):
                guard role == .expression, scanner.ahead(1) != byte else { break reading }
                scanner.index += 1
            case 0x0D where scanner.isShellWordEnd(at: scanner.index): break reading
            case 0 where scanner.isAtEnd: break reading
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
                mark(ShellToken.word, from: piece)
                try part()
                piece = scanner.index
            case UInt8(ascii: "<"), UInt8(ascii: ">"):
                if scanner.ahead(1) == UInt8(ascii: "(") {
                    mark(ShellToken.word, from: piece)
                    try substitution(2)
                } else if byte == UInt8(ascii: "<"), let end = placeholderEnd(scanner.index) {
                    mark(ShellToken.word, from: piece)
                    if !scanner.ahead(1).isDigit, scanner.ahead(1) != UInt8(ascii: "-") {
                        elisions += 1
                    }
                    mark(ShellToken.expansion, end - scanner.index)
                } else {
                    break reading
                }
                piece = scanner.index
            case UInt8(ascii: "("):
                guard opensGroup(start, piece, role) else { break reading }
                mark(ShellToken.word, from: piece)
                try patternGroup()
                piece = scanner.index
            case UInt8(ascii: "="):
                scanner.index += 1
                if !isAssignment, role == .first || role == .assignment {
                    isAssignment = isName(start..<scanner.index - 1)
                }
                guard scanner.byte == UInt8(ascii: "(") else { continue }
                if isAssignment || role == .element {
                    mark(ShellToken.word, from: piece)
                    try array()
                } else if isZsh, scanner.index == start + 1 {
                    scanner.index = start
                    try substitution(2)
                } else {
                    break reading
                }
                piece = scanner.index
            case UInt8(ascii: "["):
                let isSubscript =
                    !isAssignment && (role == .first || role == .assignment)
                    && isName(start..<scanner.index)
                if isSubscript { try skipSubscript() } else { scanner.index += 1 }
            case 0x80...:
                if isFragment { try checkSign(start, role) }
                scanner.index += 1
            default: scanner.index += 1
            }
        }
        if piece == start, start < scanner.index,
            scanner.code[start..<scanner.index].allSatisfy(\.isDigit)
        {
            mark(ShellToken.number, from: piece)
        } else {
            mark(ShellToken.word, from: piece)
        }
        return Word(range: start..<scanner.index, isAssignment: isAssignment)
    }

    /// Moves past a backslash and what it takes.
    private mutating func skipEscaped() {
        let isLineEnd = scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A
        scanner.index = min(scanner.count, scanner.index + (isLineEnd ? 3 : 2))
    }

    /// Whether bytes are a name, a name and a subscript, either with `+`, as before `=`.
    private func isName(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        if end > range.lowerBound, scanner[end - 1] == UInt8(ascii: "+") { end -= 1 }
        guard range.lowerBound < end, scanner[range.lowerBound].isWordStart else { return false }
        for index in range.lowerBound..<end where !scanner[index].isWordPart {
            return scanner[index] == UInt8(ascii: "[") && scanner[end - 1] == UInt8(ascii: "]")
        }
        return true
    }

    /// Moves past the subscript of an assignment, whose `[` is next.
    private mutating func skipSubscript() throws(Stop) {
        guard opens.count < Self.deepest else { throw .tooDeep }
        let start = scanner.index
        opens.append(Opened(start..<start + 1, closer: "]"))
        scanner.index += 1
        var depth = 0
        while true {
            switch scanner.byte {
            case UInt8(ascii: "["):
                depth += 1
                scanner.index += 1
            case UInt8(ascii: "]"):
                scanner.index += 1
                guard depth == 0 else {
                    depth -= 1
                    continue
                }
                _ = opens.popLast()
                notes?.quote(start..<start + 1, "]", at: scanner.index - 1, in: scanner)
                return
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
                try part()
            case 0 where scanner.isAtEnd: throw unclosed()
            default: scanner.index += 1
            }
        }
    }

    // MARK: Brackets in words

    /// Whether `(` belongs to the word: `@(a|b)`, `=~ (a|b)`, and in zsh any group.
    private func opensGroup(_ start: Int, _ piece: Int, _ role: WordRole) -> Bool {
        if role == .expression { return true }
        if isZsh, role != .first { return role != .argument || scanner.index > start }
        guard piece < scanner.index else { return false }
        switch scanner[scanner.index - 1] {
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "@"),
            UInt8(ascii: "!"):
            return true
        default: return false
        }
    }

    /// Reads `(…)` of a pattern, in which only brackets and quotes count.
    mutating func patternGroup() throws(Stop) {
        try open(ShellToken.sign, 1, closer: ")")
        var piece = scanner.index
        var depth = 0
        while true {
            switch scanner.byte {
            case UInt8(ascii: "("):
                depth += 1
                scanner.index += 1
            case UInt8(ascii: ")"):
                guard depth == 0 else {
                    depth -= 1
                    scanner.index += 1
                    continue
                }
                mark(ShellToken.word, from: piece)
                return close(ShellToken.sign, 1)
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
                mark(ShellToken.word, from: piece)
                try part()
                piece = scanner.index
            case 0 where scanner.isAtEnd: throw unclosed()
            default: scanner.index += 1
            }
        }
    }

    /// Reads `(…)` of an array.
    mutating func array() throws(Stop) {
        try open(ShellToken.sign, 1, closer: ")")
        while true {
            try skipLineEnds()
            if scanner.byte == UInt8(ascii: ")") { return close(ShellToken.sign, 1) }
            guard try isWord(.element) else { throw unexpected("a value or ')'") }
        }
    }

    // MARK: Quotes and expansions

    /// Reads what begins with `'`, `"`, `$` or a backquote.
    mutating func part(inQuotes: Bool = false) throws(Stop) {
        switch scanner.byte {
        case UInt8(ascii: "'"): try singleQuote(hasEscapes: false)
        case UInt8(ascii: "\""): try doubleQuote(1)
        case UInt8(ascii: "`"): try backquotes()
        default: try dollar(inQuotes: inQuotes)
        }
    }

    private mutating func singleQuote(hasEscapes: Bool) throws(Stop) {
        let start = scanner.index
        if hasEscapes { scanner.index += 1 }
        let quote = scanner.index
        scanner.index += 1
        while scanner.byte != UInt8(ascii: "'") {
            if scanner.isAtEnd {
                opens.append(Opened(quote..<quote + 1, closer: "'"))
                throw unclosed()
            }
            if hasEscapes, scanner.byte == UInt8(ascii: "\\") {
                skipEscaped()
            } else {
                scanner.index += 1
            }
        }
        scanner.index += 1
        notes?.quote(quote..<quote + 1, "'", at: scanner.index - 1, in: scanner)
        mark(ShellToken.string, from: start)
    }

    private mutating func doubleQuote(_ length: Int) throws(Stop) {
        guard opens.count < Self.deepest else { throw .tooDeep }
        var piece = scanner.index
        scanner.index += length
        let quote = scanner.index - 1
        opens.append(Opened(quote..<quote + 1, closer: "\""))
        while true {
            switch scanner.byte {
            case UInt8(ascii: "\""):
                scanner.index += 1
                _ = opens.popLast()
                notes?.quote(quote..<quote + 1, "\"", at: scanner.index - 1, in: scanner)
                return mark(ShellToken.string, from: piece)
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "$"), UInt8(ascii: "`"):
                mark(ShellToken.string, from: piece)
                try part(inQuotes: true)
                piece = scanner.index
            case 0 where scanner.isAtEnd: throw unclosed()
            default: scanner.index += 1
            }
        }
    }

    /// Reads an expansion; `$` alone is text.
    private mutating func dollar(inQuotes: Bool) throws(Stop) {
        let start = scanner.index
        switch scanner.ahead(1) {
        case UInt8(ascii: "("):
            if scanner.ahead(2) == UInt8(ascii: "("), try arithmetic(3) { return }
            try substitution(2)
        case UInt8(ascii: "{"): try parameter(inQuotes: inQuotes)
        case UInt8(ascii: "["): try oldArithmetic()
        case UInt8(ascii: "'") where !inQuotes: try singleQuote(hasEscapes: true)
        case UInt8(ascii: "\"") where !inQuotes: try doubleQuote(2)
        case let byte where byte.isWordStart:
            scanner.index += 1
            while scanner.byte.isWordPart { scanner.index += 1 }
            mark(ShellToken.expansion, from: start)
        case let byte where byte.isDigit: mark(ShellToken.expansion, 2)
        case UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "?"),
            UInt8(ascii: "-"), UInt8(ascii: "$"), UInt8(ascii: "!"):
            mark(ShellToken.expansion, 2)
        default: mark(inQuotes ? ShellToken.string : ShellToken.word, 1)
        }
    }

    /// Reads `$(…)`, `<(…)` or `>(…)`.
    mutating func substitution(_ length: Int) throws(Stop) {
        try open(ShellToken.sign, length, closer: ")")
        _ = try list()
        try expect(")")
    }

    /// Reads `` `…` ``; in it, backslashes take one level of quotes away, so that what has any is only
    /// measured.
    private mutating func backquotes() throws(Stop) {
        try open(ShellToken.sign, 1, closer: "`")
        let start = scanner.index
        var hasEscapes = false
        while scanner.byte != UInt8(ascii: "`") {
            if scanner.isAtEnd { throw unclosed() }
            if scanner.byte == UInt8(ascii: "\\") {
                hasEscapes = true
                skipEscaped()
            } else {
                scanner.index += 1
            }
        }
        let end = scanner.index
        if hasEscapes {
            mark(ShellToken.expansion, from: start)
        } else {
            let count = scanner.count
            scanner.count = end
            scanner.index = start
            _ = try list()
            if !scanner.isAtEnd { throw unexpected(nil) }
            scanner.count = count
            scanner.index = end
        }
        close(ShellToken.sign, 1)
    }

    /// Reads `${…}`.
    private mutating func parameter(inQuotes: Bool) throws(Stop) {
        try open(ShellToken.expansion, 2, closer: "}")
        var piece = scanner.index
        // bash 5.3: `${ commands; }` and `${|commands; }`, in which braces nest.
        let isCommand =
            scanner.byte.isBlank || scanner.byte == 0x0A
            || scanner.byte == UInt8(ascii: "|")
        var depth = 0
        while true {
            switch scanner.byte {
            case UInt8(ascii: "{") where isCommand:
                depth += 1
                scanner.index += 1
            case UInt8(ascii: "}"):
                guard depth == 0 else {
                    depth -= 1
                    scanner.index += 1
                    continue
                }
                mark(ShellToken.expansion, from: piece)
                return close(ShellToken.expansion, 1)
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "'") where inQuotes && !closesQuote(): scanner.index += 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
                mark(ShellToken.expansion, from: piece)
                try part(inQuotes: inQuotes && scanner.byte == UInt8(ascii: "$"))
                piece = scanner.index
            case 0 where scanner.isAtEnd: throw unclosed()
            default: scanner.index += 1
            }
        }
    }

    /// Whether another `'` follows before a `"`, a `}` or the end of the line: shells differ in whether
    /// it quotes in `"${…}"`.
    private func closesQuote() -> Bool {
        var index = scanner.index + 1
        while index < scanner.count {
            switch scanner[index] {
            case UInt8(ascii: "'"): return true
            case UInt8(ascii: "\""), 0x0A: return false
            default: index += 1
            }
        }
        return false
    }

    // MARK: Arithmetic

    /// Reads `((…))` or `$((…))`, whose expressions are not looked at.
    ///
    /// - Returns: false, with nothing read, where the brackets are those of two subshells.
    mutating func arithmetic(_ length: Int) throws(Stop) -> Bool {
        let start = scanner.index
        if subshellPairs.contains(start) { return false }
        let mark = here
        try open(ShellToken.sign, length, closer: "))")
        var piece = scanner.index
        var depth = 0
        while true {
            switch scanner.byte {
            case UInt8(ascii: "("):
                depth += 1
                scanner.index += 1
            case UInt8(ascii: ")"):
                if depth > 0 {
                    depth -= 1
                    scanner.index += 1
                } else if scanner.ahead(1) == UInt8(ascii: ")") {
                    self.mark(ShellToken.expansion, from: piece)
                    close(ShellToken.sign, 2)
                    return true
                } else {
                    goBack(to: mark)
                    subshellPairs.insert(start)
                    return false
                }
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
                self.mark(ShellToken.expansion, from: piece)
                try part()
                piece = scanner.index
            case 0 where scanner.isAtEnd: throw unclosed()
            default: scanner.index += 1
            }
        }
    }

    /// Reads `$[…]` of old bash.
    private mutating func oldArithmetic() throws(Stop) {
        try open(ShellToken.sign, 2, closer: "]")
        var depth = 0
        while true {
            switch scanner.byte {
            case UInt8(ascii: "["):
                depth += 1
                scanner.index += 1
            case UInt8(ascii: "]"):
                guard depth > 0 else { return close(ShellToken.sign, 1) }
                depth -= 1
                scanner.index += 1
            case UInt8(ascii: "\\"): skipEscaped()
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
                try part()
            case 0 where scanner.isAtEnd: throw unclosed()
            default: scanner.index += 1
            }
        }
    }
}
