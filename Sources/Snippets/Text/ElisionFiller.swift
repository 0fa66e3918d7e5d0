/// Walks a scanned text and overwrites what stands for something left out.
struct ElisionFiller {
    private let scan: CodeScan
    private let style: ElisionStyle
    private var code: [UInt8] { scan.code }
    /// The text as filled in so far.
    private(set) var bytes: [UInt8]
    /// How many elisions there are, comments counted.
    private(set) var count = 0
    /// The last byte before `index` that is code, and not blank.
    private var previous: Int?
    /// What the text has of elisions at all.
    private var signs: ElisionMark.Signs = []
    /// The brackets open at `index`.
    private var open: [Int] = []

    init(_ scan: CodeScan, _ style: ElisionStyle) {
        self.scan = scan
        self.style = style
        bytes = scan.code
    }

    mutating func run() {
        signs = ElisionMark.signs(in: code)
        if signs.isEmpty { return }
        for (number, stretch) in scan.stretches.enumerated() {
            switch stretch.kind {
            case .lineComment, .blockComment:
                if ElisionMark.isElision(comment: code[stretch.range]) { count += 1 }
            case .string: previous = stretch.range.upperBound - 1
            case .directive: break
            case .code: fill(stretch.range, number: number)
            }
        }
    }

    private mutating func fill(_ range: Range<Int>, number: Int) {
        let code = self.code
        var i = range.lowerBound
        // Whether nothing but blanks stands before `i` on its line.
        var isFirst = lineBegins(before: i)
        while i < range.upperBound {
            let byte = code[i]
            if byte == .lineFeed || byte.isBlank {
                if byte == .lineFeed { isFirst = true }
                i += 1
                continue
            }
            if isFirst, let end = elidedLine(at: i, limit: range.upperBound) {
                put(nil, i..<end)
                i = end
                continue
            }
            defer { isFirst = false }
            if ElisionMark.mayBegin(with: byte),
                let end = ElisionMark.ellipsis(in: code, at: i, limit: range.upperBound)
            {
                ellipsis(
                    ElisionSite(
                        range: i..<end, previous: previous, next: next(after: end, number),
                        isFirst: isFirst, isLast: lineEnds(at: end, in: number), scan: scan,
                        bracket: open.last))
                previous = end - 1
                i = end
                continue
            }
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "["),
                let end = placeholder(at: i, limit: range.upperBound)
                    ?? bracketedWords(at: i, limit: range.upperBound)
            {
                put(style.name(end - i), i..<end)
                i = end
                previous = end - 1
                continue
            }
            track(byte, at: i)
            previous = i
            i += 1
        }
    }

    private mutating func track(_ byte: UInt8, at i: Int) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(i)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
        default: break
        }
    }

    private mutating func ellipsis(_ site: ElisionSite) {
        switch site.standIn(style) {
        case .itself: break
        case .blank: put(nil, site.range)
        case .name: put(style.name(site.range.count), site.range)
        case .loop:
            let blanks = [UInt8](repeating: .space, count: max(site.range.count - 2, 0))
            put([0x3B, 0x3B] + blanks, site.range)
        }
    }

    /// Overwrites an elision; nil: with blanks.
    private mutating func put(_ text: [UInt8]?, _ range: Range<Int>) {
        let text = text ?? [UInt8](repeating: .space, count: range.count)
        bytes.replaceSubrange(range, with: text)
        count += 1
    }

    // MARK: Around

    private func lineBegins(before offset: Int) -> Bool {
        var i = offset
        while i > 0, code[i - 1].isBlank { i -= 1 }
        return i == 0 || code[i - 1] == .lineFeed
    }

    /// Whether nothing but blanks and a comment follow on the line.
    private func lineEnds(at offset: Int, in number: Int) -> Bool {
        let end = scan.stretches[number].range.upperBound
        var i = offset
        while i < end, code[i].isBlank { i += 1 }
        if i < end { return code[i] == .lineFeed }
        guard number + 1 < scan.stretches.count else { return true }
        return scan.stretches[number + 1].kind != .string
    }

    /// The next byte of code that is not blank, comments passed over.
    private func next(after offset: Int, _ number: Int) -> Int? {
        var i = offset
        for stretch in scan.stretches[number...] {
            switch stretch.kind {
            case .string: return stretch.range.lowerBound
            case .directive, .lineComment, .blockComment: i = stretch.range.upperBound
            case .code:
                i = max(i, stretch.range.lowerBound)
                while i < stretch.range.upperBound {
                    if !code[i].isBlank, code[i] != .lineFeed { return i }
                    i += 1
                }
            }
        }
        return nil
    }

    // MARK: Whole lines

    /// The end of a line of prose that says something is left out, `... do some stuff ...` or
    /// `---- 省略 ----`; nil for any other line.
    private func elidedLine(at start: Int, limit: Int) -> Int? {
        guard mayBeElided(at: start, limit: limit) else { return nil }
        var end = code[start..<limit].firstIndex(of: .lineFeed) ?? limit
        while end > start, code[end - 1].isBlank { end -= 1 }
        let line = code[start..<end]
        guard line.count <= 200 else { return nil }
        if let dots = ElisionMark.ellipsis(in: code, at: start, limit: end) {
            let rest = code[dots..<end].drop { $0.isBlank }
            return !rest.isEmpty && isProse(rest) ? end : nil
        }
        guard !line.contains(where: Self.isOfCode) else { return nil }
        // `(...)`, `-- ... --`
        let inner = line.drop(while: Self.isFrame)
        if let first = inner.indices.first,
            let dots = ElisionMark.ellipsis(in: code, at: first, limit: end)
        {
            let isFramed = code[dots..<end].allSatisfy { ")]>-*~ ".utf8.contains($0) }
            return isFramed && !inner.isEmpty && dots < end ? end : nil
        }
        return ElisionMark.saysOmitted(line) ? end : nil
    }

    /// A short look, for every line is asked: whether the first that is no frame begins an ellipsis,
    /// or any line of the text might have the words.
    private func mayBeElided(at start: Int, limit: Int) -> Bool {
        if signs.contains(.words) { return true }
        var i = start
        while i < limit, Self.isFrame(code[i]) { i += 1 }
        return i < limit && ElisionMark.mayBegin(with: code[i])
    }

    /// `([<-*~` and a space, which may stand before the dots of a line of dots.
    private static func isFrame(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x5B, 0x3C, 0x2D, 0x2A, 0x7E, 0x20: true
        default: false
        }
    }

    /// `;={}"'`: a switch, for every line of every block is asked.
    private static func isOfCode(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3B, 0x3D, 0x7B, 0x7D, 0x22, 0x27: true
        default: false
        }
    }

    /// Words without anything of code: several, or in Chinese.
    private func isProse(_ text: ArraySlice<UInt8>) -> Bool {
        guard !text.contains(where: { "(){}[];=\"'`,:&|<>".utf8.contains($0) }) else {
            return false
        }
        return text.contains { $0 >= 0x80 } || text.split(separator: .space).count > 1
    }

    private var isOperandDue: Bool {
        guard style.hasPlaceholders, let previous else { return false }
        switch code[previous] {
        case 0x28, 0x2C, 0x3D, 0x3A, 0x5B, 0x7B: return true
        default: return false
        }
    }

    /// The end of `[LARGE VALUE...]` where an operand is due: several words, and what ends them.
    private func bracketedWords(at start: Int, limit: Int) -> Int? {
        guard code[start] == UInt8(ascii: "["), isOperandDue else { return nil }
        var i = start + 1
        var hasSpace = false
        while i < limit, i - start < 60, code[i].isWord || code[i] == .space {
            if code[i] == .space { hasSpace = true }
            i += 1
        }
        guard hasSpace, let end = ElisionMark.ellipsis(in: code, at: i, limit: limit), end < limit,
            code[end] == UInt8(ascii: "]")
        else { return nil }
        return end + 1
    }

    /// The end of `<your-token>` where an operand is due.
    private func placeholder(at start: Int, limit: Int) -> Int? {
        guard code[start] == UInt8(ascii: "<"), isOperandDue else { return nil }
        var i = start + 1
        var isCompound = false
        guard i < limit, code[i].isNameStart else { return nil }
        while i < limit, i - start < 40 {
            let byte = code[i]
            if byte == UInt8(ascii: ">") { return isCompound ? i + 1 : nil }
            if byte == UInt8(ascii: "-") || byte >= 0x80 {
                isCompound = true
            } else if !byte.isWord {
                return nil
            }
            i += 1
        }
        return nil
    }
}
