/// Classifies a line that no language would have: a log entry, a message, a sentence, an explained
/// option, a row of a report.
///
/// A text is text if all of its lines are such lines, or say nothing against it.
struct TextLine {
    enum Kind: Sendable, Hashable {
        /// Messages of running programs: a date or a level, a place in a file, a stack.
        case report
        /// Nothing that occurs in code.
        case text
        /// Rules, dots, single marks: neither for nor against.
        case neutral
        /// Words without a sign of code.
        case plain
        /// It has a sign that also occurs in code.
        case odd
        /// It begins or ends like statements, markup and comments.
        case code
    }

    let kind: Kind

    /// - Parameter line: trimmed and not empty. O(line).
    init(_ line: ArraySlice<UInt8>) {
        kind = Self.kind(of: line)
    }

    private static func kind(of line: ArraySlice<UInt8>) -> Kind {
        guard let first = line.first, let last = line.last else { return .neutral }
        if line.allSatisfy({ "^~|-=_.+* \t".utf8.contains($0) }) { return .neutral }
        if isReport(line) { return .report }
        if isElision(line) { return .neutral }
        if isSymbol(line) || isOption(line) || isMeasurement(line) { return .text }
        if isRequest(line) { return .text }
        // Beginnings and ends of statements, declarations and comments.
        if ";{},\\".utf8.contains(last) || "#/(<{}[$@\"'`;&|*".utf8.contains(first) {
            return isItem(line) ? .text : .code
        }
        if first.isDigit { return isNumbered(line) ? .text : .code }
        if isField(line) || isPhrase(line) || isItem(line) { return .text }
        if holdsCall(line) { return .code }
        return hasSign(line) ? .odd : .plain
    }

    /// Whether a line has signs that prose lacks: brackets after a word, operators, quotes.
    private static func hasSign(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains { ";{}=$<>\\`\"'|&()[]*:".utf8.contains($0) }
    }

    // MARK: Reports

    private static let openings = [
        "error[", "error: ", "warning: ", "fatal: ", "panic: ", "note: ", "thread '", "Caused by: ",
        "Exception in thread", "Traceback (most", "npm ERR!", "npm WARN", "goroutine ", "make: ",
        "make[", "Segmentation fault", "=== RUN", "--- PASS", "--- FAIL", "exit status ",
        "created by ", "level=", "time=\"", "at java.", "at org.", "at com.", "Error: ", "ERROR: ",
        "WARNING: ", "FAILED: ", "ok  \t", "FAIL\t", "--> ", "remote: ", "curl: (", "bash: ",
        "zsh: ", "INFO[", "WARN[", "ERRO[", "fish: ", "sh: ", "ld: ", "clang: ", "gcc: ",
        "PANIC", "runtime: ", "Compiling ", "Finished ", "Downloading ", "Running ",
    ]

    /// A line of a log, a compiler's message, a frame of a stack.
    static func isReport(_ line: ArraySlice<UInt8>) -> Bool {
        openings.contains { line.begins($0) } || hasLevel(line) || hasMoment(line)
            || hasPlace(line) || isRaised(line)
    }

    private static let levels = [
        "INFO", "WARN", "WARNING", "ERROR", "DEBUG", "FATAL", "TRACE", "NOTICE", "info", "warn",
        "warning", "error", "debug",
    ]

    /// `[INFO] text`, `ERROR: text`, `info: text`; a level in lower case needs a bracket or a
    /// colon.
    private static func hasLevel(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == UInt8(ascii: "[") }
        let isBracketed = text.startIndex > line.startIndex
        return levels.contains { level in
            let rest = text.dropFirst(level.utf8.count)
            guard text.begins(level), let next = rest.first else { return false }
            if isBracketed { return next == UInt8(ascii: "]") && rest.count > 2 }
            let isLoud = level.utf8.first.map { $0 < 0x60 } ?? false
            return rest.count > 2 && rest.dropFirst().first == 0x20 && next == UInt8(ascii: ":")
                || isLoud && next == 0x20
        }
    }

    /// The digits of a date or a time: `2020-01-02 …`, `[2020/01/02 …`, `03:04:05.678 …`, `May 22
    /// 04:17:17 …`, `Wed May 10 14:07:18 2023: …`, `[   12.345678] …`, `I0510 14:07:18.123 …`.
    private static func hasMoment(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { "[(".utf8.contains($0) }
        guard text.count > 12, text.contains(0x20) else { return false }
        let shape = text.prefix(24).map { byte in
            byte.isDigit
                ? UInt8(ascii: "0")
                : byte.isLetter ? UInt8(ascii: "a") : byte
        }[...]
        let shapes = [
            "0000-00-00 ", "0000-00-00T", "0000/00/00 ", "0000.00.00 ", "00:00:00", "00/aaa/0000:",
            "aaa 00 00:00:00", "aaa  0 00:00:00", "aaa aaa 00 00:00:00", "aaa aaa  0 00:00:00",
            "a0000 00:00:00.",
        ]
        if shapes.contains(where: { shape.begins($0) }) { return true }
        guard line.first == UInt8(ascii: "[") else { return false }
        let clock = text.drop { $0 == 0x20 }.prefix {
            $0.isDigit || $0 == UInt8(ascii: ".")
        }
        return clock.count > 4 && clock.contains(UInt8(ascii: "."))
            && text[clock.endIndex...].begins("] ")
    }

    /// `src/main.go:10:17: text`, `main.c:3: text`, `File "x.py", line 3`, `(Main.java:12)`.
    private static func hasPlace(_ line: ArraySlice<UInt8>) -> Bool {
        if line.begins("File \""), line.holds("\", line ") { return true }
        if line.begins("at "), line.last == UInt8(ascii: ")") || line.holds(":") { return true }
        let path = line.prefix { DataElision.isNameByte($0) || $0 == UInt8(ascii: "/") }
        let number = line[path.endIndex...].dropFirst().prefix(while: \.isDigit)
        guard path.count > 2, path.contains(UInt8(ascii: ".")), !number.isEmpty,
            line[path.endIndex] == UInt8(ascii: ":"), !path.allSatisfy({ $0 < 0x3A })
        else { return false }
        let rest = line[number.endIndex...]
        return rest.begins(":") || rest.begins(" +0x")
    }

    /// `ValueError: text`, `java.lang.IllegalStateException`.
    private static func isRaised(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { DataElision.isNameByte($0) || $0 == UInt8(ascii: "$") }
        guard (0x41...0x5A).contains(line.first ?? 0) || name.contains(UInt8(ascii: ".")) else {
            return false
        }
        let ends = ["Error", "Exception", "Warning", "Interrupt"]
        guard ends.contains(where: { name.suffix($0.utf8.count).elementsEqual($0.utf8) }) else {
            return false
        }
        let rest = line[name.endIndex...]
        return rest.begins(": ")
            || rest.isEmpty && name.contains(UInt8(ascii: ".")) && name.count > 20
    }

    // MARK: Rows

    private static func isElision(_ line: ArraySlice<UInt8>) -> Bool {
        ["…", "……", "⋮", "⋯"].contains { line.elementsEqual($0.utf8) }
    }

    /// A typographic mark at the beginning, `✓ done`, `• item`, `├── src`: U+2000 to U+2BFF, except
    /// quotes, dashes and prompts.
    private static func isSymbol(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count > 3, line[line.startIndex] == 0xE2 else { return false }
        let next = line[line.startIndex + 1]
        let isPrompt = ["❯", "➜", "➤"].contains { line.begins($0) }
        return next > 0x80 && next < 0xB0 && !isPrompt
            || line.begins("•") || line.begins("‣")
    }

    /// `-h, --help   shows help`, `--port int     the port`.
    private static func isOption(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "-") else { return false }
        let name = line.drop { $0 == UInt8(ascii: "-") }
        guard line.count - name.count <= 2, let first = name.first,
            first.isLetter || first.isDigit
        else { return false }
        var index = name.startIndex
        while index + 2 < line.endIndex {
            if line[index] == 0x20, line[index + 1] == 0x20 || line[index + 1] == 0x09 {
                return line[index...].contains(where: \.isLetter)
                    && !line.holds(" \\")
            }
            if line[index] == 0x09 { return true }
            index += 1
        }
        return false
    }

    /// Prometheus' text format: `# TYPE name counter`, `name{label="x"} 12`.
    private static func isMeasurement(_ line: ArraySlice<UInt8>) -> Bool {
        if ["# TYPE ", "# HELP ", "# UNIT ", "# EOF"].contains(where: { line.begins($0) }) {
            return true
        }
        let name = line.word(with: "_:")
        guard name.count > 2, name.contains(UInt8(ascii: "_")) || line[name.endIndex...].begins("{")
        else { return false }
        var rest = line[name.endIndex...]
        if rest.first == UInt8(ascii: "{") {
            guard let close = rest.lastIndex(of: UInt8(ascii: "}")), rest.holds("=\"") else {
                return false
            }
            rest = rest[(close + 1)...]
        }
        guard rest.first == 0x20 else { return false }
        let value = rest.dropFirst()
        return value.first.map { $0.isDigit || $0 == UInt8(ascii: "+") } ?? false
            && value.allSatisfy { "0123456789 .e+-Inf#".utf8.contains($0) }
    }

    /// `GET /path`, `HTTP/1.1 200 OK`.
    private static func isRequest(_ line: ArraySlice<UInt8>) -> Bool {
        if line.begins("HTTP/1.") || line.begins("HTTP/2 ") { return true }
        return TranscriptLine.methods.contains { method in
            let rest = line.dropFirst(method.utf8.count)
            return line.begins(method)
                && [" /", " http://", " https://", " {"].contains { rest.begins($0) }
        }
    }

    /// A number before words, `133 10.4.0.25 → 10.4.0.23`, `1. first`, `127.0.0.1 host`; not `0%
    /// {`.
    private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
        let number = line.prefix { DataElision.isNameByte($0) || "%/:,".utf8.contains($0) }
        let rest = line[number.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
        let next = rest.first ?? 0x20
        return !"+-*/%=<>(){}[]&|^?!,;".utf8.contains(next) && !line.holds(" = ")
    }

    // MARK: Words

    /// `Server Version: 14.0`, `Date: today`: a key in words, or with a capital letter.
    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let first = line.first,
            (0x41...0x5A).contains(first),
            colon + 1 < line.endIndex ? line[colon + 1].isBlank : true
        else { return false }
        let key = line[..<colon]
        guard key.count > 2, key.count < 48,
            key.allSatisfy({ DataElision.isNameByte($0) || " ()/&".utf8.contains($0) })
        else { return false }
        return key.contains(0x20) || colon + 1 < line.endIndex
    }

    /// At least three words, most of letters alone; the first has a capital letter and is not a
    /// keyword; no signs of code.
    private static func isPhrase(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, (0x41...0x5A).contains(first),
            !line.contains(where: { ";{}=$<>\\`|*[]\"".utf8.contains($0) }),
            !holdsCall(line), !line.holds("//"), !line.holds("--"), !line.holds("::")
        else { return false }
        let words = line.split { $0 == 0x20 || $0 == 0x09 }
        guard let opening = words.first, words.count >= 3 else {
            return words.count == 2 && ".!?".utf8.contains(line.last ?? 0)
        }
        let head = String(decoding: opening, as: UTF8.self)
        if basic.contains(head) { return false }
        // `SELECT a FROM b`, `ENV A b`: instructions are in capital letters.
        let isLoud =
            opening.count > 1 && opening.allSatisfy { !$0.isLetter || $0 < 0x60 }
        let plain = words.count { word in
            let letters = word.drop { "('".utf8.contains($0) }.prefix(while: \.isLetter)
            let rest = word[letters.endIndex...]
            return letters.count > 0 && rest.allSatisfy { ",.:!?)'".utf8.contains($0) }
        }
        let small = words.contains {
            ShellWords.small.contains(String(decoding: $0, as: UTF8.self))
        }
        if isLoud { return small && plain * 3 >= words.count * 2 && words.count > 4 }
        return plain * 2 > words.count
            && (words.count > 3 || small || ".!:".utf8.contains(line.last ?? 0))
    }

    /// A letter before an opening bracket, except in `word(s)`.
    private static func holdsCall(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.dropFirst().contains { index in
            line[index] == UInt8(ascii: "(") && line[index - 1] > 0x20
                && !line[index...].begins("(s)")
        }
    }

    /// Words that begin statements of Visual Basic, Pascal and similar languages.
    private static let basic: Set<String> = [
        "Dim", "Private", "Public", "Sub", "End", "If", "For", "Next", "Function", "Set", "Option",
        "Imports", "Exit", "Do", "Loop", "While", "Const", "Begin", "Var", "Type", "Module", "Let",
        "Call", "On", "Select", "Case", "With", "Property", "Class", "Declare", "Return", "Else",
        "Given", "When", "Then", "And", "Feature", "Scenario", "Theorem", "Lemma", "Definition",
        "Proof", "Inductive", "Fixpoint",
    ]

    /// `- item in words`, `* item`, `> quoted words`.
    private static func isItem(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.begins("- ") || line.begins("* ") || line.begins("> ") else { return false }
        let text = line.dropFirst(2).drop { $0 == 0x20 }
        return text.count > 2 && isPhrase(text)
    }
}
