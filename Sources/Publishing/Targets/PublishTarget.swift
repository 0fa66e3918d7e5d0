import Addresses

/// A place that a site is published to.
///
/// All of them keep one order: send, verify, then delete. An interruption leaves the old site or
/// the new one whole, or only additional files; the same call again finishes the work.
package protocol PublishTarget: Sendable {
    /// `git`.
    var type: String { get }

    /// Files that the target needs in addition to the site's own, such as Git's `.nojekyll`.
    func additions(to tree: SiteTree) -> [SiteFile]

    /// Runs `body` while no other publish on this machine uses the target.
    ///
    /// - Parameter whenBusy: called if another one does, before waiting for it.
    func locked<Result: Sendable>(
        whenBusy: @Sendable () -> Void, _ body: @Sendable () async throws -> Result
    ) async throws -> Result

    /// Its current content. Changes nothing.
    func state() async throws(PublishError) -> TargetState

    /// Makes the target hold the tree; only under ``locked(whenBusy:_:)``, and for a plan that was
    /// made from ``state()``.
    func apply(
        _ plan: PublishPlan, _ tree: SiteTree
    ) async throws(PublishError) -> PublishResult
}

/// The outcome of applying a plan.
package enum PublishResult: Sendable, Hashable {
    /// The target holds the site; its name for it: a release's name, a commit.
    case done(String)
    /// Somebody else changed the target meanwhile, and nothing was done.
    case moved
}

/// Files that a host reads, and that must not be deleted by accident.
package enum HostFiles {
    /// Whether a path is `CNAME`, `.nojekyll`, or in `.well-known/`.
    package static func contain(_ path: OutputPath) -> Bool {
        let path = path.string
        return path == "CNAME" || path == ".nojekyll" || path.hasPrefix(".well-known/")
    }
}

/// The files of a target that publishing never deletes: those of the host, and those that the site
/// protects.
package struct Protection: Sendable, Hashable {
    /// Paths of files, or of folders with a `/` at the end.
    private let paths: [String]

    package init(_ paths: [String]) {
        self.paths = paths
    }

    package func covers(_ path: OutputPath) -> Bool {
        HostFiles.contain(path)
            || paths.contains { $0.hasSuffix("/") ? path.string.hasPrefix($0) : path.string == $0 }
    }
}
