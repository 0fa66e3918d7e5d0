import Addresses
import Content
import Diagnostics

/// The folders for texts whose file names end with a language.
///
/// `hello.md`, or `hello.en.md` on a site in English, is at its plain address; `hello.zh.md` is at
/// `/zh/` followed by the address. If several texts of one name claim the plain one, it goes to the
/// text without a language, otherwise to the one in exactly the site's. A `permalink` is the
/// address as it is, unless another language of the text has the same.
struct LanguageFolders {
    private var folders: [SourcePath: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// One text, with the language of its file, if any.
    private struct Named {
        let source: SourcePath
        let suffix: LanguageSuffix?
        let permalink: String?

        init(_ post: Post) {
            (source, suffix, permalink) = (post.source, post.language, post.head.permalink)
        }

        init(_ page: Page) {
            (source, suffix, permalink) = (page.source, page.language, page.head.permalink)
        }

        init(_ text: ListText) {
            (source, suffix, permalink) = (text.source, text.language, nil)
        }

        /// The base of the address, without a language.
        var claim: String {
            let ending = suffix.map { $0.written.count + 1 } ?? 0
            let name = source.folder.appending(String(source.stem.dropLast(ending))).string
            return permalink.map { name + "\n" + $0 } ?? name
        }
    }

    /// O(texts) if one has a language, otherwise O(1) each.
    init(_ library: Library, site: String) {
        guard
            library.posts.contains(where: { $0.language != nil })
                || library.pages.contains(where: { $0.language != nil })
                || library.listTexts.contains(where: { $0.language != nil })
        else { return }
        let all =
            library.posts.map(Named.init) + library.pages.map(Named.init)
            + library.listTexts.map(Named.init)
        /// The precedence among texts that claim one address.
        func rank(_ text: Named) -> Int {
            guard let suffix = text.suffix else { return 0 }
            if suffix.folder == site.lowercased() { return 1 }
            return suffix.isLanguage(site) ? 2 : 3
        }
        var taken: Set<String> = []
        let ranked = all.map { (text: $0, rank: rank($0)) }
            .sorted { ($0.rank, $0.text.source) < ($1.rank, $1.text.source) }
        for (text, rank) in ranked {
            let isTaken = !taken.insert(text.claim).inserted
            if let suffix = text.suffix, isTaken || rank == 3 && text.permalink == nil {
                folders[text.source] = suffix.folder
            }
        }
        warn(all.filter { $0.suffix != nil }.sorted { $0.source < $1.source })
    }

    /// The folder of a text, such as `en`; nil: it is at its plain address.
    func folder(of source: SourcePath) -> String? {
        folders.isEmpty ? nil : folders[source]
    }

    /// The address below the text's folder.
    func address(_ path: URLPath, of source: SourcePath) -> URLPath {
        folder(of: source).map { URLPath("/\($0)" + path.string) } ?? path
    }

    /// One warning for each suffix.
    private mutating func warn(_ named: [Named]) {
        for texts in Dictionary(grouping: named, by: \.suffix?.written).values {
            guard let first = texts.first, let suffix = first.suffix else { continue }
            let count = texts.count == 1 ? "a text" : "\(texts.count) texts"
            let isBelow = texts.contains { folders[$0.source] != nil }
            let effect =
                isBelow
                ? "such texts are below '/\(suffix.folder)/', and in the same lists as all others."
                : "the name counts without it, and the text is in the same lists as all others."
            diagnostics.append(
                .warning(
                    .languageSuffix,
                    "'.\(suffix.written)' in a file's name is taken for the language of \(count)",
                    at: Place(file: first.source),
                    explanation: "galley has no languages yet: \(effect)",
                    fixes: [
                        Diagnostic.Fix("where it is part of the name, write it without the period"),
                        Diagnostic.Fix("for another address, give the text a 'permalink'"),
                    ]))
        }
    }
}

extension Diagnostic.ID {
    package static let languageSuffix = Diagnostic.ID("content/language-suffix")
}
