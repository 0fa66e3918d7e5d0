import Text

extension LanguageCheck {
    /// The shape of a Mermaid diagram: its kind is known, brackets of nodes pair up on their lines,
    /// and blocks end. (https://mermaid.js.org/intro/syntax-reference.html)
    static let mermaid = LanguageCheck("mermaid") { MermaidCheck($0.code).examination }
}

/// The verdict on a block labeled `mermaid`. O(bytes).
private struct MermaidCheck {
    private let lines: CodeLines

    init(_ code: [UInt8]) {
        lines = CodeLines(code)
    }

    var examination: Examination {
        guard let (kind, rows) = diagram else {
            return Examination(.undecided("a diagram without its kind"))
        }
        let name = lines.string(kind)
        guard let rules = Self.kinds[name] else {
            guard let near = nearestName(to: name, in: Self.kinds.keys.sorted()) else {
                return Examination(.undecided("no diagram of Mermaid is called '\(name)'"))
            }
            let finding = Finding(
                "no diagram of Mermaid is called '\(name)'", at: kind,
                fix: "did you mean '\(near)'?", replacement: near)
            return Examination(.rejected([finding], .shape))
        }
        var finding: Finding?
        if rules.contains(.nodes) { finding = openBracket(rows) }
        finding = finding ?? openBlock(rows, rules)
        if let finding { return Examination(.rejected([finding], .shape)) }
        return Examination(.accepted(.shape))
    }

    // MARK: Kinds

    private struct Rules: OptionSet {
        let rawValue: Int
        /// Nodes in brackets of several shapes, each on a line: `a[text]`, `b((text))`, `c{text}`.
        static let nodes = Rules(rawValue: 1)
        /// Blocks that `end` closes.
        static let subgraphs = Rules(rawValue: 2)
        static let messages = Rules(rawValue: 4)
        /// Blocks from a `{` at a line's end to a line `}`.
        static let braces = Rules(rawValue: 8)
    }

    private static let kinds: [String: Rules] = {
        let plain = """
            journey gantt pie quadrantChart gitGraph mindmap timeline zenuml sankey sankey-beta \
            xychart xychart-beta block block-beta packet packet-beta kanban architecture \
            architecture-beta radar-beta treemap treemap-beta info
            """
        var kinds = Dictionary(
            uniqueKeysWithValues: plain.split(separator: " ").map { (String($0), Rules()) })
        for name in ["graph", "flowchart", "flowchart-elk"] { kinds[name] = [.nodes, .subgraphs] }
        kinds["sequenceDiagram"] = .messages
        for name in [
            "classDiagram", "classDiagram-v2", "stateDiagram", "stateDiagram-v2", "erDiagram",
            "requirementDiagram", "requirement", "C4Context", "C4Container", "C4Component",
            "C4Dynamic", "C4Deployment",
        ] {
            kinds[name] = .braces
        }
        return kinds
    }()

    /// The word that names the kind, and the lines after it; comments, directives (`%%{init: …}%%`)
    /// and front matter come before.
    private var diagram: (kind: Range<Int>, rows: ArraySlice<Range<Int>>)? {
        var row = 0
        let ranges = lines.ranges
        func text(_ row: Int) -> ArraySlice<UInt8> { lines.code[lines.trimmed(ranges[row])] }
        while row < ranges.count, text(row).isEmpty || text(row).begins("%%") {
            if text(row).begins("%%{") {
                while row < ranges.count, !text(row).holds("}%%") { row += 1 }
            }
            row += 1
        }
        if row < ranges.count, text(row).elementsEqual("---".utf8) {
            row += 1
            while row < ranges.count, !text(row).elementsEqual("---".utf8) { row += 1 }
            row += 1
            while row < ranges.count, text(row).isEmpty || text(row).begins("%%") { row += 1 }
        }
        guard row < ranges.count else { return nil }
        let word = text(row).prefix { !$0.isBlank && $0 != UInt8(ascii: ";") && $0 != 0x3A }
        guard !word.isEmpty else { return nil }
        return (word.startIndex..<word.endIndex, ranges[(row + 1)...])
    }

    // MARK: Blocks

    private static let messageBlocks: Set<String> = [
        "alt", "box", "break", "critical", "loop", "opt", "par", "par_over", "rect",
    ]

    private func openBlock(_ rows: ArraySlice<Range<Int>>, _ rules: Rules) -> Finding? {
        var open: [Range<Int>] = []
        for row in rows {
            let range = lines.trimmed(row)
            let text = lines.code[range]
            if text.isEmpty || text.begins("%%") { continue }
            if DataElision.elisionEnd(in: lines.code, at: range.lowerBound) != nil { return nil }
            let word = lines.string(
                range.lowerBound..<range.lowerBound + text.word(with: "_").count)
            let isOpening: Bool
            let isEnd: Bool
            if rules.contains(.braces) {
                isOpening = text.last == UInt8(ascii: "{")
                isEnd = text.elementsEqual("}".utf8)
            } else {
                isOpening =
                    rules.contains(.subgraphs) && word == "subgraph"
                    || rules.contains(.messages) && Self.messageBlocks.contains(word)
                        && Self.isStatement(text.dropFirst(word.utf8.count))
                isEnd = !rules.isEmpty && (text.elementsEqual("end".utf8) || text.begins("end;"))
            }
            if isEnd, open.popLast() == nil {
                return Finding("'\(lines.string(range))' closes nothing", at: range)
            }
            if isOpening { open.append(range) }
        }
        guard let last = open.last else { return nil }
        let close = rules.contains(.braces) ? "}" : "end"
        return Finding(
            "this block is not closed", at: last, fix: "write '\(close)' after its last line")
    }

    /// Whether the text after a word shows that it is not the name of a sender: `loop->>b: text`.
    private static func isStatement(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = rest.withoutBlanks
        return !["-", "<-", "x-", "+", ":"].contains { rest.begins($0) }
    }

    // MARK: Nodes

    /// An unclosed bracket of a node on its line. Skips texts in quotes and between `|`; `>` before
    /// a text opens what `]` closes.
    private func openBracket(_ rows: ArraySlice<Range<Int>>) -> Finding? {
        let code = lines.code
        var quote: UInt8?
        for row in rows {
            let range = lines.trimmed(row)
            if code[range].begins("%%") || Self.styles.contains(where: { code[range].begins($0) }) {
                continue
            }
            var open: [Int] = []
            var isLabel = false
            for index in range {
                let byte = code[index]
                if let mark = quote {
                    if byte == mark { quote = nil }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): quote = byte
                case UInt8(ascii: "|"): isLabel.toggle()
                case _ where isLabel: continue
                case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): open.append(index)
                case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
                    if open.popLast() == nil, !code[range].contains(UInt8(ascii: ">")) {
                        return Finding(
                            "'\(Character(Unicode.Scalar(byte)))' closes nothing",
                            at: index..<index + 1)
                    }
                default: continue
                }
            }
            // A quoted text may continue.
            if quote == nil, !isLabel, let first = open.first {
                return Finding(
                    "'\(Character(Unicode.Scalar(code[first])))' is not closed",
                    at: first..<first + 1)
            }
        }
        return nil
    }

    /// Statements that name no nodes.
    private static let styles = [
        "classDef ", "click ", "class ", "linkStyle ", "style ", "accDescr", "accTitle",
    ]
}
