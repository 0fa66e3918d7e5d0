import Diagnostics

extension Diagnostic.ID {
    package static let markdownTemplateTag = Diagnostic.ID("markdown/template-tag")
}

/// Warnings about the tags of other generators: one for each name, with its count and its first
/// place.
package enum TemplateWarnings {
    /// The warnings for one text, or for all texts of a site together. O(n log n).
    ///
    /// An end tag counts only if there is nothing that it could end.
    package static func diagnostics(of tags: [TemplateTag]) -> [Diagnostic] {
        var uses: [String: [TemplateTag]] = [:]
        for tag in tags { uses[tag.name, default: []].append(tag) }
        return uses.keys.sorted().compactMap { name in
            guard let all = uses[name] else { return nil }
            let begun = all.filter { !$0.isEnd }
            return warning(of: name, begun.isEmpty ? all : begun)
        }
    }

    private static func warning(of name: String, _ uses: [TemplateTag]) -> Diagnostic? {
        guard let first = uses.map(\.place).min() else { return nil }
        let files = Set(uses.map(\.place.file)).count
        let count = uses.count == 1 ? "" : ", \(uses.count) times"
        let texts = files == 1 ? "" : " in \(files) texts"
        return .warning(
            .markdownTemplateTag, "'\(name)' is shown as text\(count)\(texts)", at: first,
            explanation: """
                It is syntax of another generator's templates, which galley does not run.\
                \(uses.count == 1 ? "" : " This is the first of them.")
                """,
            fixes: [
                .init("write it as Markdown or HTML"),
                .init("to show it as it is, write it as code"),
            ])
    }
}
