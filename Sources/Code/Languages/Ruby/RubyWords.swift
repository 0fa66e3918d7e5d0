/// Names and reserved words.
extension RubyReader {
    mutating func readWord(mayBeLabel: Bool, isAfterArrow: Bool) throws(CodeFault) {
        let start = scanner.index
        var hash = Words.seed
        while true {
            let byte = scanner.byte
            if byte.isWordPart {
                hash = Words.step(hash, byte)
                scanner.index += 1
            } else if byte >= 0x80 {
                if scanner.letterLength() == nil, try isOddSign(from: start) { return }
                hash = Words.step(hash, byte)
                scanner.skipCharacter()
            } else {
                break
            }
        }
        let isMethod = scanner.byte == UInt8(ascii: "?") || scanner.byte == UInt8(ascii: "!")
        if isMethod,
            scanner.ahead(1) != UInt8(ascii: "=") || scanner.ahead(2) == UInt8(ascii: "=")
                || scanner.ahead(2) == UInt8(ascii: "~") || scanner.ahead(2) == UInt8(ascii: ">")
        {
            scanner.index += 1
        }
        let range = start..<scanner.index
        if mayBeLabel, scanner.byte == UInt8(ascii: ":"), scanner.ahead(1) != UInt8(ascii: ":") {
            scanner.index += 1
            if let last = stack.last, last.hasParameters { define(hash) }
            state = .begin
            isNameList = false
            return
        }
        if state != .dot, range.count < 13, let word = RubyWord.byName[scanner.text(range)] {
            try readReserved(word, range)
            isNameList = false
            return
        }
        if state == .begin { try checkPart(range) }
        readName(hash, isAfterArrow: isAfterArrow)
    }

    /// Signs of typesetting are letters of names to Ruby, but nobody means that.
    private mutating func isOddSign(from start: Int) throws(CodeFault) -> Bool {
        let index = scanner.index
        let (length, value) = scanner.scalar(at: index)
        let range = index..<min(scanner.count, index + length)
        if isFragment, scanner.isEllipsis {
            scanner.index += 3
            if index == start {
                elisions += 1
                state = .end
                return true
            }
            return false
        }
        guard let plain = OddSigns.plain(value), value != 0xD7 else { return false }
        throw CodeFault(
            range: range, message: "\(OddSigns.name(scanner, range)) is not '\(plain)'",
            edit: .init(range: range, replacement: plain), kind: .token)
    }

    private mutating func define(_ hash: UInt64) {
        variables[variables.count - 1].insert(hash)
    }

    private mutating func readName(_ hash: UInt64, isAfterArrow: Bool) {
        if state == .dot {
            state = .argument
            isNameList = false
            return
        }
        let isValue = state == .begin
        if isValue, isNameList { candidates.append(hash) }
        if isAfterArrow || isValue && stack.last?.hasParameters == true || isAssigned {
            define(hash)
        }
        if state == .classHead {
            state = .end
        } else {
            state = variables[variables.count - 1].contains(hash) ? .end : .argument
        }
    }

    /// Whether `=`, `+=` or the like follows.
    private var isAssigned: Bool {
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        for sign: StaticString in ["||=", "&&=", "+=", "-=", "*=", "/=", "<<="]
        where scanner.starts(with: sign, at: index) { return true }
        return scanner[index] == UInt8(ascii: "=") && !"=~>".utf8.contains(scanner[index + 1])
    }

    // MARK: Reserved words

    private mutating func readReserved(_ word: RubyWord, _ range: Range<Int>) throws(CodeFault) {
        switch word {
        case .if, .unless, .while, .until:
            guard state == .begin || state == .classHead else {
                state = .begin
                return
            }
            open(.word(word), range)
            stack[stack.count - 1].awaitsDo = word == .while || word == .until
        case .for:
            open(.word(word), range)
            stack[stack.count - 1].awaitsDo = true
            stack[stack.count - 1].hasParameters = true
        case .case, .begin: open(.word(word), range)
        case .module:
            open(.word(word), range)
            variables.append([])
        case .class:
            open(.word(word), range)
            variables.append([])
            state = .classHead
        case .def: readDefinition(range)
        case .do:
            if let last = stack.indices.last, stack[last].awaitsDo {
                stack[last].awaitsDo = false
                state = .begin
                return
            }
            open(.word(word), range)
            openParameters()
        case .end: try readEnd(range)
        case .then, .and, .or, .not: state = .begin
        case .in:
            if let last = stack.indices.last { stack[last].hasParameters = false }
            state = .begin
        case .rescue:
            if state == .begin { try readPart(word, range) }
            state = state == .begin ? .middle : .begin
        case .else, .elsif, .when, .ensure:
            try readPart(word, range)
            state = .begin
        case .return, .break, .next: state = .middle
        case .super, .yield, .defined: state = .argument
        case .alias, .undef: skipNames()
        case .redo, .retry, .self, .nil, .true, .false, .file, .line, .encoding, .beginBlock,
            .endBlock:
            state = .end
        }
    }

    private mutating func readEnd(_ range: Range<Int>) throws(CodeFault) {
        guard let opener = stack.last else { throw superfluousEnd(range) }
        guard case .word = opener.kind else {
            throw mismatch(range) { if case .word = $0 { true } else { false } }
        }
        notes.end(range, of: opener, outer: stack.dropLast(), in: scanner)
        pop()
    }

    private mutating func readPart(_ word: RubyWord, _ range: Range<Int>) throws(CodeFault) {
        let takes = { (kind: Opener.Kind) in
            if case .word(let opener) = kind { opener.parts.contains(word) } else { false }
        }
        guard let opener = stack.last else { throw strayPart(word, range) }
        guard takes(opener.kind) else { throw mismatch(range, takes) }
        notes.part(range, of: opener, in: scanner)
    }

    /// The names of `alias a b` and of `undef a, b`.
    private mutating func skipNames() {
        while true {
            while scanner.byte.isBlank || scanner.byte == UInt8(ascii: ",") { scanner.index += 1 }
            if scanner.byte == UInt8(ascii: ":"), scanner.ahead(1) != UInt8(ascii: "\"") {
                scanner.index += 1
            }
            let start = scanner.index
            if scanner.byte == UInt8(ascii: "$") {
                scanner.index += 1
                if !scanner.byte.isWordPart { scanner.index += 1 }
            }
            if scanner.byte.isWordPart || scanner.byte >= 0x80 {
                skipName()
            } else if scanner.index == start, scanner.byte != UInt8(ascii: "#"),
                scanner.byte != UInt8(ascii: ";"), let length = operatorName(at: start)
            {
                scanner.index += length
            }
            if scanner.index == start { break }
        }
        state = .end
    }

    // MARK: Methods

    /// Reads the head of `def` up to its parameters.
    private mutating func readDefinition(_ range: Range<Int>) {
        open(.word(.def), range)
        variables.append([])
        readDefinedName()
        while scanner.byte.isBlank { scanner.index += 1 }
        let next = scanner.ahead(1)
        if scanner.byte == UInt8(ascii: "(") {
            open(bracket: UInt8(ascii: ")"))
            stack[stack.count - 1].isParameterList = true
            stack[stack.count - 1].hasParameters = true
        } else if scanner.byte == UInt8(ascii: "="), !"=~>".utf8.contains(next) {
            scanner.index += 1
            pop()
        } else {
            stack[stack.count - 1].hasParameters =
                scanner.byte != 0x0A && scanner.byte != UInt8(ascii: ";")
                && scanner.byte != UInt8(ascii: "#")
        }
        state = .begin
    }

    /// Moves past the name, with what it is defined on: `self.a`, `a::b`, `(a).b`.
    private mutating func readDefinedName() {
        while true {
            while scanner.byte.isBlank { scanner.index += 1 }
            if scanner.byte == UInt8(ascii: "(") {
                let end = scanner.code[scanner.index..<scanner.lineEnd(scanner.index)]
                    .firstIndex(of: UInt8(ascii: ")"))
                guard let end, scanner[end + 1] == UInt8(ascii: ".") else { return }
                scanner.index = end + 1
            } else if scanner.byte.isWordPart || scanner.byte >= 0x80
                || scanner.byte == UInt8(ascii: "@") || scanner.byte == UInt8(ascii: "$")
            {
                if !scanner.byte.isWordPart, scanner.byte < 0x80 { scanner.index += 1 }
                skipName()
            } else if let length = operatorName(at: scanner.index) {
                scanner.index += length
            } else {
                return
            }
            var index = scanner.index
            while scanner[index].isBlank { index += 1 }
            if scanner[index] == UInt8(ascii: "."), scanner[index + 1] != UInt8(ascii: ".") {
                scanner.index = index + 1
            } else if scanner.starts(with: "::", at: index) {
                scanner.index = index + 2
            } else {
                return
            }
        }
    }
}
