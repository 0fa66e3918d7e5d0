import Text

/// The plain signs that `smart` replaces.
enum SmartPunctuation {
    /// `"`, `'`, `-` and `.`: what an author escapes to keep them.
    static let marks: [UInt8] = [.quote, .apostrophe, .hyphen, .period]

    /// Whether a character reference, without `&` and `;`, is one of ``marks``.
    static func isMark(_ reference: ArraySlice<UInt8>) -> Bool {
        references.contains { reference.elementsEqual($0.utf8) }
    }

    private static let references = [
        "quot", "QUOT", "apos", "period", "hyphen", "#34", "#39", "#45", "#46", "#x22", "#x27",
        "#x2D", "#x2d", "#x2E", "#x2e", "#X22", "#X27", "#X2D", "#X2d", "#X2E", "#X2e",
    ]
}

extension Tree {
    /// Writes `“ ”`, `‘ ’`, `–`, `—` and `…` for `"`, `'`, `--`, `---` and `...` in texts, as
    /// libcmark does, with two differences. Addresses stay as they are. Next to CJK text, where no
    /// space shows which quote opens, the first of two opens and the second closes.
    ///
    ///     他说"你好"，然后      他说“你好”，然后
    ///     https://a.b/c--d      stays
    ///     15"显示器             stays: it closes nothing
    ///
    /// An escaped sign has a barrier after it and stays. O(nodes + bytes).
    mutating func replacePunctuation(_ placeholders: PlaceholderCodePoints?, linksAddresses: Bool) {
        for id in 0..<NodeID(nodes.count) where self[id].kind.isLeafBlock {
            var scan = SmartScan(placeholders, skipsAddresses: !linksAddresses)
            scan.read(id, in: self)
            for (text, edits) in scan.finish() { replace(edits, in: text) }
        }
    }

    private mutating func replace(_ edits: [SmartScan.Edit], in text: NodeID) {
        let range = self[text].text
        var written: [UInt8] = []
        written.reserveCapacity(range.count + 2 * edits.count)
        var from = range.lowerBound
        for edit in edits {
            written += bytes[from..<edit.range.lowerBound]
            written.append(utf8: edit.sign)
            from = edit.range.upperBound
        }
        written += bytes[from..<range.upperBound]
        self[text].text = store(written)
        self[text].marks = .all
    }
}

/// Reads the texts of one block and decides what its signs become.
private struct SmartScan {
    struct Edit {
        let range: Range<Int>
        var sign: StaticString
    }

    private struct Quote {
        let text: NodeID
        /// The index among the text's edits; nil: no edit yet, because it may stay as it is.
        var edit: Int
        let isBesideCJK: Bool
    }

    private let placeholders: PlaceholderCodePoints?
    private let skipsAddresses: Bool
    private var edits: [NodeID: [Edit]] = [:]
    /// The open quotes, single and double ones separately.
    private var single: [Quote] = []
    private var double: [Quote] = []

    init(_ placeholders: PlaceholderCodePoints?, skipsAddresses: Bool) {
        self.placeholders = placeholders
        self.skipsAddresses = skipsAddresses
    }

    /// The edits of each text in order.
    consuming func finish() -> [NodeID: [Edit]] {
        // A quote next to CJK that opens nothing stays as its author typed it.
        for quote in single + double where quote.isBesideCJK {
            edits[quote.text]?[quote.edit].sign = ""
        }
        return edits.compactMapValues { edits in
            let settled = edits.filter { $0.sign.utf8CodeUnitCount > 0 }
            return settled.isEmpty ? nil : settled
        }
    }

    /// As in libcmark, the characters before and after each text decide: markup counts as
    /// punctuation, a break as a space.
    mutating func read(_ block: NodeID, in tree: Tree) {
        var before: Unicode.Scalar = "\n"
        var id = tree[block].firstChild
        while id != Tree.none {
            let node = tree[id]
            var skipsChildren = false
            switch node.kind {
            case .text:
                readText(id, after: before, in: tree)
                let range = node.text
                before =
                    tree.bytes.scalar(before: range.upperBound, from: range.lowerBound)?.scalar
                    ?? before
            case .softBreak, .hardBreak: before = "\n"
            case .link, .image:
                skipsChildren = node.kind == .image || tree.isAddress(id)
                before = skipsChildren ? ")" : "["
            case .removed: break
            default: before = "*"
            }
            let next = skipsChildren ? tree.following(id, in: block) : tree.successor(id, in: block)
            // Leaves emphasis or a link at its end.
            if next != Tree.none, node.kind != .softBreak, node.kind != .hardBreak,
                tree[next].parent != node.parent, tree[next].parent != id
            {
                before = "*"
            }
            id = next
        }
    }

    // MARK: Texts

    private mutating func readText(_ id: NodeID, after before: Unicode.Scalar, in tree: Tree) {
        let bytes = tree.bytes
        let text = tree[id].text
        var addresses = BareLinkFinder(range: text, mayBegin: true, placeholders)
        var address = skipsAddresses ? addresses.next(in: bytes)?.range : nil
        var i = text.lowerBound
        while i < text.upperBound {
            if let skipped = address, i >= skipped.lowerBound {
                i = max(i, skipped.upperBound)
                address = addresses.next(in: bytes)?.range
                continue
            }
            switch bytes[i] {
            case .quote, .apostrophe: i = readQuote(at: i, of: id, after: before, in: tree)
            case .hyphen: i = readRun(at: i, of: id, in: tree)
            case .period: i = readRun(at: i, of: id, in: tree)
            default: i += 1
            }
        }
    }

    private func isEscaped(before end: Int, of text: Range<Int>, _ bytes: [UInt8]) -> Bool {
        placeholders?.role(in: bytes, at: end, before: text.upperBound) == .barrier
    }

    private mutating func add(_ range: Range<Int>, _ sign: StaticString, in text: NodeID) {
        edits[text, default: []].append(Edit(range: range, sign: sign))
    }

    /// Replaces hyphens with as many long dashes as possible, then short ones; three periods with
    /// an ellipsis.
    private mutating func readRun(at start: Int, of id: NodeID, in tree: Tree) -> Int {
        let text = tree[id].text
        let byte = tree.bytes[start]
        var end = start
        while end < text.upperBound, tree.bytes[end] == byte {
            if isEscaped(before: end + 1, of: text, tree.bytes) { break }
            end += 1
        }
        let count = end - start
        if byte == .period {
            for k in 0..<count / 3 { add(start + 3 * k..<start + 3 * k + 3, "…", in: id) }
        } else if count > 1 {
            addDashes(start..<end, in: id)
        }
        return max(end, start + 1)
    }

    private mutating func addDashes(_ run: Range<Int>, in id: NodeID) {
        let (count, start, end) = (run.count, run.lowerBound, run.upperBound)
        let short = count % 3 == 0 ? 0 : count % 2 == 0 ? count / 2 : count % 3 == 2 ? 1 : 2
        var at = start
        while at < end - 2 * short {
            add(at..<at + 3, "—", in: id)
            at += 3
        }
        while at < end {
            add(at..<at + 2, "–", in: id)
            at += 2
        }
    }

    // MARK: Quotes

    private mutating func readQuote(
        at i: Int, of id: NodeID, after outside: Unicode.Scalar, in tree: Tree
    ) -> Int {
        let bytes = tree.bytes
        let text = tree[id].text
        guard !isEscaped(before: i + 1, of: text, bytes) else { return i + 1 }
        let isDouble = bytes[i] == .quote
        if !isDouble, let end = Self.elisionEnd(at: i, in: bytes, text) {
            add(i..<i + 1, "’", in: id)
            if bytes[end - 1] == .apostrophe { add(end - 1..<end, "’", in: id) }
            return end
        }
        let before = bytes.scalar(before: i, from: text.lowerBound)?.scalar ?? outside
        let after =
            i + 1 < text.upperBound ? bytes.scalar(at: i + 1) : tree.scalar(after: id)
        let isBesideCJK = before.isCJK || after.isCJK
        let flanking = Flanking(before: before, after: after, isBesideCJK: isBesideCJK)
        let mayPairFreely =
            isBesideCJK && flanking.canOpen && flanking.canClose && !before.isUnicodeWhitespace
        let opens =
            mayPairFreely
            || flanking.canOpen && (!flanking.canClose || before == "(" || before == "[")
                && before != "]" && before != ")"
        let range = i..<i + 1
        let index = edits[id]?.count ?? 0
        if flanking.canClose, let opener = popOpener(isDouble) {
            edits[opener.text]?[opener.edit].sign = isDouble ? "“" : "‘"
            add(range, isDouble ? "”" : "’", in: id)
        } else if mayPairFreely, before.isASCIIDigit {
            // 15"显示器: an inch mark rather than a quote.
            return i + 1
        } else if opens {
            add(range, isDouble ? "“" : "’", in: id)
            push(Quote(text: id, edit: index, isBesideCJK: mayPairFreely), isDouble)
        } else {
            add(range, isDouble && !flanking.canClose ? "“" : isDouble ? "”" : "’", in: id)
        }
        return i + 1
    }

    /// The end of a word that begins with an apostrophe for omitted letters: `'90s`, `'n'`,
    /// `'twas`. nil where a quote may begin.
    private static func elisionEnd(at i: Int, in bytes: [UInt8], _ text: Range<Int>) -> Int? {
        if i > text.lowerBound, case let before = bytes[i - 1],
            before.isLetter || before.isDigit || before == .apostrophe
        {
            return nil
        }
        let word = bytes[i + 1..<text.upperBound].prefix(5).prefix { $0.isLetter || $0.isDigit }
        let next = word.endIndex < text.upperBound ? bytes[word.endIndex] : .space
        if word.count == 3, word.prefix(2).allSatisfy(\.isDigit), word.last == UInt8(ascii: "s") {
            return word.endIndex
        }
        let name = String(decoding: word.map(\.lowercased), as: UTF8.self)
        if name == "n" { return next == .apostrophe ? word.endIndex + 1 : word.endIndex }
        return next != .apostrophe && elisions.contains(name) ? word.endIndex : nil
    }

    /// Words that begin with an apostrophe and seldom begin a quotation.
    private static let elisions: Set<String> = ["em", "til", "tis", "twas"]

    private mutating func push(_ quote: Quote, _ isDouble: Bool) {
        if isDouble { double.append(quote) } else { single.append(quote) }
    }

    private mutating func popOpener(_ isDouble: Bool) -> Quote? {
        isDouble ? double.popLast() : single.popLast()
    }
}

extension Tree {
    /// Whether a link's text is its address, as of `<https://a.b>` and of bare ones.
    fileprivate func isAddress(_ link: NodeID) -> Bool {
        let text = self[link].firstChild
        guard text != Tree.none, self[text].kind == .text, self[text].next == Tree.none else {
            return false
        }
        return bytes[self[link].destination].reversed().starts(
            with: bytes[self[text].text].reversed())
    }

    /// The scalar after a text, as the rules for quotes see it.
    fileprivate func scalar(after text: NodeID) -> Unicode.Scalar {
        let next = self[text].next
        guard next != Tree.none else {
            return self[self[text].parent].kind.isLeafBlock ? "\n" : "*"
        }
        switch self[next].kind {
        case .softBreak, .hardBreak: return "\n"
        case .text where !self[next].text.isEmpty:
            return bytes.scalar(at: self[next].text.lowerBound)
        default: return "*"
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
