/// Ways to write one line of broken YAML so that it may be right.
///
/// They are guesses: ``YAMLRepair`` tries them.
struct LineMend {
    /// What is wrong, without a full stop.
    let problem: String
    /// What is wrong, as a part of the line.
    let place: Range<Int>
    /// The whole line, without its break.
    let line: String
    /// Whether the line is right but for quotes around its value.
    var isQuoting = false

    /// The mend of a line that is wrong for sure, in whatever place: a key without a space behind its
    /// colon, or with a colon of full width. Nil for others. O(line).
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

    /// Mends of the value of a key or an item, the likeliest first: brackets and quotes that are never
    /// closed, quotes around the whole or around the items of a list, another indentation. O(line).
    static func possible(_ bytes: [UInt8], _ line: Range<Int>) -> [LineMend] {
        let content = LeadIn.trimmed(bytes, line)
        guard !content.isEmpty else { return [] }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        var mends: [LineMend] = []
        let value: Range<Int>
        let before: String
        let name: String
        if bytes[content].starts(with: "- ".utf8) {
            value = LeadIn.trimmed(bytes, (content.lowerBound + 1)..<content.upperBound)
            before = text(line.lowerBound..<content.lowerBound) + "- "
            name = "item"
        } else if let head = HeadLine(bytes, line), head.mark == .colon {
            value = head.value
            before = text(line.lowerBound..<head.separator.lowerBound) + ": "
            name = "value"
            if !head.indentation.isEmpty {
                let dedented = text(content.lowerBound..<line.upperBound)
                mends.append(
                    LineMend(
                        problem: "'\(head.key)' is indented unlike the keys above it",
                        place: content, line: dedented))
            }
        } else {
            return []
        }
        guard let first = bytes[value].first else { return mends }
        if let closed = closed(text(value)) {
            mends.insert(
                LineMend(
                    problem: "'\(Character(UnicodeScalar(first)))' is never closed", place: value,
                    line: before + closed),
                at: 0)
        }
        if first == UInt8(ascii: "["), bytes[value].last == UInt8(ascii: "]") {
            let items = text(value).dropFirst().dropLast().split(separator: ",")
            let quotedItems = items.map { quotedItem(LeadIn.trimmed(String($0))) }
            mends.append(
                LineMend(
                    problem: "an item of the list needs quotes", place: value,
                    line: before + "[" + quotedItems.joined(separator: ", ") + "]",
                    isQuoting: true))
        }
        // A block of text begins with these, unless more follows.
        let isBlock =
            "|>".utf8.contains(first)
            && bytes[value].dropFirst().allSatisfy {
                "+-0123456789".utf8.contains($0)
            }
        if !isBlock {
            mends.append(
                LineMend(
                    problem: "the \(name) needs quotes", place: value,
                    line: before + quoted(text(value)), isQuoting: true))
        }
        return mends
    }

    /// Between single quotes, where only the quote itself means something (YAML 1.2, section 7.3.2).
    static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''") + "'"
    }

    /// An item of a list in brackets, in quotes where it holds a sign.
    private static func quotedItem(_ item: String) -> String {
        let isQuoted =
            item.count > 1 && ["\"", "'"].contains { item.hasPrefix($0) && item.hasSuffix($0) }
        let isPlain = item.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 >= 0x80
                || " ._/+-".utf8.contains($0)
        }
        return isQuoted || isPlain ? item : quoted(item)
    }

    /// With the brackets or the quote that it opens and never closes; nil where it closes all.
    private static func closed(_ value: String) -> String? {
        var open: [Character] = []
        var quote: Character?
        for character in value {
            if let mark = quote {
                if character == mark { quote = nil }
                continue
            }
            switch character {
            case "\"", "'": if open.isEmpty ? value.first == character : true { quote = character }
            case "[": open.append("]")
            case "{": open.append("}")
            case "]", "}": _ = open.popLast()
            default: break
            }
        }
        if open.isEmpty && quote == nil || open.isEmpty && !"\"'".contains(value.first ?? " ") {
            return nil
        }
        var value = value
        if let quote { value.append(quote) }
        while value.last == "," || value.last == " " { value.removeLast() }
        return value + String(open.reversed())
    }
}

extension HeadLine {
    /// The line with an ASCII colon and one space before another value.
    fileprivate func with(_ value: String) -> String {
        value.isEmpty ? key + ":" : key + ": " + value
    }
}
