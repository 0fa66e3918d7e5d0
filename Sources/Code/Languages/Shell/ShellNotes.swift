/// What a second reading of refused code notes for the search for the cause of its fault.
struct ShellNotes {
    /// Something with an opener and a closer.
    struct Span {
        let opener: Range<Int>
        let closer: StaticString
        /// Where the closer begins.
        let end: Int
    }

    /// Quotes, expansions and brackets that reach over a line end.
    private(set) var spans: [Span] = []
    /// The texts of here-documents.
    private(set) var documents: [Range<Int>] = []
    /// The first words of commands that could be misspelled reserved words, with how many things are
    /// open there.
    private(set) var commands: [Range<Int>] = []
    /// Reserved words that were read as arguments.
    private(set) var arguments: [Range<Int>] = []
    /// Where the commands of lists begin but the first of each, and how many things are open there.
    private(set) var starts: [(index: Int, depth: Int)] = []
    /// The first thing whose closer is left of the line of its opener.
    private(set) var misaligned: Span?

    mutating func close(_ opened: ShellParser.Opened, at end: Int, in scanner: Scanner) {
        let span = Span(opener: opened.range, closer: opened.closer, end: end)
        note(span, in: scanner)
        guard misaligned == nil, scanner.isFirstOfLine(end),
            scanner.column(ofLineAt: end) < scanner.column(ofLineAt: opened.range.lowerBound)
        else { return }
        misaligned = span
    }

    mutating func quote(
        _ opener: Range<Int>, _ closer: StaticString, at end: Int, in scanner: Scanner
    ) {
        note(Span(opener: opener, closer: closer, end: end), in: scanner)
    }

    private mutating func note(_ span: Span, in scanner: Scanner) {
        if scanner.code[span.opener.lowerBound..<span.end].contains(0x0A) { spans.append(span) }
    }

    mutating func document(_ text: Range<Int>) {
        documents.append(text)
    }

    mutating func command(_ range: Range<Int>) {
        commands.append(range.prefix(10))
    }

    mutating func argument(_ range: Range<Int>) {
        arguments.append(range)
    }

    mutating func start(_ index: Int, depth: Int) {
        starts.append((index, depth))
    }
}
