/// The place of a file's front matter, found by its fences alone.
struct FrontMatterBlock: Equatable {
    enum Notation: Equatable {
        case yaml
        case toml
        case json
    }

    let notation: Notation
    /// Between the fences, in bytes of the file.
    let text: Range<Int>
    /// The position after the closing fence and its line break.
    let bodyOffset: Int

    /// The beginning of a file.
    enum Finding: Equatable {
        case block(FrontMatterBlock)
        /// No front matter; the text begins after a byte order mark.
        case none(bodyOffset: Int)
        /// An unclosed opening fence.
        case unclosed(fence: Range<Int>)
        /// A leading JSON object, whose end only a parser finds.
        case object(start: Int)
        /// Either front matter or text, with its first line.
        case doubtful(Doubt, Range<Int>)
    }

    /// Why it is uncertain whether it is front matter or text.
    enum Doubt: Equatable {
        /// The first line is meant as a fence but is not one, such as `--`.
        case fence
        /// Keys that no fence closes.
        case keysWithoutFence
        /// Indented like code.
        case indented
        /// Keys between two rules that no blog uses.
        case unknownKeys
        /// A key that hides the text, outside front matter.
        case hidingKey
    }

    /// Whether a file begins with front matter, or with an attempt at it. Decodes UTF-16;
    /// undecodable files count, so that reading them as a text reports it.
    ///
    /// - Parameter bytes: the file, or the beginning of it.
    static func begins(_ bytes: [UInt8]) -> Bool {
        switch UTF16Text(bytes) {
        case .text(let text)?: return begins(text)
        case .broken(let offset)?:
            // The beginning of a file may end inside a surrogate pair.
            return offset + 2 < bytes.count || begins(Array(bytes[..<offset]))
        case nil: break
        }
        if bytes.prefix(4).contains(0) { return true }
        if case .none = find(in: bytes) { return false }
        return true
    }

    /// Reads the first lines of a file: O(front matter), or O(bytes) without a closing fence.
    static func find(in bytes: [UInt8]) -> Finding {
        let finding = findByFences(in: bytes)
        let stray: Range<Int>? =
            switch finding {
            case .none(let start): StrayKeys.find(in: bytes, from: start)
            case .block(let block): StrayKeys.find(in: bytes, behind: block)
            default: nil
            }
        return stray.map { .doubtful(.hidingKey, $0) } ?? finding
    }

    /// The same without checking the text after the front matter.
    static func findByFences(in bytes: [UInt8]) -> Finding {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let opening = line(in: bytes, at: start)
        if let first = bytes[opening.text].first, "-+;".utf8.contains(first) {
            let fence = LeadIn.trimmed(bytes, opening.text)
            if let notation = notation(ofFence: bytes[fence]) {
                return fenced(notation, bytes, fence, from: opening.next)
            }
        }
        if isObject(bytes, at: start) { return .object(start: start) }
        return unopened(in: bytes, from: start) ?? LateHead.find(in: bytes, from: start)
            ?? .none(bodyOffset: start)
    }

    /// The notation of a line of three or more equal marks.
    static func notation(ofFence line: ArraySlice<UInt8>) -> Notation? {
        guard line.count >= 3, let mark = line.first, line.allSatisfy({ $0 == mark }) else {
            return nil
        }
        switch mark {
        case UInt8(ascii: "-"): return .yaml
        case UInt8(ascii: "+"): return .toml
        case UInt8(ascii: ";"): return .json
        default: return nil
        }
    }

    /// Whether a trimmed line closes the block that a fence opens.
    static func closes(
        _ line: ArraySlice<UInt8>, _ fence: ArraySlice<UInt8>, _ notation: Notation
    ) -> Bool {
        line == fence || notation == .yaml && line.elementsEqual("...".utf8)
    }

    private static func fenced(
        _ notation: Notation, _ bytes: [UInt8], _ fence: Range<Int>, from start: Int
    ) -> Finding {
        var position = start
        while position < bytes.count {
            let (text, next) = line(in: bytes, at: position)
            if mayClose(bytes, at: position), case let content = LeadIn.trimmed(bytes, text),
                closes(bytes[content], bytes[fence], notation)
            {
                return .block(
                    FrontMatterBlock(notation: notation, text: start..<position, bodyOffset: next))
            }
            position = next
        }
        // A longer row of dashes without a closing one is a rule, as in any Markdown, unless keys
        // follow.
        if fence.count > 3 {
            let key = HeadLine(bytes, line(in: bytes, at: start).text)
            if key?.isCertain != true { return .none(bodyOffset: fence.lowerBound) }
        }
        return .unclosed(fence: fence)
    }

    /// Whether a line that begins here may be a closing fence: with a mark, or with an invisible
    /// character, but not with white space, which belongs to a value.
    private static func mayClose(_ bytes: [UInt8], at position: Int) -> Bool {
        let first = bytes[position]
        return "-.+;".utf8.contains(first)
            || first >= 0x80 && LeadIn.invisibleWidth(in: bytes, at: position) > 0
    }

    /// `{` followed by a key or `}`; `{% raw %}` and `{{ x }}` are text.
    static func isObject(_ bytes: [UInt8], at start: Int) -> Bool {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return false }
        let next = bytes[(start + 1)...].first { $0 > 0x20 }
        return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    }

    /// `key: value` lines from the first on, closed by `---`, as in Hexo.
    ///
    /// At least one key must be one that blogs use: `Note: something` over `---` is a heading.
    static func unopened(in bytes: [UInt8], from start: Int) -> Finding? {
        var position = start
        var keys = 0
        var knownKeys = 0
        while position < bytes.count {
            let (text, next) = line(in: bytes, at: position)
            let content = trimmed(bytes, text)
            if let key = key(in: bytes, text) {
                keys += 1
                if HeadKeys.isInUse(key) { knownKeys += 1 }
            } else if position == start {
                return nil
            } else if content.count >= 3, content.lowerBound == position,
                bytes[content].allSatisfy({ $0 == UInt8(ascii: "-") })
            {
                guard knownKeys > 0 else { return nil }
                return .block(
                    FrontMatterBlock(notation: .yaml, text: start..<position, bodyOffset: next))
            } else if let first = bytes[text].first, !" \t-#".utf8.contains(first) {
                break
            }
            position = next
        }
        // Without a closing fence. A single key may be prose.
        return areKeys(bytes, from: start)
            ? .doubtful(.keysWithoutFence, line(in: bytes, at: start).text) : nil
    }

    /// Whether a text begins with two lines of keys that blogs use; one must be `title`, `date` or
    /// a key that hides.
    private static func areKeys(_ bytes: [UInt8], from start: Int) -> Bool {
        let first = line(in: bytes, at: start)
        let second = line(in: bytes, at: first.next)
        guard let a = HeadLine(bytes, first.text), let b = HeadLine(bytes, second.text),
            a.isCertain, b.isCertain
        else { return false }
        return [a.key, b.key].contains { HeadKeys.marksHead($0) }
    }

    /// The name before a colon at the start of a line: `title: x` gives `title`.
    private static func key(in bytes: [UInt8], _ line: Range<Int>) -> String? {
        let name = bytes[line].prefix {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        var rest = bytes[name.endIndex..<line.upperBound]
        rest = rest.drop { $0 == 0x20 }
        guard let first = name.first, first != UInt8(ascii: "-"), rest.first == UInt8(ascii: ":")
        else { return nil }
        guard let after = rest.dropFirst().first else {
            return String(decoding: name, as: UTF8.self)
        }
        return after == 0x20 || after == 0x09 ? String(decoding: name, as: UTF8.self) : nil
    }

    /// The line that begins at a position, without its break (LF, CRLF or CR), and the next one.
    static func line(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, next: Int) {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var next = min(end + 1, bytes.count)
        if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
        return (start..<end, next)
    }

    /// Trims white space at both ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
        while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
        return lower..<upper
    }
}
