import Languages

/// Guesses the language of a block without a label.
package enum LanguageGuess {
    /// The part of a text that a guess reads: the first lines, and of each the longest part that
    /// heuristics need.
    private static let mostLines = 120
    private static let longestLine = 200

    /// The language that a text is certainly in; nil if that is uncertain, and for plain text and
    /// output. O(the first 120 lines).
    ///
    /// On labeled blocks of public blogs it agrees with 95 % of the labels where it gives an
    /// answer; most other labels are wrong, such as `golang` for the output of a program.
    package static func guess(of code: [UInt8]) -> Language? { reading(of: code).language }

    /// What a text looks like.
    package enum Reading: Sendable, Hashable {
        case language(Language)
        /// Certainly not a language: a drawing, the output of a program.
        case text
        case unknown

        package var language: Language? {
            if case .language(let language) = self { language } else { nil }
        }
    }

    /// Like ``guess(of:)``, and whether the text is certainly in no language.
    package static func reading(of code: [UInt8]) -> Reading {
        let lines = lines(of: code)
        guard !lines.isEmpty else { return .unknown }
        let text = TextGuess(lines.map(\.withoutBlanks))
        if isDrawing(lines) || text.isSure { return .text }
        let structure = StructureGuess(lines).language
        if structure == "" { return .text }
        let name = structure ?? DataGuess(code, lines).language ?? bySigns(lines)
        if let language = name.flatMap(Language.named) { return .language(language) }
        return name == nil && text.isLikely ? .text : .unknown
    }

    /// Whether text without a shell command is output of a program. O(the first 120 lines).
    static func isOutput(_ code: [UInt8]) -> Bool {
        let lines = lines(of: code)
        return !lines.isEmpty && TextGuess(lines.map(\.withoutBlanks)).isOutput
    }

    /// The languages with heuristics that match a text, most matches first: less than a guess;
    /// their grammars decide. O(the first 120 lines).
    static func candidates(of code: [UInt8]) -> [(name: String, score: Int)] {
        var scores = [Int](repeating: 0, count: LanguageHeuristics.table.count)
        for line in lines(of: code) {
            let text = line.withoutBlanks
            if !isComment(text) { score(text, &scores) }
        }
        return scores.indices.filter { scores[$0] > 0 }
            .sorted { scores[$0] > scores[$1] }
            .map { (LanguageHeuristics.table[$0].language, scores[$0]) }
    }

    /// The non-blank lines, trimmed.
    private static func lines(of code: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = code[...]
        while !rest.isEmpty, lines.count < mostLines {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end]
            if line.contains(where: { $0 > 0x20 }) { lines.append(line.prefix(longestLine)) }
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        return lines
    }

    /// Box-drawing characters (U+2500 to U+257F): a tree of files or a table.
    private static func isDrawing(_ lines: [ArraySlice<UInt8>]) -> Bool {
        lines.contains { line in
            line.withoutBlanks.starts(with: [0xE2, 0x94])
                || line.withoutBlanks.starts(with: [0xE2, 0x95])
        }
    }

    // MARK: Signs

    private struct Row {
        let language: Int
        let sign: LineSign
    }

    /// The heuristics to try for a line.
    private struct Rows {
        /// By the line's first byte.
        var atStart = [[Row]](repeating: [], count: 256)
        /// By a byte anywhere in the line.
        var anywhere = [[Row]](repeating: [], count: 256)
    }

    private static let rows: Rows = {
        var rows = Rows()
        for (index, entry) in LanguageHeuristics.table.enumerated() {
            for sign in entry.signs {
                let row = Row(language: index, sign: sign)
                if let first = sign.start.first {
                    rows.atStart[Int(first)].append(row)
                } else {
                    rows.anywhere[Int(sign.key)].append(row)
                }
            }
        }
        return rows
    }()

    private static func bySigns(_ lines: [ArraySlice<UInt8>]) -> String? {
        var scores = [Int](repeating: 0, count: LanguageHeuristics.table.count)
        for line in lines {
            let text = line.withoutBlanks
            if !isComment(text) { score(text, &scores) }
        }
        return winner(scores, lines: lines.count)
    }

    /// Adds the weight of each language's best heuristic for one line.
    private static func score(_ text: ArraySlice<UInt8>, _ scores: inout [Int]) {
        guard let first = text.first else { return }
        var best: [Int: Int] = [:]
        func look(_ rows: [Row]) {
            for row in rows
            where row.sign.weight > best[row.language] ?? 0 && row.sign.matches(text) {
                best[row.language] = row.sign.weight
            }
        }
        look(rows.atStart[Int(first)])
        var isTried = [Bool](repeating: false, count: 256)
        for byte in text where !isTried[Int(byte)] {
            isTried[Int(byte)] = true
            look(rows.anywhere[Int(byte)])
        }
        for (language, weight) in best { scores[language] += weight }
    }

    /// `// …` and `* …`, whose text says more about its author than about the language.
    private static func isComment(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "//".utf8) && !text.starts(with: "// swift-tools".utf8)
            || text.starts(with: "* ".utf8) || text.starts(with: "/*".utf8)
    }

    /// The language that is far ahead of all others, with enough matches for the text.
    private static func winner(_ scores: [Int], lines: Int) -> String? {
        var scores = scores
        let names = LanguageHeuristics.table.map(\.language)
        for (child, parent) in LanguageHeuristics.parents {
            guard let of = names.firstIndex(of: child), let to = names.firstIndex(of: parent),
                scores[of] >= 4
            else { continue }
            scores[of] += scores[to]
            scores[to] = 0
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        guard scores[best] >= max(4, lines / 3), second * 4 <= scores[best] else { return nil }
        return names[best]
    }
}
