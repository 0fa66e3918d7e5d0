import Diagnostics

/// Tags, categories and series.
extension HeadReader {
    /// A list of texts, or one text; each once, empty ones dropped.
    mutating func tags(_ entry: RawEntry) -> [String] {
        let tags = divided(entry) ?? texts(entry)
        warnOfLists(in: tags, of: entry)
        return tags
    }

    /// `[A, B]` as configured; `[[A, B], [C]]` is two paths; one text is one category.
    mutating func categories(_ entry: RawEntry) -> [[String]] {
        guard case .list(let items) = entry.value else {
            let names = divided(entry) ?? texts(entry)
            warnOfLists(in: names, of: entry)
            if names.count < 2 { return names.map { [$0] } }
            return rules.categories == .list ? names.map { [$0] } : [names]
        }
        let isNested = items.contains { if case .list = $0 { true } else { false } }
        if !isNested {
            let names = texts(entry)
            warnOfLists(in: names, of: entry)
            return rules.categories == .list
                ? names.map { [$0] } : names.isEmpty ? [] : [names]
        }
        var paths: [[String]] = []
        var known: Set<[String]> = []
        for item in items {
            let names = texts(RawEntry(key: entry.key, place: entry.place, value: item))
            if !names.isEmpty, known.insert(names).inserted { paths.append(names) }
        }
        return paths
    }

    /// One name, or a list of which the first counts.
    mutating func series(_ entry: RawEntry) -> String? {
        let names = texts(entry)
        if names.count > 1 {
            diagnostics.append(
                .warning(
                    .frontMatterWrongType,
                    "'\(entry.key)' has \(names.count) names, and only '\(names[0])' counts",
                    at: place(of: entry), explanation: "A text belongs to one series."))
        }
        return names.first
    }

    /// The texts of a list, of lists in it, or of one text; each once, empty ones dropped.
    ///
    /// An item that YAML takes for a key and its value, `- k8s: 网络`, is the text that was meant, with
    /// a warning.
    mutating func texts(_ entry: RawEntry) -> [String] {
        var texts: [String] = []
        var known: Set<String> = []
        collect(entry.value, of: entry, into: &texts, &known)
        return texts
    }

    private mutating func collect(
        _ value: RawValue, of entry: RawEntry, into texts: inout [String],
        _ known: inout Set<String>
    ) {
        if case .list(let items) = value {
            for item in items { collect(item, of: entry, into: &texts, &known) }
            return
        }
        if value.typed == .null { return }
        guard let text = value.scalarText ?? text(ofPair: value) else {
            wrongType(entry, "a text or a list of texts")
            return
        }
        let trimmed = LeadIn.trimmed(text)
        if !trimmed.isEmpty, known.insert(trimmed).inserted { texts.append(trimmed) }
    }

    /// `{name: Go}` gives `Go`, and `k8s: 网络` the whole, which is reported.
    private mutating func text(ofPair value: RawValue) -> String? {
        guard case .table(let pairs) = value else { return nil }
        let names = ["name", "title", "label", "slug"]
        if let pair = pairs.first(where: { names.contains($0.key) }) {
            return pair.value.scalarText
        }
        guard pairs.count == 1, let pair = pairs.first, let text = pair.value.scalarText else {
            return nil
        }
        let whole = "\(pair.key): \(text)"
        diagnostics.append(
            .warning(
                .frontMatterSwallowedText, "'\(whole)' is a key and its value for YAML",
                at: place(of: pair), fixes: [.init("Quote the text: - \(LineMend.quoted(whole))")]))
        return whole
    }

    // MARK: One text for several

    /// A text divided at white space, as Jekyll does in `tags` and `categories`, where the site wants it.
    private func divided(_ entry: RawEntry) -> [String]? {
        guard rules.splitsTerms, ["tags", "categories"].contains(entry.key.lowercased()),
            let text = entry.value.scalarText
        else { return nil }
        var known: Set<String> = []
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { known.insert($0).inserted }
    }

    /// Warns of a name that was meant as several, such as `前端，vue` or `Go, Rust`.
    private mutating func warnOfLists(in names: [String], of entry: RawEntry) {
        for name in names {
            let list = TermList(name, isAlone: names.count == 1, entry, bytes)
            guard let parts = list.parts else { continue }
            let flow = "[" + parts.joined(separator: ", ") + "]"
            diagnostics.append(
                .warning(
                    .frontMatterOneTerm,
                    parts.count > 1
                        ? "'\(name)' in '\(entry.key)' is one name"
                        : "'\(name)' in '\(entry.key)' keeps its signs", at: list.place(in: file),
                    fixes: [
                        .init(
                            parts.count > 1
                                ? "Write several as a list: \(entry.key): \(flow)"
                                : "Write a list with ASCII signs: \(entry.key): \(flow)")
                    ]))
        }
    }
}

extension Diagnostic.ID {
    package static let frontMatterOneTerm = Diagnostic.ID("front-matter/one-term")
    package static let frontMatterSwallowedText = Diagnostic.ID("front-matter/swallowed-text")
}
