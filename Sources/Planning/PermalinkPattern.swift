import Addresses
import Content

/// `[posts] permalink`, parsed once: `/:year/:month/:day/:slug/`.
package struct PermalinkPattern: Sendable, Hashable {
    /// The meaning of a `:name`.
    enum Token: Sendable, Hashable {
        case year, month, day, hour, minute, second
        /// Without leading zeros (`:i_month`, `:i_day`).
        case shortMonth, shortDay
        case slug, path, title, category, categories, section
        /// As Hugo's `:slug` and `:title`.
        case slugOrTitle, hugoTitle
        /// As in Hexo.
        case postTitle
        /// Some of the folders around the text: `:sections[1:]`.
        case sections(SectionSlice)
        /// A key of the front matter.
        case key(String)

        init(_ name: String) {
            self = Self.named[name] ?? SectionSlice(name).map(Self.sections) ?? .key(name)
        }

        static let named: [String: Token] = [
            "year": .year, "month": .month, "day": .day, "hour": .hour, "minute": .minute,
            "second": .second, "i_month": .shortMonth, "i_day": .shortDay, "slug": .slug,
            "path": .path, "title": .title, "category": .category,
            "categories": .categories, "section": .section, "slug_or_title": .slugOrTitle,
            "hugo_title": .hugoTitle, "post_title": .postTitle,
        ]
    }

    /// The names of all tokens except keys: galley's own, then those of Jekyll and Hugo.
    static let tokenNames = Token.named.keys.sorted() + ForeignToken.allCases.map(\.rawValue)

    enum Part: Sendable, Hashable {
        case literal(String)
        case token(Token)
    }

    /// Why a text is not a pattern.
    package enum Flaw: Sendable, Hashable {
        /// It must begin with `/`.
        case start
        /// It must end in `/` or `.html`.
        case end
        /// An empty segment between two `/`, `.` or `..`, or a query or fragment.
        case segment(String)
        /// It has syntax of another generator.
        case template
    }

    let parts: [Part]

    /// Each token once, in the pattern's order.
    var keys: [String] {
        var seen: Set<String> = []
        return parts.compactMap { part in
            guard case .token(.key(let name)) = part, seen.insert(name).inserted else { return nil }
            return name
        }
    }

    /// Whether addresses depend on the post's title.
    var hasTitle: Bool { parts.contains(.token(.title)) }

    /// Whether addresses depend on the post's categories or series.
    var hasTerms: Bool {
        parts.contains {
            [.token(.category), .token(.categories), .token(.key("series"))].contains($0)
        }
    }

    /// The replacement for an invalid pattern.
    static let standard = PermalinkPattern(
        parts: ["year", "month", "day", "slug"].flatMap {
            [Part.literal("/"), .token(Token($0))]
        } + [.literal("/")])

    private init(parts: [Part]) {
        self.parts = parts
    }

    /// Whether an address has the syntax of another generator, which would appear in it literally:
    /// `/{{ page.slug }}/`, `/<%= slug %>/`, `/{slug}/`, `/%postname%/`.
    static func isTemplate(_ text: String) -> Bool {
        if text.contains("<%") || text.contains("${") { return true }
        if let open = text.firstIndex(of: "{"), text[open...].contains("}") { return true }
        // A name between two `%`, and not a byte in hexadecimal.
        return text.contains(/%[A-Za-z_]*[g-zG-Z_][A-Za-z_]*%/)
    }

    /// Parses a pattern. A token is `:` and a run of ASCII letters, digits and `_` that does not
    /// begin with a digit, with brackets that directly follow it; a name that is not built in is a
    /// key of the front matter.
    package static func parse(_ text: String) -> Result<PermalinkPattern, Flaw> {
        if isTemplate(text) { return .failure(.template) }
        guard text.utf8.first == UInt8(ascii: "/") else { return .failure(.start) }
        guard text.hasSuffix("/") || text.hasSuffix(".html") else { return .failure(.end) }
        let inner = text.dropFirst().dropLast(text.hasSuffix("/") && text != "/" ? 1 : 0)
        for segment in inner.split(separator: "/", omittingEmptySubsequences: false) {
            let isBad = segment.isEmpty || segment == "." || segment == ".."
            if isBad || segment.contains("?") || segment.contains("#") {
                return .failure(.segment(String(segment)))
            }
        }
        return .success(PermalinkPattern(parts: parts(of: Array(text.utf8)) { _, _ in true }))
    }

    /// The pattern in a text's own `permalink`, an address already checked: `/:year/:title/`.
    ///
    /// In Jekyll `:title` is the file's name, in Hugo the title. A colon inside a word, as in
    /// `/wiki/Help:Contents/`, begins a token only if it is a known one.
    init(ofOwn permalink: URLPath, _ head: FrontMatter) {
        parts = Self.parts(of: Array(permalink.string.utf8)) { name, isInWord in
            !isInWord || Token.named[name] != nil || head.params[name] != nil
        }.map { part in
            part == .token(.title) && !head.isHugoPermalink ? .token(.slug) : part
        }
    }

    /// The same for an address as written; nil: it is invalid, or has no token.
    init?(ofOwn permalink: String, _ head: FrontMatter, _ configuration: Configuration) {
        guard permalink.utf8.contains(UInt8(ascii: ":")), !Self.isTemplate(permalink),
            case .path(let path) = WrittenAddress(
                permalink: permalink, configuration.site.address)
        else { return nil }
        self.init(ofOwn: path, head)
    }

    /// - Parameter isToken: whether a colon and a name are a token, by the name and by whether the
    ///   colon follows a letter or a digit.
    private static func parts(
        of bytes: [UInt8], _ isToken: (_ name: String, _ isInWord: Bool) -> Bool
    ) -> [Part] {
        var parts: [Part] = []
        var literal: [UInt8] = []
        var i = 0
        while i < bytes.count {
            var end = i + 1
            if bytes[i] == UInt8(ascii: ":"), end < bytes.count, isNameStart(bytes[end]) {
                while end < bytes.count, isNameStart(bytes[end]) || bytes[end].isDigit { end += 1 }
                if end < bytes.count, bytes[end] == UInt8(ascii: "["),
                    let close = bytes[end...].prefix(while: { $0 != UInt8(ascii: "/") })
                        .firstIndex(of: UInt8(ascii: "]"))
                {
                    end = close + 1
                }
                let name = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
                let isInWord = literal.last.map { isNameStart($0) || $0.isDigit || $0 >= 0x80 }
                if isToken(name, isInWord ?? false) {
                    if !literal.isEmpty {
                        parts.append(.literal(String(decoding: literal, as: UTF8.self)))
                    }
                    literal = []
                    parts.append(.token(Token(name)))
                    i = end
                    continue
                }
            }
            literal += bytes[i..<end]
            i = end
        }
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        return parts
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
            || byte == UInt8(ascii: "_")
    }

}

extension PermalinkPattern.Flaw: Error {}
