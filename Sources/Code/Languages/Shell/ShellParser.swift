/// Reads code of a shell, whose tokens depend on the commands around them: a word may hold a whole
/// command, and `if` is a word of the grammar only where a command may begin.
///
/// It goes down into what is open by calls, to ``deepest`` levels, which no real script comes near.
struct ShellParser {
    /// Why a reading ends before the code does.
    enum Stop: Error {
        /// ``ShellParser/fault`` says what is wrong.
        case fault
        /// The code ends where a command is due, and nothing else is open.
        case cutOff
        case tooDeep
    }

    /// A quote, a bracket or a compound command that is not closed yet.
    struct Opened {
        let range: Range<Int>
        /// What closes it, or what it needs next: `then`, later `fi`.
        var closer: StaticString
        /// The word that begins its current part: `if`, later `elif`.
        var part: Range<Int>

        init(_ range: Range<Int>, closer: StaticString) {
            self.range = range
            self.closer = closer
            part = range
        }
    }

    /// A here-document whose text begins after the line.
    struct HereDocument {
        let range: Range<Int>
        let delimiter: [UInt8]
        let stripsTabs: Bool
        let isQuoted: Bool
    }

    static let deepest = 40

    var scanner: Scanner
    let isZsh: Bool
    /// Whether the code is a part of an article: placeholders and `...` may be in it.
    let isFragment: Bool
    private(set) var tokens: Tokens
    var opens: [Opened] = []
    /// How many commands the command that is read is in.
    var depth = 0
    var documents: [HereDocument] = []
    /// The fault of a here-document that the code ends in, which most shells let pass.
    var unclosedDocument: CodeFault?
    var elisions = 0
    var fault: CodeFault?
    /// Where `((` opens two subshells, as was found out.
    var subshellPairs: Set<Int> = []
    /// What the search for the cause of a fault looks at; nil: nothing is noted.
    var notes: ShellNotes?

    /// - Parameter count: how many bytes of the code are read; nil: all.
    init(_ code: [UInt8], isZsh: Bool, isFragment: Bool, reading count: Int? = nil) {
        scanner = Scanner(code)
        self.isZsh = isZsh
        self.isFragment = isFragment
        tokens = Tokens(codeCount: count ?? code.count)
    }

    /// Reads all of the code.
    mutating func run() -> CodeReading {
        do throws(Stop) {
            _ = try list()
            if !scanner.isAtEnd { throw unexpected(nil) }
        } catch {
            switch error {
            case .fault: break
            case .tooDeep: return .gaveUp
            case .cutOff:
                return .accepted(.init(start: "file", elisions: elisions, isCutOff: true))
            }
        }
        if let unclosedDocument, isFragment || fault != nil { fault = unclosedDocument }
        if let fault { return .refused(fault) }
        return .accepted(.init(start: "file", elisions: elisions))
    }

    // MARK: Lists

    /// Reads commands up to what cannot begin one.
    ///
    /// - Returns: whether there was any.
    mutating func list() throws(Stop) -> Bool {
        var isEmpty = true
        try skipLineEnds()
        while true {
            let start = scanner.index
            guard try andOrList() else { return !isEmpty }
            if !isEmpty { notes?.start(start, depth: opens.count) }
            isEmpty = false
            skipBlanks()
            switch scanner.byte {
            case UInt8(ascii: ";"):
                let next = scanner.ahead(1)
                if next == UInt8(ascii: ";") || next == UInt8(ascii: "&")
                    || isZsh && next == UInt8(ascii: "|")
                {
                    return true
                }
                sign(1)
            case UInt8(ascii: "&"):
                let next = scanner.ahead(1)
                sign(isZsh && (next == UInt8(ascii: "!") || next == UInt8(ascii: "|")) ? 2 : 1)
            case 0x0A: break
            default: return true
            }
            try skipLineEnds()
        }
    }

    /// Reads the commands that must follow a word or sign: those of a body.
    ///
    /// A comment that stands for left-out commands is enough.
    mutating func commands(after opener: String) throws(Stop) {
        let elided = elisions
        guard try !list(), elisions == elided, !isZsh else { return }
        throw unexpected("a command after '\(opener)'")
    }

    private mutating func andOrList() throws(Stop) -> Bool {
        guard try pipeline() else { return false }
        while true {
            skipBlanks()
            let byte = scanner.byte
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "|"), scanner.ahead(1) == byte
            else { return true }
            sign(2)
            try skipLineEnds()
            if try !pipeline() {
                throw unexpected("a command after '\(byte == UInt8(ascii: "&") ? "&&" : "||")'")
            }
        }
    }

    private mutating func pipeline() throws(Stop) -> Bool {
        let isPrefixed = skipPrefixes()
        guard try command() else { return isPrefixed }
        while true {
            skipBlanks()
            guard scanner.byte == UInt8(ascii: "|"), scanner.ahead(1) != UInt8(ascii: "|") else {
                return true
            }
            sign(scanner.ahead(1) == UInt8(ascii: "&") ? 2 : 1)
            try skipLineEnds()
            let isTimed = skipPrefixes()
            if try !command(), !isTimed { throw unexpected("a command after '|'") }
        }
    }

    /// Moves past `!` and `time` before a pipeline.
    private mutating func skipPrefixes() -> Bool {
        var isPrefixed = false
        while true {
            skipBlanks()
            guard let word = ReservedWord.next(in: scanner), word == .not || word == .time else {
                return isPrefixed
            }
            isPrefixed = true
            mark(ShellToken.reservedWord, word.rawValue.utf8.count)
            if word == .time {
                skipBlanks()
                if scanner.starts(with: "-p"), scanner.isShellWordEnd(at: scanner.index + 2) {
                    mark(ShellToken.word, 2)
                }
            }
        }
    }

    // MARK: Blanks

    /// Moves past blanks, continued lines and a comment.
    mutating func skipBlanks() {
        while true {
            switch scanner.byte {
            case 0x20, 0x09: scanner.index += 1
            case 0x0D where scanner.ahead(1) == 0x0A || scanner.index + 1 >= scanner.count:
                if scanner.isAtEnd { return }
                scanner.index += 1
            case UInt8(ascii: "\\") where scanner.ahead(1) == 0x0A: scanner.index += 2
            case UInt8(ascii: "\\") where scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A:
                scanner.index += 3
            case UInt8(ascii: "#"):
                let start = scanner.index
                scanner.skipLine()
                if isFragment, scanner.isElision(start + 1..<scanner.index) { elisions += 1 }
                tokens.append(ShellToken.comment, start, scanner.index)
                return
            default: return
            }
        }
    }

    /// Moves past blanks, comments and line ends.
    mutating func skipLineEnds() throws(Stop) {
        while true {
            skipBlanks()
            guard scanner.byte == 0x0A else { return }
            scanner.index += 1
            if !documents.isEmpty { try skipDocuments() }
        }
    }

    // MARK: Tokens and what is open

    /// Takes bytes as a token.
    mutating func mark(_ kind: UInt8, _ length: Int) {
        tokens.append(kind, scanner.index, scanner.index + length)
        scanner.index += length
    }

    /// Takes what was read since an index as a token, if that is anything.
    mutating func mark(_ kind: UInt8, from start: Int) {
        if start < scanner.index { tokens.append(kind, start, scanner.index) }
    }

    mutating func sign(_ length: Int) {
        mark(ShellToken.sign, length)
    }

    /// Takes bytes as the opener of something.
    mutating func open(_ kind: UInt8, _ length: Int, closer: StaticString) throws(Stop) {
        guard opens.count < Self.deepest else { throw .tooDeep }
        let start = scanner.index
        mark(kind, length)
        opens.append(Opened(start..<start + length, closer: closer))
    }

    /// Says what the innermost open thing needs next.
    mutating func need(_ closer: StaticString) {
        opens[opens.count - 1].closer = closer
    }

    /// Begins a part of the innermost open thing with a reserved word, such as `elif`.
    mutating func part(_ word: ReservedWord, closer: StaticString) {
        let start = scanner.index
        mark(ShellToken.reservedWord, word.rawValue.utf8.count)
        opens[opens.count - 1].closer = closer
        opens[opens.count - 1].part = start..<scanner.index
    }

    /// Takes bytes as the closer of the innermost open thing.
    mutating func close(_ kind: UInt8, _ length: Int) {
        let start = scanner.index
        mark(kind, length)
        if let opened = opens.popLast() {
            notes?.close(opened, at: start, in: scanner)
        }
    }

    /// A place to come back to.
    struct Mark {
        fileprivate let index, tokens, opens, documents, elisions: Int
        fileprivate let notes: ShellNotes?
    }

    var here: Mark {
        Mark(
            index: scanner.index, tokens: tokens.count, opens: opens.count,
            documents: documents.count, elisions: elisions, notes: notes)
    }

    mutating func goBack(to mark: Mark) {
        scanner.index = mark.index
        tokens.removeAll(from: mark.tokens)
        opens.removeSubrange(mark.opens...)
        if documents.count > mark.documents { documents.removeSubrange(mark.documents...) }
        elisions = mark.elisions
        notes = mark.notes
    }
}
