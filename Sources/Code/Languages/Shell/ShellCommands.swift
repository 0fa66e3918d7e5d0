/// Commands: POSIX XCU 2.9 and 2.10.
extension ShellParser {
    /// Reads a command, if one begins here.
    mutating func command() throws(Stop) -> Bool {
        guard depth < Self.deepest else { throw .tooDeep }
        depth += 1
        defer { depth -= 1 }
        skipBlanks()
        switch scanner.byte {
        case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ")"): return false
        case 0 where scanner.isAtEnd: return false
        case UInt8(ascii: "&"):
            guard scanner.ahead(1) == UInt8(ascii: ">") else { return false }
            try simpleCommand()
            return true
        case UInt8(ascii: "("):
            try parenthesis()
            try endOfCompound()
            return true
        default: break
        }
        guard let word = ReservedWord.next(in: scanner), isZsh || !word.isOfZsh else {
            try simpleCommand()
            return true
        }
        if word.isCloser { return false }
        try compound(word)
        return true
    }

    private mutating func compound(_ word: ReservedWord) throws(Stop) {
        switch word {
        case .if: try ifCommand()
        case .while, .until: try whileLoop(word)
        case .for, .select, .foreach: try forLoop(word)
        case .case: try caseCommand()
        case .braceOpen: try group()
        case .condition: try condition()
        case .function: return try functionKeyword()
        case .coproc: return try coprocess()
        case .repeat: try repeatLoop()
        default: return try simpleCommand()
        }
        try endOfCompound()
    }

    /// Reads the redirections after a compound command; nothing else may follow it but what ends a
    /// command.
    private mutating func endOfCompound() throws(Stop) {
        repeat { skipBlanks() } while try redirection()
        switch scanner.byte {
        case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ")"):
            return
        case 0 where scanner.isAtEnd: return
        default:
            let word = ReservedWord.next(in: scanner)
            if let word, word.isCloser || isZsh && word == .braceOpen { return }
            throw unexpected("the end of the command")
        }
    }

    // MARK: Brackets

    private mutating func parenthesis() throws(Stop) {
        if scanner.ahead(1) == UInt8(ascii: "("), try arithmetic(2) { return }
        try open(ShellToken.sign, 1, closer: ")")
        if isZsh {
            skipBlanks()
            if scanner.byte == UInt8(ascii: ")") {
                close(ShellToken.sign, 1)
                try skipLineEnds()
                guard ReservedWord.next(in: scanner) == .braceOpen else {
                    return try functionBody()
                }
                try group()
                repeat { skipBlanks() } while try isWord(.argument)
                return
            }
        }
        try commands(after: "(")
        try expect(")")
    }

    mutating func group() throws(Stop) {
        while true {
            try open(ShellToken.reservedWord, 1, closer: "}")
            try commands(after: "{")
            try expect(.braceClose)
            guard isZsh, skipAlways() else { return }
        }
    }

    /// Moves past `always` of zsh before another group.
    private mutating func skipAlways() -> Bool {
        let mark = here
        skipBlanks()
        if scanner.starts(with: "always"), scanner.isShellWordEnd(at: scanner.index + 6) {
            self.mark(ShellToken.reservedWord, 6)
            skipBlanks()
            if ReservedWord.next(in: scanner) == .braceOpen { return true }
        }
        goBack(to: mark)
        return false
    }

    // MARK: Conditions and loops

    private mutating func ifCommand() throws(Stop) {
        try open(ShellToken.reservedWord, 2, closer: "then")
        var word = "if"
        while true {
            try commands(after: word)
            if isZsh, ReservedWord.next(in: scanner) == .braceOpen {
                if try zshBranch() { return }
            } else {
                try expect(.then, then: "fi")
                try commands(after: "then")
            }
            guard ReservedWord.next(in: scanner) == .elif else { break }
            part(.elif, closer: "then")
            word = "elif"
        }
        if ReservedWord.next(in: scanner) == .else {
            mark(ShellToken.reservedWord, 4)
            try commands(after: "else")
        }
        try expect(.fi)
    }

    /// Reads `{ … }` of zsh in the place of `then`.
    ///
    /// - Returns: whether the whole command ends with it.
    private mutating func zshBranch() throws(Stop) -> Bool {
        try group()
        skipBlanks()
        switch ReservedWord.next(in: scanner) {
        case .elif: return false
        case .else:
            mark(ShellToken.reservedWord, 4)
            skipBlanks()
            if ReservedWord.next(in: scanner) == .braceOpen { try group() }
            _ = opens.popLast()
            return true
        default:
            _ = opens.popLast()
            return true
        }
    }

    private mutating func whileLoop(_ word: ReservedWord) throws(Stop) {
        try open(ShellToken.reservedWord, 5, closer: "do")
        try commands(after: word.rawValue)
        try loopBody(allowsGroup: isZsh)
    }

    private mutating func forLoop(_ word: ReservedWord) throws(Stop) {
        try open(ShellToken.reservedWord, word.rawValue.utf8.count, closer: "do")
        skipBlanks()
        if scanner.byte == UInt8(ascii: "("), scanner.ahead(1) == UInt8(ascii: "(") {
            guard try arithmetic(2) else { throw unexpected("'((…))'") }
            skipBlanks()
            if scanner.byte == UInt8(ascii: ";") { sign(1) }
            try skipLineEnds()
            return try loopBody(allowsGroup: true)
        }
        guard try isWord(.argument) else { throw unexpected("a name after '\(word.rawValue)'") }
        if isZsh { try zshNames() }
        try skipLineEnds()
        if scanner.starts(with: "in"), scanner.isShellWordEnd(at: scanner.index + 2) {
            mark(ShellToken.reservedWord, 2)
            while true {
                skipBlanks()
                let start = scanner.index
                if let word = ReservedWord.next(in: scanner), word.isCloser {
                    notes?.argument(start..<start + word.rawValue.utf8.count)
                }
                guard try isWord(.argument) else { break }
            }
            guard scanner.byte == UInt8(ascii: ";") || scanner.byte == 0x0A else {
                throw unexpected("';' or 'do'")
            }
            if scanner.byte == UInt8(ascii: ";") { sign(1) }
        } else if scanner.byte == UInt8(ascii: ";") {
            sign(1)
        } else if isZsh, scanner.byte == UInt8(ascii: "(") {
            try array()
            skipBlanks()
            if scanner.byte == UInt8(ascii: ";") { sign(1) }
        }
        try skipLineEnds()
        if word == .foreach {
            need("end")
            try commands(after: "foreach")
            return try expect(.end)
        }
        try loopBody(allowsGroup: true)
    }

    /// More names before `in`.
    private mutating func zshNames() throws(Stop) {
        while true {
            skipBlanks()
            guard scanner.byte.isWordStart,
                !scanner.starts(with: "in") || !scanner.isShellWordEnd(at: scanner.index + 2),
                ReservedWord.next(in: scanner) != .do, try isWord(.argument)
            else { return }
        }
    }

    private mutating func repeatLoop() throws(Stop) {
        try open(ShellToken.reservedWord, 6, closer: "do")
        skipBlanks()
        guard try isWord(.argument) else { throw unexpected("a number") }
        skipBlanks()
        if scanner.byte == UInt8(ascii: ";") { sign(1) }
        try skipLineEnds()
        try loopBody(allowsGroup: true)
    }

    private mutating func loopBody(allowsGroup: Bool) throws(Stop) {
        switch ReservedWord.next(in: scanner) {
        case .do:
            try expect(.do, then: "done")
            try commands(after: "do")
            try expect(.done)
        case .braceOpen where allowsGroup:
            try group()
            _ = opens.popLast()
        default:
            guard isZsh, try command() else { return try expect(.do) }
            _ = opens.popLast()
        }
    }

    // MARK: Case

    private mutating func caseCommand() throws(Stop) {
        try open(ShellToken.reservedWord, 4, closer: "in")
        skipBlanks()
        guard try isWord(.argument) else { throw unexpected("a word after 'case'") }
        try skipLineEnds()
        if isZsh, ReservedWord.next(in: scanner) == .braceOpen {
            mark(ShellToken.reservedWord, 1)
            need("}")
        } else {
            guard scanner.starts(with: "in"), scanner.isShellWordEnd(at: scanner.index + 2) else {
                throw unexpected("'in'")
            }
            mark(ShellToken.reservedWord, 2)
            need("esac")
        }
        let closer = isZsh && opens.last?.closer.utf8CodeUnitCount == 1
        while true {
            try skipLineEnds()
            let word = ReservedWord.next(in: scanner)
            if closer ? word == .braceClose : word == .esac { break }
            if try !caseItem() { break }
        }
        try closer ? expect(.braceClose) : expect(.esac)
    }

    /// Reads an item of `case`.
    ///
    /// - Returns: whether another may follow.
    private mutating func caseItem() throws(Stop) -> Bool {
        if isFragment, skipElidedItem() { return true }
        if scanner.byte == UInt8(ascii: "(") {
            sign(1)
            skipBlanks()
        }
        while true {
            guard try isWord(.pattern) else { throw unexpected("a pattern or 'esac'") }
            skipBlanks()
            guard scanner.byte == UInt8(ascii: "|") else { break }
            sign(1)
            skipBlanks()
        }
        guard scanner.byte == UInt8(ascii: ")") else { throw unexpected("')' after the pattern") }
        sign(1)
        _ = try list()
        guard scanner.byte == UInt8(ascii: ";") else { return false }
        if scanner.starts(with: ";;&") {
            sign(3)
        } else if scanner.ahead(1) == UInt8(ascii: ";") || scanner.ahead(1) == UInt8(ascii: "&")
            || isZsh && scanner.ahead(1) == UInt8(ascii: "|")
        {
            sign(2)
        } else {
            throw unexpected("a command or ';;'")
        }
        return true
    }

    /// Moves past `...` on a line of its own.
    private mutating func skipElidedItem() -> Bool {
        let length = scanner.starts(with: "...") || scanner.isEllipsis ? 3 : 0
        guard length > 0 else { return false }
        var end = scanner.index + length
        while scanner[end].isBlank || scanner[end] == UInt8(ascii: ".") { end += 1 }
        guard scanner[end] == 0x0A else { return false }
        elisions += 1
        mark(ShellToken.word, length)
        scanner.index = end
        return true
    }

    // MARK: Functions and coprocesses

    /// Reads `function name { … }`, with or without `()`.
    private mutating func functionKeyword() throws(Stop) {
        mark(ShellToken.reservedWord, 8)
        skipBlanks()
        let hasName = try isWord(.argument)
        guard hasName || isZsh else { throw unexpected("a name after 'function'") }
        skipBlanks()
        while isZsh, ReservedWord.next(in: scanner) != .braceOpen, try isWord(.argument) {
            skipBlanks()
        }
        if scanner.byte == UInt8(ascii: "(") {
            let mark = here
            sign(1)
            skipBlanks()
            if scanner.byte == UInt8(ascii: ")") { sign(1) } else { goBack(to: mark) }
        }
        try functionBody()
    }

    /// Reads the compound command that is the body of a function.
    mutating func functionBody() throws(Stop) {
        try skipLineEnds()
        if scanner.byte == UInt8(ascii: "(") {
            try parenthesis()
            return try endOfCompound()
        }
        if isZsh, scanner.byte == UInt8(ascii: "{") {
            try group()
            try endOfCompound()
        } else if let word = ReservedWord.next(in: scanner), word.isBody {
            try compound(word)
        } else {
            guard isZsh, try command() else {
                throw unexpected("'{' and the body of the function")
            }
        }
    }

    private mutating func coprocess() throws(Stop) {
        mark(ShellToken.reservedWord, 6)
        skipBlanks()
        let mark = here
        if scanner.byte.isWordStart, ReservedWord.next(in: scanner) == nil {
            _ = try isWord(.argument)
            skipBlanks()
            let word = ReservedWord.next(in: scanner)
            if scanner.byte != UInt8(ascii: "("), word.map(\.isCloser) ?? true {
                goBack(to: mark)
            }
        }
        if try !command() { throw unexpected("a command after 'coproc'") }
    }
}
