import Addresses
import Diagnostics

/// The texts that a Hugo `cascade` applies to: all below the folder of its `_index.md`, or those
/// among them that a pattern of paths names.
package struct CascadeScope: Sendable, Hashable {
    /// The key in the cascade that hides.
    private let key: String
    private let place: Place
    private let pattern: PathPattern?

    /// - Parameter path: the `path` of the cascade's `target`, under the content folder:
    ///   `/blog/**`. Without one, or if it is unreadable, the cascade applies to all texts.
    init(key: String, place: Place, path: String?) {
        self.key = key
        self.place = place
        pattern = path.flatMap { PathPattern(String($0.drop { $0 == "/" })) }
    }

    /// Whether it applies to a text below the folder. Hugo's paths have neither an extension nor
    /// the `index.md` of a bundle.
    package func holds(_ text: SourcePath, content: SourcePath) -> Bool {
        guard let pattern, let path = text.relative(to: content).map({ SourcePath($0) }) else {
            return true
        }
        return [path, path.folder.appending(path.stem), path.folder].contains {
            pattern.matches($0)
        }
    }
}

extension CascadeScope {
    /// galley reads each text on its own, so it leaves out everything that a cascade hides.
    var problem: Diagnostic {
        .error(
            .frontMatterCascade, "'\(key)' in 'cascade' hides texts, which are left out", at: place,
            explanation: "galley reads each text on its own, so none of those below is published, "
                + "whatever it says itself.",
            fixes: [
                .init("write '\(key)' into the texts that it is meant for, and remove it here")
            ])
    }
}

extension [LoadedText] {
    /// The texts, without those that a `cascade` above them hides. O(texts) if there is one.
    func hidden(byCascadesBelow content: SourcePath) -> [LoadedText] {
        let cascades = filter { !$0.hiddenBelow.isEmpty }
        if cascades.isEmpty { return self }
        return map { text in
            if case .hidden = text.outcome { return text }
            let cascade = cascades.first { cascade in
                text.path.isInside(cascade.path.folder)
                    && cascade.hiddenBelow.contains { $0.holds(text.path, content: content) }
            }
            return cascade.map { text.hidden(.cascade($0.path)) } ?? text
        }
    }
}

extension Diagnostic.ID {
    package static let frontMatterCascade = Diagnostic.ID("front-matter/cascade")
}
