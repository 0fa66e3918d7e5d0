import Addresses
import Diagnostics

/// Gives the keys of front matter their meaning, whatever notation they came from.
struct HeadReader {
    let file: SourcePath
    let zone: Zone
    let categories: Configuration.CategoryMeaning
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourcePath, zone: Zone, categories: Configuration.CategoryMeaning) {
        self.file = file
        self.zone = zone
        self.categories = categories
    }

    /// The head without its body offset; what has the wrong type is left out and reported.
    mutating func read(_ entries: [RawEntry]) -> Head {
        var head = Head()
        for (name, entry) in chosen(from: entries, into: &head) {
            head.places[name] = Place(file: file, range: entry.place)
            assign(entry, to: name, of: &head)
        }
        return head
    }

    /// One entry for each of galley's own names; all others become params.
    private mutating func chosen(
        from entries: [RawEntry], into head: inout Head
    ) -> [(name: String, entry: RawEntry)] {
        var chosen: [(name: String, rank: Int, entry: RawEntry)] = []
        for entry in entries {
            guard let (name, rank) = HeadKeys.name(of: entry.key) else {
                head.params[entry.key] = entry.value.value(in: zone)
                if let text = entry.writtenNumber { head.writtenNumbers[entry.key] = text }
                head.places[entry.key] = Place(file: file, range: entry.place)
                continue
            }
            guard let index = chosen.firstIndex(where: { $0.name == name }) else {
                chosen.append((name, rank, entry))
                continue
            }
            let other = chosen[index]
            if rank < other.rank { chosen[index] = (name, rank, entry) }
            let (kept, dropped) = rank < other.rank ? (entry, other.entry) : (other.entry, entry)
            diagnostics.append(
                .warning(
                    .frontMatterTwoSpellings,
                    "'\(dropped.key)' is not used, since '\(kept.key)' is given too",
                    at: Place(file: file, range: dropped.place),
                    notes: [.init("Given here", at: Place(file: file, range: kept.place))],
                    fixes: [.init("Remove one of the two")]))
        }
        return chosen.map { ($0.name, $0.entry) }
    }

    private mutating func assign(_ entry: RawEntry, to name: String, of head: inout Head) {
        switch name {
        case "title": head.title = text(entry)
        case "date": head.date = date(entry)
        case "updated": head.updated = date(entry)
        case "expires": head.expires = date(entry)
        case "tags": head.tags = texts(entry)
        case "categories": head.categories = categories(entry)
        case "series": head.series = series(entry)
        case "slug": head.slug = text(entry)
        case "permalink":
            head.permalink = text(entry)
            head.isHugoPermalink = entry.key.lowercased() == "url"
        case "aliases": head.aliases = texts(entry)
        case "draft": head.isDraft = isDraft(entry)
        case "sticky": head.sticky = sticky(entry)
        case "excerpt": head.excerpt = text(entry)
        case "description": head.description = text(entry)
        case "cover": head.cover = cover(entry)
        case "original": head.original = original(entry)
        case "snippets": (head.snippets, head.showsVerdicts) = snippets(entry)
        default: head.language = text(entry)
        }
    }

    // MARK: Types

    private mutating func wrongType(_ entry: RawEntry, _ wanted: String) {
        diagnostics.append(
            .error(
                .frontMatterWrongType,
                "'\(entry.key)' must be \(wanted), not \(entry.value.kind)",
                at: Place(file: file, range: entry.place)))
    }

    /// The text of a scalar: `2018` and `true` without quotes are texts too. Nil for another type.
    private func scalarText(_ value: RawValue) -> String? {
        switch value {
        case .plain(let text), .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .date, .null, .list, .table: nil
        }
    }

    /// Nil for null and for what is empty.
    private mutating func text(_ entry: RawEntry) -> String? {
        if entry.value.typed == .null { return nil }
        guard let text = scalarText(entry.value) else {
            wrongType(entry, "text")
            return nil
        }
        return text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text
    }

    private mutating func date(_ entry: RawEntry) -> Moment? {
        let value = entry.value.typed
        if case .date(let written) = value { return written.moment(in: zone) }
        if value == .null { return nil }
        guard let text = scalarText(entry.value) else {
            wrongType(entry, "a date")
            return nil
        }
        let trimmed = text.split(separator: " ").joined(separator: " ")
        if trimmed.isEmpty { return nil }
        let summary: String
        switch WrittenDate.read(trimmed) {
        case .date(let written): return written.moment(in: zone)
        case .impossible: summary = "'\(trimmed)' is no day or time of the calendar"
        case .other: summary = "'\(trimmed)' is not a date"
        }
        diagnostics.append(
            .error(
                .frontMatterBadDate, summary, at: Place(file: file, range: entry.place),
                fixes: [.init("Write '\(entry.key)' as 2021-08-12 22:18:10 or 2021-08-12")]))
        return nil
    }

    /// A list of texts, or one text; each once, empty ones dropped.
    private mutating func texts(_ entry: RawEntry) -> [String] {
        var texts: [String] = []
        let items: [RawValue] =
            if case .list(let items) = entry.value { items } else { [entry.value] }
        for item in items where item.typed != .null {
            guard let text = trimmedText(item) else {
                wrongType(entry, "a text or a list of texts")
                return []
            }
            if !text.isEmpty, !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    private func trimmedText(_ value: RawValue) -> String? {
        guard let text = scalarText(value) else { return nil }
        guard
            text.utf8.first.map({ $0 <= 0x20 }) == true
                || text.utf8.last.map({ $0 <= 0x20 }) == true
        else { return text }
        let start = text.utf8.firstIndex { $0 > 0x20 } ?? text.endIndex
        let end = text.utf8.lastIndex { $0 > 0x20 }.map { text.utf8.index(after: $0) } ?? start
        return String(text[start..<end])
    }

    /// `[A, B]` as configured; `[[A, B], [C]]` is two paths; one text is one category.
    private mutating func categories(_ entry: RawEntry) -> [[String]] {
        guard case .list(let items) = entry.value else {
            return texts(entry).map { [$0] }
        }
        let isNested = items.contains { if case .list = $0 { true } else { false } }
        if !isNested {
            let names = texts(entry)
            return categories == .list ? names.map { [$0] } : names.isEmpty ? [] : [names]
        }
        var paths: [[String]] = []
        for item in items {
            let names = texts(RawEntry(key: entry.key, place: entry.place, value: item))
            if !names.isEmpty, !paths.contains(names) { paths.append(names) }
        }
        return paths
    }

    /// One name, or a list of one, as Hugo has it.
    private mutating func series(_ entry: RawEntry) -> String? {
        let names = texts(entry)
        if names.count > 1 { wrongType(entry, "one name") }
        return names.first
    }

    private mutating func isDraft(_ entry: RawEntry) -> Bool {
        switch entry.value.typed {
        case .boolean(let flag): return entry.key == "published" ? !flag : flag
        case .null: return false
        default:
            wrongType(entry, "true or false")
            return false
        }
    }

    private mutating func sticky(_ entry: RawEntry) -> Int {
        switch entry.value.typed {
        case .boolean(let flag): return flag ? 1 : 0
        case .integer(let number) where Head.stickyNumbers.contains(number): return number
        case .null: return 0
        case .integer,
            .string where isWholeNumber(entry.value):
            let bounds = Head.stickyNumbers
            diagnostics.append(
                .error(
                    .frontMatterWrongType,
                    """
                    '\(entry.key)' must be true or a whole number from \(bounds.lowerBound) to \
                    \(bounds.upperBound), not \(scalarText(entry.value) ?? "")
                    """, at: Place(file: file, range: entry.place)))
            return 0
        default:
            wrongType(entry, "true or a whole number")
            return 0
        }
    }

    /// Whether a value is written in digits, however many: those of over 64 bits are kept as text.
    private func isWholeNumber(_ value: RawValue) -> Bool {
        guard let text = scalarText(value) else { return false }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        return !digits.isEmpty && text.utf8.count - digits.count <= 1
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// An address; `false` is none, and of a table (`image: {path: …}`, as in Jekyll) it is `path`.
    private mutating func cover(_ entry: RawEntry) -> String? {
        if entry.value.typed == .boolean(false) { return nil }
        guard case .table(let entries) = entry.value else { return text(entry) }
        guard let path = entries.first(where: { $0.key == "path" }) else {
            wrongType(entry, "an address")
            return nil
        }
        return text(path)
    }

    /// As `[snippets]` of galley.toml: `level`, `reason`, both per language, and `show`.
    private mutating func snippets(_ entry: RawEntry) -> (SnippetWishes?, show: Bool?) {
        guard case .table(let entries) = entry.value else {
            if entry.value.typed != .null { wrongType(entry, "a table") }
            return (nil, nil)
        }
        let place = Place(file: file, range: entry.place)
        var section = ConfigurationSection(
            path: entry.key, values: RawValue.values(entries, in: zone), places: [:], place: place)
        section.checkKeys(ConfigurationSection.wishKeys + ["show"] + section.tableNames)
        let wishes = section.readWishes(others: [])
        var show = false
        section.read("show", into: &show)
        diagnostics += section.diagnostics.map {
            .error(
                .frontMatterBadSnippets, $0.summary, at: place, explanation: $0.explanation,
                fixes: $0.fixes)
        }
        return (wishes, section.values["show"] == nil ? nil : show)
    }

    /// `{title, url, author}`, or the URL alone.
    private mutating func original(_ entry: RawEntry) -> Head.Original? {
        guard case .table(let entries) = entry.value else {
            return text(entry).map { Head.Original(title: "", url: $0, author: "") }
        }
        var texts: [String: String] = [:]
        for entry in entries where ["title", "url", "author"].contains(entry.key) {
            texts[entry.key] = text(entry)
        }
        return Head.Original(
            title: texts["title"] ?? "", url: texts["url"] ?? "", author: texts["author"] ?? "")
    }
}

extension Diagnostic.ID {
    package static let frontMatterWrongType = Diagnostic.ID("front-matter/wrong-type")
    package static let frontMatterBadDate = Diagnostic.ID("front-matter/bad-date")
    package static let frontMatterBadSnippets = Diagnostic.ID("front-matter/bad-snippets")
    package static let frontMatterTwoSpellings = Diagnostic.ID("front-matter/two-spellings")
}
