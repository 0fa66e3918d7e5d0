import Addresses

/// A place that a site is published to.
///
/// All of them keep one order: send, verify, then delete. Whatever stops one on the way leaves the
/// old site or the new one whole, or only more files; the same call again finishes the work.
package protocol PublishTarget: Sendable {
    /// `git`.
    var type: String { get }

    /// Files that the target needs beside the site's own, such as Git's `.nojekyll`.
    func additions(to tree: SiteTree) -> [SiteFile]

    /// Runs `body` while no other publish on this machine reaches the target.
    ///
    /// - Parameter whenBusy: called when another one does, before waiting for it.
    func locked<Result: Sendable>(
        whenBusy: @Sendable () -> Void, _ body: @Sendable () async throws -> Result
    ) async throws -> Result

    /// What it has now. Changes nothing of it.
    func state() async throws(PublishError) -> TargetState

    /// Makes the target hold the tree; only under ``locked(whenBusy:_:)``, and for a plan that was
    /// made from ``state()``.
    func apply(
        _ plan: PublishPlan, _ tree: SiteTree
    ) async throws(PublishError) -> PublishResult
}

/// How carrying out a plan ended.
package enum PublishResult: Sendable, Hashable {
    /// The target holds the site; what it says of itself: a release's name, a commit.
    case done(String)
    /// Somebody else changed the target meanwhile, and nothing was done.
    case moved
}

/// Files that a host reads, and that must not go by accident.
package enum HostFiles {
    /// `CNAME`, `.nojekyll`, and what lies in `.well-known/`.
    package static func contain(_ path: OutputPath) -> Bool {
        let path = path.string
        return path == "CNAME" || path == ".nojekyll" || path.hasPrefix(".well-known/")
    }
}

/// Which files of a target publishing never deletes: those of the host, and those the site names.
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
