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

    var sink: TokenSink
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

    init(_ sink: inout TokenSink, isRecipe: Bool = false) {
        self.isRecipe = isRecipe
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
        while sink.index < sink.end { step() }
    }

    private mutating func step() {
        let byte = sink.code[sink.index]
        switch contexts.last {
        case .string: return string(byte)
        case .braces: return braces(byte)
        case .arithmetic(let depth): return arithmetic(byte, depth)
        default: break
        }
        switch byte {
        case .lineFeed:
            sink.index += 1
            isCommand = true
            expectsIn = false
            if !hereDocuments.isEmpty { readHereDocuments() }
        case _ where byte.isBlank: sink.index += 1
        case .hash: comment()
        case .backslash:
            sink.put(.se, to: sink.index + 2)
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
        sink.put(kind, to: sink.index + count)
        if contexts.count < Self.deepest { contexts.append(context) }
        if case .parenthesis = context { isCommand = true } else { isCommand = false }
    }

    // MARK: Signs

    private mutating func comment() {
        let isWordStart =
            sink.index == 0 || sink.code[sink.index - 1].isSpace
            || ";|&()`".utf8.contains(sink.code[sink.index - 1])
        if isWordStart {
            sink.put(.c1, to: sink.lineEnd(from: sink.index))
        } else {
            sink.index += 1
        }
    }

    private mutating func parenthesis() {
        if case .parenthesis(let kind) = contexts.last {
            contexts.removeLast()
            sink.put(kind, to: sink.index + 1)
            isCommand = false
        } else {
            // A pattern of `case`, or the brackets of a function.
            sink.put(.o, to: sink.index + 1)
            isCommand = true
        }
    }

    private mutating func bracket(_ byte: UInt8) {
        let start = sink.index
        sink.index += 1
        if sink[sink.index] == byte, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
            sink.index += 1
        }
        sink.put(.o, from: start)
        if byte == UInt8(ascii: "["), isCommand { isCommand = false }
    }

    private mutating func separator(_ byte: UInt8) {
        let start = sink.index
        let isDoubled = sink[start + 1] == byte
        sink.index += isDoubled ? 2 : 1
        sink.put(isDoubled && byte != UInt8(ascii: ";") ? .o : .p, from: start)
        isCommand = true
    }

    private mutating func redirection(_ byte: UInt8) {
        let start = sink.index
        if sink.starts(with: "<<<", at: start) { return sink.put(.o, to: start + 3) }
        if sink.starts(with: "<<", at: start), hereDocument() { return }
        sink.index += 1
        while sink[sink.index] == UInt8(ascii: ">") || sink[sink.index] == UInt8(ascii: "&") {
            sink.index += 1
        }
        sink.put(.o, from: start)
        isCommand = false
    }

    // MARK: Words

    private mutating func word() {
        let start = sink.index
        var i = start
        var isName = sink.code[start].isNameStart
        var isNumber = true
        while i < sink.end {
            let byte = sink.code[i]
            if byte.isSpace || Self.endsWord[Int(byte)] { break }
            if !byte.isDigit { isNumber = false }
            if !byte.isNamePart { isName = false }
            i += 1
        }
        sink.index = max(i, start + 1)
        if isName, sink[i] == UInt8(ascii: "=") || sink.starts(with: "+=", at: i) {
            return assignment(start)
        }
        if isNumber { return sink.put(.m, from: start) }
        if isName, sink[i] == UInt8(ascii: "("), sink[i + 1] == UInt8(ascii: ")") {
            sink.put(.nf, from: start)
            sink.put(.p, to: i + 2)
            isCommand = true
            return
        }
        if start == valueStart { return }
        command(start..<sink.index)
    }

    private static let endsWord: [Bool] = {
        var ends = [Bool](repeating: false, count: 256)
        for byte in "[]{}()$\"'`\\<>&|;=".utf8 { ends[Int(byte)] = true }
        return ends
    }()

    /// `NAME=value`, after which the next word is still a command.
    private mutating func assignment(_ start: Int) {
        sink.put(.nv, from: start)
        sink.put(.o, to: sink.index + (sink[sink.index] == UInt8(ascii: "=") ? 1 : 2))
        valueStart = sink.index
    }

    private mutating func command(_ range: Range<Int>) {
        defer {
            isCommand = isCommand && ShellGrammar.openers.kind(of: range, in: sink.code) != .none
        }
        var kind = ShellGrammar.words.kind(of: range, in: sink.code)
        if kind == .none { return }
        let isIn = range.count == 2 && sink.starts(with: "in", at: range.lowerBound)
        if isIn {
            kind = expectsIn ? .k : .none
            expectsIn = false
        } else if !isCommand {
            // `do` and `done` rarely end the text before them without a separator.
            return
        }
        sink.put(kind, from: range.lowerBound)
        for word: StaticString in ["for", "case", "select"]
        where range.count == word.utf8CodeUnitCount && sink.starts(with: word, at: range.lowerBound)
        {
            expectsIn = true
        }
    }

    // MARK: Here-documents

    /// `<<EOF`, `<<-'EOF'`.
    private mutating func hereDocument() -> Bool {
        let start = sink.index
        guard hereDocuments.count < 16,
            let mark = HereDocumentMark(sink, after: start + 2, before: sink.end)
        else { return false }
        hereDocuments.append(mark)
        sink.put(.o, to: start + (mark.isIndented ? 3 : 2))
        sink.index = mark.range.lowerBound
        sink.put(.sh, to: mark.range.upperBound)
        return true
    }

    private mutating func readHereDocuments() {
        let documents = hereDocuments
        hereDocuments = []
        for document in documents { read(document) }
    }

    private mutating func read(_ document: HereDocumentMark) {
        var start = sink.index
        while sink.index < sink.end {
            let end = sink.lineEnd(from: sink.index)
            let line = document.isIndented ? sink.afterBlanks(sink.index) : sink.index
            if end - line == document.delimiter.count,
                sink.starts(with: document.delimiter, at: line)
            {
                sink.index = end
                break
            }
            while sink.index < end {
                let byte = sink.code[sink.index]
                if byte == .dollar, !document.isQuoted, sink[sink.index + 1].isNameStart {
                    sink.put(.sh, from: start)
                    sink.put(.nv, to: sink.afterName(sink.index + 1))
                    start = sink.index
                } else {
                    sink.index += 1
                }
            }
            sink.index = min(end + 1, sink.end)
        }
        sink.put(.sh, from: start)
    }
}
