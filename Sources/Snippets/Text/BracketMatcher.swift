import Languages

/// Pairs the brackets of a scanned text; distinguishes preprocessor branches.
struct BracketMatcher {
    private let scan: CodeScan
    private let traits: LexicalTraits
    private var findings: [Finding] = []
    /// Text under `#if 0`, which gets no findings.
    private(set) var deadRanges: [Range<Int>] = []

    /// All openers so far, each with the one that was open before it: a stack whose earlier states
    /// stay valid, so that a branch can return to one in constant time.
    private var openers: [Opener] = []
    /// The innermost open one, an index of `openers`.
    private var top: Int?
    private var branches: [Branch] = []
    private var line = LineState()
    /// Whether the last byte of code ends a statement or begins a block.
    private var endsStatement = true
    /// The last byte of code, or of a string, that is not blank.
    private var lastCode = 0
    /// The indentation of the first line with code; nil before it.
    private var firstIndent: Int?
    /// An opener whose closer begins a line further left than the opener's own line: probably the
    /// closer of another.
    private var misclosed: Opener?

    private struct Opener {
        let offset: Int
        let byte: UInt8
        /// Columns before the first line of the statement that contains it.
        let indent: Int
        let below: Int?
        /// Whether a line inside begins no further right, and does not close it.
        var isLeft = false
    }

    private struct Branch {
        /// ``top`` at the `#if`.
        let top: Int?
        /// The bracket that is open after the first branch that counts.
        var result: Int??
        /// Where ignored text began; nil in text that counts.
        var deadSince: Int?
    }

    private struct LineState {
        /// Columns before it.
        var indent = 0
        /// Columns before the first line of the statement that it belongs to.
        var base = 0
        var isBlank = true
    }

    /// The missing brackets of a text that begins or ends inside something.
    struct Edges: Sendable, Hashable {
        /// The closers of the brackets that are open at its end: `})`.
        var closers = ""
        /// The closers without an opener, in order: `})`.
        var strays = ""
        /// How a text with open brackets ends.
        var ending = Ending.body

        enum Ending: Sendable, Hashable {
            /// With the bracket: `func f() {`.
            case head
            /// With three dots: `f(a, ...`.
            case ellipsis
            /// With code after the bracket.
            case body
        }
    }
    private(set) var edges = Edges()

    init(_ scan: CodeScan, _ traits: LexicalTraits) {
        self.scan = scan
        self.traits = traits
        openers.reserveCapacity(scan.code.count / 24 + 4)
    }

    /// The first bracket that does not pair up. O(bytes).
    mutating func run() -> [Finding] {
        for stretch in scan.stretches {
            switch stretch.kind {
            case .code: match(stretch.range)
            case .directive: direct(stretch.range)
            case .string, .lineComment, .blockComment: pass(stretch)
            }
        }
        if let since = branches.compactMap(\.deadSince).first {
            deadRanges.append(since..<scan.code.count)
        }
        reportOpen()
        return findings
    }

    /// How many of `branches` do not count.
    private var deadBranches = 0

    private mutating func pass(_ stretch: CodeScan.Stretch) {
        if stretch.kind == .string {
            beginLine(with: scan.code[stretch.range.lowerBound])
            lastCode = stretch.range.upperBound - 1
        }
    }

    /// Records the first code of a line.
    private mutating func beginLine(with byte: UInt8) {
        guard line.isBlank else { return }
        line.isBlank = false
        let isContinued = firstIndent != nil && !endsStatement
        line.base = isContinued ? min(line.indent, line.base) : line.indent
        firstIndent = firstIndent ?? line.indent
        guard let top, traits.roles[Int(byte)] != .closer else { return }
        if openers[top].byte != UInt8(ascii: "{") {
            line.base = openers[top].indent
        } else if line.indent <= openers[top].indent, byte != openers[top].byte {
            openers[top].isLeft = true
        }
    }

    /// Most bytes are plain ones of a line that has begun: they are skipped together.
    private mutating func match(_ range: Range<Int>) {
        let isDead = deadBranches > 0
        let code = scan.code
        let roles = traits.roles
        var i = range.lowerBound
        while i < range.upperBound {
            let byte = code[i]
            let role = roles[Int(byte)]
            switch role {
            case .lineFeed: line = LineState(base: line.base)
            case .blank: if line.isBlank { line.indent += byte == 0x09 ? 4 : 1 }
            case _ where isDead: break
            case .plain:
                beginLine(with: byte)
                while i + 1 < range.upperBound, roles[Int(code[i + 1])] == .plain { i += 1 }
                lastCode = i
                endsStatement = false
            case .statementEnd, .opener, .closer:
                let isFirst = line.isBlank
                beginLine(with: byte)
                lastCode = i
                endsStatement =
                    role == .statementEnd || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
                if role == .opener { open(byte, at: i) }
                if role == .closer { close(byte, at: i, isFirst: isFirst) }
            }
            i += 1
        }
    }

    private mutating func open(_ byte: UInt8, at offset: Int) {
        openers.append(Opener(offset: offset, byte: byte, indent: line.base, below: top))
        top = openers.count - 1
    }

    private mutating func close(_ byte: UInt8, at offset: Int, isFirst: Bool) {
        guard let top else { return strayCloser(byte, at: offset) }
        let opener = openers[top]
        let due = traits.closers[Int(opener.byte)]
        if due == byte {
            if isFirst, line.indent < opener.indent, misclosed == nil { misclosed = opener }
            self.top = opener.below
            return
        }
        let words = "\(quoted(byte)) where \(quoted(due)) is due"
        report(
            words, at: offset,
            related: .init("opened here", at: opener.offset..<opener.offset + 1))
        // Mostly one bracket too few: continue after the nearest opener that fits.
        var candidate = opener.below
        for _ in 0..<8 {
            guard let index = candidate else { break }
            if traits.closers[Int(openers[index].byte)] == byte {
                self.top = openers[index].below
                return
            }
            candidate = openers[index].below
        }
    }

    /// A closer without an opener: the end of something whose beginning is not shown, if the text
    /// begins deeper than the closer.
    private mutating func strayCloser(_ byte: UInt8, at offset: Int) {
        if let firstIndent, line.indent < firstIndent || startsWithCloser(offset) {
            edges.strays.unicodeScalars.append(Unicode.Scalar(byte))
            return
        }
        report("\(quoted(byte)) closes nothing", at: offset)
    }

    private func startsWithCloser(_ offset: Int) -> Bool {
        guard let first = scan.code.firstIndex(where: { !$0.isBlank && $0 != .lineFeed }) else {
            return false
        }
        return first == offset
    }

    /// Reports an opener that is never closed, unless the author shows only the beginning of
    /// something: then everything that follows is deeper.
    private mutating func reportOpen() {
        guard let top else { return }
        if endsWithEllipsis { return noteOpen(.ellipsis) }
        var left: Opener?
        var index: Int? = top
        while let current = index, left == nil {
            if openers[current].isLeft { left = openers[current] }
            index = openers[current].below
        }
        let place: Opener
        if let misclosed, misclosed.offset > openers[top].offset {
            place = misclosed
        } else if let left {
            place = left
        } else if openers[top].byte == UInt8(ascii: "{"), endsLine(openers[top].offset) {
            return noteOpen(lastCode == openers[top].offset ? .head : .body)
        } else {
            place = openers[top]
        }
        report("\(quoted(place.byte)) is not closed", at: place.offset)
    }

    /// Whether the text breaks off: `f(a, ...`.
    private var endsWithEllipsis: Bool {
        let text = scan.code.reversed().drop { $0.isBlank || $0 == .lineFeed }
        return text.starts(with: "...".utf8) || text.starts(with: "…".utf8.reversed())
    }

    private mutating func noteOpen(_ ending: Edges.Ending) {
        edges.ending = ending
        var index = top
        while let current = index {
            let closer = traits.closers[Int(openers[current].byte)]
            edges.closers.unicodeScalars.append(Unicode.Scalar(closer))
            index = openers[current].below
        }
    }

    /// Whether nothing but blanks and a comment follow on the line.
    private func endsLine(_ offset: Int) -> Bool {
        var i = offset + 1
        while i < scan.code.count, scan.code[i].isBlank { i += 1 }
        guard i < scan.code.count, scan.code[i] != .lineFeed else { return true }
        return scan.stretches.contains { $0.range.lowerBound == i && $0.kind != .string }
    }

    private func quoted(_ byte: UInt8) -> String { "'\(Unicode.Scalar(byte))'" }

    /// Keeps only the first: later findings mostly follow from it.
    private mutating func report(
        _ message: String, at offset: Int, related: Finding.Related? = nil
    ) {
        guard findings.isEmpty else { return }
        findings.append(Finding(message, at: offset..<offset + 1, related: related))
    }

    // MARK: Preprocessor

    private mutating func direct(_ range: Range<Int>) {
        let words = scan.code[range].prefix(40).dropFirst()
            .split(separator: .space, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
        guard let name = words.first?.prefix(while: \.isLetter) else { return }
        switch name {
        case "if", "ifdef", "ifndef":
            let condition = words.dropFirst().first?.drop { $0 == " " } ?? ""
            let isNever = name == "if" && (condition == "0" || condition.hasPrefix("0 "))
            branches.append(Branch(top: top, deadSince: isNever ? range.upperBound : nil))
            if isNever { deadBranches += 1 }
        case "elif", "elseif", "elifdef", "elifndef", "else":
            guard let last = branches.indices.last else { return }
            endBranch(at: range.lowerBound)
            top = branches[last].top
        case "endif":
            guard let last = branches.indices.last else { return }
            endBranch(at: range.lowerBound)
            if let result = branches[last].result { top = result }
            branches.removeLast()
        default: break
        }
    }

    private mutating func endBranch(at offset: Int) {
        let last = branches.count - 1
        if let since = branches[last].deadSince {
            deadRanges.append(since..<max(since, offset))
            branches[last].deadSince = nil
            deadBranches -= 1
        } else if branches[last].result == nil {
            branches[last].result = .some(top)
        }
    }
}
