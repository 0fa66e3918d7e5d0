/// The tokens of C (ISO/IEC 9899:2024, 6.4) and, with raw strings, literal suffixes and more signs, of
/// C++. Directives of the preprocessor are no tokens; ``CDirectives`` says which branches are read.
///
/// Where a line ends as a statement may, and the next one begins with a word at its indentation or
/// left of it, a soft end is between them: the grammar takes no type and no macro across it.
struct CLexer {
    var scanner: Scanner
    var words: Words { kinds.words }
    var out: Tokens
    let isPlusPlus: Bool
    /// The brackets that are open, and the groups of `#if`.
    var nesting = Nesting()
    var groups: [CDirectives.Group] = []
    /// How many branches that are not read the code is in, and the most branches that have colors.
    var depth = 0
    static let deepest = 3
    /// In bytes; longer ones with blanks in them are text between apostrophes.
    private static let longestCharacter = 4
    /// Up to here no quote begins a character: one before it found no end.
    private var quoteBarrier = 0
    let kinds: Kinds
    /// Whether no token is before the next byte on its line.
    var isLineStart = true
    private var lineStart = 0
    /// The column of the last line that began outside of parentheses.
    private var indentation = 0
    /// The column of the first token, and whether the line at hand closes brackets from before it.
    private var firstColumn = 0
    private var isEarlier = false

    /// The parentheses that are open inside of each open brace, the innermost last.
    struct Nesting {
        var parentheses = 0
        var outer: [Int] = []
    }

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let name, loop, macro, typo, attribute, number, string, char, dots: UInt8
        let openers, closers, openBrace, closeBrace, comma, otherwise, designators: TokenSet
        /// What statements and members end with.
        let ends: TokenSet
        /// What a statement may end with before its semicolon.
        let operandEnds: TokenSet

        init(_ words: Words) {
            func set(_ literals: String...) -> TokenSet {
                var set = TokenSet()
                for literal in literals { set.insert(words["\"\(literal)\""]) }
                return set
            }
            self.words = words
            name = words["NAME"]
            loop = words["LOOP"]
            macro = words["MACRO"]
            typo = words["TYPO"]
            attribute = words["ATTR"] == TokenKind.bad ? words["NAME"] : words["ATTR"]
            number = words["NUMBER"]
            string = words["STRING"]
            char = words["CHAR"]
            dots = words["\"...\""]
            openers = set("(", "[")
            closers = set(")", "]")
            openBrace = set("{")
            closeBrace = set("}")
            comma = set(",")
            otherwise = set("else")
            designators = set(".", "[")
            ends = set(";", "}", ":")
            var operands = set(")", "]", "}", "++", "--")
            for kind in [name, loop, macro, typo, attribute, number, string, char] {
                operands.insert(kind)
            }
            operandEnds = operands
        }
    }

    init(_ scanner: Scanner, _ kinds: Kinds, isPlusPlus: Bool = false) {
        self.scanner = scanner
        self.kinds = kinds
        self.isPlusPlus = isPlusPlus
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        lineStart = scanner.index
        while !scanner.isAtEnd { next() }
        while !groups.isEmpty { endGroup() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func next() {
        let byte = scanner.byte
        if byte == 0x0A {
            scanner.index += 1
            endLine()
        } else if byte.isBlank || byte == 0x0B {
            scanner.index += 1
        } else if byte.isWordStart || isDollarWord {
            word()
        } else if byte.isDigit || byte == UInt8(ascii: ".") && scanner.ahead(1).isDigit {
            number()
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quoted(from: scanner.index)
        } else if byte == UInt8(ascii: "/"), comment() {
            return
        } else if byte == UInt8(ascii: "#"), isLineStart {
            directive()
        } else if byte == UInt8(ascii: "\\"), skipContinuation() {
            return
        } else if byte >= 0x80 {
            beyondASCII()
        } else {
            sign()
        }
    }

    mutating func endLine() {
        isLineStart = true
        isEarlier = false
        lineStart = scanner.index
    }

    /// A backslash at the end of a line, which joins it with the next one.
    private mutating func skipContinuation() -> Bool {
        var index = scanner.index + 1
        while scanner[index].isBlank { index += 1 }
        guard scanner[index] == 0x0A || index >= scanner.count else { return false }
        scanner.index = index
        return true
    }

    // MARK: Lines

    private mutating func append(_ kind: UInt8, from start: Int, isWord: Bool = false) {
        if isLineStart { beginLine(with: start, isWord: isWord) }
        out.append(kind, start, scanner.index)
    }

    private mutating func complain(
        _ message: String, _ start: Int, _ end: Int, replacement: String? = nil
    ) {
        isLineStart = false
        out.complain(message, start, end, replacement: replacement)
    }

    /// Notes the column of a line's first token, and puts the soft end before it.
    private mutating func beginLine(with start: Int, isWord: Bool) {
        isLineStart = false
        guard nesting.parentheses == 0 else { return }
        let column = column(of: start)
        defer { indentation = column }
        if out.count == 0 { firstColumn = column }
        guard isWord, column <= indentation, !isAttribute(start),
            let last = out.kinds.last
        else { return }
        let isInside = !nesting.outer.isEmpty || column > 0 || kinds.closeBrace.contains(last)
        if isInside, kinds.operandEnds.contains(last) {
            out.appendOptional(TokenKind.softEnd, lineStart, lineStart)
        }
    }

    // MARK: Words and numbers

    private mutating func word() {
        let start = scanner.index
        var hash = Words.seed
        var shape = CWord()
        while true {
            let byte = scanner.byte
            if byte.isWordPart || byte == UInt8(ascii: "$") {
                hash = words.step(hash, byte)
                shape.add(byte)
                scanner.index += 1
            } else if byte >= 0x80, let length = scanner.letterLength() {
                for _ in 0..<length {
                    hash = words.step(hash, scanner.byte)
                    scanner.index += 1
                }
                shape.hasLower = true
            } else {
                break
            }
        }
        if scanner.byte == UInt8(ascii: "\"") || scanner.byte == UInt8(ascii: "'"),
            let isRaw = literalPrefix(start..<scanner.index)
        {
            if isRaw { rawString(from: start) } else { quoted(from: start) }
            return
        }
        let kind = words.kind(of: hash) ?? nameKind(shape, hash, start)
        append(kind, from: start, isWord: true)
    }

    private func nameKind(_ shape: CWord, _ hash: UInt64, _ start: Int) -> UInt8 {
        if shape.isMacro { return kinds.macro }
        // The formats of <inttypes.h>: PRIu64.
        if scanner.starts(with: "PRI", at: start) || scanner.starts(with: "SCN", at: start),
            "dioxuX_".utf8.contains(scanner[start + 3])
        {
            return kinds.macro
        }
        if scanner.hasEach(start..<scanner.index) { return kinds.loop }
        if scanner[start] == UInt8(ascii: "_") { return kinds.attribute }
        return CWord.isMisspelling(hash) ? kinds.typo : kinds.name
    }

    /// nil for a word that does not belong to the literal after it; else whether that is a raw string.
    private func literalPrefix(_ word: Range<Int>) -> Bool? {
        guard word.count <= 3 else { return nil }
        switch scanner.text(word) {
        case "L", "u", "U", "u8": return false
        case "R", "LR", "uR", "UR", "u8R":
            return isPlusPlus && scanner.byte == UInt8(ascii: "\"") ? true : nil
        default: return nil
        }
    }

    /// A number of the preprocessor (6.4.8), and what is wrong with it as a number.
    private mutating func number() {
        let start = scanner.index
        let isHexadecimal = scanner.byte == 0x30 && scanner.ahead(1) | 0x20 == UInt8(ascii: "x")
        while true {
            let byte = scanner.byte
            let next = scanner.ahead(1)
            if byte.isWordPart {
                scanner.index += 1
                let letter = byte | 0x20
                let isExponent =
                    letter == UInt8(ascii: "p") || letter == UInt8(ascii: "e") && !isHexadecimal
                if isExponent,
                    scanner.byte == UInt8(ascii: "+") || scanner.byte == UInt8(ascii: "-")
                {
                    scanner.index += 1
                }
            } else if byte == UInt8(ascii: "."), next != UInt8(ascii: ".") {
                scanner.index += 1
            } else if byte == UInt8(ascii: "'"), next.isWordPart, scanner.ahead(-1).isHexDigit {
                scanner.index += 2
            } else {
                break
            }
        }
        // What is not a number is pasted together by macros.
        if nesting.parentheses == 0,
            let fault = CWord.fault(ofNumber: scanner.code[start..<scanner.index], isPlusPlus)
        {
            complain(fault, start, scanner.index)
        } else {
            append(kinds.number, from: start)
        }
    }

    // MARK: Quotes and comments

    private mutating func quoted(from start: Int) {
        let quote = scanner.byte
        let isString = quote == UInt8(ascii: "\"")
        let open = scanner.index
        if !isString, open < quoteBarrier { return loneQuote(start, open, end: open + 1) }
        scanner.index += 1
        while true {
            let byte = scanner.byte
            if byte == quote {
                scanner.index += 1
                break
            } else if byte == UInt8(ascii: "\\") {
                scanner.index += scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A ? 3 : 2
            } else if byte == 0x0A || scanner.index >= scanner.count {
                scanner.index = min(scanner.index, scanner.count)
                if !isString {
                    quoteBarrier = scanner.index
                    return loneQuote(start, open, end: scanner.index)
                }
                return complain("the string is not closed", start, scanner.index)
            } else {
                scanner.index += 1
            }
        }
        scanner.index = min(scanner.index, scanner.count)
        if !isString {
            let inside = open + 1..<max(open + 1, scanner.index - 1)
            if inside.isEmpty {
                return complain("the character is empty", start, scanner.index)
            }
            if inside.count > Self.longestCharacter,
                scanner.code[inside].contains(where: \.isBlank)
            {
                return loneQuote(start, open, end: open + 1)
            }
        }
        if isPlusPlus { skipSuffix() }
        append(isString ? kinds.string : kinds.char, from: start)
    }

    /// A quote that begins no character, such as an apostrophe.
    ///
    /// - Parameter end: where what is reported ends; reading goes on after the quote.
    private mutating func loneQuote(_ start: Int, _ open: Int, end: Int) {
        quoteBarrier = max(quoteBarrier, scanner.index - 1)
        scanner.index = open + 1
        complain("the character is not closed", start, end)
    }

    /// The suffix of a literal, that C++ lets programs define.
    private mutating func skipSuffix() {
        guard scanner.byte.isWordStart else { return }
        while scanner.byte.isWordPart { scanner.index += 1 }
    }

    /// `R"delimiter(…)delimiter"`.
    private mutating func rawString(from start: Int) {
        scanner.index += 1
        let open = scanner.index
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "("), scanner.index - open < 17 {
            scanner.index += 1
        }
        let delimiter = Array(scanner.code[open..<min(scanner.index, scanner.count)])
        scanner.index += 1
        while !scanner.isAtEnd {
            if scanner.byte == UInt8(ascii: ")"),
                scanner[scanner.index + delimiter.count + 1] == UInt8(ascii: "\""),
                delimiter.indices.allSatisfy({ scanner.ahead($0 + 1) == delimiter[$0] })
            {
                scanner.index += delimiter.count + 2
                skipSuffix()
                return append(kinds.string, from: start)
            }
            scanner.index += 1
        }
        scanner.index = scanner.count
        out.note(.string, start, scanner.index)
        complain(
            "the raw string is not closed", start, min(open + delimiter.count + 1, scanner.count))
    }

    private mutating func comment() -> Bool {
        let start = scanner.index
        if scanner.ahead(1) == UInt8(ascii: "/") {
            skipLogicalLine()
            out.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + 2..<scanner.index) { elide(from: start) }
            return true
        }
        guard scanner.ahead(1) == UInt8(ascii: "*") else { return false }
        scanner.index += 2
        while scanner.index < scanner.count {
            if scanner.byte == UInt8(ascii: "*"), scanner.ahead(1) == UInt8(ascii: "/") {
                scanner.index += 2
                out.note(.blockComment, start, scanner.index)
                if scanner.isElision(start + 2..<scanner.index - 2) { elide(from: start) }
                return true
            }
            scanner.index += 1
        }
        out.note(.blockComment, start, scanner.count)
        complain("the comment is not closed", start, start + 2)
        return true
    }

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    /// Moves to the end of a line that a backslash may continue.
    mutating func skipLogicalLine() {
        scanner.skipLine()
        while scanner.index < scanner.count {
            let isCRLF = scanner.ahead(-1) == 0x0D
            guard scanner.ahead(isCRLF ? -2 : -1) == UInt8(ascii: "\\") else { return }
            scanner.index += 1
            scanner.skipLine()
        }
    }

    // MARK: Signs

    private mutating func beyondASCII() {
        let start = scanner.index
        if scanner.letterLength() != nil {
            word()
        } else if scanner.isEllipsis {
            while scanner.isEllipsis { scanner.index += 3 }
            append(kinds.dots, from: start)
        } else {
            unknown()
        }
    }

    private mutating func unknown() {
        isLineStart = false
        scanner.skipUnknown(into: &out, language: isPlusPlus ? "C++" : "C")
    }

    private mutating func sign() {
        let start = scanner.index
        if scanner.byte != UInt8(ascii: "*"), let end = scanner.describedEnd {
            scanner.index = end
            return append(kinds.dots, from: start)
        }
        if scanner.byte == UInt8(ascii: "@"), isPlusPlus, skipObjectiveC() { return }
        guard let sign = words.sign(in: scanner, at: start) else { return unknown() }
        scanner.index += sign.count
        let kind = sign.kind
        if kind == kinds.dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        if closesEarlierBracket(kind, at: start) { return }
        append(kind, from: start)
        if kinds.openers.contains(kind) {
            nesting.parentheses += 1
        } else if kinds.closers.contains(kind) {
            nesting.parentheses = max(0, nesting.parentheses - 1)
        } else if kinds.openBrace.contains(kind) {
            nesting.outer.append(nesting.parentheses)
            nesting.parentheses = 0
        } else if kinds.closeBrace.contains(kind) {
            nesting.parentheses = nesting.outer.popLast() ?? 0
        }
    }

    /// Whether a closer belongs to a bracket that was cut off with the code before: none is open, and
    /// its line begins left of the first one.
    private mutating func closesEarlierBracket(_ kind: UInt8, at start: Int) -> Bool {
        guard nesting.outer.isEmpty, nesting.parentheses == 0,
            kinds.closers.contains(kind) || kinds.closeBrace.contains(kind)
        else { return false }
        if isLineStart {
            isEarlier = column(of: start) < firstColumn
            isLineStart = !isEarlier
        }
        return isEarlier
    }

    private func column(of start: Int) -> Int {
        var column = 0
        for index in lineStart..<max(lineStart, start) {
            column = scanner[index] == 0x09 ? (column | 7) + 1 : column + 1
        }
        return column
    }
}
