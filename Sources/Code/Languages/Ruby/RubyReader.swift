/// Reads the tokens of Ruby, whose meaning depends on what is before them, and matches what opens
/// with what closes.
struct RubyReader {
    /// What the last token leaves due.
    enum State {
        /// A value, at the begin of a statement or after an operator.
        case begin
        /// A value or a modifier: after `return`.
        case middle
        /// An operator: after a value.
        case end
        /// An operator or an argument: after a name that may be one of a method.
        case argument
        /// The name of a method.
        case dot
        /// The head of `class`.
        case classHead
    }

    struct Quote {
        let terminator: UInt8
        /// What nests in it; 0 for nothing.
        let opener: UInt8
        var depth = 0
        let interpolates: Bool
        let isExpression: Bool
        /// Whether `:` after it makes a name of an argument of it.
        let mayBeLabel: Bool
    }

    struct HereDocument {
        let range: Range<Int>
        let delimiter: [UInt8]
        let stripsBlanks: Bool
        let interpolates: Bool
    }

    struct Opener {
        enum Kind {
            case word(RubyWord)
            /// With what closes it.
            case bracket(UInt8)
            case interpolation
            case quote(Quote)
            case document(HereDocument)
        }

        var kind: Kind
        let range: Range<Int>
        /// How far the line is indented that it is in.
        let column: Int
        /// Whether the first line in it is indented further; nil: none yet.
        var isIndented: Bool?
        /// Where that line begins.
        var firstLine: Int?
        /// Whether a `do` belongs to it, as to `while`.
        var awaitsDo = false
        /// Whether names of parameters are read.
        var hasParameters = false
        /// Whether it is the list of parameters of `def`.
        var isParameterList = false
        var ternaries = 0
        /// What was due where a here-document began.
        var stateBefore = State.begin
    }

    var scanner: Scanner
    let isFragment: Bool
    var state = State.begin
    var stack: [Opener] = []
    /// Here-documents whose texts begin after the line.
    var documents: [HereDocument] = []
    /// The names that are variables, by their hashes, in each method.
    var variables: [Set<UInt64>] = [[]]
    /// The names that begin a statement, separated by commas: variables if `=` follows.
    var candidates: [UInt64] = []
    var isNameList = true
    var isAfterTernary = false
    var isAfterArrow = false
    var ternaries = 0
    var elisions = 0
    var hasSpace = false
    /// The line whose indentation was asked for last.
    private var line = 0..<0
    private var lineColumn = 0
    /// How often the end of a here-document may still be looked for.
    var searches = 64
    /// Whether edits are tried for a fault; not in a reading that tries one.
    var triesEdits = true
    /// What a search for the cause of a fault looks at.
    var notes = RubyNotes()

    init(_ code: [UInt8], isFragment: Bool) {
        scanner = Scanner(code)
        self.isFragment = isFragment
    }

    /// O(bytes).
    mutating func reading() -> CodeReading {
        do throws(CodeFault) {
            try read()
            if let opener = stack.last {
                if let fault = unclosed() { return .refused(fault) }
                guard isFragment else { return .refused(fault(ofUnclosed: opener)) }
                return .accepted(.init(start: "shape", elisions: elisions, isCutOff: true))
            }
        } catch {
            return .refused(error)
        }
        return .accepted(.init(start: "shape", elisions: elisions))
    }

    private mutating func read() throws(CodeFault) {
        while true {
            switch stack.last?.kind {
            case .quote(let quote): try readQuote(quote)
            case .document(let document): try readDocument(document)
            default:
                if isLineStart, skipLines() { continue }
                hasSpace = skipBlanks()
                if scanner.isAtEnd {
                    if let document = documents.first { throw fault(ofUnclosed: document) }
                    return
                }
                try readToken()
            }
        }
    }

    var isLineStart: Bool { scanner.index == 0 || scanner[scanner.index - 1] == 0x0A }

    private mutating func skipBlanks() -> Bool {
        let start = scanner.index
        while scanner.byte.isBlank || scanner.byte == 0x0B { scanner.index += 1 }
        return scanner.index > start
    }

    /// Moves past a comment of lines, to the end at `__END__`, past a line that leaves code out.
    private mutating func skipLines() -> Bool {
        if scanner.starts(with: "=begin"), !scanner.ahead(6).isWordPart {
            while !scanner.isAtEnd {
                scanner.skipLine()
                scanner.index = min(scanner.count, scanner.index + 1)
                if scanner.starts(with: "=end") { break }
            }
            scanner.skipLine()
            return true
        }
        if scanner.starts(with: "__END__"),
            scanner.ahead(7) == 0x0A || scanner.ahead(7) == 0x0D
                || scanner.index + 7 == scanner.count
        {
            scanner.index = scanner.count
            return false
        }
        guard isFragment else { return false }
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        guard scanner.starts(with: "...", at: index) || scanner.starts(with: "…", at: index) else {
            return false
        }
        let line = scanner.code[index..<scanner.lineEnd(index)]
        guard !line.contains(where: { "(){}[]".utf8.contains($0) }) else { return false }
        elisions += 1
        scanner.skipLine()
        return true
    }

    // MARK: Statements

    /// The end of a line.
    mutating func readLineEnd() {
        scanner.index += 1
        if state != .begin, state != .dot, !goesOnWithDot { endStatement() }
        readDocuments()
    }

    /// The texts of here-documents begin here.
    mutating func readDocuments() {
        guard !documents.isEmpty else { return }
        for document in documents.reversed() {
            var opener = Opener(kind: .document(document), range: document.range, column: 0)
            opener.stateBefore = state
            opener.ternaries = ternaries
            stack.append(opener)
        }
        documents = []
    }

    /// Whether the next line begins with `.name`.
    private var goesOnWithDot: Bool {
        var index = scanner.index
        while scanner[index].isBlank || scanner[index] == 0x0A && index < scanner.count {
            index += 1
        }
        if scanner[index] == UInt8(ascii: "&") { return scanner[index + 1] == UInt8(ascii: ".") }
        return scanner[index] == UInt8(ascii: ".") && scanner[index + 1] != UInt8(ascii: ".")
    }

    mutating func endStatement() {
        state = .begin
        candidates = []
        isNameList = true
        if let last = stack.indices.last {
            stack[last].awaitsDo = false
            if case .word(.def) = stack[last].kind { stack[last].hasParameters = false }
        }
    }

    // MARK: What opens and closes

    mutating func open(_ kind: Opener.Kind, _ range: Range<Int>) {
        var opener = Opener(kind: kind, range: range, column: column(at: range.lowerBound))
        opener.ternaries = ternaries
        ternaries = 0
        stack.append(opener)
        state = .begin
    }

    /// How far the line is indented that is read.
    mutating func column(at index: Int) -> Int {
        if index >= line.upperBound {
            let start = scanner.lineStart(index)
            line = start..<scanner.lineEnd(index) + 1
            lineColumn = scanner.column(ofLineAt: start)
        }
        return lineColumn
    }

    mutating func pop() {
        guard let opener = stack.popLast() else { return }
        ternaries = opener.ternaries
        switch opener.kind {
        case .word(.def), .word(.class), .word(.module):
            if variables.count > 1 { variables.removeLast() }
        default: break
        }
        state = .end
    }

    mutating func open(bracket: UInt8) {
        let start = scanner.index
        scanner.index += 1
        open(.bracket(bracket), start..<start + 1)
    }

    mutating func close(_ bracket: UInt8) throws(CodeFault) {
        let range = scanner.index..<scanner.index + 1
        guard let opener = stack.last else { throw stray(range) }
        switch opener.kind {
        case .bracket(bracket): break
        case .interpolation where bracket == UInt8(ascii: "}"): break
        default:
            throw mismatch(range) {
                switch $0 {
                case .bracket(bracket): true
                case .interpolation: bracket == UInt8(ascii: "}")
                default: false
                }
            }
        }
        scanner.index += 1
        pop()
        guard opener.isParameterList else { return }
        state = .begin
        _ = skipBlanks()
        // `def a(b) = c` has no end.
        if scanner.byte == UInt8(ascii: "="), !"=~>".utf8.contains(scanner.ahead(1)) {
            scanner.index += 1
            pop()
            state = .begin
        }
    }

    /// Moves past `|` that begins the parameters of a block.
    mutating func openParameters() {
        var index = scanner.index
        while scanner[index].isBlank || scanner[index] == 0x0A && documents.isEmpty { index += 1 }
        guard scanner[index] == UInt8(ascii: "|"), index < scanner.count else { return }
        scanner.index = index + 1
        if scanner.byte == UInt8(ascii: "|") {
            scanner.index += 1
        } else {
            stack[stack.count - 1].hasParameters = true
        }
    }
}
