import Addresses
import Diagnostics
import Text

/// Finds the listings of a piece of raw HTML.
struct HTMLListingReader {
    /// A span of the HTML, up to the next one, that the file has byte for byte.
    struct Span {
        let text: Int
        let source: Int
    }

    private let bytes: [UInt8]
    private let range: Range<Int>
    private let spans: [Span]
    private let file: SourcePath
    private let lines: SourceLines
    private var scanner: MarkupScanner

    init(_ bytes: [UInt8], _ range: Range<Int>, _ spans: [Span], in document: borrowing Document) {
        self.bytes = bytes
        self.range = range
        self.spans = spans
        file = document.file
        lines = document.lines
        scanner = MarkupScanner(bytes, range)
    }

    /// Whether the range contains `<pre`.
    static func mayHold(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            var next = 0
            while let less = part.index(of: .less, from: next) {
                next = less + 1
                if less + 3 < part.count, part[less + 1] | 0x20 == UInt8(ascii: "p"),
                    part[less + 2] | 0x20 == UInt8(ascii: "r"),
                    part[less + 3] | 0x20 == UInt8(ascii: "e")
                {
                    return true
                }
            }
            return false
        }
    }

    // MARK: Tags

    /// Every listing with a language, in order. O(bytes).
    mutating func listings() -> [HTMLListing] {
        var listings: [HTMLListing] = []
        // The tag around a listing, which may name the language instead.
        var outer: String?
        while let markup = scanner.next() {
            guard markup.kind == .startTag else { continue }
            let name = scanner.name(of: markup)
            if RawTextElements.names.contains(name) {
                scanner.position =
                    RawTextElements.endTag(name, in: bytes, scanner.position..<range.upperBound)
                    ?? range.upperBound
            } else if name == "pre" {
                if let listing = listing(in: markup, outer) { listings.append(listing) }
                outer = nil
            } else if name == "div" || name == "figure" {
                outer = label(of: markup)
            }
        }
        return listings
    }

    /// The listing that `<pre>` begins; nil if it names no language, or is not closed.
    private mutating func listing(
        in pre: MarkupScanner.Markup, _ outer: String?
    ) -> HTMLListing? {
        var label = label(of: pre)
        var tag = pre.range
        var start = pre.range.upperBound
        let next = bytes[start..<range.upperBound].firstIndex { !$0.isHTMLSpace }
        if let next, bytes[next] == .less, let code = scanner.next(), code.kind == .startTag,
            scanner.name(of: code) == "code", code.range.lowerBound == next
        {
            if let own = self.label(of: code) {
                label = own
                tag = code.range
            }
            start = code.range.upperBound
        }
        scanner.position = start
        var text = Text()
        var position = start
        while true {
            scanner.position = position
            guard let markup = scanner.next() else { return nil }
            append(position..<markup.range.lowerBound, to: &text)
            position = markup.range.upperBound
            let name = markup.kind == .comment ? "" : scanner.name(of: markup)
            if markup.kind == .endTag, name == "pre" { break }
            if name == "br" { text.append(decoded: .lineFeed, at: source(of: markup.range)) }
            // Rows of tables also hold line numbers.
            if name == "table" { return nil }
        }
        guard let label = label ?? outer, !label.isEmpty, !text.code.isEmpty else { return nil }
        if text.code.last != .lineFeed {
            text.append(decoded: .lineFeed, at: source(of: position..<position))
        }
        let place = Place(file: file, range: source(of: tag))
        return HTMLListing(
            label: label, code: text.code,
            places: CodePlaces(pieces: text.pieces, file: file, end: source(of: position)),
            place: place, line: lines.line(of: place.range.lowerBound))
    }

    // MARK: Languages

    /// The language that the attributes of a tag name: `class="language-go"`, `lang="go"`,
    /// `class="brush: go"`.
    private func label(of markup: MarkupScanner.Markup) -> String? {
        var reader = TagReader(bytes, from: markup.name.upperBound, before: range.upperBound)
        var label: String?
        while let attribute = reader.next() {
            let value = String(decoding: bytes[attribute.value], as: UTF8.self)
            switch attribute.name {
            case "class": label = label ?? Self.language(ofClass: value)
            // On any other element it is the language of its prose.
            case "lang" where scanner.name(of: markup) == "pre",
                "data-lang", "data-language", "language":
                label = label ?? value
            default: break
            }
        }
        return label
    }

    private static let prefixes = [
        "language-", "lang-", "highlight-source-", "src-", "highlight-text-", "brush:",
    ]
    /// Classes which say that another class of the same element is the language.
    private static let markers: Set<String> = [
        "hljs", "sourceCode", "prettyprint", "highlight", "chroma", "src", "linenums", "code",
    ]

    private static func language(ofClass text: String) -> String? {
        // `brush: java; toolbar: false` of SyntaxHighlighter.
        let words = text.replacing("brush: ", with: "brush:")
            .split { $0 == " " || $0 == ";" || $0 == "\n" || $0 == "\t" }.map(String.init)
        for word in words {
            for prefix in prefixes where word.hasPrefix(prefix) && word != prefix {
                return String(word.dropFirst(prefix.count))
            }
        }
        guard words.count > 1, words.contains(where: markers.contains) else { return nil }
        return words.first { !markers.contains($0) && !$0.contains(":") }
    }

    // MARK: Text

    /// The text of a listing, and the places of its pieces in the file.
    private struct Text {
        var code: [UInt8] = []
        var pieces: [CodePlaces.Piece] = []

        mutating func append(_ bytes: ArraySlice<UInt8>, at source: Int) {
            pieces.append(.init(start: code.count, source: source, count: bytes.count))
            code += bytes
        }

        /// Appends a byte that the file spells differently.
        mutating func append(decoded byte: UInt8, at source: Range<Int>) {
            append(decoded: [byte], at: source)
        }

        mutating func append(decoded bytes: [UInt8], at source: Range<Int>) {
            pieces.append(.init(start: code.count, source: source.lowerBound, count: source.count))
            code += bytes
        }
    }

    /// Appends text between tags, line by line, its character references decoded.
    private func append(_ part: Range<Int>, to text: inout Text) {
        var start = part.lowerBound
        // HTML drops a line break that `<pre>` begins with.
        if text.code.isEmpty, start < part.upperBound, bytes[start] == .lineFeed { start += 1 }
        var index = start
        func flush(_ text: inout Text) {
            if index > start { text.append(bytes[start..<index], at: source(of: start)) }
        }
        while index < part.upperBound {
            if bytes[index] == .lineFeed {
                index += 1
                flush(&text)
                start = index
            } else if bytes[index] == .ampersand,
                let end = CharacterReference.end(in: bytes, at: index, before: part.upperBound),
                let decoded = Self.decoded(bytes[index + 1..<end - 1])
            {
                flush(&text)
                text.append(decoded: decoded, at: source(of: index..<end))
                index = end
                start = end
            } else {
                index += 1
            }
        }
        flush(&text)
    }

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
        "emsp": " ", "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
        "lbrace": "{", "rbrace": "}", "lcub": "{", "rcub": "}", "lsqb": "[", "rsqb": "]",
        "num": "#",
        "dollar": "$", "ast": "*", "lowbar": "_", "grave": "`", "sol": "/", "bsol": "\\",
        "vert": "|",
        "verbar": "|", "colon": ":", "semi": ";", "comma": ",", "period": ".", "equals": "=",
        "plus": "+", "percnt": "%", "excl": "!", "quest": "?", "commat": "@", "lpar": "(",
        "rpar": ")",
        "Tab": "\t", "NewLine": "\n", "mdash": "—", "ndash": "–",
    ]

    /// Decodes a reference without `&` and `;`; nil for a name that does not occur in code, which
    /// stays as it is.
    private static func decoded(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: reference, as: UTF8.self)
        guard text.hasPrefix("#") else { return names[text].map { Array($0.utf8) } }
        let digits = text.dropFirst()
        let number =
            digits.hasPrefix("x") || digits.hasPrefix("X")
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number > 0, let scalar = Unicode.Scalar(number) else { return nil }
        // A no-break space in a listing is indentation.
        return number == 0xA0 ? [0x20] : Array(String(Character(scalar)).utf8)
    }

    // MARK: Places

    private func source(of part: Range<Int>) -> Range<Int> {
        let start = source(of: part.lowerBound)
        return start..<max(start, source(of: part.upperBound))
    }

    /// O(log spans).
    private func source(of position: Int) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].text <= position { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return spans.first?.source ?? 0 }
        return spans[low - 1].source + position - spans[low - 1].text
    }
}
