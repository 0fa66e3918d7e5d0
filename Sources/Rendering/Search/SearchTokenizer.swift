import Content
import Markdown
import Text

/// Gathers the terms of one post from its title, tags and text.
///
/// Han, Kana and Hangul are cut into pairs, as they have no spaces: `调度器` has the terms `调度`
/// and `度器`, and a query of three characters or more finds what has all its pairs. A character
/// that is alone, and each of a title or tag, is a term too. Other scripts are cut into words:
/// runs of letters, digits and `_`, folded (see ``SearchFolding``), an English plural without its
/// `s`. A name of several words has its parts as terms, too: `sync_map`, `WaitGroup`. `C++` and
/// `C#` are terms. Works on bytes.
struct SearchTokenizer {
    private var found: SearchTermSet
    /// The word that is being read, folded.
    private var word: [UInt8] = []
    /// Where parts of it begin, other than its start.
    private var parts: [Int] = []
    private var lastByte: UInt8 = 0
    /// The last character of the run that is being read; empty: none is.
    private var last = ShortTerm()
    /// Whether it is the only one.
    private var isAlone = false
    private var weight = SearchWeight.body
    /// Whether single characters are terms.
    private var takesSingles = false

    init(shards: SearchShards) {
        found = SearchTermSet(shards: shards)
    }

    /// The terms of a post. O(bytes).
    ///
    /// - Parameter code: whether the words of its listings count.
    static func terms(
        title: String, labels: [String], of document: Document, code: Bool, shards: SearchShards
    ) -> SearchTerms {
        var tokenizer = SearchTokenizer(shards: shards)
        tokenizer.takesSingles = true
        tokenizer.add(title, .title)
        for label in labels { tokenizer.add(label, .heading) }
        tokenizer.takesSingles = false
        tokenizer.add(document, code: code)
        return tokenizer.found.packed()
    }

    /// The different terms so far, in order.
    var sorted: [String] { found.terms.sorted() }

    /// One text on its own.
    mutating func add(_ text: String, _ weight: SearchWeight) {
        self.weight = weight
        let bytes = Array(text.utf8)
        add(bytes, bytes.indices)
        endRun()
    }

    private mutating func add(_ document: Document, code: Bool) {
        let tree = document.tree
        weight = .body
        var node = tree.successor(Tree.root)
        while node != Tree.none {
            switch tree[node].kind {
            case .text, .code, .formula, .templateTag: add(tree.bytes, tree[node].text)
            case .softBreak: if !tree[node].isJoined { endRun() }
            case .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference: break
            case .htmlInline:
                if tree.partsWords(node) { endRun() }
                add(html: node, of: document, code)
            case .htmlBlock:
                endRun()
                weight = .body
                add(html: node, of: document, code)
                endRun()
            case .codeBlock:
                endRun()
                weight = .body
                if code { add(tree.bytes, tree[node].text) }
                endRun()
            case .heading:
                endRun()
                weight = .heading
            default:
                endRun()
                weight = .body
            }
            node = tree.successor(node)
        }
        endRun()
    }

    /// Takes in what a reader sees of raw HTML.
    private mutating func add(html node: NodeID, of document: Document, _ code: Bool) {
        let words = document.words(ofHTML: node, listings: code)
        if !words.isEmpty { add(words, words.indices) }
    }

    /// Takes in UTF-8; a word may go on in what is added next.
    private mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { bytes in
            var i = range.lowerBound
            while i < range.upperBound {
                let byte = bytes[i]
                if byte.isLower || byte.isDigit {
                    let end = Self.endOfLetters(bytes, from: i + 1, to: range.upperBound)
                    addLetters(UnsafeBufferPointer(rebasing: bytes[i..<end]))
                    i = end
                    continue
                }
                if byte < 0x80 {
                    addASCII(byte, next: i + 1 < range.upperBound ? bytes[i + 1] : 0)
                    i += 1
                    continue
                }
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                let end = min(i + length, range.upperBound)
                if (0xE5...0xE9).contains(byte), i + 3 == end {
                    // U+5000 to U+9FFF.
                    addCharacter(ShortTerm(bytes[i], bytes[i + 1], bytes[i + 2]))
                    i = end
                    continue
                }
                addOther(bytes[i..<end])
                i = end
            }
        }
    }

    /// Where a run of small letters and digits ends.
    private static func endOfLetters(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
    ) -> Int {
        var end = start
        while end < limit, bytes[end] &- 0x61 < 26 || bytes[end] &- 0x30 < 10 { end += 1 }
        return end
    }

    private mutating func addASCII(_ byte: UInt8, next: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            // From full-width letters: others come in runs.
            addLetter(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            let wasUpper = lastByte.isUpper
            if !word.isEmpty, !wasUpper || (next | 0x20).isLower && !next.isUpper {
                parts.append(word.count)
            }
            addLetter(byte | 0x20)
        case UInt8(ascii: "_"):
            if word.isEmpty { return endRun() }
            addLetter(byte)
            parts.append(word.count)
        case UInt8(ascii: "+")
        where next == byte && lastByte.isLetter && (1...2).contains(word.count):
            insertName(signed: [byte, byte])
        case UInt8(ascii: "#") where lastByte.isLetter && (1...2).contains(word.count):
            insertName(signed: [byte])
        default: endRun()
        }
        lastByte = byte
    }

    /// `C++`, `C#`: the name with its sign is a term in addition to the name.
    private mutating func insertName(signed sign: [UInt8]) {
        let name = word + sign
        found.insert(name, name.indices, weight)
        endRun()
    }

    private mutating func addLetter(_ byte: UInt8) {
        if last.length > 0 { endCharacters() }
        word.append(byte)
    }

    /// A run of small letters and digits.
    private mutating func addLetters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if last.length > 0 { endCharacters() }
        word.append(contentsOf: bytes)
        lastByte = bytes[bytes.count - 1]
    }

    private mutating func addCharacter(_ character: ShortTerm) {
        if !word.isEmpty { endWord() }
        lastByte = 0
        isAlone = last.length == 0
        if !isAlone { found.insert(last + character, weight) }
        if takesSingles { found.insert(character, weight) }
        last = character
    }

    /// One scalar that is not ASCII. The first three cases are most of a Chinese text, and tables of
    /// Unicode would make it take ten times as long.
    private mutating func addOther(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let first = bytes[bytes.startIndex]
        let value = bytes.count == 3 ? Self.scalar(ofThree: bytes) : 0
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xAC00...0xD7A3:
            let i = bytes.startIndex
            addCharacter(ShortTerm(first, bytes[i + 1], bytes[i + 2]))
        case 0x2000...0x203F, 0x2190...0x242F, 0x2500...0x273F, 0x3000...0x3004, 0x3008...0x3020:
            endRun()
        case 0xFF01...0xFF5E: addASCII(UInt8(value - 0xFEE0), next: 0)
        default:
            if first < 0xC2 { return endRun() }
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                for folded in SearchFolding.folded(scalar) { add(folded: folded) }
            }
        }
    }

    private static func scalar(ofThree bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        let i = bytes.startIndex
        return UInt32(bytes[i] & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6
            | UInt32(bytes[i + 2] & 0x3F)
    }

    private mutating func add(folded scalar: Unicode.Scalar) {
        if scalar.isASCII { return addASCII(UInt8(scalar.value), next: 0) }
        let bytes = Array(String(scalar).utf8)
        switch SearchFolding.part(of: scalar) {
        case .separator: endRun()
        case .letter:
            if last.length > 0 { endCharacters() }
            word += bytes
            lastByte = 0
        case .character: addCharacter(ShortTerm(bytes))
        }
    }

    /// What follows is elsewhere.
    private mutating func endRun() {
        if !word.isEmpty { endWord() }
        if last.length > 0 { endCharacters() }
        lastByte = 0
    }

    private mutating func endCharacters() {
        if isAlone { found.insert(last, weight) }
        last = ShortTerm()
    }

    private mutating func endWord() {
        let whole = insert(word.indices)
        if !parts.isEmpty {
            var start = 0
            for end in parts + [word.count] where end > start {
                let part = word.withoutUnderscores(start..<end)
                if part.count > 1, part.count < whole.count { insert(part) }
                start = end
            }
            parts.removeAll(keepingCapacity: true)
        }
        word.removeAll(keepingCapacity: true)
    }

    @discardableResult
    private mutating func insert(_ range: Range<Int>) -> Range<Int> {
        let range = word.withoutUnderscores(range)
        guard !range.isEmpty, range.count <= SearchTerms.longest else { return range }
        // Addresses and counters of transcripts.
        if word[range.lowerBound].isDigit, range.count > 8 { return range }
        found.insert(word, word.withoutPlural(range), weight)
        return range
    }
}

extension [UInt8] {
    fileprivate func withoutUnderscores(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] == UInt8(ascii: "_") { start += 1 }
        while start < end, self[end - 1] == UInt8(ascii: "_") { end -= 1 }
        return start..<end
    }

    /// `goroutines` gives `goroutine`; `class`, `status` and `this` stay.
    fileprivate func withoutPlural(_ range: Range<Int>) -> Range<Int> {
        let end = range.upperBound
        guard range.count > 3, self[end - 1] == UInt8(ascii: "s") else { return range }
        switch self[end - 2] {
        case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return range
        default: return range.lowerBound..<end - 1
        }
    }
}
