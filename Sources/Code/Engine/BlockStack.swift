/// The open blocks of words, `if … endif`, of a language that is read by its shape alone.
///
/// The lexer says what opens, parts and closes a block; what is wrong becomes a complaint in place of
/// a token. Code that ends inside of a block is cut off, unless it went on at the block's own
/// indentation or left of it.
struct BlockStack {
    private struct Block {
        let word: String
        let range: Range<Int>
        /// How far its line is indented.
        let column: Int
        let isFirst: Bool
        /// Whether it is surely a block: unknown words may need no end.
        let isSure: Bool
        /// The starts of lines that part it: `else`.
        var parts: Set<Int> = []
    }

    private var blocks: [Block] = []
    /// How many of them each word opened.
    private var counts: [String: Int] = [:]
    /// Only the first fault is reported.
    private var hasComplained = false
    /// A block whose closer is indented less, at the column of an outer block.
    private var suspect: Block?
    private let firstColumn: Int
    /// Whether anything closed or parted a block.
    private var hasClosed = false

    /// More blocks than these are not looked at for one fault.
    private static let mostLooked = 20

    init(_ scanner: Scanner) {
        var index = 0
        while scanner[index].isBlank || scanner[index] == 0x0A, index < scanner.count { index += 1 }
        firstColumn = scanner.column(ofLineAt: index)
    }

    var isEmpty: Bool { blocks.isEmpty }
    /// The word that opened the innermost block.
    var last: String? { blocks.last?.word }

    mutating func open(
        _ word: String, _ range: Range<Int>, isSure: Bool = true, in scanner: Scanner
    ) {
        counts[word, default: 0] += 1
        blocks.append(
            Block(
                word: word, range: range, column: scanner.column(ofLineAt: range.lowerBound),
                isFirst: isFirst(range, scanner), isSure: isSure))
    }

    /// Notes what parts a block: `else`, `catch`.
    mutating func part(_ range: Range<Int>, of words: Set<String>, in scanner: Scanner) {
        guard isFirst(range, scanner),
            let index = blocks.suffix(Self.mostLooked).lastIndex(where: {
                words.contains($0.word)
            })
        else { return }
        blocks[index].parts.insert(scanner.lineStart(range.lowerBound))
    }

    /// Closes the innermost block that one of `words` opened; any block if `words` is empty.
    mutating func close(
        _ words: Set<String>, _ range: Range<Int>, in scanner: Scanner, _ tokens: inout Tokens
    ) {
        hasClosed = true
        let column = scanner.column(ofLineAt: range.lowerBound)
        let isFirst = isFirst(range, scanner)
        let isMine = { (block: Block) in words.isEmpty || words.contains(block.word) }
        let isOpen = words.isEmpty || words.contains { counts[$0, default: 0] > 0 }
        guard isOpen, let index = blocks.lastIndex(where: isMine) else {
            // A fragment may end with what closes the blocks around it.
            if column < firstColumn || column == firstColumn && column > 0 { return }
            if hasComplained { return }
            hasComplained = true
            let name = scanner.text(range)
            return tokens.complain("'\(name)' closes nothing", range.lowerBound, range.upperBound)
        }
        if !hasComplained, let inner = blocks[(index + 1)...].first(where: \.isSure) {
            hasComplained = true
            let line = scanner.lineNumber(range.lowerBound)
            tokens.complain(
                "'\(inner.word)' is not closed before '\(scanner.text(range))' of line \(line)",
                inner.range.lowerBound, inner.range.upperBound)
        }
        let block = blocks[index]
        if suspect == nil, isFirst, block.isFirst, column < block.column,
            blocks[..<index].suffix(Self.mostLooked).contains(where: {
                $0.column == column && isMine($0)
            })
        {
            suspect = block
        }
        for block in blocks[index...] { counts[block.word, default: 1] -= 1 }
        blocks.removeSubrange(index...)
    }

    /// Whether a word begins its line, perhaps after the sign of a tag: `{%-`.
    private func isFirst(_ range: Range<Int>, _ scanner: Scanner) -> Bool {
        var index = range.lowerBound
        while index > 0, "{%-+~".utf8.contains(scanner[index - 1]) || scanner[index - 1].isBlank {
            index -= 1
        }
        return index == 0 || scanner[index - 1] == 0x0A
    }

    /// Complains of the block that is never closed, at the end of the code.
    mutating func finish(_ scanner: Scanner, _ tokens: inout Tokens) {
        let open = blocks.filter(\.isSure).prefix(Self.mostLooked)
        // Heads of blocks in a row are examples of them.
        if hasComplained || !hasClosed && open.count > 1 { return }
        guard let block = open.first(where: { goesOn(after: $0, scanner) }) else { return }
        let culprit = suspect ?? block
        tokens.complain(
            "'\(culprit.word)' is never closed", culprit.range.lowerBound, culprit.range.upperBound)
    }

    /// Whether a line after that of an open block begins at its column or left of it.
    private func goesOn(after block: Block, _ scanner: Scanner) -> Bool {
        var start = scanner.lineEnd(block.range.upperBound) + 1
        while start < scanner.count {
            let end = scanner.lineEnd(start)
            if !block.parts.contains(start),
                let first = scanner.code[start..<end].firstIndex(where: { !$0.isBlank }),
                scanner.column(ofLineAt: first) <= block.column
            {
                var inside = Scanner(Array(scanner.code[first..<end]))
                inside.index = 0
                if !inside.isElision(0..<inside.count) { return true }
            }
            start = end + 1
        }
        return false
    }
}

extension Scanner {
    /// 1-based.
    func lineNumber(_ index: Int) -> Int {
        code[..<min(index, code.count)].count { $0 == 0x0A } + 1
    }
}
