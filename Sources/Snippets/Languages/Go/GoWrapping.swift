/// Makes a file that gofmt can read of Go text that is seldom one.
///
///     x := f()                gives     package p;func _(){x := f()⏎}
///     func f() {}             gives     package p;func f() {}
///     import "fmt"⏎ f()⏎      gives     package p;import "fmt"⏎func _(){f()⏎}
///
/// The block's first line stays the file's first line, unless parts change places.
struct GoWrapping {
    private let filled: [UInt8]
    private let items: GoItems
    private let elisions: Int
    private let hints: GoHints
    /// Brackets that a cut-off beginning or end has to have besides.
    private let edges: BracketMatcher.Edges

    /// `filled` has its elisions filled in.
    init(_ filled: CheckedText, scan: CodeScan, edges: BracketMatcher.Edges) {
        self.filled = filled.bytes
        self.edges = edges
        elisions = filled.elisions
        items = GoItems(scan)
        hints = GoHints(items)
    }

    /// What to try, the likeliest first. Never empty.
    var texts: [CheckedText] {
        guard items.contains(.statement) else { return [declarations] }
        if items.contains(.package) { return [declarations] }
        var texts: [CheckedText] = []
        if items.contains(.function) || items.contains(.imports) {
            texts.append(mixed)
        } else {
            texts.append(whole("func _(){", "\n}"))
        }
        texts += hints.wrappers.map { whole($0.head, $0.tail) }
        return texts
    }

    /// Text that has declarations alone, imports before the rest and package clauses but the first
    /// blanked out.
    private var declarations: CheckedText {
        var text = start
        let isFile = items.all.first?.kind == .package
        if !isFile { text.append(written: "package p;") }
        var others: [GoItems.Item] = []
        var hasPackage = false
        for item in items.all {
            switch item.kind {
            case .package where !hasPackage:
                hasPackage = true
                append(item.range, to: &text)
            case .imports: append(item.range, to: &text)
            default: others.append(item)
            }
        }
        if items.all.isEmpty { append(0..<filled.count, to: &text) }
        for item in others {
            if item.kind == .package {
                text.append(
                    standingFor: item.range,
                    filled[item.range].map { $0 == .lineFeed ? $0 : .space })
            } else {
                append(item.range, to: &text)
            }
        }
        close(&text)
        return text
    }

    /// Statements between functions, each run of them in a function of its own.
    private var mixed: CheckedText {
        var text = start
        text.append(written: "package p;")
        for item in items.all where item.kind == .imports { append(item.range, to: &text) }
        let others = items.all.filter { $0.kind != .imports }
        var isInFunction = false
        for item in others {
            let isStatement = item.kind == .statement
            if isStatement != isInFunction {
                text.append(written: isStatement ? "func _(){" : "\n}\n")
                isInFunction = isStatement
                if isStatement, item.range.lowerBound == 0 { text.append(written: edges.openers) }
            }
            append(item.range, to: &text)
        }
        close(&text)
        if isInFunction { text.append(written: "\n}") }
        return text
    }

    /// The text between two written ends.
    private func whole(_ head: String, _ tail: String) -> CheckedText {
        var text = start
        text.append(written: "package p;" + head + edges.openers)
        append(0..<filled.count, to: &text)
        close(&text)
        text.append(written: tail)
        return text
    }

    private var start: CheckedText {
        var text = CheckedText()
        text.reserve(filled.count + 64)
        text.elisions = elisions
        return text
    }

    private func append(_ range: Range<Int>, to text: inout CheckedText) {
        text.append(standingFor: range, filled[range])
    }

    /// Closes what is left open where that is no fault: the head of a function is shown as such,
    /// but one that breaks off in its body lacks a brace.
    private func close(_ text: inout CheckedText) {
        let isMeant =
            switch edges.ending {
            case .ellipsis: true
            case .head: items.all.last?.kind == .function && !items.contains(.package)
            case .body: false
            }
        if isMeant, !edges.closers.isEmpty { text.append(written: "\n" + edges.closers) }
    }
}
