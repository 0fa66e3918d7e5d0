/// Tells code from strings and comments in lines of Python, and where statements begin
/// (The Python Language Reference, 2.1 and 2.4.1).
///
/// It takes anything; an open string or bracket reaches to the end. O(bytes).
struct PythonScan {
    /// A line as the parser will see it, after prompts and the like are gone.
    struct Line: Sendable, Hashable {
        /// Without LF.
        let range: Range<Int>
        /// Whether a statement begins on it: it is not inside of a string or brackets, nor joined
        /// to the line before.
        let beginsStatement: Bool
        /// The row that its statement begins on.
        let statement: Int
        /// Its first byte of code; nil for a blank line and a comment.
        var firstCode: Int?
        /// The byte behind its last byte of code.
        var codeEnd: Int
        /// Whether brackets, a string or a backslash carry it over to the next line.
        var isOpen = false
    }

    /// A place where something was left out: `...`, `…`, or more dots, in code.
    struct Gap: Sendable, Hashable {
        enum Place: Sendable, Hashable {
            case statement
            /// In the arguments of a call or the parameters of a function.
            case arguments
            /// In `{…}` with keys.
            case dictionary
            /// In other brackets.
            case elements
        }
        let range: Range<Int>
        let place: Place
        /// The row it stands in.
        let row: Int
        /// The byte of code before it; 0 at a statement's start.
        let before: UInt8
    }

    private struct Bracket {
        let byte: UInt8
        let isCall: Bool
        var hasColon = false
    }

    private let code: [UInt8]
    private(set) var lines: [Line] = []
    private(set) var gaps: [Gap] = []
    /// Comments of dots alone.
    private(set) var elidingComments = 0
    /// Comments, `#` and all.
    private(set) var comments: [Range<Int>] = []
    /// `<name>` where no comparison can be.
    private(set) var placeholders: [Range<Int>] = []
    private var brackets: [Bracket] = []
    /// The quotes of the string that is open, `"` or `"""`.
    private var quote: (byte: UInt8, count: Int)?
    private var isJoined = false
    /// The last byte of code that is no blank; 0 at the start of a statement.
    private var last: UInt8 = 0

    init(_ code: [UInt8], _ ranges: [Range<Int>]) {
        self.code = code
        lines.reserveCapacity(ranges.count)
        for range in ranges { read(range) }
    }

    private mutating func read(_ range: Range<Int>) {
        let begins = quote == nil && brackets.isEmpty && !isJoined
        if begins { last = 0 }
        isJoined = false
        lines.append(
            Line(
                range: range, beginsStatement: begins,
                statement: begins ? lines.count : lines.last?.statement ?? 0, firstCode: nil,
                codeEnd: range.lowerBound))
        var index = range.lowerBound
        while index < range.upperBound {
            if quote != nil {
                index = quoted(index, range)
            } else if Self.isPlain(code[index]) {
                index = plain(index, range)
            } else {
                index = bare(index, range)
            }
        }
        // A string in single quotes ends with its line, unless a backslash joins the next.
        if let open = quote, open.count == 1, !isJoined { quote = nil }
        lines[lines.count - 1].isOpen = quote != nil || !brackets.isEmpty || isJoined
    }

    private mutating func noteCode(_ range: Range<Int>) {
        let row = lines.count - 1
        if lines[row].firstCode == nil { lines[row].firstCode = range.lowerBound }
        lines[row].codeEnd = range.upperBound
        last = code[range.upperBound - 1]
    }

    /// Passes over bytes that are code and nothing else; gives the index behind them.
    private mutating func plain(_ index: Int, _ line: Range<Int>) -> Int {
        var end = index + 1
        while end < line.upperBound, Self.isPlain(code[end]) { end += 1 }
        noteCode(index..<end)
        return end
    }

    /// A byte of a word, or an operator that means nothing here.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
            || byte == UInt8(ascii: ",")
    }

    private mutating func quoted(_ index: Int, _ line: Range<Int>) -> Int {
        guard let open = quote else { return index + 1 }
        if code[index] == UInt8(ascii: "\\") {
            if index + 1 >= line.upperBound { isJoined = true }
            return index + 2
        }
        guard code[index] == open.byte else { return index + 1 }
        let end = index + open.count
        guard end <= line.upperBound, code[index..<end].allSatisfy({ $0 == open.byte }) else {
            return index + 1
        }
        quote = nil
        noteCode(index..<end)
        return end
    }

    private mutating func bare(_ index: Int, _ line: Range<Int>) -> Int {
        let byte = code[index]
        switch Unicode.Scalar(byte) {
        case " ", "\t", "\r", "\u{0C}": return index + 1
        case "#":
            comments.append(index..<line.upperBound)
            let words = code[index..<line.upperBound].filter {
                !$0.isBlank && $0 != UInt8(ascii: "#")
            }
            if words.count >= 3,
                words.allSatisfy({ $0 == UInt8(ascii: ".") })
                    || words.elementsEqual("…".utf8) || words.elementsEqual("……".utf8)
            {
                elidingComments += 1
            }
            return line.upperBound
        case "\"", "'":
            let isTriple =
                index + 2 < line.upperBound && code[index + 1] == byte && code[index + 2] == byte
            quote = (byte, isTriple ? 3 : 1)
            let end = index + (isTriple ? 3 : 1)
            noteCode(index..<end)
            return end
        case "\\" where index + 1 >= line.upperBound:
            isJoined = true
            noteCode(index..<index + 1)
            return index + 1
        default: break
        }
        if let end = gap(index, line) ?? placeholder(index, line) { return end }
        bracket(byte)
        noteCode(index..<index + 1)
        return index + 1
    }

    private mutating func bracket(_ byte: UInt8) {
        switch Unicode.Scalar(byte) {
        case "(", "[", "{":
            let scalar = Unicode.Scalar(last)
            let isCall = scalar.isWordByte || scalar == ")" || scalar == "]" || last >= 0x80
            brackets.append(Bracket(byte: byte, isCall: isCall))
        case ")", "]", "}":
            if !brackets.isEmpty { brackets.removeLast() }
        case ":":
            if !brackets.isEmpty { brackets[brackets.count - 1].hasColon = true }
        default: break
        }
    }

    /// Three dots or more, or ellipses.
    private mutating func gap(_ index: Int, _ line: Range<Int>) -> Int? {
        var end = index
        if code[index] == UInt8(ascii: ".") {
            while end < line.upperBound, code[end] == UInt8(ascii: ".") { end += 1 }
            guard end - index >= 3 else { return nil }
        } else {
            guard code[index] == 0xE2 else { return nil }
            while end + 3 <= line.upperBound, code[end..<end + 3].elementsEqual("…".utf8) {
                end += 3
            }
            guard end > index else { return nil }
        }
        var place = Gap.Place.statement
        if let bracket = brackets.last {
            place = bracket.isCall && bracket.byte == UInt8(ascii: "(") ? .arguments : .elements
            if bracket.hasColon, bracket.byte == UInt8(ascii: "{") { place = .dictionary }
        }
        gaps.append(
            Gap(range: index..<end, place: place, row: lines.count - 1, before: last))
        noteCode(index..<end)
        return end
    }

    /// `<your key>` behind `=`, `(`, `,`, `[`, `:`, where no operator can stand.
    private mutating func placeholder(_ index: Int, _ line: Range<Int>) -> Int? {
        guard code[index] == UInt8(ascii: "<"), "=(,[:".utf8.contains(last) else { return nil }
        var end = index + 1
        while end < line.upperBound, end - index <= 60 {
            let scalar = Unicode.Scalar(code[end])
            if scalar == ">" { break }
            guard scalar.isNameByte || scalar == " " || scalar == "/" || code[end] >= 0x80 else {
                return nil
            }
            end += 1
        }
        guard end < line.upperBound, code[end] == UInt8(ascii: ">"), end > index + 1 else {
            return nil
        }
        placeholders.append(index..<end + 1)
        noteCode(index..<end + 1)
        return end + 1
    }
}
