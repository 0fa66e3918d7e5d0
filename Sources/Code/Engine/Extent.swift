import Text

/// How much of a refused block its language refuses: whether the block is code with a fault in it, or
/// something else than the language that its label names.
extension CodeLanguage {
    /// The number of lines that have to be taken out of a refused block, each at a fault, before the
    /// rest is accepted. A fault that one edit mends is mended, and counts no line.
    ///
    /// Reads the block some times a line.
    ///
    /// - Returns: nil if `most` lines are not enough.
    package func refusedLines(in code: [UInt8], at fault: CodeFault, most: Int) -> Int? {
        var code = code
        var place = fault.range.lowerBound
        var edit = fault.edit
        var lines = 0
        for _ in 0..<(most + Self.mostEdits) {
            let found: Probe
            if let edit {
                Self.apply(edit, to: &code)
                found = probe(code)
            } else {
                lines += 1
                guard lines <= most else { return nil }
                found = takeOutLine(at: place, of: &code)
            }
            guard case .refused(let at, let replacement) = found else { return lines }
            place = at
            edit = replacement
        }
        return nil
    }

    /// With an opening typographic quote goes the next one of its line: `“a”` is `"a"`.
    private static func apply(_ edit: CodeFault.Edit, to code: inout [UInt8]) {
        let isQuote = isTypographicQuote(code[edit.range])
        code.replaceSubrange(edit.range, with: edit.replacement.utf8)
        guard isQuote else { return }
        var index = edit.range.lowerBound + edit.replacement.utf8.count
        while index + 3 <= code.count, code[index] != 0x0A {
            if isTypographicQuote(code[index..<index + 3]) {
                code.replaceSubrange(index..<index + 3, with: edit.replacement.utf8)
                return
            }
            index += 1
        }
    }

    /// U+2018, U+2019, U+201C, U+201D.
    private static func isTypographicQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 3 && bytes.starts(with: [0xE2, 0x80])
            && bytes.last.map { [0x98, 0x99, 0x9C, 0x9D].contains($0) } == true
    }

    /// Signs of another keyboard that are corrected in one block, not counting the lines taken out.
    private static let mostEdits = 10
    /// Larger blocks are read once a line.
    private static let largestTried = 20_000

    // MARK: Reading without a message

    private enum Probe {
        case accepted
        /// Where, and what the sign there should be, where that is sure.
        case refused(at: Int, CodeFault.Edit?)

        /// The further, the better.
        var reach: Int {
            if case .refused(let place, _) = self { place } else { Int.max }
        }
    }

    private func probe(_ code: [UInt8]) -> Probe {
        guard let grammar else {
            guard case .refused(let fault) = read(code) else { return .accepted }
            return .refused(at: fault.range.lowerBound, nil)
        }
        let tokens = grammar.lex(Scanner(code))
        var machine = GrammarMachine(grammar.program, tokens.kinds)
        var furthest = 0
        for start in grammar.fragments {
            switch machine.run(start) {
            case .accepted: return .accepted
            case .gaveUp: return .refused(at: 0, nil)
            case .refused(let token): furthest = max(furthest, token)
            }
        }
        let range = tokens.range(of: furthest)
        if tokens.kinds[furthest] == TokenKind.end,
            !Brackets(grammar.words).open(in: tokens, before: furthest).isEmpty
        {
            return .accepted
        }
        let edit = tokens.complaints[furthest]?.replacement.map {
            CodeFault.Edit(range: range, replacement: $0)
        }
        return .refused(at: range.lowerBound, edit)
    }

    // MARK: Taking out a line

    /// Makes blanks of the line of a fault, but for brackets that belong to those of other lines: of
    /// the ways to do so, that after which the code is read furthest.
    private func takeOutLine(at place: Int, of code: inout [UInt8]) -> Probe {
        var start = min(place, code.count)
        while start > 0, code[start - 1] != 0x0A { start -= 1 }
        let line = start..<(code[start...].firstIndex(of: 0x0A) ?? code.count)
        var best: (code: [UInt8], probe: Probe)?
        for text in replacements(of: line, in: code) {
            var changed = code
            changed.replaceSubrange(line, with: text)
            let probe = probe(changed)
            if probe.reach > best?.probe.reach ?? -1 { best = (changed, probe) }
            if case .accepted = probe { break }
            if code.count > Self.largestTried { break }
        }
        guard let best else { return .refused(at: place, nil) }
        code = best.code
        return best.probe
    }

    /// What may replace a line, the likeliest first.
    private func replacements(of line: Range<Int>, in code: [UInt8]) -> [[UInt8]] {
        let text = code[line]
        let blank = Array(text.prefix { $0.isBlank })
        if grammar?.blamesOpenBracket == true {
            // Where indentation counts, an empty line ends no block and begins none.
            let isHead = text.last { !$0.isBlank } == UInt8(ascii: ":")
            let bodies = isHead ? ["if 0:", "0"] : ["0", "if 0:"]
            return bodies.map { blank + Array($0.utf8) } + [[]]
        }
        let (openers, closers) = unpaired(text, skipsQuotes: true)
        let (all, ends) = unpaired(text, skipsQuotes: false)
        let brace = [UInt8(ascii: "{")]
        var seen: Set<[UInt8]> = []
        return [closers + openers, ends + all, openers, closers, [], openers + brace]
            .filter { seen.insert($0).inserted }
    }

    /// The brackets of a line whose partners are in other lines.
    private func unpaired(
        _ line: ArraySlice<UInt8>, skipsQuotes: Bool
    ) -> (openers: [UInt8], closers: [UInt8]) {
        var openers: [UInt8] = []
        var closers: [UInt8] = []
        var quote: UInt8 = 0
        for byte in line {
            if quote != 0 {
                if byte == quote { quote = 0 }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "`"): if skipsQuotes { quote = byte }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): openers.append(byte)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if openers.popLast() == nil { closers.append(byte) }
            default: break
            }
        }
        return (openers, closers)
    }
}
