/// Splits an info string into bare words, `key=value` pairs, `{1,4-7}` line sets and texts in
/// quotes or brackets.
struct InfoStringWords {
    enum Word: Hashable {
        case bare(String)
        case pair(String, String)
        case lines(String)
        /// `"a text"`: a caption, or code that Expressive Code marks.
        case quoted(String)
        /// `[main.go]`: the name of a tab in VitePress.
        case bracketed(String)
    }

    private let text: [Unicode.Scalar]
    private let utf8: [UInt8]
    /// The start of each scalar in UTF-8 bytes, and the end of the last.
    private let offsets: [Int]
    private var index = 0
    /// Inside `{…}` of Hugo or of a Pandoc-like attribute list; true for the last word in it, too.
    private(set) var inBraces = false
    /// How many words were returned.
    private(set) var count = 0
    /// Whether the last word directly follows the one before it: `showLineNumbers{5}`.
    private(set) var isStuck = false
    private var start = 0
    private var valueStart = 0

    init(_ text: String) {
        // A comment may have several lines; a fence has one.
        utf8 = text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        self.text = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
        var offsets = [0]
        offsets.reserveCapacity(self.text.count + 1)
        for scalar in self.text { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
        self.offsets = offsets
    }

    /// The range of the last word, in UTF-8 bytes of the info string.
    var range: Range<Int> { offsets[start]..<offsets[index] }

    /// The range of the last pair's key.
    var keyRange: Range<Int> { offsets[start]..<offsets[max(start, valueStart - 1)] }

    /// The range of the last pair's value, including quotes and brackets.
    var valueRange: Range<Int> { offsets[valueStart]..<offsets[index] }

    /// Whether the last pair's value is in quotes, or between slashes as a regular expression.
    private(set) var isQuoted = false
    /// Whether the last pair's value begins with an unclosed quote.
    private(set) var isQuoteOpen = false
    /// Whether text directly follows the closing quote of the last pair's value, `title="a"b`:
    /// mostly because the value's own quote ended it.
    private(set) var isQuoteStuck = false

    mutating func next() -> Word? {
        while index < text.count {
            let scalar = text[index]
            isStuck = index > 0 && !ends(text[index - 1])
            start = index
            isQuoteOpen = false
            isQuoteStuck = false
            isQuoted = false
            if scalar == " " || scalar == "\t" || scalar == "," {
                index += 1
            } else if scalar == "{" {
                if let lines = bracedLines() { return counted(.lines(lines)) }
                inBraces = true
                index += 1
            } else if scalar == "}", inBraces {
                inBraces = false
                index += 1
            } else if count > 0, scalar == "\"" || scalar == "'" {
                valueStart = index
                return counted(.quoted(quoted(scalar)))
            } else if count > 0, scalar == "/", let end = endOfExpression {
                index = end
                return counted(.bare(string(start..<end)))
            } else if count > 0, scalar == "[", let text = bracketed() {
                return counted(.bracketed(text))
            } else {
                return counted(word())
            }
        }
        return nil
    }

    private mutating func counted(_ word: Word) -> Word {
        count += 1
        return word
    }

    /// `{1,4-7}`: only digits, commas, dashes and spaces.
    private mutating func bracedLines() -> String? {
        var end = index + 1
        while end < text.count, "0123456789,- ".unicodeScalars.contains(text[end]) { end += 1 }
        guard end > index + 1, end < text.count, text[end] == "}" else { return nil }
        let lines = string(index + 1..<end)
        index = end + 1
        return lines
    }

    /// The end of `/regex/`, which may hold spaces; nil without one.
    private var endOfExpression: Int? {
        var end = index + 1
        // A limit, so that a line of slashes does not cost a search to its end for each.
        let limit = min(text.count, index + 200)
        while end < limit, text[end] != "/" || end + 1 < text.count && !ends(text[end + 1]) {
            end += 1
        }
        return end < limit && end > index + 1 ? end + 1 : nil
    }

    /// `[text]` with a space or the end after it.
    private mutating func bracketed() -> String? {
        guard let close = text[index...].firstIndex(of: "]"),
            close + 1 == text.count || ends(text[close + 1])
        else { return nil }
        let inner = string(index + 1..<close)
        index = close + 1
        return inner
    }

    /// A word up to a space, a comma or a brace; a value in quotes or brackets may contain these.
    private mutating func word() -> Word {
        while index < text.count, !ends(text[index]) {
            let isSeparator = text[index] == "=" || text[index] == ":"
            guard isSeparator, index > start, isKey(start..<index) else {
                index += 1
                continue
            }
            let key = string(start..<index)
            // `https://…` and `c:` are words; `mark:1,4` is Hexo's pair.
            if text[index] == ":", !InfoStringWords.colonKeys.contains(key) {
                index += 1
                continue
            }
            index += 1
            valueStart = index
            return .pair(key, value(ofLines: InfoStringWords.lineKeys.contains(key)))
        }
        if index == start { index += 1 }
        return .bare(string(start..<index))
    }

    private static let colonKeys: Set<String> = [
        "mark", "first_line", "line_number", "wrap", "numberLines",
    ]
    private static let lineKeys: Set<String> = ["hl", "mark", "hl_lines", "ins", "del"]

    private func ends(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "," || scalar == "{"
            || (scalar == "}" && inBraces)
    }

    private func isKey(_ range: Range<Int>) -> Bool {
        text[range].allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || $0 == "_" || $0 == "-"
        }
    }

    private mutating func value(ofLines isLines: Bool) -> String {
        guard index < text.count else { return "" }
        let opening = text[index]
        if opening == "\"" || opening == "'" {
            isQuoted = true
            return quoted(opening)
        }
        let start = index
        if opening == "/", isLines, let close = text[(index + 1)...].firstIndex(of: "/") {
            isQuoted = true
            index = close + 1
            return string(start..<index)
        }
        if opening == "[" {
            while index < text.count, text[index] != "]" { index += 1 }
            index = min(index + 1, text.count)
            return string(start..<index)
        }
        if opening == "{" {
            if isLines, let lines = bracedLines() { return lines }
            if let close = text[index...].firstIndex(of: "}") {
                index = close + 1
                return string(start..<index)
            }
        }
        while index < text.count {
            let scalar = text[index]
            if scalar == " " || scalar == "\t" || (scalar == "}" && inBraces) {
                // Zola separates ranges by spaces: `hl_lines=3 5-7`.
                guard isLines, scalar == " ", index + 1 < text.count, isDigit(text[index + 1])
                else { break }
            } else if scalar == "," {
                guard isLines, index + 1 < text.count, isDigit(text[index + 1]) else { break }
            }
            index += 1
        }
        return string(start..<index)
    }

    /// The text up to the same quote; `\"` represents the quote itself.
    ///
    /// In a fence, CommonMark has already removed the backslash
    /// (https://spec.commonmark.org/0.30/#info-string), so `title="a \"b\" c"` arrives as `title="a
    /// "b" c"`: quotes in pairs, the first at the beginning of a word, belong to the value.
    private mutating func quoted(_ quote: Unicode.Scalar) -> String {
        var out = String.UnicodeScalarView()
        var isInner = false
        index += 1
        while index < text.count {
            if text[index] == "\\", index + 1 < text.count, text[index + 1] == quote {
                index += 1
            } else if text[index] == quote {
                guard isInner || opensInner(quote) else { break }
                isInner.toggle()
            }
            out.append(text[index])
            index += 1
        }
        isQuoteOpen = index >= text.count
        index = min(index + 1, text.count)
        isQuoteStuck = index < text.count && !ends(text[index]) && text[index] != "}"
        return String(out)
    }

    /// Whether the quote here begins a quotation inside a value: it is at the beginning of a word,
    /// and two more follow, its own end and the value's. O(bytes that follow).
    private func opensInner(_ quote: Unicode.Scalar) -> Bool {
        guard index + 1 < text.count, !ends(text[index + 1]), text[index + 1] != quote,
            " \t([{:=".unicodeScalars.contains(text[index - 1]) || index == valueStart + 1
        else { return false }
        guard let end = text[(index + 1)...].firstIndex(of: quote) else { return false }
        return text[(end + 1)...].contains(quote)
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: utf8[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
    }
}
