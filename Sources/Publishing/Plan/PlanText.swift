import Text

/// A plan for people:
///
///     plan      pages (git): 2 to add, 1 to change, 1 to delete, 412 kept
///       add     go/index.html (4.1 kB)
///       change  index.html (812 B)
///       delete  old/index.html
///     digest    sha256:…
extension PublishPlan {
    /// - Parameter limit: how many files of one kind are named.
    package func lines(limit: Int = 40) -> [String] {
        var lines = ["plan      \(target) (\(type)): \(counts)"]
        for (verb, entries) in [("add   ", add), ("change", change), ("delete", delete)] {
            lines += entries.prefix(limit).map { "  \(verb)  \(Self.line($0))" }
            let rest = entries.count - limit
            if rest > 0 { lines.append("  \(verb)  and \(rest) more") }
        }
        lines.append("digest    \(digest)")
        return lines
    }

    /// `2 to add, 1 to change, 1 to delete, 412 kept`.
    package var counts: String {
        isEmpty
            ? "nothing to do, \(keep.count) kept"
            : "\(add.count) to add, \(change.count) to change, \(delete.count) to delete, "
                + "\(keep.count) kept"
    }

    private static func line(_ entry: Entry) -> String {
        entry.path.printableLine + (entry.size.map { " (\(measure($0)))" } ?? "")
    }

    /// `812 B`, `4.1 kB`, `12.0 MB`.
    private static func measure(_ bytes: Int64) -> String {
        if bytes < 1000 { return "\(bytes) B" }
        let units = ["kB", "MB", "GB"]
        var tenths = (bytes + 50) / 100
        var unit = 0
        while tenths >= 10_000, unit < units.count - 1 {
            tenths = (tenths + 500) / 1000
            unit += 1
        }
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
