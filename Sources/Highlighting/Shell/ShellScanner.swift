/// Scans a shell script once and records its tokens.
///
/// Open constructs, such as a string in a substitution in a string, are a stack of bounded depth.
struct ShellScanner {
    enum Context {
        /// `$( … )` or `( … )`, up to its bracket.
        case parenthesis(TokenClass)
        /// `` ` … ` ``.
        case backquote
        /// `"…"`, with substitutions.
        case string
        /// `${ … }`.
        case braces
        /// `$(( … ))`, with the brackets open inside.
        case arithmetic(Int)
    }

    var tape: Tape
    var contexts: [Context] = []
    /// Whether the next word is a command's name.
    var isCommand = true
    /// Whether `in` is a keyword: after `for x` and `case x`.
    private var expectsIn = false
    /// Where the value of an assignment begins, which is not a command.
    private var valueStart = -1
    private var hereDocuments: [HereDocumentMark] = []

    /// Deeper ones are read as plain text.
    private static let deepest = 48

    /// Whether variables are make's.
    let isRecipe: Bool

    init(_ tape: inout Tape, isRecipe: Bool = false) {
        self.isRecipe = isRecipe
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
        while tape.index < tape.end { step() }
    }

    private mutating func step() {
        let byte = tape.code[tape.index]
        switch contexts.last {
        case .string: return string(byte)
        case .braces: return braces(byte)
        case .arithmetic(let depth): return arithmetic(byte, depth)
        default: break
        }
        switch byte {
        case .lineFeed:
            tape.index += 1
            isCommand = true
            expectsIn = false
            if !hereDocuments.isEmpty { readHereDocuments() }
        case _ where byte.isBlank: tape.index += 1
        case .hash: comment()
        case .backslash:
            tape.put(.se, to: tape.index + 2)
        case UInt8(ascii: "'"): quoted()
        case UInt8(ascii: "\""): open(.string, .s2, 1)
        case UInt8(ascii: "`"): backquote()
        case .dollar: dollar()
        case UInt8(ascii: "("):
            open(.parenthesis(.o), .o, 1)
            isCommand = true
        case UInt8(ascii: ")"): parenthesis()
        case UInt8(ascii: "<"), UInt8(ascii: ">"): redirection(byte)
        case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"): separator(byte)
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "="), UInt8(ascii: "!"):
            bracket(byte)
        default: word()
        }
    }

    /// Records an opening of `count` bytes and the context that it opens.
    mutating func open(_ context: Context, _ kind: TokenClass, _ count: Int) {
        tape.put(kind, to: tape.index + count)
        if contexts.count < Self.deepest { contexts.append(context) }
        if case .parenthesis = context { isCommand = true } else { isCommand = false }
    }

    // MARK: Signs

    private mutating func comment() {
        let isWordStart =
            tape.index == 0 || tape.code[tape.index - 1].isSpace
            || ";|&()`".utf8.contains(tape.code[tape.index - 1])
        if isWordStart {
            tape.put(.c1, to: tape.lineEnd(from: tape.index))
        } else {
            tape.index += 1
        }
    }

    private mutating func parenthesis() {
        if case .parenthesis(let kind) = contexts.last {
            contexts.removeLast()
            tape.put(kind, to: tape.index + 1)
            isCommand = false
        } else {
            // A pattern of `case`, or the brackets of a function.
            tape.put(.o, to: tape.index + 1)
            isCommand = true
        }
    }

    private mutating func bracket(_ byte: UInt8) {
        let start = tape.index
        tape.index += 1
        if tape[tape.index] == byte, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
            tape.index += 1
        }
        tape.put(.o, from: start)
        if byte == UInt8(ascii: "["), isCommand { isCommand = false }
    }

    private mutating func separator(_ byte: UInt8) {
        let start = tape.index
        let isDoubled = tape[start + 1] == byte
        tape.index += isDoubled ? 2 : 1
        tape.put(isDoubled && byte != UInt8(ascii: ";") ? .o : .p, from: start)
        isCommand = true
    }

    private mutating func redirection(_ byte: UInt8) {
        let start = tape.index
        if tape.starts(with: "<<<", at: start) { return tape.put(.o, to: start + 3) }
        if tape.starts(with: "<<", at: start), hereDocument() { return }
        tape.index += 1
        while tape[tape.index] == UInt8(ascii: ">") || tape[tape.index] == UInt8(ascii: "&") {
            tape.index += 1
        }
        tape.put(.o, from: start)
        isCommand = false
    }

    // MARK: Words

    private mutating func word() {
        let start = tape.index
        var i = start
        var isName = tape.code[start].isNameStart
        var isNumber = true
        while i < tape.end {
            let byte = tape.code[i]
            if byte.isSpace || Self.endsWord[Int(byte)] { break }
            if !byte.isDigit { isNumber = false }
            if !byte.isNamePart { isName = false }
            i += 1
        }
        tape.index = max(i, start + 1)
        if isName, tape[i] == UInt8(ascii: "=") || tape.starts(with: "+=", at: i) {
            return assignment(start)
        }
        if isNumber { return tape.put(.m, from: start) }
        if isName, tape[i] == UInt8(ascii: "("), tape[i + 1] == UInt8(ascii: ")") {
            tape.put(.nf, from: start)
            tape.put(.p, to: i + 2)
            isCommand = true
            return
        }
        if start == valueStart { return }
        command(start..<tape.index)
    }

    private static let endsWord: [Bool] = {
        var ends = [Bool](repeating: false, count: 256)
        for byte in "[]{}()$\"'`\\<>&|;=".utf8 { ends[Int(byte)] = true }
        return ends
    }()

    /// `NAME=value`, after which the next word is still a command.
    private mutating func assignment(_ start: Int) {
        tape.put(.nv, from: start)
        tape.put(.o, to: tape.index + (tape[tape.index] == UInt8(ascii: "=") ? 1 : 2))
        valueStart = tape.index
    }

    private mutating func command(_ range: Range<Int>) {
        defer {
            isCommand = isCommand && ShellGrammar.openers.kind(of: range, in: tape.code) != .none
        }
        var kind = ShellGrammar.words.kind(of: range, in: tape.code)
        if kind == .none { return }
        let isIn = range.count == 2 && tape.starts(with: "in", at: range.lowerBound)
        if isIn {
            kind = expectsIn ? .k : .none
            expectsIn = false
        } else if !isCommand {
            // `do` and `done` rarely end the text before them without a separator.
            return
        }
        tape.put(kind, from: range.lowerBound)
        for word: StaticString in ["for", "case", "select"]
        where range.count == word.utf8CodeUnitCount && tape.starts(with: word, at: range.lowerBound)
        {
            expectsIn = true
        }
    }

    // MARK: Here-documents

    /// `<<EOF`, `<<-'EOF'`.
    private mutating func hereDocument() -> Bool {
        let start = tape.index
        guard hereDocuments.count < 16,
            let mark = HereDocumentMark(tape, after: start + 2, before: tape.end)
        else { return false }
        hereDocuments.append(mark)
        tape.put(.o, to: start + (mark.isIndented ? 3 : 2))
        tape.index = mark.range.lowerBound
        tape.put(.sh, to: mark.range.upperBound)
        return true
    }

    private mutating func readHereDocuments() {
        let documents = hereDocuments
        hereDocuments = []
        for document in documents { read(document) }
    }

    private mutating func read(_ document: HereDocumentMark) {
        var start = tape.index
        while tape.index < tape.end {
            let end = tape.lineEnd(from: tape.index)
            let line = document.isIndented ? tape.afterBlanks(tape.index) : tape.index
            if end - line == document.delimiter.count,
                tape.starts(with: document.delimiter, at: line)
            {
                tape.index = end
                break
            }
            while tape.index < end {
                let byte = tape.code[tape.index]
                if byte == .dollar, !document.isQuoted, tape[tape.index + 1].isNameStart {
                    tape.put(.sh, from: start)
                    tape.put(.nv, to: tape.afterName(tape.index + 1))
                    start = tape.index
                } else {
                    tape.index += 1
                }
            }
            tape.index = min(end + 1, tape.end)
        }
        tape.put(.sh, from: start)
    }
}
