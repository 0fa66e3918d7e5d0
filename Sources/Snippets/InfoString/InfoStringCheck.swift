import Languages
import Text

/// Checks an info string for problems.
struct InfoStringCheck {
    private(set) var problems: [InfoStringProblem] = []

    /// How many lines the block has.
    private let lines: Int
    /// The language as read.
    private var label = ""
    /// Words without an effect.
    private var others: [(word: String, range: Range<Int>)] = []

    /// More problems are noise.
    private static let mostProblems = 8
    /// Further words that are not attributes are ignored.
    private static let mostWords = 32
    /// Longer words are not compared with names.
    private static let longestWord = 40

    init(_ text: String, lines: () -> Int, hasLabel: Bool) {
        // Nearly every block ends here.
        if hasLabel, InfoString.isLabel(text), Language.named(text) != nil {
            self.lines = 0
            return
        }
        self.lines = lines()
        var words = InfoStringWords(text)
        var isKnitr = false
        while problems.count < Self.mostProblems, let word = words.next() {
            switch word {
            case .bare(let word):
                if hasLabel, words.count == 1 {
                    isKnitr = words.inBraces && !word.hasPrefix(".")
                    readLabel(word, at: words.range)
                } else if !words.inBraces {
                    readBare(word, at: words.range, isCaption: hasLabel)
                }
            case .lines(let set):
                if !words.isStuck || words.count < 3 { readLines("hl", set, at: words.range) }
            case .pair(let key, let value):
                let isLabel = hasLabel && words.count == 1 && InfoString(text).label == key
                // `{r setup, echo=FALSE}` is for R Markdown.
                if !isLabel, !(isKnitr && words.inBraces) { readPair(key, value, words) }
            case .quoted, .bracketed: continue
            }
        }
        if hasLabel { warnOfWords() }
        problems.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func add(
        _ kind: InfoStringProblem.Kind, _ message: String, at range: Range<Int>,
        fix: String? = nil, replacement: String? = nil, isSure: Bool? = nil
    ) {
        let isGuess = fix?.hasSuffix("?") ?? false
        problems.append(
            InfoStringProblem(
                kind, message, at: range, fix: fix, replacement: replacement,
                isSure: isSure ?? !isGuess))
    }

    // MARK: Words

    private mutating func readLabel(_ word: String, at range: Range<Int>) {
        // `.go` and `go:main.go` are read as `go`.
        label = InfoString(word).label
        if InfoStringFlags.rustLabels.contains(word) { return }
        // A misspelled word of rustdoc's would be taken for a language, because rustdoc's words
        // alone name none.
        if word.utf8.count > Self.longestWord || Language.named(label) != nil {
        } else if let flag = InfoStringFlags.nearest(to: word, in: ""),
            InfoStringFlags.rustLabels.contains(flag)
        {
            add(
                .unknownAttribute, "'\(word)' is no language and no attribute of a code block",
                at: range, fix: "did you mean '\(flag)'?", replacement: flag)
            return
        }
        let start = range.lowerBound + (word.hasPrefix(".") ? 1 : 0)
        let place = start..<min(start + label.utf8.count, range.upperBound)
        readLanguage(label, at: place)
    }

    private mutating func readLanguage(_ label: String, at range: Range<Int>) {
        switch LanguageLabel(label) {
        case .misspelt(let nearest):
            add(
                .unknownLanguage, "'\(label)' is no language that is known", at: range,
                fix: "did you mean '\(nearest)'?", replacement: nearest,
                // One wrong letter; with two, another word may be meant.
                isSure: nearestName(to: label, in: [nearest], within: 1) != nil)
        case .unknown:
            add(
                .unknownLanguage, "'\(label)' is no language that is known", at: range,
                fix: "name the language, or write 'text' for none")
        case .empty, .known, .other, .file, .prefixed: break
        }
    }

    private mutating func readBare(_ word: String, at range: Range<Int>, isCaption: Bool) {
        if InfoStringFlags.isKnown(word, in: label) || InfoString.isExpression(word) { return }
        guard others.count < Self.mostWords else { return }
        if word.utf8.count <= Self.longestWord, !InfoString.isFile(word),
            let flag = InfoStringFlags.nearest(to: word, in: label)
        {
            add(
                .unknownAttribute, "'\(word)' is no attribute of a code block", at: range,
                fix: "did you mean '\(flag)'?", replacement: flag)
        } else if isCaption {
            others.append((word, range))
        } else {
            let isLanguage = Language.named(word) != nil
            add(
                .unknownAttribute, "'\(word)' is no attribute of a code block", at: range,
                fix: isLanguage ? "write language=\(word)" : nil,
                replacement: isLanguage ? "language=\(word)" : nil)
        }
    }

    /// Words that are not attributes are not a caption either, unless one is a file or they belong
    /// to a URL (Hexo); they are all reported together.
    private mutating func warnOfWords() {
        guard let first = others.first, let last = others.last,
            !others.contains(where: { InfoString.isURL($0.word) || InfoString.isFile($0.word) })
        else { return }
        let text = others.map(\.word).joined(separator: " ")
        let isWhole = last.range.upperBound - first.range.lowerBound == text.utf8.count
        let range = first.range.lowerBound..<last.range.upperBound
        guard text.utf8.count <= Self.longestWord * 3 else {
            add(
                .unknownAttribute, "the words after the language have no effect", at: range,
                fix: "put a caption in quotes, as title=\"…\"")
            return
        }
        let caption = "title=\"\(text)\""
        add(
            .unknownAttribute,
            others.count == 1
                ? "'\(text)' is no attribute of a code block"
                : "'\(text)' are no attributes of a code block", at: range,
            fix: "for a caption write \(caption)", replacement: isWhole ? caption : nil,
            isSure: false)
    }

    private mutating func readPair(_ key: String, _ value: String, _ words: InfoStringWords) {
        let place = words.valueRange
        if words.isQuoteOpen {
            add(.badValue, "the quote of '\(key)' is not closed", at: place, fix: "close it")
            return
        }
        if words.isQuoteStuck {
            add(
                .badValue, "text follows the closing quote of '\(key)'", at: place,
                fix: "put a space after it, or quotes of the other kind around a value with quotes"
            )
        }
        switch key {
        case "ins", "del", "mark":
            // Quoted text, or an expression, is code that Expressive Code marks.
            if !words.isQuoted || LineSet(value) != nil { readLines(key, value, at: place) }
        case "hl", "hl_lines": readLines(key, value, at: place)
        case "check": readCheck(value, at: place)
        case "fails" where value.isEmpty:
            add(
                .badValue, "'fails' needs a part of the error's text", at: words.range,
                fix: "write fails=\"…\" with what the checker says")
        case "language", "lang": readLanguage(value, at: place)
        case "start", "first_line", "linenostart", "startLineNumber":
            if !InfoString.canRead(value, of: key) {
                let lines = InfoString.firstLines
                add(
                    .badValue, "'\(value)' is no line number", at: place,
                    fix: "write a number from \(lines.lowerBound) to \(lines.upperBound)")
            }
        case "linenos", "line_number", "lineNos":
            guard !InfoString.canRead(value, of: key) else { return }
            let nearest = nearestName(to: value, in: ["true", "false", "table", "inline"])
            add(
                .badValue, "'\(key)' is true or false, not '\(value)'", at: place,
                fix: nearest.map { "did you mean '\($0)'?" }, replacement: nearest)
        default:
            if !InfoStringKeys.isKnown(key) { warnOfKey(key, at: words.keyRange) }
        }
    }

    private mutating func warnOfKey(_ key: String, at range: Range<Int>) {
        let nearest =
            key.utf8.count > Self.longestWord
            ? nil : nearestName(to: key, in: InfoStringKeys.suggestions)
        add(
            .unknownAttribute, "'\(key)' is no attribute of a code block", at: range,
            fix: nearest.map { "did you mean '\($0)'?" }, replacement: nearest)
    }

    // MARK: Values

    private mutating func readLines(_ key: String, _ value: String, at range: Range<Int>) {
        guard let set = LineSet(value) else {
            let ends = value.split(separator: "-").compactMap { Int($0) }
            if ends.count == 2, ends[1] < ends[0] {
                add(
                    .badValue, "'\(value)' is no range: its last line comes first", at: range,
                    fix: "write \(ends[1])-\(ends[0])")
            } else if let number = Self.lineBeyondBounds(in: value) {
                add(
                    .badValue, "'\(number)' is no line number", at: range,
                    fix: "write numbers from 1 to \(LineSet.lines.upperBound)")
            } else {
                add(
                    .badValue, "'\(value)' is no set of lines", at: range,
                    fix: "write numbers and ranges, as in \(key)=3,5-7")
            }
            return
        }
        let last = set.ranges.map(\.upperBound).max() ?? 0
        guard last > lines else { return }
        let count = lines == 1 ? "one line" : "\(lines) lines"
        add(
            .badValue, "there is no line \(last): the block has \(count)", at: range,
            fix: "count from 1 at the block's first line, whatever 'start' is")
    }

    /// The first number in a set of lines that is not a valid line number: `0`,
    /// `99999999999999999999`.
    private static func lineBeyondBounds(in value: String) -> Substring? {
        value.split { !$0.isASCII || !$0.isNumber }
            .first { Int($0).map { !LineSet.lines.contains($0) } ?? true }
    }

    private mutating func readCheck(_ value: String, at range: Range<Int>) {
        let word = value.lowercased()
        let choices = CheckLevel.allCases.map(\.rawValue) + ["skip"]
        if choices.contains(word) { return }
        let nearest = word.utf8.count > Self.longestWord ? nil : nearestName(to: word, in: choices)
        add(
            .badValue, "'check' is shape, parse, types, run or skip, not '\(value)'", at: range,
            fix: nearest.map { "did you mean '\($0)'?" }, replacement: nearest)
    }
}
