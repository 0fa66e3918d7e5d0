import Diagnostics

/// Tags, categories and series.
extension HeadReader {
    /// A list of texts, or one text; each once, empty ones dropped.
    mutating func tags(_ entry: RawEntry) -> [String] {
        if isSwitch(entry, "a text or a list of texts") { return [] }
        let tags = divided(entry) ?? texts(entry)
        warnOfLists(in: tags, of: entry)
        return tags
    }

    /// `[A, B]` as configured; `[[A, B], [C]]` is two paths; one text is one category.
    mutating func categories(_ entry: RawEntry) -> [[String]] {
        if isSwitch(entry, "a text or a list of texts") { return [] }
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
            let part = RawEntry(key: entry.key, place: entry.place, value: item)
            let names = texts(part)
            warnOfLists(in: names, of: part, isPart: true)
            if !names.isEmpty, known.insert(names).inserted { paths.append(names) }
        }
        return paths
    }

    /// One name, or the first of a list.
    mutating func series(_ entry: RawEntry) -> String? {
        if isSwitch(entry, "a name") { return nil }
        let names = texts(entry)
        if names.count > 1 {
            diagnostics.append(
                .warning(
                    .frontMatterWrongType,
                    "'\(entry.key)' has \(names.count) names, and only '\(names[0])' counts",
                    at: place(of: entry), explanation: "A text belongs to one series."))
        } else if let name = names.first, let parts = NameList(series: name).parts {
            diagnostics.append(
                .warning(
                    .frontMatterOneTerm, "'\(name)' in '\(entry.key)' is one name",
                    at: place(of: entry), explanation: "A text belongs to one series.",
                    fixes: [
                        .init("write one of them: " + notation.line(entry.key, text: parts[0]))
                    ]))
        }
        return names.first
    }

    /// Whether a value is `true` or `false`, which is not a name; reports `true`.
    mutating func isSwitch(_ entry: RawEntry, _ wanted: String) -> Bool {
        guard case .boolean(let flag) = entry.value.typed else { return false }
        if flag { wrongType(entry, wanted) }
        return true
    }

    /// The texts of a list, of lists in it, or of one text; each once, empty ones dropped.
    ///
    /// An item that YAML takes for a key and its value, `- k8s: 网络`, becomes the intended text,
    /// with a warning.
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
        // `{Go, Rust}`: keys without values.
        if case .table(let pairs) = value, !pairs.isEmpty,
            pairs.allSatisfy({ $0.value.typed == .null })
        {
            for pair in pairs { collect(.string(pair.key), of: entry, into: &texts, &known) }
            return
        }
        guard let text = value.scalarText ?? text(ofPair: value) else {
            wrongType(entry, "a text or a list of texts")
            return
        }
        let trimmed = LeadIn.trimmed(text)
        if !trimmed.isEmpty, known.insert(trimmed).inserted { texts.append(trimmed) }
    }

    /// `{name: Go}` gives `Go`, and `k8s: 网络` the whole text, with a report.
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
        let notation = notation == .yaml ? "YAML" : notation == .toml ? "TOML" : "JSON"
        let isInLine = isInBrackets(pair.place.lowerBound)
        let quoted = self.notation.quoted(whole)
        diagnostics.append(
            .warning(
                .frontMatterSwallowedText, "'\(whole)' is a key and its value for \(notation)",
                at: place(of: pair),
                fixes: [
                    .init(
                        self.notation == .yaml && !isInLine
                            ? "quote the text: - \(quoted)" : "write the item as \(quoted)")
                ]))
        return whole
    }

    /// Whether a bracket is open before a place, on its line.
    private func isInBrackets(_ offset: Int) -> Bool {
        let line = bytes[..<offset].reversed().prefix { $0 != 0x0A && $0 != 0x0D }
        return line.contains(UInt8(ascii: "["))
    }

    // MARK: One text for several

    /// A text split at white space, as Jekyll does in `tags` and `categories`, if the site asks for
    /// it.
    private func divided(_ entry: RawEntry) -> [String]? {
        guard rules.splitsTerms, ["tags", "categories"].contains(entry.key.lowercased()),
            let text = entry.value.scalarText
        else { return nil }
        var known: Set<String> = []
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { known.insert($0).inserted }
    }

    /// Warns of each name that was meant as several, such as `前端，vue` or `Go, Rust`.
    ///
    /// - Parameter isPart: whether the entry has further names.
    private mutating func warnOfLists(
        in names: [String], of entry: RawEntry, isPart: Bool = false
    ) {
        guard names.contains(where: TermList.mayBeSeveral) else { return }
        let lists = names.map { TermList($0, isAlone: names.count == 1, entry, bytes) }
        guard lists.contains(where: { $0.parts != nil }) else { return }
        var known: Set<String> = []
        let all = zip(names, lists).flatMap { $1.parts ?? [$0] }
            .filter { known.insert($0).inserted }
        let isWhole = !isPart && all.count <= 64
        // One edit is for all names.
        var sharedEdits = isWhole ? edits(of: entry, all) : []
        for (name, list) in zip(names, lists) {
            guard let parts = list.parts else { continue }
            let line = isWhole ? notation.line(entry.key, all) : notation.list(parts)
            diagnostics.append(
                .warning(
                    .frontMatterOneTerm,
                    parts.count > 1
                        ? "'\(name)' in '\(entry.key)' is one name"
                        : "'\(name)' in '\(entry.key)' keeps its signs", at: list.place(in: file),
                    fixes: [
                        .init(
                            (parts.count > 1
                                ? "write several as a list: " : "write a list with ASCII signs: ")
                                + line,
                            edits: sharedEdits)
                    ]))
            sharedEdits = []
        }
    }

    /// The edit that writes a list for a value on the line of its key; empty for values of several
    /// lines.
    private func edits(of entry: RawEntry, _ items: [String]) -> [Diagnostic.Fix.Edit] {
        let line = FrontMatterBlock.line(in: bytes, at: entry.place.lowerBound)
        guard notation == .yaml,
            let head = HeadLine(bytes, entry.place.lowerBound..<line.text.upperBound),
            !bytes[head.value].isEmpty, !bytes[head.value].contains(UInt8(ascii: "#")),
            line.next >= bytes.count || bytes[line.next] > 0x20 && bytes[line.next] != 0x2D
                || bytes[line.next...].starts(with: "---".utf8)
        else { return [] }
        return [.init(Place(file: file, range: head.value), YAMLText.list(items))]
    }
}

extension Diagnostic.ID {
    package static let frontMatterOneTerm = Diagnostic.ID("front-matter/one-term")
    package static let frontMatterSwallowedText = Diagnostic.ID("front-matter/swallowed-text")
}
