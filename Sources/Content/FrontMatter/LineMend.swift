/// Repairs of one line of broken YAML that may make it valid.
///
/// They are guesses: ``YAMLRepair`` tries them.
struct LineMend {
    /// The problem, without a full stop.
    let problem: String
    /// The wrong part of the line.
    let place: Range<Int>
    /// The whole line, without its break.
    let line: String
    /// Whether the line only lacks quotes around its value.
    var isQuoting = false
    /// What to do, if the repaired line does not show it.
    var advice: String?

    /// The repair of a line that is certainly wrong, anywhere: a key without a space after its
    /// colon, or with a full-width colon. nil for others. O(line).
    static func certain(_ bytes: [UInt8], _ line: Range<Int>) -> LineMend? {
        guard let first = bytes[line].first else { return nil }
        func rest(_ count: Int) -> String {
            String(decoding: bytes[(line.lowerBound + count)..<line.upperBound], as: UTF8.self)
        }
        func mend(_ problem: String, _ mended: String) -> LineMend {
            LineMend(problem: problem, place: line, line: mended)
        }
        if bytes[line].starts(with: "//".utf8) {
            return mend("a comment begins with '#'", "#" + rest(2))
        }
        if bytes[line].starts(with: "<!--".utf8) {
            let text = rest(4).split(separator: "-->").first.map { String($0) } ?? ""
            return mend("a comment begins with '#'", "# " + LeadIn.trimmed(text))
        }
        if first == UInt8(ascii: "-"), line.count > 1, bytes[line.lowerBound + 1] > 0x20,
            bytes[line.lowerBound + 1] != first
        {
            return mend("an item needs a space after its hyphen", "- " + rest(1))
        }
        guard let head = HeadLine(bytes, line), head.indentation.isEmpty || first > 0x20 else {
            return lacksColon(bytes, line)
        }
        let value = String(decoding: bytes[head.value], as: UTF8.self)
        switch head.mark {
        case .wideColon:
            return mend("'\(head.key)' needs an ASCII colon and a space", head.with(value))
        case .equals:
            return mend("'\(head.key)' needs a colon in place of '='", head.with(value))
        case .colon:
            let isClean = head.isSpaced && bytes[head.separator].allSatisfy { $0 < 0x80 }
            if isClean && first < 0x80 || value.hasPrefix("//") { return nil }
            return mend("'\(head.key)' needs a space after its colon", head.with(value))
        }
    }

    /// `title Go`: a key that blogs use, without a colon.
    private static func lacksColon(_ bytes: [UInt8], _ line: Range<Int>) -> LineMend? {
        let word = bytes[line].prefix { $0 > 0x20 }
        let key = String(decoding: word, as: UTF8.self)
        guard word.endIndex < line.upperBound, HeadKeys.names[key] != nil else { return nil }
        let value = LeadIn.trimmed(bytes, word.endIndex..<line.upperBound)
        return LineMend(
            problem: "'\(key)' needs a colon", place: word.startIndex..<word.endIndex,
            line: key + ": " + String(decoding: bytes[value], as: UTF8.self))
    }

    /// Repairs of the value of a key or an item, likeliest first: see ``ValueMend``; and another
    /// indentation. O(line).
    static func possible(_ bytes: [UInt8], _ line: Range<Int>) -> [LineMend] {
        let content = LeadIn.trimmed(bytes, line)
        guard !content.isEmpty else { return [] }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        func mends(
            _ value: Range<Int>, _ kind: ValueMend.Kind, _ name: String, after before: String
        )
            -> [(mend: LineMend, isOpen: Bool)]
        {
            ValueMend.all(text(value), kind, name).map { mend in
                let line = LineMend(
                    problem: mend.problem, place: value, line: before + mend.value,
                    isQuoting: mend.isQuoting)
                return (line, mend.isOpen)
            }
        }
        if bytes[content].starts(with: "- ".utf8) {
            let value = LeadIn.trimmed(bytes, (content.lowerBound + 1)..<content.upperBound)
            let before = text(line.lowerBound..<content.lowerBound) + "- "
            let all = mends(value, .other, "item", after: before).map(\.mend)
            guard let head = HeadLine(bytes, value), head.isCertain, head.isSpaced else {
                return all
            }
            return all + [
                LineMend(
                    problem: "'\(head.key)' is no item of a list", place: content,
                    line: text(value))
            ]
        }
        guard let head = HeadLine(bytes, line), head.mark == .colon else {
            return openedKey(bytes, line).map { [$0] } ?? []
        }
        let before = text(line.lowerBound..<head.separator.lowerBound) + ": "
        let all = mends(head.value, head.kind, "value", after: before)
        if head.indentation.isEmpty { return all.map(\.mend) }
        let dedented = LineMend(
            problem: "'\(head.key)' is indented unlike the keys above it", place: content,
            line: text(content.lowerBound..<line.upperBound))
        return all.filter(\.isOpen).map(\.mend) + [dedented]
            + all.filter { !$0.isOpen }.map(\.mend)
    }

    /// `"title: x`: a quote before a key that blogs use.
    private static func openedKey(_ bytes: [UInt8], _ line: Range<Int>) -> LineMend? {
        guard let first = bytes[line].first, "\"'".utf8.contains(first),
            let head = HeadLine(bytes, line.dropFirst()), head.isCertain, head.mark == .colon
        else { return nil }
        var value = head.value
        if bytes[value].last == first, bytes[value].first != first { value.removeLast() }
        let text = String(decoding: bytes[value], as: UTF8.self)
        return LineMend(
            problem: "'\(Character(UnicodeScalar(first)))' is never closed", place: line,
            line: head.with(text))
    }

    /// Whether the value of a line begins with a quote that is the only one of its kind on the
    /// line.
    static func opensQuote(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        guard let head = HeadLine(bytes, line), let first = bytes[head.value].first,
            "\"'".utf8.contains(first)
        else { return false }
        return !bytes[head.value].dropFirst().contains(first)
    }
}

extension HeadLine {
    /// The kind of value that its key has.
    var kind: ValueMend.Kind {
        switch HeadKeys.name(of: key)?.name {
        case "tags", "categories", "aliases", "authors": .list
        case "title", "description", "excerpt", "slug", "permalink", "series", "date", "updated",
            "publishDate", "expires", "lang":
            .text
        default:
            switch key.lowercased() {
            case "keywords": .list
            case "subtitle", "linktitle": .text
            default: .other
            }
        }
    }

    /// The line with an ASCII colon and one space before another value.
    func with(_ value: String) -> String {
        value.isEmpty ? key + ":" : key + ": " + value
    }
}
