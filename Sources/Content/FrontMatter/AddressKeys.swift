import Addresses
import Diagnostics

/// Keys with addresses that become links and pictures, and the authors of a text.
extension HeadReader {
    /// An address; `false` means none, and in a table (`{image: …, alt: …}`) the key that names one
    /// counts.
    ///
    /// A boolean or a number is never an address: it says whether a theme shows a picture.
    mutating func cover(_ entry: RawEntry) -> String? {
        if entry.value.isEmpty { return nil }
        var value = entry.value
        // The first of several pictures.
        while case .list(let items) = value, let first = items.first { value = first }
        if case .table(let entries) = value {
            let pictures = Self.pictureKeys.compactMap { key in
                entries.first { LeadIn.trimmed($0.key).lowercased() == key }
            }
            // Themes of Jekyll list all of their keys, most of them empty.
            if let picture = pictures.first(where: { !$0.value.isEmpty }) {
                return cover(RawEntry(key: entry.key, place: picture.place, value: picture.value))
            }
            if pictures.isEmpty { wrongType(entry, "an address") }
            return nil
        }
        // `"yes"` in quotes is not an address either.
        let isWord = value.scalarText.map { $0.utf8.count <= 5 } ?? true
        if isWord, let flag = value.flag {
            if flag {
                wrongType(
                    RawEntry(key: entry.key, place: entry.place, value: .boolean(true)),
                    "an address")
            }
            return nil
        }
        switch value.typed {
        case .number, .integer, .date: wrongType(entry, "an address")
        default:
            let address = text(RawEntry(key: entry.key, place: entry.place, value: value))
            return safe(address, isPicture: true, of: entry)
        }
        return nil
    }

    /// The keys of a table that name its picture, likeliest first; those of small pictures count
    /// only without another.
    private static let pictureKeys = [
        "image", "src", "url", "path", "href", "file", "feature", "featured", "large", "header",
        "overlay_image", "thumbnail", "thumb", "small", "teaser",
    ]

    /// The cover of Jekyll's Minimal Mistakes: the picture of a table `header`; nil without one.
    static func picture(ofHeader table: [RawEntry]) -> RawEntry? {
        for key in ["image", "overlay_image", "teaser", "og_image"] {
            let picture = table.first { LeadIn.trimmed($0.key).lowercased() == key }
            if let picture, !picture.value.isEmpty { return picture }
        }
        return nil
    }

    /// `{title, url, author}`, or the URL alone.
    mutating func original(_ entry: RawEntry) -> FrontMatter.Original? {
        if isSwitch(entry, "an address or a table") { return nil }
        guard case .table(let entries) = entry.value else {
            guard let url = safe(text(entry), of: entry) else { return nil }
            return FrontMatter.Original(title: "", url: url, author: "")
        }
        var texts: [String: String] = [:]
        for entry in entries where ["title", "url", "author"].contains(entry.key) {
            texts[entry.key] = entry.key == "url" ? safe(text(entry), of: entry) : text(entry)
        }
        if texts.isEmpty { return nil }
        return FrontMatter.Original(
            title: Self.asShown(texts["title"] ?? ""), url: texts["url"] ?? "",
            author: Self.asShown(texts["author"] ?? ""))
    }

    /// A name, `{name: …, url: …}`, or a list of these; each name once.
    mutating func authors(_ entry: RawEntry) -> [FrontMatter.Author] {
        if isSwitch(entry, "a name") { return [] }
        var authors: [FrontMatter.Author] = []
        collect(entry.value, of: entry, into: &authors)
        return authors
    }

    private mutating func collect(
        _ value: RawValue, of entry: RawEntry, into authors: inout [FrontMatter.Author]
    ) {
        switch value {
        case .list(let items): for item in items { collect(item, of: entry, into: &authors) }
        case .table(let pairs):
            func text(_ keys: [String]) -> (String, RawEntry)? {
                for key in keys {
                    if let pair = pairs.first(where: { $0.key.lowercased() == key }),
                        let text = pair.value.scalarText, !LeadIn.trimmed(text).isEmpty
                    {
                        return (LeadIn.trimmed(text), pair)
                    }
                }
                return nil
            }
            guard let (name, _) = text(["name", "title", "display_name", "login", "id"]) else {
                if !pairs.isEmpty { wrongType(entry, "a name") }
                return
            }
            let url = text(["url", "link", "homepage", "website", "href"])
            add(name, url: url.flatMap { safe($0.0, of: $0.1) }, to: &authors)
        default:
            if value.typed == .null { return }
            guard let text = value.scalarText.map(LeadIn.trimmed) else {
                wrongType(entry, "a name")
                return
            }
            let link = MarkdownNames(text)
            if let parts = NameList(author: link.text).parts { warn(of: entry, parts, link.text) }
            add(link.text, url: safe(link.onlyAddress, of: entry), to: &authors)
        }
    }

    private mutating func warn(of entry: RawEntry, _ parts: [String], _ name: String) {
        let isScalar = if case .list = entry.value { false } else { true }
        let advice =
            isScalar
            ? "write several as a list: " + notation.line(entry.key, parts)
            : "write each as an item of its own: " + notation.list(parts)
        diagnostics.append(
            .warning(
                .frontMatterOneTerm, "'\(name)' in '\(entry.key)' is one name",
                at: place(of: entry), fixes: [.init(advice)]))
    }

    private func add(_ name: String, url: String?, to authors: inout [FrontMatter.Author]) {
        let name = Self.asShown(name)
        guard !name.isEmpty, !authors.contains(where: { $0.name == name }) else { return }
        authors.append(FrontMatter.Author(name: name, url: url))
    }

    /// The address if it may become a link; nil, with a warning, if its scheme may not.
    private mutating func safe(
        _ address: String?, isPicture: Bool = false, of entry: RawEntry
    ) -> String? {
        guard let address else { return nil }
        guard let scheme = LinkScheme.unsafe(in: address, isPicture: isPicture) else {
            return address
        }
        // Such a picture is reported with the links of the text, and not shown.
        if isPicture, LinkScheme.isOfComputer(scheme) { return address }
        diagnostics.append(
            .warning(
                .frontMatterUnsafeAddress,
                "'\(entry.key)' must not be an address that begins with '\(scheme):'",
                at: place(of: entry),
                explanation: "It would run code or open a file of the reader, so it is left out.",
                fixes: [.init("write a path of the site or an address with https")]))
        return nil
    }
}

/// Names as some blogs write them, with Markdown links: `[A](https://a.example) (Org)`.
private struct MarkdownNames {
    /// The names without their addresses: `A (Org)`.
    let text: String
    /// The address, if the whole name is one link.
    let onlyAddress: String?

    init(_ written: String) {
        var text = ""
        var addresses: [Substring] = []
        var rest = written[...]
        while let open = rest.firstIndex(of: "["),
            let middle = rest[open...].firstRange(of: "](")?.lowerBound,
            let close = rest[middle...].firstIndex(of: ")")
        {
            text += rest[..<open] + rest[rest.index(after: open)..<middle]
            addresses.append(rest[rest.index(middle, offsetBy: 2)..<close])
            rest = rest[rest.index(after: close)...]
        }
        let isOneLink =
            addresses.count == 1 && written.hasPrefix("[") && rest.isEmpty
        onlyAddress = isOneLink ? String(addresses[0]) : nil
        self.text = text + rest
    }
}

extension Diagnostic.ID {
    package static let frontMatterUnsafeAddress = Diagnostic.ID("front-matter/unsafe-address")
}
