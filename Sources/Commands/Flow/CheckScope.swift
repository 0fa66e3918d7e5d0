import Addresses
import Diagnostics

/// The texts that a check is of: by default all.
struct CheckScope: Sendable {
    /// One part of several.
    var shard: Shard?
    /// The files that were named, those of folders among them; nil: no file was named.
    var named: Set<SourcePath>?
    /// The files that changed since a revision; nil: it does not matter.
    var changed: ChangedFiles?

    /// Whether a text is among them.
    func holds(_ file: SourcePath) -> Bool {
        (shard?.holds(file) ?? true) && (named?.contains(file) ?? true)
            && (changed?.holds(file) ?? true)
    }

    /// Whether single texts were asked for, so that what concerns the whole site is not reported.
    var isOfTexts: Bool { named != nil || changed != nil }

    /// Whether a diagnostic is reported: what is of a text if the text is among them, and what is of the
    /// whole site if that is checked. Errors of the configuration always are, since they change verdicts.
    func reports(_ diagnostic: Diagnostic) -> Bool {
        let file = diagnostic.place?.file
        if file == SiteFiles.configuration, diagnostic.severity == .error { return true }
        guard let file, isOfTexts || file.isMarkdown else { return !isOfTexts }
        return holds(file)
    }
}
