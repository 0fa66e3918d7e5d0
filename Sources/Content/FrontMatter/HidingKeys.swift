import Diagnostics

/// The keys by which galley and other tools hide a text. They fail closed: a value that cannot be read
/// is an error, which leaves the text out.
extension HeadReader {
    /// Takes one such key; of several, each counts.
    mutating func hide(_ entry: RawEntry, _ name: String, _ head: inout Head) {
        if entry.value.isEmpty { return }
        switch name {
        case "draft": draft(entry, &head)
        case "publishDate": publish(entry, &head)
        case "expires":
            guard let date = date(entry, isRequired: true) else { return }
            head.expires = head.expires.map { min($0, date) } ?? date
        case "unlisted": unlist(entry, &head)
        case "build": build(entry, &head)
        case "headless":
            guard let isHeadless = flag(entry) else { return }
            if isHeadless { (head.isUnlisted, head.makesPage) = (true, false) }
        default: password(entry)
        }
    }

    /// Hugo's `cascade: {draft: true}` hides the texts below an `_index.md`, which galley reads each on
    /// its own: an error, for they are published.
    mutating func refuseHidingCascade(_ entry: RawEntry) {
        var scopes: [RawValue] = [entry.value]
        if case .list(let values) = entry.value { scopes = values }
        for case .table(let options) in scopes {
            for option in options {
                guard let name = HeadKeys.name(of: option.key)?.name,
                    HeadKeys.hiding.contains(name)
                else { continue }
                var hidden = Head()
                hide(option, name, &hidden)
                if hidden == Head() { continue }
                diagnostics.append(
                    .error(
                        .frontMatterCascade,
                        "'\(option.key)' in 'cascade' does not reach the texts below",
                        at: place(of: option),
                        explanation: "They are published, for each is read on its own.",
                        fixes: [.init("Write '\(option.key)' into the texts that it is meant for")])
                )
            }
        }
    }

    private mutating func flag(_ entry: RawEntry) -> Bool? {
        let flag = entry.value.flag
        if flag == nil { wrongType(entry, "true or false") }
        return flag
    }

    private mutating func draft(_ entry: RawEntry, _ head: inout Head) {
        let isPublished = ["published", "publish"].contains(entry.key.lowercased())
        if let flag = entry.value.flag {
            head.isDraft = head.isDraft || flag != isPublished
        } else if isPublished, isDate(entry.value) {
            // Hugo's `published` is a date.
            publish(entry, &head)
        } else {
            wrongType(entry, "true or false")
        }
    }

    private mutating func publish(_ entry: RawEntry, _ head: inout Head) {
        guard let date = date(entry, isRequired: true) else { return }
        head.publishDate = head.publishDate.map { max($0, date) } ?? date
    }

    private mutating func unlist(_ entry: RawEntry, _ head: inout Head) {
        if case .list(let parts) = entry.value, parts.allSatisfy(\.isPartOfPage) { return }
        guard let flag = flag(entry) else { return }
        head.isUnlisted = head.isUnlisted || flag
    }

    /// Hugo's `build: {list: never, render: never, publishResources: false}`.
    private mutating func build(_ entry: RawEntry, _ head: inout Head) {
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
            // A list would lead to a page that is not there.
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
                                "Write 'list' and 'render' as always or never, "
                                    + "'publishResources' as true or false")
                        ]))
            }
        }
    }

    /// Pages of a static site are open to everybody, encrypted or not at all.
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
                    .init("Remove the key to publish the text"),
                    .init("Keep the text as a draft: draft: true"),
                ]))
    }
}

extension RawValue {
    /// A part of a page that Material for MkDocs leaves out: `hide: [navigation, toc]` hides no text.
    fileprivate var isPartOfPage: Bool {
        scalarText.map { ["navigation", "toc", "footer", "path", "tags", "feedback"].contains($0) }
            ?? false
    }
}

extension Diagnostic.ID {
    package static let frontMatterCascade = Diagnostic.ID("front-matter/cascade")
    package static let frontMatterPassword = Diagnostic.ID("front-matter/password")
}
