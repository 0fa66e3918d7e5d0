/// Makes of a block what Python can parse, byte for byte in its place: dedented, gaps filled in,
/// magics blanked, bodies that were cut off made up.
///
///         def load(path):        def load(path): pass
///             # ...                  # ...
struct PythonText {
    private let code: [UInt8]
    private let scan: PythonScan
    /// The columns that every statement is indented by, as the bytes that make them.
    private let margin: [UInt8]
    /// The rows that hold a gap and nothing else.
    private let lone: Set<Int>

    /// - Parameter ranges: the lines to take of the block, without LF.
    init(_ code: [UInt8], _ ranges: [Range<Int>]) {
        self.code = code
        scan = PythonScan(code, ranges)
        margin = Self.margin(scan, code)
        let lines = scan.lines
        lone = Set(
            scan.gaps.lazy
                .filter { gap in
                    lines[gap.row].beginsStatement && !lines[gap.row].isOpen
                        && lines[gap.row].firstCode == gap.range.lowerBound
                        && lines[gap.row].codeEnd == gap.range.upperBound
                }
                .map(\.row))
    }

    /// The texts to try, in order.
    var texts: [CheckedText] {
        var texts = [text(filling: false)]
        let isFillable = !lone.isEmpty || scan.gaps.contains { $0.place != .statement }
        if isFillable { texts.append(text(filling: true)) }
        let openings = self.openings
        if !openings.isEmpty { texts.append(text(filling: isFillable, after: openings)) }
        return texts
    }

    // MARK: Indentation

    private static func indent(_ line: PythonScan.Line, _ code: [UInt8]) -> ArraySlice<UInt8> {
        code[line.range].prefix { $0 == 0x20 || $0 == 0x09 }
    }

    /// The blanks that all statements begin with.
    private static func margin(_ scan: PythonScan, _ code: [UInt8]) -> [UInt8] {
        var margin: ArraySlice<UInt8>?
        for line in scan.lines where line.beginsStatement && line.firstCode != nil {
            let own = indent(line, code)
            guard let common = margin else {
                margin = own
                continue
            }
            let same = zip(common, own).prefix { $0 == $1 }.count
            margin = common.prefix(same)
            if same == 0 { break }
        }
        return Array(margin ?? [])
    }

    private func columns(_ line: PythonScan.Line) -> Int {
        Self.indent(line, code).reduce(0) { $1 == 0x09 ? ($0 / 8 + 1) * 8 : $0 + 1 }
    }

    /// What has to stand before a block that was cut out of the middle of one: `if 1:` for each
    /// level that it falls back to, `try: pass` before its `except`.
    private var openings: String {
        let statements = scan.lines.lazy.filter { $0.beginsStatement && $0.firstCode != nil }
        guard let first = statements.first else { return "" }
        var levels: [ArraySlice<UInt8>] = []
        var lowest = columns(first)
        for line in statements where columns(line) < lowest {
            lowest = columns(line)
            levels.append(Self.indent(line, code).dropFirst(margin.count))
        }
        // One column is a slip, not a level.
        if columns(first) - lowest == 1 { levels = [] }
        var text = ""
        for level in levels.reversed() {
            text += String(decoding: level, as: UTF8.self) + "if 1:\n"
        }
        let inner = String(
            decoding: Self.indent(first, code).dropFirst(margin.count), as: UTF8.self)
        switch word(of: first) {
        case "else", "elif": text += inner + "if 1: pass\n"
        case "except", "finally": text += inner + "try: pass\n"
        case "case": text += inner + "match 1:\n"
        default: break
        }
        return text
    }

    // MARK: Text

    private func text(filling: Bool, after openings: String = "") -> CheckedText {
        var text = CheckedText()
        text.reserve(openings.utf8.count + code.count + 64)
        text.append(written: openings)
        text.elisions = scan.elidingComments
        let bodiless = self.bodiless(passing: filling ? lone : [])
        var changes = Changes(gaps: scan.gaps, placeholders: scan.placeholders)
        for (row, line) in scan.lines.enumerated() {
            append(line, row, filling, &changes, to: &text, closesBody: bodiless.contains(row))
        }
        if let last = scan.lines.last(where: { $0.firstCode != nil && $0.beginsStatement }),
            let first = last.firstCode, code[first] == UInt8(ascii: "@")
        {
            let indent = Self.indent(last, code).dropFirst(margin.count)
            text.append(written: String(decoding: indent, as: UTF8.self) + "def _(): pass\n")
        }
        return text
    }

    /// What is to be replaced, in order; taken from the front as the lines go by.
    private struct Changes {
        var gaps: ArraySlice<PythonScan.Gap>
        var placeholders: ArraySlice<Range<Int>>

        init(gaps: [PythonScan.Gap], placeholders: [Range<Int>]) {
            self.gaps = gaps[...]
            self.placeholders = placeholders[...]
        }
    }

    private func append(
        _ line: PythonScan.Line, _ row: Int, _ filling: Bool, _ changes: inout Changes,
        to text: inout CheckedText, closesBody: Bool
    ) {
        let start = line.range.lowerBound + marginWidth(line)
        if line.beginsStatement, let first = line.firstCode, isMagic(first, line) {
            text.append(code, start..<first)
            appendMagic(first..<line.range.upperBound, to: &text)
        } else {
            var index = start
            while let gap = changes.gaps.first, gap.range.lowerBound < line.range.upperBound {
                changes.gaps.removeFirst()
                guard gap.range.lowerBound >= index else { continue }
                text.append(code, index..<gap.range.lowerBound)
                let word = filling && lone.contains(row) ? "" : filled(gap, filling)
                if word != "..." || gap.range.count > 3 || code[gap.range.lowerBound] >= 0x80 {
                    text.elisions += 1
                }
                text.append(standingFor: gap.range, padded(word, gap.range.count))
                index = gap.range.upperBound
            }
            appendCode(index..<line.range.upperBound, line, &changes, closesBody, to: &text)
        }
        let end = line.range.upperBound
        if end < code.count, code[end] == 0x0A {
            text.append(code, end..<end + 1)
        } else {
            text.append(written: "\n")
        }
    }

    private func appendCode(
        _ range: Range<Int>, _ line: PythonScan.Line, _ changes: inout Changes,
        _ closesBody: Bool, to text: inout CheckedText
    ) {
        var index = range.lowerBound
        while let place = changes.placeholders.first, place.lowerBound < range.upperBound {
            changes.placeholders.removeFirst()
            guard place.lowerBound >= index else { continue }
            text.append(code, index..<place.lowerBound)
            text.append(
                standingFor: place, repeatElement(UInt8(ascii: "_"), count: place.count))
            index = place.upperBound
        }
        guard closesBody, line.codeEnd >= index else {
            text.append(code, index..<range.upperBound)
            return
        }
        text.append(code, index..<line.codeEnd)
        text.append(written: " pass")
        text.append(code, line.codeEnd..<range.upperBound)
    }

    /// How many bytes of the margin a line begins with.
    private func marginWidth(_ line: PythonScan.Line) -> Int {
        let limit = line.beginsStatement && line.firstCode == nil ? margin.count : Int.max
        return min(limit, zip(code[line.range], margin).prefix { $0 == $1 }.count)
    }

    private func padded(_ word: String, _ count: Int) -> [UInt8] {
        let bytes = Array(word.utf8.prefix(count))
        return bytes + repeatElement(0x20, count: count - bytes.count)
    }

    // MARK: Gaps

    /// What a gap is filled in with: at most three bytes.
    private func filled(_ gap: PythonScan.Gap, _ filling: Bool) -> String {
        let before = Unicode.Scalar(gap.before)
        let after = neighbour(after: gap.range.upperBound)
        if gap.place == .statement { return statementWord(gap, before) }
        guard filling else { return "..." }
        let closes: (Unicode.Scalar?) -> Bool = { [")", "]", "}", ","].contains($0) }
        guard ["(", "[", "{", ","].contains(before) else {
            // `[1, 2 ... 9]`, `{"a": ...}`.
            let isValue = before.isWordByte || "\"')]}".unicodeScalars.contains(before)
            guard isValue else { return "..." }
            return closes(after) ? "" : ","
        }
        guard closes(after) else { return "" }
        switch gap.place {
        case .arguments: return "*_"
        case .dictionary: return "**_"
        default: return "..."
        }
    }

    /// The next byte of code, beyond line ends.
    private func neighbour(after index: Int) -> Unicode.Scalar? {
        var index = index
        while index < code.count {
            if code[index] == UInt8(ascii: "#") {
                index = code[index...].firstIndex(of: 0x0A) ?? code.count
            } else if [0x20, 0x09, 0x0D, 0x0A].contains(code[index]) {
                index += 1
            } else {
                return Unicode.Scalar(code[index])
            }
        }
        return nil
    }

    /// What stands for a gap outside of brackets.
    private func statementWord(_ gap: PythonScan.Gap, _ before: Unicode.Scalar) -> String {
        let behind = word(before: gap)
        switch word(of: scan.lines[scan.lines[gap.row].statement]) {
        case "import": return "_"
        // `from ...pkg import a, ...`: the first dots are a path.
        case "from": return before == "," || behind == "import" ? "_" : "..."
        default: break
        }
        // `x = 1 …`: what stands before it is whole.
        let takesOperand = before == "\0" || "=:,+-*/%|&^~<>@;".unicodeScalars.contains(before)
        return takesOperand || Self.operators.contains(behind) ? "..." : ""
    }

    private static let operators: Set<String> = [
        "return", "yield", "in", "not", "and", "or", "is", "await", "if", "while", "assert", "del",
        "raise", "lambda",
    ]

    /// The word right before a gap, on its line.
    private func word(before gap: PythonScan.Gap) -> String {
        let line = scan.lines[gap.row].range
        let word = code[line.lowerBound..<gap.range.lowerBound]
            .reversed().drop { $0 == 0x20 }.prefix { Unicode.Scalar($0).isASCIILetter }
        return String(decoding: word.prefix(8).reversed(), as: UTF8.self)
    }

    // MARK: Statements

    private func word(of line: PythonScan.Line) -> String {
        guard let first = line.firstCode else { return "" }
        let word = code[first..<line.range.upperBound].prefix {
            Unicode.Scalar($0).isWordByte
        }
        return String(decoding: word.prefix(16), as: UTF8.self)
    }

    private static let headers: Set<String> = [
        "def", "class", "if", "elif", "else", "for", "while", "with", "try", "except", "finally",
        "async", "match", "case",
    ]

    /// The rows whose colon wants a body that was left out: at the block's end, before a comment
    /// in its place, and between declarations in a list of such.
    ///
    /// - Parameter passing: rows that count as comments.
    private func bodiless(passing: Set<Int>) -> Set<Int> {
        var rows: Set<Int> = []
        var header: (row: Int, columns: Int, word: String)?
        var statement: (columns: Int, word: String) = (0, "")
        var hasComment = false
        for (row, line) in scan.lines.enumerated() {
            guard let first = line.firstCode, !passing.contains(row) else {
                hasComment = hasComment || passing.contains(row) || holdsComment(line)
                continue
            }
            if line.beginsStatement {
                statement = (columns(line), word(of: line))
                if let open = header, statement.columns <= open.columns {
                    let isList =
                        ["def", "class", "async"].contains(open.word)
                        && (open.word == statement.word || code[first] == UInt8(ascii: "@"))
                    if hasComment || isList { rows.insert(open.row) }
                }
                header = nil
            }
            let endsWithColon =
                !line.isOpen && line.codeEnd > line.range.lowerBound
                && code[line.codeEnd - 1] == UInt8(ascii: ":")
            if endsWithColon, Self.headers.contains(statement.word) {
                header = (row, statement.columns, statement.word)
                hasComment = false
            }
        }
        if let header { rows.insert(header.row) }
        return rows
    }

    private func holdsComment(_ line: PythonScan.Line) -> Bool {
        code[line.range].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
    }

    // MARK: Magics

    /// `%timeit f()`, `!ls` of IPython.
    private func isMagic(_ first: Int, _ line: PythonScan.Line) -> Bool {
        code[first] == UInt8(ascii: "%") || code[first] == UInt8(ascii: "!")
    }

    /// A statement of the same length in place of a magic: `pass`, and a comment for the rest.
    private func appendMagic(_ range: Range<Int>, to text: inout CheckedText) {
        let word = range.count >= 5 ? "pass#" : "0"
        text.append(standingFor: range, padded(word, range.count))
    }
}
