import Addresses
import Diagnostics
import Synchronization

/// Reports in the terminal what changed and what is wrong, each thing once: an edit in one post does not
/// repeat what is wrong in another.
final class LiveReporter: Sendable {
    private struct State {
        var site: Set<Fact> = []
        var texts: [SourcePath: Set<Fact>] = [:]
        var hadErrors = false
    }

    /// A finding whatever line it is in, which every edit above it changes.
    private struct Fact: Hashable {
        let id: Diagnostic.ID
        let summary: String
        let file: SourcePath?

        init(_ diagnostic: Diagnostic) {
            id = diagnostic.id
            summary = diagnostic.summary
            file = diagnostic.place?.file
        }
    }

    private let state = Mutex(State())
    private let say: @Sendable (String) -> Void
    private let show: @Sendable ([Diagnostic]) -> Void

    /// - Parameters:
    ///   - say: gets lines about what happens.
    ///   - show: gets diagnostics that were not shown yet.
    init(
        say: @escaping @Sendable (String) -> Void,
        show: @escaping @Sendable ([Diagnostic]) -> Void
    ) {
        self.say = say
        self.show = show
    }

    /// `changed   content/posts/a.md, 12 ms`; nothing for the first reading.
    func changed(_ paths: Set<SourcePath>, in time: Duration) {
        guard !paths.isEmpty else { return }
        let what = paths.count == 1 ? paths.first?.string ?? "" : "\(paths.count) files"
        let milliseconds = Int((time / .milliseconds(1)).rounded())
        say("changed   \(what), \(milliseconds) ms")
    }

    /// All that is wrong with the site, apart from what is inside of texts.
    func report(site diagnostics: [Diagnostic]) {
        let (new, isMended) = state.withLock { state in
            let new = diagnostics.filter { !state.site.contains(Fact($0)) }
            state.site = Set(diagnostics.map(Fact.init))
            let isMended = state.hadErrors && !diagnostics.hasErrors
            state.hadErrors = diagnostics.hasErrors
            return (new, isMended)
        }
        if !new.isEmpty { show(new) }
        if isMended { say("fixed     no errors are left") }
    }

    /// All that is wrong inside of one text.
    func report(_ diagnostics: [Diagnostic], of source: SourcePath) {
        let new = state.withLock { state in
            let known = state.texts[source] ?? []
            state.texts[source] = diagnostics.isEmpty ? nil : Set(diagnostics.map(Fact.init))
            return diagnostics.filter { !known.contains(Fact($0)) }
        }
        if !new.isEmpty { show(new) }
    }
}
