/// Follows a shell's quotes, here-documents and compound commands line by line, to determine
/// whether a command is complete (POSIX.1-2017, 2.2 to 2.10, with bash's additions).
///
/// It is not a parser: it accepts anything, keeps a stack instead of recursing, and reads every
/// byte once.
struct ShellScan {
    /// What is open.
    enum Frame: Sendable, Hashable {
        /// `'`, `$'`, `"`, and a backtick.
        case single, dollarSingle, double, backtick
        /// `${`.
        case parameter
        /// `(` of a subshell, a function, a substitution or an array; `((`, of arithmetic.
        case parenthesis, arithmetic
        /// `[[`, a compound command by the word that ends it, `{`.
        case test, fi, done, esac, group
    }

    struct Open: Sendable, Hashable {
        let frame: Frame
        /// Where it was opened.
        let sign: Range<Int>
    }

    private struct HereDocument {
        let delimiter: [UInt8]
        let stripsTabs: Bool
    }

    private let code: [UInt8]
    private(set) var stack: [Open] = []
    private var hereDocuments: [HereDocument] = []
    /// Whether the next lines belong to a here-document.
    var isInsideHereDocument: Bool { !hereDocuments.isEmpty }
    /// Whether the last line ended with a backslash that joins the next to it.
    private(set) var isContinued = false
    /// Whether the last line ended with `|`, `&&` or `||`.
    private var dangles = false
    /// Whether a command's first word may come here.
    private var atCommand = true
    /// Whether a word may begin here, so that `#` begins a comment.
    private var atWord = true
    /// Whether a function's body comes next.
    private var expectsBody = false

    init(_ code: [UInt8]) {
        self.code = code
    }

    /// Whether a command could end here.
    var isComplete: Bool {
        stack.isEmpty && hereDocuments.isEmpty && !isContinued && !dangles && !expectsBody
    }

    /// Reads a line, given without its LF.
    mutating func feed(_ line: Range<Int>) {
        if !isContinued, let document = hereDocuments.first, !isQuoted {
            if ends(document, line) { hereDocuments.removeFirst() }
            return
        }
        if isContinued {
            isContinued = false
        } else if !isQuoted, stack.last?.frame != .parameter {
            atCommand = stack.last?.frame != .test && stack.last?.frame != .arithmetic
            atWord = true
        }
        var index = line.lowerBound
        while index < line.upperBound {
            index = isQuoted ? quoted(index, line.upperBound) : bare(index, line.upperBound)
        }
    }

    private var isQuoted: Bool {
        switch stack.last?.frame {
        case .single, .dollarSingle, .double: true
        default: false
        }
    }

    private func ends(_ document: HereDocument, _ line: Range<Int>) -> Bool {
        var text = code[line]
        if text.last == 0x0D { text = text.dropLast() }
        if document.stripsTabs { text = text.drop { $0 == 0x09 } }
        return text.elementsEqual(document.delimiter)
    }

    private func scalar(_ index: Int, _ end: Int) -> Unicode.Scalar {
        index < end ? Unicode.Scalar(code[index]) : "\0"
    }

    private mutating func push(_ frame: Frame, _ offset: Int, _ count: Int = 1) {
        stack.append(Open(frame: frame, sign: offset..<offset + count))
    }

    // MARK: Quotes

    /// Continues in a string; returns the next index.
    private mutating func quoted(_ index: Int, _ end: Int) -> Int {
        let scalar = Unicode.Scalar(code[index])
        switch (stack.last?.frame, scalar) {
        case (.single, "'"), (.dollarSingle, "'"), (.double, "\""):
            stack.removeLast()
        case (.dollarSingle, "\\"), (.double, "\\"):
            if index + 1 >= end { isContinued = true }
            return index + 2
        case (.double, "$"): return dollar(index, end)
        case (.double, "`"): backtick(index)
        default: break
        }
        return index + 1
    }

    /// `$(`, `$((`, `${`, `$'`, or a plain dollar.
    private mutating func dollar(_ index: Int, _ end: Int) -> Int {
        let isInString = stack.last?.frame == .double
        switch scalar(index + 1, end) {
        case "(":
            if scalar(index + 2, end) == "(" {
                push(.arithmetic, index, 3)
                return index + 3
            }
            push(.parenthesis, index, 2)
            atCommand = true
            atWord = true
            return index + 2
        case "{":
            push(.parameter, index, 2)
            return index + 2
        case "'" where !isInString:
            push(.dollarSingle, index + 1)
            return index + 2
        case "$", "#", "?", "!": return index + 2
        default: return index + 1
        }
    }

    /// Opens a substitution, or ends the open one.
    private mutating func backtick(_ index: Int) {
        if let open = stack.lastIndex(where: { $0.frame == .backtick }) {
            stack.removeSubrange(open...)
            atCommand = false
        } else {
            push(.backtick, index)
            atCommand = true
        }
        atWord = true
    }

    // MARK: Code

    private mutating func bare(_ index: Int, _ end: Int) -> Int {
        let next = Unicode.Scalar(code[index])
        if next != " ", next != "\t", next != "#" { dangles = false }
        switch next {
        case " ", "\t", "\r":
            atWord = true
            return index + 1
        case "\\":
            if index + 1 >= end { isContinued = true } else { word() }
            return index + 2
        case "'":
            if stack.last?.frame == .parameter, isInsideDouble { return index + 1 }
            push(.single, index)
            word()
            return index + 1
        case "\"":
            push(.double, index)
            word()
            return index + 1
        case "`":
            backtick(index)
            return index + 1
        case "$":
            word()
            return dollar(index, end)
        case "}" where stack.last?.frame == .parameter:
            stack.removeLast()
            return index + 1
        default: break
        }
        if stack.last?.frame == .parameter { return index + 1 }
        if stack.last?.frame == .arithmetic { return arithmetic(index, end, next) }
        return operators(index, end, next)
    }

    private var isInsideDouble: Bool {
        stack.count > 1 && stack[stack.count - 2].frame == .double
    }

    private mutating func word() {
        atCommand = false
        atWord = false
    }

    private mutating func arithmetic(_ index: Int, _ end: Int, _ next: Unicode.Scalar) -> Int {
        if next == "(" { push(.arithmetic, index) }
        if next == ")" {
            // `$((` is one frame: its two brackets end together.
            let open = stack.removeLast()
            word()
            return index + (open.sign.count > 1 && scalar(index + 1, end) == ")" ? 2 : 1)
        }
        return index + 1
    }

    private mutating func operators(_ index: Int, _ end: Int, _ next: Unicode.Scalar) -> Int {
        let isTest = stack.last?.frame == .test
        switch next {
        case "#" where atWord: return end
        case ";", "&", "|":
            if !isTest { atCommand = true }
            atWord = true
            let isPair = scalar(index + 1, end) == next
            dangles = !isTest && (next == "|" || (next == "&" && isPair))
            return index + (isPair ? 2 : 1)
        case "(": return parenthesis(index, end)
        case ")":
            close(index)
            return index + 1
        case "<", ">":
            if !isTest, next == "<", scalar(index + 1, end) == "<" {
                return hereDocument(index, end)
            }
            if !isTest, scalar(index + 1, end) == "(" { return parenthesis(index + 1, end) }
            atWord = true
            atCommand = false
            return index + 1
        default: return atWord ? token(index, end) : index + 1
        }
    }

    private mutating func parenthesis(_ index: Int, _ end: Int) -> Int {
        if atCommand || expectsArithmetic, scalar(index + 1, end) == "(" {
            push(.arithmetic, index, 2)
            expectsArithmetic = false
            return index + 2
        }
        push(.parenthesis, index)
        expectsBody = false
        atCommand = true
        atWord = true
        return index + 1
    }

    private var expectsArithmetic = false

    private mutating func close(_ index: Int) {
        atWord = true
        if stack.last?.frame == .parenthesis, let open = stack.popLast() {
            // `name()` is a function, whose body comes next.
            expectsBody = index == open.sign.upperBound
            atCommand = expectsBody || stack.last?.frame == .esac
        } else {
            atCommand = true
        }
    }

    /// `<<EOF`, `<<-'EOF'`; `<<<` is a string.
    private mutating func hereDocument(_ index: Int, _ end: Int) -> Int {
        var next = index + 2
        atCommand = false
        atWord = true
        if scalar(next, end) == "<" { return next + 1 }
        let stripsTabs = scalar(next, end) == "-"
        if stripsTabs { next += 1 }
        while scalar(next, end) == " " || scalar(next, end) == "\t" { next += 1 }
        var delimiter: [UInt8] = []
        var quote: UInt8?
        while next < end {
            let byte = code[next]
            if let open = quote {
                if byte == open { quote = nil } else { delimiter.append(byte) }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if " \t\r;&|<>()".utf8.contains(byte) {
                break
            } else if byte != 0x5C {
                delimiter.append(byte)
            }
            next += 1
        }
        if !delimiter.isEmpty {
            hereDocuments.append(HereDocument(delimiter: delimiter, stripsTabs: stripsTabs))
        }
        return next
    }

    // MARK: Words

    /// Reads the letters at a word's start, to find reserved words.
    private mutating func token(_ index: Int, _ end: Int) -> Int {
        var stop = index
        while stop < end, !Self.endsWord(code[stop]) { stop += 1 }
        guard stop > index else {
            word()
            return index + 1
        }
        let isWhole = stop >= end || !Self.continuesWord(code[stop])
        if scalar(stop, end) == "=" {
            // `A=1 command`, `a=(1 2)`.
            atWord = false
            return stop + 1
        }
        if isWhole, stop - index <= 8 {
            reserved(index..<stop)
        } else {
            atCommand = false
        }
        atWord = false
        return stop
    }

    /// The words recognized below, at the start of a command.
    private static let reservedWords = WordSet([
        "if", "while", "until", "for", "select", "case", "[[", "{", "then", "do", "else", "elif",
        "!",
        "time", "function", "fi", "done", "esac", "}",
    ])

    /// Reads a word that may be a reserved one.
    private mutating func reserved(_ range: Range<Int>) {
        let text = code[range]
        let wasAtCommand = atCommand
        atCommand = false
        if stack.last?.frame == .test {
            if text.elementsEqual("]]".utf8) { stack.removeLast() }
            return
        }
        guard wasAtCommand || (expectsBody && text.elementsEqual("{".utf8)) else { return }
        expectsBody = false
        // Most first words are not reserved: no string is made of them.
        guard Self.reservedWords.contains(text) else { return }
        let offset = range.lowerBound
        let word = String(decoding: text, as: UTF8.self)
        switch word {
        case "if": open(.fi, offset, 2)
        case "while", "until": open(.done, offset, word.utf8.count)
        case "for", "select":
            push(.done, offset, word.utf8.count)
            expectsArithmetic = true
        case "case": push(.esac, offset, 4)
        case "[[": push(.test, offset, 2)
        case "{": open(.group, offset, 1)
        case "then", "do", "else", "elif", "!", "time": atCommand = true
        case "function": expectsBody = true
        case "fi": shut(.fi)
        case "done": shut(.done)
        case "esac": shut(.esac)
        case "}": shut(.group)
        default: break
        }
    }

    private mutating func open(_ frame: Frame, _ offset: Int, _ count: Int) {
        push(frame, offset, count)
        atCommand = true
    }

    private mutating func shut(_ frame: Frame) {
        if stack.last?.frame == frame { stack.removeLast() }
    }

    /// A byte that quotes, expands or assigns after a word's letters.
    private static func continuesWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x27, 0x22, 0x60, 0x24, 0x5C, 0x3D: true
        default: false
        }
    }

    /// Blanks, `;&|<>()` and bytes that quote, expand or assign: a switch, because it runs for
    /// every byte.
    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0D, 0x3B, 0x26, 0x7C, 0x3C, 0x3E, 0x28, 0x29, 0x27, 0x22, 0x60, 0x24,
            0x5C, 0x3D:
            true
        default: false
        }
    }
}
