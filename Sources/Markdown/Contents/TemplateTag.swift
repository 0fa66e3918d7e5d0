import Diagnostics

/// A piece of another generator's template language in a text: `{% note %}`, `{{ site.url }}`, `{{<
/// figure >}}`, `{: .wide }`, `:::tip`. galley shows it literally.
package struct TemplateTag: Sendable, Hashable {
    /// The kind of tag, without its arguments: `{% note %}` for `{% note info %}`. An end tag has
    /// the name of the tag that it ends.
    package let name: String
    /// Whether it ends another tag: `{% endnote %}`, `{{< /note >}}`.
    package let isEnd: Bool
    package let place: Place
}

/// One tag as it is written, from its first mark to its last.
///
///     {% name … %}             Liquid of Jekyll, Nunjucks of Hexo
///     {{ name … }}             the same, Go templates, Mustache
///     {{< name … >}}           a shortcode of Hugo
///     {{% name … %}}           the same around Markdown
///     {{</* name … */>}}       a shortcode that Hugo shows
///     {: .class #id key="v" }  attributes of kramdown
///     :::name …                a container of VuePress, Docusaurus, Pandoc: the whole line
///
/// Without a name it is not a tag: `{{ }}`, `{% %}`, `{{1}}`.
struct TemplateSyntax: Sendable {
    enum Form: Sendable { case tag, output, shortcode, markdownShortcode, attributes, container }

    let form: Form
    /// `note` of `{% note info %}` and of `{% endnote %}`.
    let name: String
    let isEnd: Bool
    /// From the first mark to the end of the last one.
    let range: Range<Int>
    /// Between the name and the last mark.
    let arguments: Range<Int>

    /// The name of the tag in messages.
    var title: String {
        switch form {
        case .tag: "{% \(name) %}"
        case .output: "{{ \(name) }}"
        case .shortcode: "{{< \(name) >}}"
        case .markdownShortcode: "{{% \(name) %}}"
        case .attributes: "{: … }"
        case .container: ":::\(name)"
        }
    }
}

extension TemplateSyntax {
    /// Reads the tag that begins with the `{` at `start`; nil where there is no tag.
    ///
    /// - Parameters:
    ///   - text: the text that contains the tag, such as one paragraph.
    ///   - closings: of the same text; makes all calls for it linear together.
    init?(
        at start: Int, in bytes: [UInt8], _ text: Range<Int>, _ closings: inout ClosingMarks
    ) {
        guard start + 3 < text.upperBound else { return nil }
        let tag: TemplateSyntax?
        switch (bytes[start + 1], bytes[start + 2]) {
        case (.percent, _):
            tag = Self.tag(at: start, in: bytes, text, &closings)
        case (.openBrace, .less):
            tag = Self.shortcode(.shortcode, at: start, in: bytes, text, &closings)
        case (.openBrace, .percent):
            tag = Self.shortcode(.markdownShortcode, at: start, in: bytes, text, &closings)
        case (.openBrace, _):
            tag = Self.output(at: start, in: bytes, text, &closings)
        case (.colon, _):
            tag = Self.attributes(at: start, in: bytes, text)
        default: tag = nil
        }
        guard let tag else { return nil }
        self = tag
    }

    /// The container that begins with the `:::` at `start`, which must begin a line.
    init?(containerAt start: Int, in bytes: [UInt8], _ text: Range<Int>) {
        guard bytes.has(":::", at: start, before: text.upperBound) else { return nil }
        var reader = Reader(bytes, at: start, before: text.upperBound)
        reader.skip { $0 == .colon }
        reader.skip { $0.isBlank || $0 == .openBrace || $0 == .period }
        let name = reader.word { $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == .underscore }
        guard let first = name.first, bytes[first].isLetter else { return nil }
        let line = bytes[start..<text.upperBound].firstIndex(where: \.isLineEnd) ?? text.upperBound
        let end = bytes.trimmed(start..<line).upperBound
        self.init(
            form: .container, name: reader.string(name), isEnd: false, range: start..<end,
            arguments: min(reader.at, end)..<end)
    }

    /// `{% name … %}`, with `-` or `+` on its inner sides.
    private static func tag(
        at start: Int, in bytes: [UInt8], _ text: Range<Int>, _ closings: inout ClosingMarks
    ) -> TemplateSyntax? {
        var reader = Reader(bytes, at: start + 2, before: text.upperBound)
        reader.skip { $0 == .hyphen || $0 == UInt8(ascii: "+") }
        reader.skip(while: \.isSpace)
        let slash = reader.take(.slash)
        var name = reader.word { $0.isLetter || $0.isDigit || ".-_".utf8.contains($0) }
        while let last = name.last, bytes[last] == .hyphen { name = name.dropLast() }
        guard let first = name.first, bytes[first].isLetter || bytes[first] == .underscore,
            let close = closings.next(.tag, from: name.upperBound, in: bytes),
            !hasOpening(in: name.upperBound..<close, of: bytes)
        else { return nil }
        let isEnd = slash || name.count > 3 && bytes.has("end", at: first, before: name.upperBound)
        return TemplateSyntax(
            form: .tag, name: reader.string(isEnd && !slash ? name.dropFirst(3) : name),
            isEnd: isEnd, range: start..<close + 2, arguments: name.upperBound..<close)
    }

    /// `{{< name … >}}` and `{{% name … %}}`.
    private static func shortcode(
        _ form: Form, at start: Int, in bytes: [UInt8], _ text: Range<Int>,
        _ closings: inout ClosingMarks
    ) -> TemplateSyntax? {
        var reader = Reader(bytes, at: start + 3, before: text.upperBound)
        if reader.take(.slash), !reader.take(.asterisk) { reader.step(back: 1) }
        reader.skip(while: \.isSpace)
        let isEnd = reader.take(.slash)
        reader.skip(while: \.isSpace)
        let name = reader.word { $0.isLetter || $0.isDigit || "./-_".utf8.contains($0) }
        guard let first = name.first, bytes[first].isLetter || bytes[first] == .underscore,
            let close = closings.next(form, from: name.upperBound, in: bytes),
            !hasOpening(in: name.upperBound..<close, of: bytes)
        else { return nil }
        return TemplateSyntax(
            form: form, name: reader.string(name), isEnd: isEnd, range: start..<close + 3,
            arguments: name.upperBound..<close)
    }

    /// `{{ name … }}`, or `{{{ name }}}`. For quoted text, the name is the filter after it.
    private static func output(
        at start: Int, in bytes: [UInt8], _ text: Range<Int>, _ closings: inout ClosingMarks
    ) -> TemplateSyntax? {
        guard !isTeX(at: start, in: bytes, from: text.lowerBound) else { return nil }
        var reader = Reader(bytes, at: start + 2, before: text.upperBound)
        let isTriple = reader.take(.openBrace)
        reader.skip { $0 == .hyphen }
        let opens = reader.take(.hash)
        let isEnd = reader.take(.slash)
        if !opens, !isEnd { reader.skip { ">&^!~".utf8.contains($0) } }
        reader.skip(while: \.isSpace)
        guard let byte = reader.byte else { return nil }
        if byte == .quote || byte == .apostrophe {
            reader.skip {
                $0 != .pipe && $0 != .openBrace && $0 != .closeBrace && !$0.isLineEnd
            }
            if reader.take(.pipe) {
                reader.skip(while: \.isBlank)
            } else {
                return quoted(at: start, before: reader.at, in: bytes, &closings)
            }
        }
        var name = reader.word { $0.isLetter || $0.isDigit || "._-$@".utf8.contains($0) }
        while let last = name.last, bytes[last] == .hyphen { name = name.dropLast() }
        guard let first = name.first, !bytes[first].isDigit, bytes[first] != .hyphen,
            let close = closings.next(.output, from: name.upperBound, in: bytes),
            mayFollow(name: name.upperBound, before: close, in: bytes),
            !hasOpening(in: name.upperBound..<close, of: bytes)
        else { return nil }
        var end = close + 2
        if isTriple, end < text.upperBound, bytes[end] == .closeBrace { end += 1 }
        return TemplateSyntax(
            form: .output, name: reader.string(name), isEnd: isEnd, range: start..<end,
            arguments: name.upperBound..<close)
    }

    /// `{{ "text" }}`.
    private static func quoted(
        at start: Int, before end: Int, in bytes: [UInt8], _ closings: inout ClosingMarks
    ) -> TemplateSyntax? {
        guard let close = closings.next(.output, from: start + 2, in: bytes), close == end else {
            return nil
        }
        return TemplateSyntax(
            form: .output, name: "\"…\"", isEnd: false, range: start..<close + 2,
            arguments: start + 2..<close)
    }

    /// Whether braces group in TeX rather than open a tag: `\mathbf{{x}}`, `x^{{n}}`. Also true for
    /// `${{ github.ref }}`, an expression of a workflow, which no site generator reads.
    private static func isTeX(at start: Int, in bytes: [UInt8], from lower: Int) -> Bool {
        let start = beginning(ofGroupsBefore: start, in: bytes, from: lower)
        guard start > lower else { return false }
        let before = bytes[start - 1]
        if before == .dollar { return true }
        guard !bytes[start + 2].isSpace else { return false }
        if before == .caret || before == .underscore || before == .backslash { return true }
        var i = start
        while i > lower, start - i < 32, bytes[i - 1].isLetter { i -= 1 }
        return i < start && i > lower && bytes[i - 1] == .backslash
    }

    /// The first of the groups of braces that end right before `start`: that of `{{a}}` in
    /// `\frac{{a}}{{b}}`. Looks at few bytes.
    private static func beginning(
        ofGroupsBefore start: Int, in bytes: [UInt8], from lower: Int
    ) -> Int {
        var (begin, depth, i) = (start, 0, start)
        while i > lower, start - i < 256 {
            i -= 1
            if bytes[i] == .closeBrace {
                depth += 1
            } else if depth == 0 {
                break
            } else if bytes[i] == .openBrace {
                depth -= 1
                if depth == 0 { begin = i }
            }
        }
        return begin
    }

    private static func mayFollow(name end: Int, before close: Int, in bytes: [UInt8]) -> Bool {
        end == close || bytes[end].isSpace || "|([-:,".utf8.contains(bytes[end])
    }

    private static func hasOpening(in range: Range<Int>, of bytes: [UInt8]) -> Bool {
        for i in range where bytes[i] == .openBrace && i + 1 < range.upperBound {
            if bytes[i + 1] == .openBrace || bytes[i + 1] == .percent { return true }
        }
        return false
    }

    /// `{: .wide }` on a line of its own or directly after a link, code or emphasis, `{::comment}`,
    /// `{:/}`; within a line.
    private static func attributes(
        at start: Int, in bytes: [UInt8], _ text: Range<Int>
    ) -> TemplateSyntax? {
        let line = bytes[start + 2..<text.upperBound]
        guard let close = line.firstIndex(where: { $0.isLineEnd || "{}".utf8.contains($0) }),
            bytes[close] == .closeBrace
        else { return nil }
        // In `x_{:n}` it is TeX; `{:x}` in the middle of a sentence may be anything.
        let begins = start == text.lowerBound || bytes[start - 1].isSpace
        guard begins || ")]*`>~\"}".utf8.contains(bytes[start - 1]) else { return nil }
        let rest = bytes[close + 1..<text.upperBound].first { !$0.isBlank }
        let isAlone = begins && rest?.isLineEnd ?? true
        let inner = bytes.trimmed(start + 2..<close)
        guard let first = inner.first else { return nil }
        let hasSign = [.period, .hash, .colon, .slash].contains(bytes[first])
        let isName = bytes[inner].allSatisfy { $0.isLetter || $0 == .hyphen || $0 == .underscore }
        guard hasSign || bytes[inner].contains(.equals) || isAlone && isName else { return nil }
        return TemplateSyntax(
            form: .attributes, name: "", isEnd: bytes[first] == .slash, range: start..<close + 1,
            arguments: inner)
    }
}

/// The closing marks of the tags of a text; each search continues where the last one ended.
struct ClosingMarks {
    private let end: Int
    private var found = [Int](repeating: -1, count: 4)

    init(before end: Int) { self.end = end }

    /// The first mark at or after `start`; O(1) until `start` has passed it.
    mutating func next(
        _ form: TemplateSyntax.Form, from start: Int, in bytes: [UInt8]
    ) -> Int? {
        let (index, mark): (Int, [UInt8]) =
            switch form {
            case .tag: (0, [.percent, .closeBrace])
            case .shortcode: (1, [.greater, .closeBrace, .closeBrace])
            case .markdownShortcode: (2, [.percent, .closeBrace, .closeBrace])
            case .output, .attributes, .container: (3, [.closeBrace, .closeBrace])
            }
        if found[index] < start {
            found[index] = bytes.firstIndex(of: mark, in: min(start, end)..<end) ?? end
        }
        return found[index] < end ? found[index] : nil
    }
}

/// A place in a tag while it is read.
private struct Reader {
    private let bytes: [UInt8]
    private let end: Int
    private(set) var at: Int

    init(_ bytes: [UInt8], at start: Int, before end: Int) {
        self.bytes = bytes
        self.end = end
        at = start
    }

    var byte: UInt8? { at < end ? bytes[at] : nil }

    mutating func skip(while test: (UInt8) -> Bool) {
        while at < end, test(bytes[at]) { at += 1 }
    }

    /// Reads `byte` if it is next; returns whether it was.
    mutating func take(_ byte: UInt8) -> Bool {
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    mutating func step(back count: Int) { at -= count }

    mutating func word(while test: (UInt8) -> Bool) -> Range<Int> {
        let start = at
        skip(while: test)
        return start..<at
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
