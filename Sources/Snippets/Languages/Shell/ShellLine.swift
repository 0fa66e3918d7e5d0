/// Classifies a line: the start of a command, a program's output, or either.
struct ShellLine {
    enum Kind: Sendable, Hashable {
        /// A command or a reserved word that shells know, a variable, a program by its path.
        case command
        /// A word that could be a command's name: `mimic_head run`.
        case word
        /// Not the beginning of a command: `total 48`, `Error: no such host`, `+-----+`.
        case output
        /// Blank, a comment, an elision.
        case nothing
    }

    let kind: Kind
    private let lines: CodeLines
    private let text: Range<Int>

    /// Classifies a line, which must begin outside any string.
    init(_ lines: CodeLines, _ line: Range<Int>) {
        self.lines = lines
        text = lines.trimmed(line)
        kind = ShellLine.kind(of: text, lines)
    }

    /// Whether a command's first word, `make` or `find`, probably begins a sentence.
    var isProse: Bool {
        let words = lines.string(text.lowerBound..<min(text.upperBound, text.lowerBound + 80))
            .split(separator: " ").prefix(4)
        guard let first = words.first, ShellWords.english.contains(String(first)) else {
            return false
        }
        return words.dropFirst().contains { ShellWords.small.contains($0.lowercased()) }
    }

    /// Whether it has signs that break a shell's syntax if they are not meant for it.
    var isRisky: Bool {
        lines.code[text].contains {
            switch $0 {
            case 0x28, 0x29, 0x3C, 0x3E, 0x7C, 0x26, 0x3B, 0x27, 0x22, 0x60, 0x7B, 0x7D: true
            default: false
            }
        }
    }

    /// Whether an option follows, ` -x`.
    var hasOption: Bool {
        let words = lines.string(text.lowerBound..<min(text.upperBound, text.lowerBound + 200))
            .split(separator: " ")
        return words.dropFirst().contains { $0.hasPrefix("-") && $0.count > 1 && $0 != "->" }
    }

    // MARK: Kinds

    private static func kind(of text: Range<Int>, _ lines: CodeLines) -> Kind {
        guard !text.isEmpty else { return .nothing }
        let start = text.lowerBound
        func next(_ k: Int) -> Unicode.Scalar { lines.scalar(start + k, in: text) }
        let isAlone = text.count == 1
        switch next(0) {
        case "#": return .nothing
        case ".":
            if lines.code[text].allSatisfy({ $0 == UInt8(ascii: ".") }) {
                return text.count >= 3 ? .nothing : .word
            }
            let isPath = next(1) == "/" || (next(1) == "." && next(2) == "/") || next(1) == " "
            if isPath { return path(text, lines) }
            // `.build/release/x --port 80`.
            let name = lines.count(from: start, in: text) { $0.isNameByte || $0 == "/" }
            return lines.code[start..<start + name].contains(UInt8(ascii: "/"))
                && start + name < text.upperBound && next(name) == " " ? .word : .output
        case "~": return next(1) == "/" ? path(text, lines) : .output
        case "/": return next(1) == "/" ? .output : path(text, lines)
        case "$": return dollar(text, lines)
        case "\"": return next(1) == "$" ? .command : .output
        case "<": return next(1) == "<" && next(2) != "<" ? .command : .output
        case "{", "[", "(", "|", "&", ">", "!": return sign(text, lines)
        case ":": return isAlone || next(1) == " " ? .command : .output
        case "}", ")", ";": return text.count <= 2 ? .word : .output
        case "-" where isOptions(text, lines): return .word
        default: break
        }
        if lines.code[start] >= 0x80 {
            return lines.has("…", at: start, in: text) && text.count <= 6 ? .nothing : .output
        }
        return next(0).isWordByte ? word(text, lines) : .output
    }

    /// `--set a=b \`, a part of a command: options and their values, with no more than one blank in
    /// between, because help has columns.
    private static func isOptions(_ text: Range<Int>, _ lines: CodeLines) -> Bool {
        let code = lines.code[text]
        let name = code.drop { $0 == UInt8(ascii: "-") }
        let word = name.prefix { !$0.isBlank && $0 != UInt8(ascii: "=") }
        // `-rw-r--r--` is output of `ls -l`.
        if word.count >= 9, word.allSatisfy({ "rwxst-.".utf8.contains($0) }) { return false }
        return code.count - name.count <= 2 && word.first.map(\.isLetter) ?? false
            && word.word(with: "-_.").count == word.count && !code.holds("  ")
            && !code.contains(0x09)
    }

    /// `./configure --x`; `/usr/include/a.h:12: error` and a path alone are not certainly commands.
    private static func path(_ text: Range<Int>, _ lines: CodeLines) -> Kind {
        let count = lines.count(from: text.lowerBound, in: text) { $0 != " " && $0 != "\t" }
        let word = lines.code[text.lowerBound..<text.lowerBound + count]
        if word.contains(UInt8(ascii: ":")) || word.contains(UInt8(ascii: "(")) { return .output }
        return count == text.count && word.first == UInt8(ascii: "/") ? .word : .command
    }

    /// `$VAR/bin/x`, `$(which go) env`; not `$x = 1` of PowerShell, PHP or Perl.
    private static func dollar(_ text: Range<Int>, _ lines: CodeLines) -> Kind {
        let start = text.lowerBound
        let next = lines.scalar(start + 1, in: text)
        guard next.isWordByte || next == "{" || next == "(" else { return .output }
        let name = lines.count(from: start + 1, in: text) { $0.isWordByte }
        if lines.has(" =", at: start + 1 + name, in: text)
            || lines.has(" :=", at: start + 1 + name, in: text)
            || lines.has("=", at: start + 1 + name, in: text)
            || lines.has("->", at: start + 1 + name, in: text)
            || lines.has(":", at: start + 1 + name, in: text)
        {
            return .output
        }
        return .command
    }

    private static func sign(_ text: Range<Int>, _ lines: CodeLines) -> Kind {
        let start = text.lowerBound
        let second = lines.scalar(start + 1, in: text)
        switch Unicode.Scalar(lines.code[start]) {
        case "{":
            let rest = lines.skippingBlanks(start + 1..<text.upperBound)
            return second == " " && kind(of: rest, lines) == .command ? .command : .output
        case "[":
            let isTest =
                second == " " || (second == "[" && lines.scalar(start + 2, in: text) == " ")
            return isTest && lines.code[text].contains(UInt8(ascii: "]")) && !isCaption(text, lines)
                ? .command : .output
        case "(":
            if second == "(" { return .command }
            return beginsCommand(start + 1..<text.upperBound, lines) ? .command : .output
        case "|", "&":
            let count = second == Unicode.Scalar(lines.code[start]) ? 2 : 1
            guard lines.scalar(start + count, in: text) == " " else { return .output }
            return beginsCommand(start + count..<text.upperBound, lines) ? .command : .output
        case ">": return second.isWordByte || second == " " ? .word : .output
        default:
            return second == " " && beginsCommand(start + 1..<text.upperBound, lines)
                ? .command : .output
        }
    }

    /// `[  OK  ] Started`, `[ 12%] Building`: progress.
    private static func isCaption(_ text: Range<Int>, _ lines: CodeLines) -> Bool {
        let close = text.lowerBound + lines.count(from: text.lowerBound, in: text) { $0 != "]" }
        let inner = lines.trimmed(text.lowerBound + 1..<close)
        let isWord = lines.code[inner].allSatisfy {
            let scalar = Unicode.Scalar($0)
            return scalar.isNameByte || scalar == "%" || scalar == "/"
        }
        return isWord && !lines.has("-", at: inner.lowerBound, in: inner)
    }

    private static func beginsCommand(_ rest: Range<Int>, _ lines: CodeLines) -> Bool {
        let rest = lines.skippingBlanks(rest)
        guard !rest.isEmpty,
            Unicode.Scalar(lines.code[rest.lowerBound]).isWordByte
                || "./$~".utf8.contains(lines.code[rest.lowerBound])
        else { return false }
        return kind(of: rest, lines) == .command
    }

    /// A line that begins with a letter, a digit or `_`.
    private static func word(_ text: Range<Int>, _ lines: CodeLines) -> Kind {
        let start = text.lowerBound
        let count = lines.count(from: start, in: text) {
            switch $0 {
            case " ", "\t", ";", "&", "|", "<", ">", "(", ")", "=": false
            default: true
            }
        }
        let end = start + count
        let name = lines.string(start..<min(end, start + 64))
        let after = lines.scalar(end, in: text)
        if after == "=" || (after == "(" && name.hasSuffix("+")) {
            guard isAssignment(start..<end, lines) else { return .output }
            // `fromlist=[name])` is an argument in another language.
            return ["[", "{"].contains(lines.scalar(end + 1, in: text)) ? .word : .command
        }
        if after == "(" {
            // `name() {` defines a function; `printf("…")` is another language.
            guard lines.has("()", at: end, in: text), !name.utf8.contains(UInt8(ascii: "."))
            else { return .output }
            let rest = lines.skippingBlanks(end + 2..<text.upperBound)
            if rest.isEmpty { return .word }
            return lines.scalar(rest.lowerBound, in: rest) == "{" ? .command : .output
        }
        if let last = name.unicodeScalars.last, ",.:!?".unicodeScalars.contains(last) {
            return .output
        }
        let rest = lines.skippingBlanks(end..<text.upperBound)
        // `build/bin/server start`: a program by its path.
        if !rest.isEmpty, name.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1,
            name.utf8.allSatisfy({ DataElision.isNameByte($0) || $0 == UInt8(ascii: "/") })
        {
            return .word
        }
        return kind(of: name, rest, lines)
    }

    private static func isAssignment(_ name: Range<Int>, _ lines: CodeLines) -> Bool {
        var end = name.upperBound
        if end > name.lowerBound, lines.code[end - 1] == UInt8(ascii: "+") { end -= 1 }
        let word = lines.count(from: name.lowerBound, in: name.lowerBound..<end) { $0.isWordByte }
        let first = lines.scalar(name.lowerBound, in: name)
        return !first.isASCIIDigit
            && (name.lowerBound + word == end
                || lines.scalar(name.lowerBound + word, in: name) == "[")
    }

    private static func kind(of name: String, _ rest: Range<Int>, _ lines: CodeLines) -> Kind {
        let second = lines.string(
            rest.lowerBound..<rest.lowerBound
                + min(16, lines.count(from: rest.lowerBound, in: rest) { $0 != " " }))
        switch second {
        case "=", ":=", ":", "->", "=>", "==", "+=", "I": return .output
        default: break
        }
        if let isCommand = ShellWords.reserved(name, before: second, rest: lines.code[rest]) {
            return isCommand ? .command : .output
        }
        // `rsync error: …`: a program names itself in its message.
        if second.hasSuffix(":"), second.count > 2, !second.hasPrefix("\"") { return .output }
        if ShellWords.commands.contains(name) { return .command }
        if ShellWords.english.contains(name) { return english(name, second, rest, lines) }
        // `On branch main`, `FROM golang`, `1.2K`: program names seldom look like this.
        let isName = name.utf8.allSatisfy {
            let scalar = Unicode.Scalar($0)
            return scalar.isNameByte && !("A"..."Z").contains(scalar) || scalar == "+"
        }
        guard isName, name.utf8.first.map({ Unicode.Scalar($0).isASCIIDigit }) == false,
            !ShellWords.small.contains(second)
        else { return .output }
        // `layer {` opens a block of configuration; `foo (bar)` is prose.
        let isBlock = lines.code[rest].last == UInt8(ascii: "{")
        return isBlock || hasAside(rest, lines) ? .output : .word
    }

    /// A line whose first word is a command and an English word: `find . -name x`, `find the file`.
    private static func english(
        _ name: String, _ second: String, _ rest: Range<Int>, _ lines: CodeLines
    ) -> Kind {
        guard let first = second.unicodeScalars.first else { return .word }
        if ShellWords.small.contains(second) { return .output }
        if first == "(" { return name == "time" ? .command : .output }
        if hasAside(rest, lines) { return .output }
        func has(_ sign: Unicode.Scalar) -> Bool { second.utf8.contains(UInt8(ascii: sign)) }
        let isFile =
            (has("/") || has(".") && !second.hasSuffix(".")) && !has(":") && !has("(")
        if "-./$~\"'".unicodeScalars.contains(first) || isFile
            || ShellWords.goCommands.contains(second)
        {
            return .command
        }
        let isSentence = lines.code[rest].last == UInt8(ascii: ".")
        return isSentence ? .output : .word
    }

    /// Whether a bracket opens after a word, `total 4 (of 5)`, outside quotes.
    private static func hasAside(_ rest: Range<Int>, _ lines: CodeLines) -> Bool {
        let head = lines.code[rest].prefix {
            switch $0 {
            case 0x22, 0x27, 0x60, 0x24, 0x3B, 0x26, 0x7C: false
            default: true
            }
        }
        guard let bracket = head.firstIndex(of: UInt8(ascii: "(")) else { return false }
        return bracket == rest.lowerBound || lines.code[bracket - 1] == 0x20
    }
}
