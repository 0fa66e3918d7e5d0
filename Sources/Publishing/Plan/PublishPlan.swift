import Addresses
import Diagnostics

/// The difference between a site and its target: what publishing would do, and nothing else.
package struct PublishPlan: Sendable, Hashable {
    /// One file of the plan.
    package struct Entry: Sendable, Hashable, Codable {
        package let path: String
        /// In bytes; nil if the target does not report it.
        package let size: Int64?
        /// Hexadecimal; nil if the target does not report it.
        package let sha256: String?
    }

    /// Grows when a field of the JSON changes its meaning or is removed.
    package static let version = 1

    package let galley: String
    /// The name of the target in galley.toml.
    package let target: String
    /// `git`.
    package let type: String
    /// The commit of the site; nil outside a repository.
    package let source: String?
    /// The target's state when the plan was made; another state invalidates the plan.
    package let state: String
    /// Of the site's tree.
    package let digest: String
    package let add: [Entry]
    package let change: [Entry]
    package let delete: [Entry]
    package let keep: [Entry]

    /// Compares the two; O(files).
    package init(
        _ tree: SiteTree, to state: TargetState, target: String, type: String, source: String?,
        galley: String
    ) {
        var add: [Entry] = []
        var change: [Entry] = []
        var keep: [Entry] = []
        for file in tree.files {
            let entry = Entry(
                path: file.path.string, size: file.size, sha256: file.digest.sha256)
            switch state.files[file.path] {
            case nil: add.append(entry)
            case let old? where old.holds(file): keep.append(entry)
            case _?: change.append(entry)
            }
        }
        let wanted = Set(tree.files.map(\.path))
        let gone = state.files.keys.filter {
            !wanted.contains($0) && state.files[$0]?.isOurs == true
        }
        delete = gone.sorted().map { path in
            let file = state.files[path]
            return Entry(path: path.string, size: file?.size, sha256: file?.content.sha256)
        }
        self.add = add
        self.change = change
        self.keep = keep
        self.galley = galley
        self.target = target
        self.type = type
        self.source = source
        self.state = state.identity
        digest = tree.digest
    }

    /// Whether the target has the site already.
    package var isEmpty: Bool { add.isEmpty && change.isEmpty && delete.isEmpty }

    /// The files that are new to the target or have new bytes.
    var sent: Set<String> { Set((add + change).map(\.path)) }
}

/// The content of a target, as far as it reports it.
package struct TargetState: Sendable {
    /// One file of the target.
    package struct File: Sendable, Hashable {
        package enum Content: Sendable, Hashable {
            case sha256(String)
            case gitBlob(String)
            /// Unknown: an upload was interrupted, or the file is not galley's.
            case unknown

            var sha256: String? { if case .sha256(let digest) = self { digest } else { nil } }
        }
        package let size: Int64?
        package let content: Content
        /// Whether publishing may delete it.
        package let isOurs: Bool
        /// Whether something other than galley put it there, as far as known.
        package let isForeign: Bool

        package init(size: Int64?, content: Content, isOurs: Bool = true, isForeign: Bool = false) {
            self.size = size
            self.content = content
            self.isOurs = isOurs
            self.isForeign = isForeign
        }

        func holds(_ file: SiteFile) -> Bool {
            switch content {
            case .sha256(let digest): digest == file.digest.sha256
            case .gitBlob(let id): id == file.digest.gitBlob
            case .unknown: false
            }
        }
    }

    package let files: [OutputPath: File]
    /// Equal as long as nobody changes the target.
    package let identity: String
    /// Why nothing can be published there, whatever is allowed.
    package var refusal: Diagnostic?

    package init(
        files: [OutputPath: File], identity: String, refusal: Diagnostic? = nil
    ) {
        self.files = files
        self.identity = identity
        self.refusal = refusal
    }

    /// A target without a publish so far.
    package static let empty = TargetState(files: [:], identity: "empty")
}
