import Text

/// One commit in the language of `git fast-import` (git-fast-import(1), "Input Format").
///
///     commit refs/galley/new
///     committer galley <galley@localhost> 1700000000 +0000
///     data 12
///     Publish site
///     from 3f2a…
///     D "old.html"
///     M 100644 9c1e… "index.html"
struct FastImport {
    static let reference = "refs/galley/new"

    private var stream: [UInt8] = []

    /// - Parameter parent: the parent commit; nil for the first of a branch.
    init(message: String, committer: String, parent: String?) {
        stream.append("feature done\ncommit \(Self.reference)\ncommitter \(committer)\n")
        append(data: Array(message.utf8))
        if let parent { stream.append("from \(parent)\n") }
    }

    mutating func delete(_ path: String) { stream.append("D \(Self.quoted(path))\n") }

    /// Adds a file whose bytes the repository has.
    mutating func add(_ path: String, blob: String) {
        stream.append("M 100644 \(blob) \(Self.quoted(path))\n")
    }

    mutating func add(_ path: String, bytes: [UInt8]) {
        stream.append("M 100644 inline \(Self.quoted(path))\n")
        append(data: bytes)
    }

    consuming func finish() -> [UInt8] {
        stream.append(utf8: "done\n")
        return stream
    }

    private mutating func append(data: [UInt8]) {
        stream.append("data \(data.count)\n")
        stream += data
        stream.append(utf8: "\n")
    }

    /// A path as a C string, so that none can be read as a command.
    private static func quoted(_ path: String) -> String {
        var out = "\""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
