/// Scans code of a ``CodeGrammar`` once and records its tokens.
///
/// Nothing recurses: strings with embedded code are on a stack of bounded depth.
struct CodeScanner {
    let grammar: CodeGrammar
    var tape: Tape
    /// Strings that embed the current code, innermost last.
    var embeddings: [Embedding] = []
    /// Whether the last visible token was an operand, so that `/` divides and `<` compares.
    var isAfterOperand = false
    /// Whether only blanks precede the index on its line.
    var isAtLineStart = true
    /// The class of the next name, set by the word before it.
    private var awaited = TokenClass.none
    /// Up to here no quote opens a string of one line: an earlier one found no end on its line.
    var quoteBarrier = 0
    /// The same for regular expressions.
    var regexBarrier = 0
    /// Delimiters of here-documents that begin with the next line.
    var hereDocuments: [HereDocument] = []

    struct Embedding {
        let quote: CodeGrammar.Quote
        let isRaw: Bool
        let interpolation: CodeGrammar.Interpolation
        /// Open brackets of the embedding's kind inside.
        var depth = 0
    }

    struct HereDocument {
        let delimiter: Range<Int>
        let isIndented: Bool
    }

    private let roles: [UInt8]

    init(_ grammar: CodeGrammar, _ tape: inout Tape) {
        self.grammar = grammar
        roles = grammar.roles
        self.tape = Tape([])
        swap(&self.tape, &tape)
    }

    mutating func giveBack(_ tape: inout Tape) {
        swap(&self.tape, &tape)
    }

    mutating func run() {
        if tape.index == 0, tape.starts(with: "#!", at: 0) {
            tape.put(.ch, to: tape.lineEnd(from: 0))
        }
        while tape.index < tape.end {
            let byte = tape.code[tape.index]
            let role = roles[Int(byte)]
            if role & CodeGrammar.Roles.blank != 0 {
                tape.index += 1
                if byte == .lineFeed { endLine() }
                continue
            }
            if role & CodeGrammar.Roles.special != 0, special(byte) {
                isAtLineStart = false
                continue
            }
            if !embeddings.isEmpty, endsEmbedding(byte) { continue }
            if role & CodeGrammar.Roles.nameStart != 0 {
                name()
            } else if role & CodeGrammar.Roles.digit != 0 {
                number()
            } else if role & CodeGrammar.Roles.punctuation != 0 {
                punctuation(byte)
            } else if role & CodeGrammar.Roles.sign != 0 {
                signs()
            } else {
                tape.index += 1
                awaited = .none
            }
            isAtLineStart = false
        }
    }

    private mutating func endLine() {
        isAtLineStart = true
        if awaited == .nn { awaited = .none }
        while let last = embeddings.last, !last.quote.isMultiline { embeddings.removeLast() }
        if !hereDocuments.isEmpty { readHereDocuments() }
    }

    // MARK: Names

    private mutating func name() {
        let start = tape.index
        var i = start + 1
        while i < tape.end, roles[Int(tape.code[i])] & CodeGrammar.Roles.namePart != 0 { i += 1 }
        if i < tape.end, i - start <= 4, !grammar.prefixes.isEmpty,
            roles[Int(tape.code[i])] & CodeGrammar.Roles.special != 0, prefixed(start..<i)
        {
            return
        }
        tape.index = i
        if tape.code[start] >= 0x80 || (awaited == .none && isMember(start)) {
            return named(start, member: true)
        }
        var kind = grammar.words.kind(of: start..<i, in: tape.code)
        if kind == .none, !grammar.softWords.isEmpty, tape[i].isBlank,
            tape[tape.afterBlanks(i)].isNameStart
        {
            kind = grammar.softWords.kind(of: start..<i, in: tape.code)
        }
        if kind == .none { return named(start, member: false) }
        if !grammar.quoteWords.isEmpty, quoted(start..<i) { return }
        tape.put(kind, from: start)
        isAfterOperand = !kind.isOperatorWord
        awaited = grammar.introducing.kind(of: start..<i, in: tape.code)
    }

    /// Whether it is after a single dot, where a keyword is a name.
    private func isMember(_ start: Int) -> Bool {
        start > 0 && tape.code[start - 1] == UInt8(ascii: ".")
            && !(start > 1 && tape.code[start - 2] == UInt8(ascii: "."))
    }

    /// A name that is not a word of the language.
    private mutating func named(_ start: Int, member: Bool) {
        let range = start..<tape.index
        isAfterOperand = true
        if !grammar.quoteWords.isEmpty, !member, quoted(range) { return }
        if awaited != .none, !member {
            tape.put(awaited, from: start)
            if awaited != .nn { awaited = .none }
            return
        }
        let next = tape[tape.index]
        if next == UInt8(ascii: "("), grammar.traits.contains(.calls) {
            tape.put(.nf, from: start)
        } else if grammar.traits.contains(.lineLabels), isAtLineStart,
            next == UInt8(ascii: ":"), tape[tape.index + 1] != UInt8(ascii: ":")
        {
            tape.put(.nl, from: start)
        }
    }

    // MARK: Numbers

    mutating func number() {
        let start = tape.index
        let next = tape[start + 1] | 0x20
        var kind = TokenClass.mi
        if tape[start] == UInt8(ascii: "0"), next == UInt8(ascii: "x"), tape[start + 2].isHexDigit {
            kind = .mh
            tape.index += 2
            skipDigits { $0.isHexDigit }
            if tape[tape.index] == UInt8(ascii: "."), tape[tape.index + 1].isHexDigit {
                tape.index += 1
                skipDigits { $0.isHexDigit }
            }
            if tape[tape.index] | 0x20 == UInt8(ascii: "p") { exponent() }
        } else if tape[start] == UInt8(ascii: "0"), next == UInt8(ascii: "b") {
            kind = .mb
            tape.index += 2
            skipDigits { $0.isDigit }
        } else if tape[start] == UInt8(ascii: "0"), next == UInt8(ascii: "o") {
            kind = .mo
            tape.index += 2
            skipDigits { $0.isDigit }
        } else {
            kind = decimal()
        }
        while tape.index < tape.end, grammar.numberSuffixes[Int(tape.code[tape.index])] {
            tape.index += 1
        }
        tape.put(kind, from: start)
        isAfterOperand = true
        awaited = .none
    }

    private mutating func decimal() -> TokenClass {
        let start = tape.index
        var kind = TokenClass.mi
        skipDigits { $0.isDigit }
        if tape[tape.index] == UInt8(ascii: ".") {
            let after = tape[tape.index + 1]
            let isTrailing =
                grammar.traits.contains(.trailingDots) && after != UInt8(ascii: ".")
                && !after.isNameStart
            if after.isDigit || isTrailing {
                kind = .mf
                tape.index += 1
                skipDigits { $0.isDigit }
            }
        }
        if tape[tape.index] | 0x20 == UInt8(ascii: "e") {
            let sign = tape[tape.index + 1]
            let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
            if tape[tape.index + (isSigned ? 2 : 1)].isDigit {
                kind = .mf
                exponent()
            }
        }
        if kind == .mi, tape.index - start > 1, tape[start] == UInt8(ascii: "0") { kind = .mo }
        return kind
    }

    private mutating func exponent() {
        tape.index += 1
        let sign = tape[tape.index]
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { tape.index += 1 }
        skipDigits { $0.isDigit }
    }

    /// Digits, with `_` or C++'s `'` between them.
    private mutating func skipDigits(_ isDigit: (UInt8) -> Bool) {
        while tape.index < tape.end {
            let byte = tape.code[tape.index]
            let isSeparator = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
            guard isDigit(byte) || (isSeparator && isDigit(tape[tape.index + 1])) else { return }
            tape.index += 1
        }
    }

    // MARK: Signs

    private mutating func punctuation(_ byte: UInt8) {
        if byte == UInt8(ascii: "."), tape[tape.index + 1].isDigit, !isAfterOperand {
            return fraction()
        }
        let start = tape.index
        tape.index += 1
        tape.put(.p, from: start)
        isAfterOperand =
            byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        if byte != UInt8(ascii: ".") && !(awaited == .nn && byte == UInt8(ascii: ",")) {
            awaited = .none
        }
    }

    /// `.5`.
    private mutating func fraction() {
        let start = tape.index
        tape.index += 1
        _ = decimal()
        while tape.index < tape.end, grammar.numberSuffixes[Int(tape.code[tape.index])] {
            tape.index += 1
        }
        tape.put(.mf, from: start)
        isAfterOperand = true
    }

    private mutating func signs() {
        let start = tape.index
        tape.index += 1
        while tape.index < tape.end,
            roles[Int(tape.code[tape.index])] & (CodeGrammar.Roles.sign | CodeGrammar.Roles.special)
                == CodeGrammar.Roles.sign
        {
            tape.index += 1
        }
        // `a++ / 2` divides.
        let isIncrement = tape.starts(with: "++", at: start) || tape.starts(with: "--", at: start)
        isAfterOperand = isAfterOperand && isIncrement && tape.index == start + 2
        tape.put(.o, from: start)
        if awaited != .nf { awaited = .none }
    }
}

extension TokenClass {
    /// Whether an operand follows a word of this kind: `return`, not `this` or `nil`.
    fileprivate var isOperatorWord: Bool {
        switch self {
        case .k, .kd, .kn, .kr, .ow: true
        default: false
        }
    }
}
