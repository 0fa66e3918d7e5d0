import Addresses
import Diagnostics

/// Gives the keys of front matter their meaning, whatever their notation.
///
/// A value of the wrong shape is understood if only one meaning is possible, and otherwise left out
/// with a warning. It is an error if the text would then be published against its author's will
/// (``HeadKeys/hiding``), or at another address.
struct HeadReader {
    let file: SourcePath
    /// Of the whole file, to find the places of values.
    let bytes: [UInt8]
    /// The notation of the advice.
    let notation: FrontMatterBlock.Notation
    let rules: HeadRules
    var diagnostics: [Diagnostic] = []

    init(
        file: SourcePath, bytes: [UInt8], notation: FrontMatterBlock.Notation, rules: HeadRules
    ) {
        self.file = file
        self.bytes = bytes
        self.notation = notation
        self.rules = rules
    }

    /// The head without its body offset.
    mutating func read(_ entries: [RawEntry]) -> FrontMatter {
        var head = FrontMatter()
        let chosen = chosen(from: entries, into: &head)
        // A draft needs no date, so keys that hide come first.
        for (name, entry) in chosen where HeadKeys.hiding.contains(name) {
            if head.places[name] == nil { head.places[name] = place(of: entry) }
            hide(entry, name, &head)
        }
        for (name, entry) in chosen where !HeadKeys.hiding.contains(name) {
            head.places[name] = place(of: entry)
            assign(entry, to: name, of: &head)
        }
        return head
    }

    // MARK: Choosing

    private typealias Choice = (name: String, rank: Int, entry: RawEntry)

    /// One entry for each of galley's own names, but all of those that hide; other keys become
    /// params.
    private mutating func chosen(
        from entries: [RawEntry], into head: inout FrontMatter
    ) -> [(name: String, entry: RawEntry)] {
        var chosen: [Choice] = []
        var tables: [(key: String, entries: [RawEntry])] = []
        var header: RawEntry?
        for entry in entries {
            let key = LeadIn.trimmed(entry.key)
            guard let (name, rank) = HeadKeys.name(of: key) else {
                head.params[key] = entry.value.value(in: rules.zone)
                if let text = entry.writtenText { head.writtenTexts[key] = text }
                head.places[key] = place(of: entry)
                if case .table(let table) = entry.value {
                    tables.append((key, table))
                    if key.lowercased() == "header",
                        let picture = Self.picture(ofHeader: table)
                    {
                        header = RawEntry(key: key, place: entry.place, value: picture.value)
                    }
                }
                if key == "cascade" { readCascade(entry, &head) }
                warnOfSlip(entry, key)
                continue
            }
            if HeadKeys.keptInParams.contains(name) {
                head.params[key] = entry.value.value(in: rules.zone)
            }
            choose((name, rank, entry), &chosen)
        }
        // The top level's own keys take precedence, anywhere in the file.
        let nested = tables.flatMap { choose(in: $0.entries, of: $0.key, &chosen) }
        for entry in nested where head.params[entry.key] == nil {
            head.params[entry.key] = entry.value.value(in: rules.zone)
            if let text = entry.writtenText { head.writtenTexts[entry.key] = text }
        }
        if let header, !chosen.contains(where: { $0.name == "cover" }) {
            chosen.append(("cover", .max, header))
        }
        return chosen.map { ($0.name, $0.entry) }
    }

    private mutating func choose(_ choice: Choice, _ chosen: inout [Choice]) {
        guard !HeadKeys.hiding.contains(choice.name),
            let index = chosen.firstIndex(where: { $0.name == choice.name })
        else {
            chosen.append(choice)
            return
        }
        let other = chosen[index]
        if choice.rank < other.rank { chosen[index] = choice }
        let (kept, dropped) =
            choice.rank < other.rank ? (choice.entry, other.entry) : (other.entry, choice.entry)
        diagnostics.append(
            .warning(
                .frontMatterTwoSpellings,
                "'\(dropped.key)' is not used, since '\(kept.key)' is given too",
                at: place(of: dropped), notes: [.init("Given here", at: place(of: kept))],
                fixes: [.init("remove one of the two")]))
    }

    /// Zola's `[taxonomies]`, and tables whose keys count if the top level lacks them.
    ///
    /// - Returns: the keys without a meaning, for the params.
    private func choose(
        in table: [RawEntry], of key: String, _ chosen: inout [Choice]
    ) -> [RawEntry] {
        let isTaxonomies = key == "taxonomies"
        guard isTaxonomies || HeadKeys.nested.contains(key) else { return [] }
        var rest: [RawEntry] = []
        for entry in table {
            guard let (name, _) = HeadKeys.name(of: entry.key) else {
                if !isTaxonomies { rest.append(entry) }
                continue
            }
            if HeadKeys.hiding.contains(name) {
                chosen.append((name, .max, entry))
            } else if HeadKeys.inNested.contains(name),
                !chosen.contains(where: { $0.name == name })
            {
                chosen.append((name, .max, entry))
            }
        }
        return rest
    }

    private mutating func warnOfSlip(_ entry: RawEntry, _ key: String) {
        // `title：A: b` and `title:A: b` have a colon before the one that YAML recognizes.
        if key.utf8.contains(where: { $0 == 0xEF || $0 == UInt8(ascii: ":") }),
            let colon = key.first(where: { $0 == "：" || $0 == ":" }),
            case let meant = String(key.prefix { $0 != colon }), meant.count + 1 < key.count,
            HeadKeys.name(of: meant) != nil
        {
            diagnostics.append(
                .warning(
                    .frontMatterMisspelled, "'\(key)' is one key for YAML, and has no meaning",
                    at: place(of: entry), fixes: [line(of: meant, colon, entry)]))
            return
        }
        guard let meant = HeadKeys.nearest(to: key) else { return }
        diagnostics.append(
            .warning(
                .frontMatterMisspelled, "'\(key)' has no meaning, and is close to '\(meant)'",
                at: place(of: entry),
                fixes: [.init("write '\(meant)'", edits: [.init(place(of: entry), meant)])]))
    }

    /// The line of a key with everything after its first colon in quotes.
    private func line(of key: String, _ colon: Character, _ entry: RawEntry) -> Diagnostic.Fix {
        let line = FrontMatterBlock.line(in: bytes, at: entry.place.lowerBound).text
        let whole = entry.place.lowerBound..<max(entry.place.lowerBound, line.upperBound)
        let start = key.utf8.count + colon.utf8.count
        guard notation == .yaml, bytes[whole].starts(with: key.utf8), start < whole.count else {
            return .init("write a space after the colon of '\(key)'")
        }
        let value = LeadIn.trimmed(bytes, (whole.lowerBound + start)..<whole.upperBound)
        let written =
            key + ": " + YAMLText.quoted(String(decoding: bytes[value], as: UTF8.self))
        return .init(
            "write the line as: \(written)",
            edits: [.init(Place(file: file, range: whole), written)])
    }

    // MARK: Values

    private mutating func assign(_ entry: RawEntry, to name: String, of head: inout FrontMatter) {
        switch name {
        case "title": head.title = text(entry)
        case "date": head.date = date(entry, isRequired: rules.needsDate && !head.isDraft)
        case "updated": head.updated = date(entry, isRequired: false)
        case "tags": head.tags = tags(entry)
        case "categories": head.categories = categories(entry)
        case "series": head.series = series(entry)
        case "authors": head.authors = authors(entry)
        case "slug": head.slug = address(entry)
        case "permalink":
            head.permalink = address(entry)
            head.isHugoPermalink = entry.key.lowercased() == "url"
        case "aliases": head.aliases = aliases(entry)
        case "sitemap": head.isInSitemap = !isOutOfSitemap(entry)
        case "hiddenFromHomePage": head.isOnHomePage = !isSet(entry)
        case "hiddenFromSearch": head.isSearched = !isHidden(from: "search", entry)
        case "hiddenFromFeed": head.isInFeeds = !isHidden(from: "feed", entry)
        case "sticky": head.sticky = sticky(entry)
        case "excerpt": head.excerpt = sentence(entry)
        case "description": head.description = sentence(entry)
        case "cover": head.cover = cover(entry)
        case "original": head.original = original(entry)
        case "snippets": (head.snippets, head.showsVerdicts) = snippets(entry)
        default: head.language = language(entry)
        }
    }

    func place(of entry: RawEntry) -> Place { Place(file: file, range: entry.place) }

    /// Reports a value of another shape than `wanted`; the key then counts as missing, or the text
    /// is left out.
    mutating func wrongType(_ entry: RawEntry, _ wanted: String) {
        let name = HeadKeys.name(of: LeadIn.trimmed(entry.key))?.name ?? entry.key
        let isAddress = name == "slug" || name == "permalink" || rules.addressKeys.contains(name)
        let summary = "'\(entry.key)' must be \(wanted), not \(entry.value.kind)"
        if HeadKeys.hiding.contains(name) || isAddress {
            diagnostics.append(
                .error(
                    .frontMatterWrongType, summary, at: place(of: entry),
                    explanation: isAddress
                        ? "The address of the text depends on it, so the text is left out."
                        : "It may say that the text is not to be shown, so the text is left out."))
        } else {
            diagnostics.append(
                .warning(
                    .frontMatterWrongType, summary, at: place(of: entry),
                    explanation: "The key is left out."))
        }
    }

    /// The text of a scalar, or of a list with one; nil for null and for empty text.
    mutating func text(_ entry: RawEntry) -> String? {
        if entry.value.isEmpty { return nil }
        guard let text = entry.value.onlyScalar?.scalarText else {
            wrongType(entry, "text")
            return nil
        }
        // A number in TOML or JSON has the text of the file: `1.10`.
        if let written = entry.writtenText { return written }
        return text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text
    }

    /// A text that is more than a boolean or number: `excerpt: true` is a switch of a theme.
    private mutating func sentence(_ entry: RawEntry) -> String? {
        switch (entry.value.onlyScalar ?? entry.value).typed {
        case .boolean(false): return nil
        case .boolean, .integer, .number:
            wrongType(entry, "text")
            return nil
        default: return text(entry)
        }
    }

    /// A language tag; reports the name of a language, and a locale such as `en_US.UTF-8`, and
    /// returns the tag that it means.
    private mutating func language(_ entry: RawEntry) -> String? {
        guard let text = text(entry).map(LeadIn.trimmed) else { return nil }
        let language = LanguageTag(text)
        if language.isWritten { return language.meant }
        diagnostics.append(
            .warning(
                .frontMatterBadLanguage,
                "'\(entry.key)' must be a language tag such as 'zh-CN', not '\(text)'",
                at: place(of: entry),
                explanation: language.meant == nil
                    ? "The key is left out." : "It is taken for the tag that is meant.",
                fixes: language.meant.map { [.init("write " + notation.line(entry.key, text: $0))] }
                    ?? []))
        return language.meant
    }

    /// A text for an address; `permalink: false` belongs to other tools, which then make no page,
    /// and is not an address.
    private mutating func address(_ entry: RawEntry) -> String? {
        if case .boolean = (entry.value.onlyScalar ?? entry.value).typed {
            wrongType(entry, "an address")
            return nil
        }
        return text(entry)
    }

    /// One name or several, each once; booleans are not meant for galley.
    private mutating func aliases(_ entry: RawEntry) -> [String] {
        if case .boolean = entry.value.typed {
            wrongType(entry, "an address or a list of addresses")
            return []
        }
        return texts(entry)
    }

    private mutating func sticky(_ entry: RawEntry) -> Int {
        if entry.value.isEmpty { return 0 }
        let value = entry.value.onlyScalar ?? entry.value
        let text = LeadIn.trimmed(value.scalarText ?? "")
        if case .number(let number) = value.typed, let whole = Int(exactly: number.rounded()),
            FrontMatter.stickyNumbers.contains(whole)
        {
            return whole
        }
        if let number = Int(text), FrontMatter.stickyNumbers.contains(number) { return number }
        if let flag = value.flag { return flag ? 1 : 0 }
        guard isWholeNumber(text) else {
            wrongType(entry, "true or a whole number")
            return 0
        }
        let bounds = FrontMatter.stickyNumbers
        diagnostics.append(
            .warning(
                .frontMatterWrongType,
                """
                '\(entry.key)' must be true or a whole number from \(bounds.lowerBound) to \
                \(bounds.upperBound), not \(text)
                """, at: place(of: entry), explanation: "The key is left out."))
        return 0
    }

    /// Whether a text consists of digits, however many: numbers beyond 64 bits are kept as text.
    private func isWholeNumber(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        return !digits.isEmpty && text.utf8.count - digits.count <= 1
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// As `[snippets]` of galley.toml: `level`, `reason`, both per language, `unlabelled` and
    /// `show`.
    private mutating func snippets(_ entry: RawEntry) -> (CheckLevels?, show: Bool?) {
        guard case .table(let entries) = entry.value else {
            if entry.value.typed != .null { wrongType(entry, "a table") }
            return (nil, nil)
        }
        var section = ConfigurationSection(
            path: entry.key, values: RawValue.values(entries, in: rules.zone), places: [:],
            place: place(of: entry))
        var snippets = HeadSnippets()
        section.read(HeadSnippets.keys, into: &snippets, holdsTables: true)
        section.readLanguages(into: &snippets.levels)
        diagnostics += section.diagnostics.map {
            .warning(
                .frontMatterBadSnippets, $0.summary, at: place(of: entry),
                explanation: $0.explanation, fixes: $0.fixes)
        }
        return (snippets.levels, section.values["show"] == nil ? nil : snippets.show)
    }

    /// The table `snippets` of front matter.
    private struct HeadSnippets: Sendable {
        var levels = CheckLevels()
        var show = false

        static var keys: [ConfigurationKey<Self>] {
            CheckLevels.keys.map { $0.lifted(\.levels) } + [
                .flag("show", \.show, "verdicts under the listings of the page")
            ]
        }
    }
}

extension Diagnostic.ID {
    package static let frontMatterWrongType = Diagnostic.ID("front-matter/wrong-type")
    package static let frontMatterBadSnippets = Diagnostic.ID("front-matter/bad-snippets")
    package static let frontMatterTwoSpellings = Diagnostic.ID("front-matter/two-spellings")
    package static let frontMatterBadLanguage = Diagnostic.ID("front-matter/bad-language")
    package static let frontMatterMisspelled = Diagnostic.ID("front-matter/misspelled-key")
}
