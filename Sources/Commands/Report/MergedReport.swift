import Text

/// The reports of all parts of a site as the one that an undivided check would have given.
struct MergedReport {
    let json: [UInt8]
    /// For people: what it is made of and what was found.
    let line: String
    let hasErrors: Bool

    /// Throws where a part is missing, there twice, or one of another number of parts.
    init(_ parts: [ReportPart]) throws(CannotRun) {
        guard let count = parts.first?.shard.count else { throw CannotRun("there is no report") }
        var seen: [Int: String] = [:]
        for part in parts {
            guard part.shard.count == count else {
                throw CannotRun(
                    "'\(part.file)' is part \(part.shard), but '\(parts[0].file)' is "
                        + "\(parts[0].shard): they are of different checks")
            }
            if let other = seen.updateValue(part.file, forKey: part.shard.index) {
                throw CannotRun("'\(other)' and '\(part.file)' are both part \(part.shard)")
            }
        }
        let missing = (1...count).filter { seen[$0] == nil }
        guard missing.isEmpty else {
            throw CannotRun(
                "\(missing.map { "\($0)/\(count)" }.joined(separator: ", ")) "
                    + "\(missing.count == 1 ? "is" : "are") missing",
                hint: "a runner that ended early leaves its part unchecked; run it again")
        }
        var summary = ReportPart.Summary()
        for part in parts {
            summary.total += part.summary.total
            summary.passed += part.summary.passed
            summary.failed += part.summary.failed
            summary.expected += part.summary.expected
            summary.skipped += part.summary.skipped
            summary.unchecked += part.summary.unchecked
        }
        let snippets = parts.flatMap(\.snippets).sorted(by: Self.precedes)
        // What is of the whole site is in each part.
        var known: Set<[UInt8]> = []
        let diagnostics = parts.flatMap(\.diagnostics)
            .filter { known.insert(Array($0.json)).inserted }.sorted(by: Self.precedes)
        let knownFindings = parts.reduce(0) { $0 + $1.known }
        json = Self.document(summary, knownFindings, snippets, diagnostics)
        hasErrors = (snippets + diagnostics).contains(where: \.isError)
        line =
            "merged    \(count) parts, \(summary.total) snippets, \(summary.failed) failed, "
            + "\(diagnostics.count) other findings"
    }

    private static func precedes(_ a: ReportPart.Element, _ b: ReportPart.Element) -> Bool {
        if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
        if (a.line, a.column) != (b.line, b.column) {
            return (a.line, a.column) < (b.line, b.column)
        }
        return a.json.lexicographicallyPrecedes(b.json)
    }

    private static func document(
        _ summary: ReportPart.Summary, _ known: Int, _ snippets: [ReportPart.Element],
        _ diagnostics: [ReportPart.Element]
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{\"version\": 1,\n\"summary\": {")
        out.append(member: "total", summary.total)
        out.append(member: "passed", summary.passed)
        out.append(member: "failed", summary.failed)
        out.append(member: "expected", summary.expected)
        out.append(member: "skipped", summary.skipped)
        out.append(member: "unchecked", summary.unchecked)
        out.append(utf8: "},\n\"known\": ")
        out.append(decimal: known)
        out.append(utf8: ",\n\"snippets\": [")
        for snippet in snippets {
            out.beginElementLine()
            out += snippet.json
        }
        out.append(utf8: "],\n\"diagnostics\": [")
        for diagnostic in diagnostics {
            out.beginElementLine()
            out += diagnostic.json
        }
        out.append(utf8: diagnostics.isEmpty ? "]" : "\n]")
        out.append(utf8: "}\n")
        return out
    }
}
