/// Scans code of a ``CodeGrammar`` once and records its tokens.
///
/// Nothing recurses: strings with embedded code are on a stack of bounded depth.
struct CodeScanner {
    let grammar: CodeGrammar
    var sink: TokenSink
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

    init(_ grammar: CodeGrammar, _ sink: inout TokenSink) {
        self.grammar = grammar
        roles = grammar.roles
        self.sink = TokenSink([])
        swap(&self.sink, &sink)
    }

    mutating func giveBack(_ sink: inout TokenSink) {
        swap(&self.sink, &sink)
    }

    mutating func run() {
        if sink.index == 0, sink.starts(with: "#!", at: 0) {
            sink.put(.ch, to: sink.lineEnd(from: 0))
        }
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            let role = roles[Int(byte)]
            if role & CodeGrammar.Roles.blank != 0 {
                sink.index += 1
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
                sink.index += 1
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
        let start = sink.index
        var i = start + 1
        while i < sink.end, roles[Int(sink.code[i])] & CodeGrammar.Roles.namePart != 0 { i += 1 }
        if i < sink.end, i - start <= 4, !grammar.prefixes.isEmpty,
            roles[Int(sink.code[i])] & CodeGrammar.Roles.special != 0, prefixed(start..<i)
        {
            return
        }
        sink.index = i
        if sink.code[start] >= 0x80 || (awaited == .none && isMember(start)) {
            return named(start, member: true)
        }
        var kind = grammar.words.kind(of: start..<i, in: sink.code)
        if kind == .none, !grammar.softWords.isEmpty, sink[i].isBlank,
            sink[sink.afterBlanks(i)].isNameStart
        {
            kind = grammar.softWords.kind(of: start..<i, in: sink.code)
        }
        if kind == .none { return named(start, member: false) }
        if !grammar.quoteWords.isEmpty, quoted(start..<i) { return }
        sink.put(kind, from: start)
        isAfterOperand = !kind.isOperatorWord
        awaited = grammar.introducing.kind(of: start..<i, in: sink.code)
    }

    /// Whether it is after a single dot, where a keyword is a name.
    private func isMember(_ start: Int) -> Bool {
        start > 0 && sink.code[start - 1] == UInt8(ascii: ".")
            && !(start > 1 && sink.code[start - 2] == UInt8(ascii: "."))
    }

    /// A name that is not a word of the language.
    private mutating func named(_ start: Int, member: Bool) {
        let range = start..<sink.index
        isAfterOperand = true
        if !grammar.quoteWords.isEmpty, !member, quoted(range) { return }
        if awaited != .none, !member {
            sink.put(awaited, from: start)
            if awaited != .nn { awaited = .none }
            return
        }
        let next = sink[sink.index]
        if next == UInt8(ascii: "("), grammar.traits.contains(.calls) {
            sink.put(.nf, from: start)
        } else if grammar.traits.contains(.lineLabels), isAtLineStart,
            next == UInt8(ascii: ":"), sink[sink.index + 1] != UInt8(ascii: ":")
        {
            sink.put(.nl, from: start)
        }
    }

    // MARK: Numbers

    mutating func number() {
        let start = sink.index
        let next = sink[start + 1] | 0x20
        var kind = TokenClass.mi
        if sink[start] == UInt8(ascii: "0"), next == UInt8(ascii: "x"), sink[start + 2].isHexDigit {
            kind = .mh
            sink.index += 2
            skipDigits { $0.isHexDigit }
            if sink[sink.index] == UInt8(ascii: "."), sink[sink.index + 1].isHexDigit {
                sink.index += 1
                skipDigits { $0.isHexDigit }
            }
            if sink[sink.index] | 0x20 == UInt8(ascii: "p") { exponent() }
        } else if sink[start] == UInt8(ascii: "0"), next == UInt8(ascii: "b") {
            kind = .mb
            sink.index += 2
            skipDigits { $0.isDigit }
        } else if sink[start] == UInt8(ascii: "0"), next == UInt8(ascii: "o") {
            kind = .mo
            sink.index += 2
            skipDigits { $0.isDigit }
        } else {
            kind = decimal()
        }
        while sink.index < sink.end, grammar.numberSuffixes[Int(sink.code[sink.index])] {
            sink.index += 1
        }
        sink.put(kind, from: start)
        isAfterOperand = true
        awaited = .none
    }

    private mutating func decimal() -> TokenClass {
        let start = sink.index
        var kind = TokenClass.mi
        skipDigits { $0.isDigit }
        if sink[sink.index] == UInt8(ascii: ".") {
            let after = sink[sink.index + 1]
            let isTrailing =
                grammar.traits.contains(.trailingDots) && after != UInt8(ascii: ".")
                && !after.isNameStart
            if after.isDigit || isTrailing {
                kind = .mf
                sink.index += 1
                skipDigits { $0.isDigit }
            }
        }
        if sink[sink.index] | 0x20 == UInt8(ascii: "e") {
            let sign = sink[sink.index + 1]
            let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
            if sink[sink.index + (isSigned ? 2 : 1)].isDigit {
                kind = .mf
                exponent()
            }
        }
        if kind == .mi, sink.index - start > 1, sink[start] == UInt8(ascii: "0") { kind = .mo }
        return kind
    }

    private mutating func exponent() {
        sink.index += 1
        let sign = sink[sink.index]
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { sink.index += 1 }
        skipDigits { $0.isDigit }
    }

    /// Digits, with `_` or C++'s `'` between them.
    private mutating func skipDigits(_ isDigit: (UInt8) -> Bool) {
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            let isSeparator = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
            guard isDigit(byte) || (isSeparator && isDigit(sink[sink.index + 1])) else { return }
            sink.index += 1
        }
    }

    // MARK: Signs

    private mutating func punctuation(_ byte: UInt8) {
        if byte == UInt8(ascii: "."), sink[sink.index + 1].isDigit, !isAfterOperand {
            return fraction()
        }
        let start = sink.index
        sink.index += 1
        sink.put(.p, from: start)
        isAfterOperand =
            byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        if byte != UInt8(ascii: ".") && !(awaited == .nn && byte == UInt8(ascii: ",")) {
            awaited = .none
        }
    }

    /// `.5`.
    private mutating func fraction() {
        let start = sink.index
        sink.index += 1
        _ = decimal()
        while sink.index < sink.end, grammar.numberSuffixes[Int(sink.code[sink.index])] {
            sink.index += 1
        }
        sink.put(.mf, from: start)
        isAfterOperand = true
    }

    private mutating func signs() {
        let start = sink.index
        sink.index += 1
        while sink.index < sink.end,
            roles[Int(sink.code[sink.index])] & (CodeGrammar.Roles.sign | CodeGrammar.Roles.special)
                == CodeGrammar.Roles.sign
        {
            sink.index += 1
        }
        // `a++ / 2` divides.
        let isIncrement = sink.starts(with: "++", at: start) || sink.starts(with: "--", at: start)
        isAfterOperand = isAfterOperand && isIncrement && sink.index == start + 2
        sink.put(.o, from: start)
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
