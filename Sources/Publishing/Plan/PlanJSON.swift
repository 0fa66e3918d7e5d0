import Foundation
import Text

/// A plan as JSON, for machines and for `--apply`; one line per file.
///
///     {"version": 1, "galley": "0.1.0", "target": "pages", "type": "git", "source": "3f2a…",
///      "state": "9c1e…", "digest": "sha256:…",
///      "add": [{"path": "index.html", "size": 812, "sha256": "…"}],
///      "change": [], "delete": [], "keep": []}
extension PublishPlan {
    package var json: [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{\"version\": 1")
        out.append(member: "galley", galley)
        out.append(member: "target", target)
        out.append(member: "type", type)
        out.append(member: "source", source)
        out.append(member: "state", state)
        out.append(member: "digest", digest)
        out.append(utf8: ",\n\"add\": ")
        Self.append(add, to: &out)
        out.append(utf8: ",\n\"change\": ")
        Self.append(change, to: &out)
        out.append(utf8: ",\n\"delete\": ")
        Self.append(delete, to: &out)
        out.append(utf8: ",\n\"keep\": ")
        Self.append(keep, to: &out)
        out.append(utf8: "}\n")
        return out
    }

    private static func append(_ entries: [Entry], to out: inout [UInt8]) {
        out.append(utf8: "[")
        for entry in entries {
            out.beginElementLine()
            out.append(utf8: "{")
            out.append(member: "path", entry.path)
            out.append(member: "size")
            if let size = entry.size {
                out.append(decimal: Int(size))
            } else {
                out.append(utf8: "null")
            }
            out.append(member: "sha256", entry.sha256)
            out.append(utf8: "}")
        }
        out.append(utf8: "]")
    }

    private struct Stored: Decodable {
        let version: Int
        let galley: String
        let target: String
        let type: String
        let source: String?
        let state: String
        let digest: String
        let add: [Entry]
        let change: [Entry]
        let delete: [Entry]
        let keep: [Entry]
    }

    /// Reads the output of ``json``; throws for anything else, and for a plan of another version.
    package init(reading bytes: [UInt8], from file: String) throws(PublishError) {
        let stored: Stored
        do {
            stored = try JSONDecoder().decode(Stored.self, from: Data(bytes))
        } catch {
            throw PublishError("'\(file)' is no plan of galley", hint: "make one with --plan")
        }
        guard stored.version == Self.version else {
            throw PublishError(
                "'\(file)' is a plan of version \(stored.version), which this galley does not know",
                hint: "make a new one with --plan")
        }
        galley = stored.galley
        target = stored.target
        type = stored.type
        source = stored.source
        state = stored.state
        digest = stored.digest
        add = stored.add
        change = stored.change
        delete = stored.delete
        keep = stored.keep
    }
}
