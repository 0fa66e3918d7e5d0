/// Recognizes text that is certainly not code: prose, tables, drawings, numbers, output of
/// programs.
struct TextGuess {
    /// The non-blank lines, trimmed.
    private let lines: [ArraySlice<UInt8>]

    init(_ lines: [ArraySlice<UInt8>]) {
        self.lines = lines
    }

    /// Whether it is text for certain, with nothing in it that looks like code. O(bytes).
    var isSure: Bool {
        guard let first = lines.first else { return false }
        return Self.beginsReport(first) || isTable || isTree || isWritten || areNumbers
            || lines.allSatisfy(Self.isAddress) || lines.allSatisfy(Self.isReport)
    }

    /// Whether a text of no known language is text; O(bytes).
    var isLikely: Bool {
        isDrawing || isList || isName || hasHeading || isWords
            || lines.allSatisfy(Self.isSentence)
    }

    /// Whether most lines are reports, or each is text as far as it shows; no line is a command.
    private var isWords: Bool {
        if lines.contains(where: Self.isCommand) { return false }
        let counts = kinds
        let all = lines.count - counts[.neutral, default: 0]
        let reports = counts[.report, default: 0]
        if reports > 0, reports * 2 >= all { return true }
        let texts = reports + counts[.text, default: 0]
        let others = counts[.code, default: 0] + counts[.odd, default: 0]
        return texts > 0 && texts * 2 >= all && others == 0
    }

    /// Whether lines without a shell command are output rather than code: text, or without any line
    /// that begins or ends like code.
    var isOutput: Bool {
        if lines.contains(where: Self.isTyped) { return false }
        if isSure || isLikely { return true }
        if lines.contains(where: { Self.isCommand($0) || Self.isTyped($0) }) { return false }
        let counts = kinds
        let texts = counts[.report, default: 0] + counts[.text, default: 0]
        let code = counts[.code, default: 0]
        return code == 0 || texts > code * 3
    }

    private var kinds: [TextLine.Kind: Int] {
        var counts: [TextLine.Kind: Int] = [:]
        for line in lines { counts[TextLine(line).kind, default: 0] += 1 }
        return counts
    }

    /// Whether a line was probably typed at a prompt rather than printed: `>cd x`, `:wq`, `[a]#
    /// ls`, `a -x && b`.
    private static func isTyped(_ line: ArraySlice<UInt8>) -> Bool {
        let next = line.dropFirst().first ?? 0x20
        let isKey =
            ">:".utf8.contains(line.first ?? 0)
            && (next.isLetter || next == UInt8(ascii: "%"))
        if isKey || [" && ", "]# ", "]$ ", ":~$ ", ":~# "].contains(where: { line.holds($0) }) {
            return true
        }
        return line.split(separator: 0x20).dropFirst().contains { word in
            let name = word.drop { $0 == UInt8(ascii: "-") }
            return word.count - name.count == 2 && name.count > 1
                && name.word(with: "-=").count == name.count
        } && ![.report, .text].contains(TextLine(line).kind)
    }

    private static func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
        let word = line.prefix { !$0.isBlank }
        return word.count < line.count
            && ShellWords.commands.contains(String(decoding: word, as: UTF8.self))
            && !line[word.endIndex...].begins(" (")
    }

    /// `NAME   READY   STATUS` above rows, as programs print tables.
    private var hasHeading: Bool {
        guard let first = lines.first, lines.count > 1 else { return false }
        let columns = Self.columns(first)
        return columns.count > 1
            && columns.allSatisfy { column in
                column.allSatisfy {
                    !(0x61...0x7A).contains($0) && !"={}();<>$\"'".utf8.contains($0)
                }
                    && column.contains(where: \.isLetter)
            }
            && lines.dropFirst().allSatisfy {
                Self.columns($0).count > 1 || ![.code, .odd].contains(TextLine($0).kind)
            }
    }

    /// The parts of a line, separated by two or more blanks, or tabs.
    private static func columns(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var columns: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        var index = start
        while index < line.endIndex {
            let isGap =
                line[index] == 0x09
                || line[index] == 0x20 && index + 1 < line.endIndex && line[index + 1] == 0x20
            guard isGap else {
                index += 1
                continue
            }
            columns.append(line[start..<index])
            while index < line.endIndex, line[index].isBlank { index += 1 }
            start = index
        }
        if start < line.endIndex { columns.append(line[start...]) }
        return columns
    }

    /// One or two lines, each a path, an address or a dotted name.
    private var isName: Bool {
        lines.count < 3
            && lines.allSatisfy { line in
                line.word(with: "-_./:@~+").count == line.count
                    && line.dropFirst().contains { "/.:@".utf8.contains($0) }
                    && !line.begins("./") && !line.begins("//") && line.count > 4
                    && ![":", "::"].contains { line.last == UInt8(ascii: ":") || line.begins($0) }
            }
    }

    // MARK: Prose

    /// Every line is prose in Chinese, Japanese or Korean, or neutral.
    private var isWritten: Bool {
        var hasProse = false
        for line in lines {
            if Self.isProse(line) || Self.isSentence(line) {
                hasProse = true
            } else if !Self.isNeutral(line) {
                return false
            }
        }
        return hasProse
    }

    /// Whether a line begins with a letter or a mark of East Asia, or has mostly such letters. A
    /// line that ends like code, or begins like a comment, is not prose.
    private static func isProse(_ line: ArraySlice<UInt8>) -> Bool {
        guard let last = line.last, !";{}".utf8.contains(last),
            !["//", "#", "/*", "--", "<", "\"", "'"].contains(where: { line.begins($0) })
        else { return false }
        let text = line.drop { "-*+>0123456789.() \t".utf8.contains($0) }
        let wide = line.count { (0xE3...0xED).contains($0) || $0 == 0xEF } * 3
        if text.first.map(isWide) ?? false {
            return !line.holds(" = ") && !line.holds(": \"") || wide * 2 > line.count
        }
        // A command with arguments in another language, or with a comment, is a command.
        let word = String(decoding: text.prefix { $0 != 0x20 }, as: UTF8.self)
        let isCommand =
            ShellWords.commands.contains(word)
            || [" -", "# ", " #", "//", " = ", "[\""]
                .contains { line.holds($0) }
        return wide * 5 > line.count * 2 && !isCommand
    }

    private static func isWide(_ byte: UInt8) -> Bool {
        (0xE3...0xED).contains(byte) || byte == 0xEF
    }

    /// Numbers, single marks and similar lines among prose.
    private static func isNeutral(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { "0123456789 .,:;+-*/=_~\t()[]".utf8.contains($0) }
    }

    /// English: words, small ones among them, and no signs of code; it begins with a capital letter
    /// or ends with a full stop.
    private static func isSentence(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, let last = line.last, (0x41...0x5A).contains(first & 0xDF),
            (0x41...0x5A).contains(first) || last == UInt8(ascii: ".") && line.count > 24,
            !line.contains(where: { ";{}=$|<>\\@".utf8.contains($0) })
        else { return false }
        let words = line.split(separator: 0x20)
        guard words.count >= 4 else { return false }
        var plain = 0
        var small = 0
        for word in words {
            var letters = word[...]
            while let last = letters.last, ",.:;!?)\"'`".utf8.contains(last) {
                letters.removeLast()
            }
            while let first = letters.first, "(\"'`".utf8.contains(first) { letters.removeFirst() }
            guard letters.word(with: "'-").count == letters.count, !letters.isEmpty else {
                continue
            }
            plain += 1
            if ShellWords.small.contains(String(decoding: letters, as: UTF8.self)) { small += 1 }
        }
        return plain * 10 >= words.count * 7 && small > 0
    }

    // MARK: Tables, trees and drawings

    /// Rows between `|`, rules of `+---+` and `----`, and the lines that shells of SQL write below.
    private var isTable: Bool {
        var hasRow = false
        for line in lines {
            let isRule = line.allSatisfy { "+-=|: ".utf8.contains($0) }
            let isRow = line.first == UInt8(ascii: "|") && line.last == UInt8(ascii: "|")
            if isRow && line.count > 2 || isRule && line.begins("+-") {
                hasRow = true
            } else if !isRule, !Self.isFootOfTable(line) {
                return false
            }
        }
        return hasRow
    }

    /// `2 rows in set (0.00 sec)`, `(2 rows)`.
    private static func isFootOfTable(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == UInt8(ascii: "(") }
        return text.first.map(\.isDigit) ?? false && text.holds(" row")
    }

    /// `|-- src`, `` `-- main.c``, and the output of `ls -l`.
    private var isTree: Bool {
        let branches = lines.count { line in
            ["|-- ", "`-- ", "+-- ", "|   ", "\\-- ", "├", "└", "│"].contains { line.begins($0) }
        }
        let entries = lines.count { line in
            ["drwx", "-rw-", "-r--", "-rwx", "lrwx", "total "].contains { line.begins($0) }
        }
        return branches > 1 || entries > 1 || lines.count == 1 && entries == 1
    }

    /// Lines of `---`, `|` and `>` rather than of letters.
    private var isDrawing: Bool {
        if lines.contains(where: { Self.holdsArrow($0) }) {
            return !lines.contains { line in
                line.begins("(") || line.contains { ";{}".utf8.contains($0) }
            }
        }
        guard lines.count > 2 else { return false }
        var marks = 0
        var visible = 0
        for line in lines {
            for byte in line where byte > 0x20 {
                visible += 1
                if "|_-+/\\<>=^.*".utf8.contains(byte) { marks += 1 }
            }
        }
        let hasRule = lines.contains { $0.holds("----") || $0.holds("____") || $0.holds("====") }
        return hasRule && marks * 5 > visible * 2
    }

    /// U+2190 to U+21FF, which occur in code only in comments.
    private static func holdsArrow(_ line: ArraySlice<UInt8>) -> Bool {
        guard !["//", "#", "(", ";"].contains(where: { line.begins($0) }),
            !line.contains(UInt8(ascii: "\""))
        else { return false }
        return line.indices.dropLast(2).contains { index in
            line[index] == 0xE2 && (0x86...0x87).contains(line[index + 1])
        }
    }

    /// At least three lines of one word each: names of packages, of files, of people.
    private var isList: Bool {
        lines.count > 2
            && lines.allSatisfy { line in
                line.word(with: "-_./").count == line.count
                    && !ShellWords.commands.contains(String(decoding: line, as: UTF8.self))
            }
            && lines.contains { $0.contains(where: \.isLetter) }
    }

    // MARK: Data

    private var areNumbers: Bool {
        lines.allSatisfy { line in
            line.contains(where: \.isDigit)
                && line.allSatisfy { "0123456789 .,:+-\t".utf8.contains($0) }
        }
    }

    private static func isAddress(_ line: ArraySlice<UInt8>) -> Bool {
        (line.begins("http://") || line.begins("https://")) && !line.contains(0x20)
    }

    // MARK: What programs report

    private static let reports = [
        "error[E", "error: ", "warning: ", "thread '", "panicked at ", "panic: ", "fatal: ",
        "Caused by: ", "Exception in thread", "Traceback (most", "npm ERR!", "npm WARN",
        "goroutine ",
        "java.lang.", "make: ***", "Segmentation fault",
    ]

    /// Whether a line begins an error message of a program.
    private static func beginsReport(_ line: ArraySlice<UInt8>) -> Bool {
        if reports.contains(where: { line.begins($0) }) {
            // A class, or a field.
            return !line.begins("java.lang.") || line.holds("Exception") || line.holds("Error")
        }
        return isReport(line)
    }

    /// `[INFO] text`, `2020-01-02 03:04:05 text`, `03:04:05.678 text`, `ERROR: text`.
    static func isReport(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == UInt8(ascii: "[") }
        for level in ["INFO", "WARN", "WARNING", "ERROR", "DEBUG", "FATAL", "TRACE"] {
            let rest = text.dropFirst(level.utf8.count)
            if text.begins(level), let next = rest.first {
                return line.startIndex < text.startIndex
                    ? next == UInt8(ascii: "]") && rest.count > 2 : next == 0x20 || next == 0x3A
            }
        }
        // Digits as in a moment, of a day or of a time.
        let shape = text.prefix(10).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
        let isDay = shape.elementsEqual("0000-00-00".utf8) || shape.elementsEqual("0000/00/00".utf8)
        let isTime = shape.starts(with: "00:00:00".utf8)
        return (isDay || isTime) && text.count > 19 && text.contains(0x20)
    }
}
