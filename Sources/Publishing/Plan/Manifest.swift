import Addresses
import Foundation
import Text

/// The files of a target, written next to or into it: a file per line, with size and digest.
///
///     {"version": 1, "digest": "sha256:…", "run": "3f09a1c277de5b40",
///      "files": [{"path": "index.html", "size": 812, "sha256": "…"}], "pending": []}
package struct Manifest: Sendable, Hashable {
    /// The name under which it is published if the target has no other place for it.
    package static let path = OutputPath("galley-manifest.json")

    package let digest: String
    /// The run of publish that wrote it.
    package var run: String
    package let files: [PublishPlan.Entry]
    /// Paths that an unfinished run was going to send: their bytes are unknown.
    package var pending: [String]

    package init(_ tree: SiteTree, run: String = "") {
        digest = tree.digest
        self.run = run
        files = tree.files.map {
            PublishPlan.Entry(path: $0.path.string, size: $0.size, sha256: $0.digest.sha256)
        }
        pending = []
    }

    init(digest: String, run: String, files: [PublishPlan.Entry], pending: [String]) {
        self.digest = digest
        self.run = run
        self.files = files
        self.pending = pending
    }

    package var json: [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{\"version\": 1")
        out.append(member: "digest", digest)
        out.append(member: "run", run)
        out.append(utf8: ",\n\"files\": [")
        for file in files {
            out.beginElementLine()
            out.append(utf8: "{")
            out.append(member: "path", file.path)
            out.append(member: "size")
            if let size = file.size {
                out.append(decimal: Int(size))
            } else {
                out.append(utf8: "null")
            }
            out.append(member: "sha256", file.sha256)
            out.append(utf8: "}")
        }
        out.append(utf8: "],\n\"pending\": [")
        for path in pending {
            out.beginElementLine()
            out.append(json: path)
        }
        out.append(utf8: "]}\n")
        return out
    }

    private struct Stored: Decodable {
        let version: Int
        let digest: String
        let run: String
        let files: [PublishPlan.Entry]
        let pending: [String]
    }

    /// Reads the output of ``json``; nil for anything else.
    package init?(_ bytes: [UInt8]) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)),
            stored.version == 1
        else { return nil }
        digest = stored.digest
        run = stored.run
        files = stored.files
        pending = stored.pending
    }

    /// The state of the target for a plan.
    package func state(identity: String) -> TargetState {
        var known: [OutputPath: TargetState.File] = [:]
        for file in files {
            let content = file.sha256.map(TargetState.File.Content.sha256) ?? .unknown
            known[OutputPath(file.path)] = TargetState.File(size: file.size, content: content)
        }
        return TargetState(files: known, identity: identity)
    }
}
