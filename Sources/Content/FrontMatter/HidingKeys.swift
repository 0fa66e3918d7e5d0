import Diagnostics

/// The keys with which galley and other tools hide a text. They fail closed: an unreadable value is
/// an error, which leaves the text out.
extension HeadReader {
    /// Reads one such key; of several, each counts.
    mutating func hide(_ entry: RawEntry, _ name: String, _ head: inout FrontMatter) {
        if entry.value.isEmpty { return }
        switch name {
        case "draft": draft(entry, &head)
        case "publishDate": publish(entry, &head)
        case "expires":
            guard let date = date(entry, isRequired: true) else { return }
            head.expires = head.expires.map { min($0, date) } ?? date
        case "unlisted": unlist(entry, &head)
        case "build": build(entry, &head)
        case "status": status(entry, &head)
        case "headless":
            guard let isHeadless = flag(entry) else { return }
            if isHeadless { (head.isUnlisted, head.makesPage) = (true, false) }
        default: password(entry)
        }
    }

    /// Records which texts Hugo's `cascade: {draft: true}` hides below an `_index.md`.
    mutating func readCascade(_ entry: RawEntry, _ head: inout FrontMatter) {
        var scopes: [RawValue] = [entry.value]
        if case .list(let values) = entry.value { scopes = values }
        for case .table(let options) in scopes {
            let path = target(of: options)
            for option in options {
                guard let name = HeadKeys.name(of: option.key)?.name,
                    HeadKeys.hiding.contains(name)
                else { continue }
                var hidden = FrontMatter()
                let count = diagnostics.count
                hide(option, name, &hidden)
                // An unreadable value may hide as well.
                let isUnreadable = diagnostics.count > count
                diagnostics.removeSubrange(count...)
                if hidden == FrontMatter(), !isUnreadable { continue }
                head.hiddenBelow.append(
                    CascadeScope(key: option.key, place: place(of: option), path: path))
            }
        }
    }

    /// The paths that a cascade applies to: `{target: {path: /blog/**}}`.
    private func target(of options: [RawEntry]) -> String? {
        guard let target = options.first(where: { ["target", "_target"].contains($0.key) }),
            case .table(let parts) = target.value
        else { return nil }
        return parts.first { $0.key == "path" }?.value.scalarText
    }

    /// WordPress' and Ghost's `status: draft` and `visibility: private`; other words, such as
    /// `published` or `accepted`, are the site's own.
    private mutating func status(_ entry: RawEntry, _ head: inout FrontMatter) {
        let words = entry.value.words
        if words.contains(where: HeadKeys.hidingWords.contains) {
            // The meaning of a part of a table is uncertain.
            if entry.value.hasTable { wrongType(entry, "a word") } else { head.isDraft = true }
            return
        }
        for word in words {
            guard let meant = HeadKeys.hidingWord(nearest: word) else { continue }
            diagnostics.append(
                .warning(
                    .frontMatterMisspelled,
                    "'\(word)' in '\(entry.key)' has no meaning, and is close to '\(meant)'",
                    at: place(of: entry), fixes: [.init("write '\(meant)' to hide the text")]))
        }
    }

    /// A key that keeps a text out of one place. An unreadable value does so too, with a warning.
    mutating func isSet(_ entry: RawEntry) -> Bool {
        if entry.value.isEmpty { return false }
        if let flag = entry.value.flag { return flag != isNegated(entry) }
        unreadable(entry, "true or false")
        return true
    }

    /// Jekyll's and Hexo's `sitemap: false`, Hugo's `sitemap: {disable: true}`.
    mutating func isOutOfSitemap(_ entry: RawEntry) -> Bool {
        if entry.value.isEmpty { return false }
        if let flag = entry.value.flag { return !flag }
        guard case .table(let options) = entry.value else {
            unreadable(entry, "true, false or a table with 'disable'")
            return true
        }
        return excludes(options)
    }

    /// A key that keeps a text out of a place, or one named after the place: `search: {exclude:
    /// true}` of Material for MkDocs, `feed: {excluded: true}` of jekyll-feed, `search: false`.
    ///
    /// Any other value of such a key is not galley's: `feed: /feed.xml`.
    mutating func isHidden(from place: String, _ entry: RawEntry) -> Bool {
        guard LeadIn.trimmed(entry.key).lowercased() == place else { return isSet(entry) }
        if let flag = entry.value.flag { return !flag }
        if case .table(let options) = entry.value { return excludes(options) }
        return ["exclude", "excluded", "never", "none", "hidden"]
            .contains(entry.value.scalarText?.lowercased() ?? "")
    }

    private mutating func excludes(_ options: [RawEntry]) -> Bool {
        let keys: Set<String> = ["disable", "disabled", "exclude", "excluded", "ignore", "hidden"]
        for option in options where keys.contains(option.key.lowercased()) {
            if isSet(option) { return true }
        }
        return false
    }

    private mutating func unreadable(_ entry: RawEntry, _ wanted: String) {
        diagnostics.append(
            .warning(
                .frontMatterWrongType,
                "'\(entry.key)' must be \(wanted), not \(entry.value.kind)", at: place(of: entry),
                explanation: "It may say that the text is not to be shown there, so it is not."))
    }

    private mutating func flag(_ entry: RawEntry) -> Bool? {
        let flag = entry.value.flag
        if flag == nil { wrongType(entry, "true or false") }
        return flag
    }

    private mutating func draft(_ entry: RawEntry, _ head: inout FrontMatter) {
        let isPublished = isNegated(entry)
        if let flag = entry.value.flag {
            head.isDraft = head.isDraft || flag != isPublished
        } else if isPublished, isDate(entry.value) {
            // Hugo's `published` is a date.
            publish(entry, &head)
        } else {
            wrongType(entry, "true or false")
        }
    }

    private mutating func publish(_ entry: RawEntry, _ head: inout FrontMatter) {
        guard let date = date(entry, isRequired: true) else { return }
        head.publishDate = head.publishDate.map { max($0, date) } ?? date
    }

    private mutating func unlist(_ entry: RawEntry, _ head: inout FrontMatter) {
        if case .list(let parts) = entry.value, parts.allSatisfy(\.isPartOfPage) { return }
        guard let flag = flag(entry) else { return }
        head.isUnlisted = head.isUnlisted || flag != isNegated(entry)
    }

    /// Whether the key has the opposite meaning of galley's own: `published` of `draft`.
    private func isNegated(_ entry: RawEntry) -> Bool {
        HeadKeys.negated.contains(LeadIn.trimmed(entry.key).lowercased())
    }

    /// Hugo's `build: {list: never, render: never, publishResources: false}`.
    private mutating func build(_ entry: RawEntry, _ head: inout FrontMatter) {
        guard case .table(let options) = entry.value else {
            wrongType(entry, "a table")
            return
        }
        for option in options where !option.value.isEmpty {
            let word =
                option.value.flag.map { $0 ? "always" : "never" }
                ?? option.value.scalarText?.lowercased()
            switch (option.key.lowercased(), word) {
            case ("list", "never"), ("list", "local"): head.isUnlisted = true
            // A list would lead to a missing page.
            case ("render", "never"), ("render", "link"): head.makesPage = false
            case ("publishresources", "never"): head.publishesFiles = false
            case ("list", "always"), ("render", "always"), ("publishresources", "always"): break
            default:
                diagnostics.append(
                    .error(
                        .frontMatterWrongType,
                        "'\(option.key)' in '\(entry.key)' cannot be read", at: place(of: option),
                        explanation:
                            "It may say that the text is not to be shown, so the text is left out.",
                        fixes: [
                            .init(
                                "write 'list' and 'render' as always or never, "
                                    + "'publishResources' as true or false")
                        ]))
            }
        }
    }

    /// Everybody can read the pages of a static site, encrypted or not.
    private mutating func password(_ entry: RawEntry) {
        if entry.value.typed == .boolean(false) { return }
        if entry.key.lowercased() != "password", entry.value.flag == false { return }
        diagnostics.append(
            .error(
                .frontMatterPassword,
                "'\(entry.key)' asks for a protection that galley does not have",
                at: place(of: entry),
                explanation: "The text is left out, since everybody could read it.",
                fixes: [
                    .init("remove the key to publish the text"),
                    .init("keep the text as a draft: " + notation.line("draft", word: "true")),
                ]))
    }
}

extension RawValue {
    /// Its scalars in lower case, including those of lists and tables.
    fileprivate var words: [String] {
        switch self {
        case .list(let values): values.flatMap(\.words)
        case .table(let entries): entries.flatMap(\.value.words)
        default: scalarText.map { [LeadIn.trimmed($0).lowercased()] } ?? []
        }
    }

    fileprivate var hasTable: Bool {
        switch self {
        case .table: true
        case .list(let values): values.contains(where: \.hasTable)
        default: false
        }
    }

    /// A part of a page that Material for MkDocs leaves out: `hide: [navigation, toc]` does not
    /// hide a text.
    fileprivate var isPartOfPage: Bool {
        scalarText.map { ["navigation", "toc", "footer", "path", "tags", "feedback"].contains($0) }
            ?? false
    }
}

extension Diagnostic.ID {
    package static let frontMatterPassword = Diagnostic.ID("front-matter/password")
}
