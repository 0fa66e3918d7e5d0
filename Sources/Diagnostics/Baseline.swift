import Addresses
import Foundation
import Text

/// The findings that an old archive already had when it started checking: they are left out, so
/// that only new ones are reported.
///
///     {"version": 2, "known": [
///       {"file": "content/posts/x.md", "id": "link/broken", "digest": "8c2f…", "count": 1}
///     ]}
///
/// A finding is identified by its id, its file and a digest of its line or, if it is about a code
/// block, of the block; never by a line number, which every edit above it changes. Entries are
/// sorted, one a line. Version 1 only held the failures of code blocks, by the block:
///
///     {"version": 1, "failures": [
///       {"digest": "5f1c…", "file": "content/posts/x.md", "language": "go", "line": 42}]}
package struct Baseline: Sendable, Hashable {
    /// The identity of a finding.
    package struct Key: Sendable, Hashable {
        package let id: Diagnostic.ID
        package let file: SourcePath
        /// 16 hexadecimal digits of a line, 32 of a block.
        package let digest: String

        package init(id: Diagnostic.ID, file: SourcePath, digest: String) {
            self.id = id
            self.file = file
            self.digest = digest
        }
    }

    /// Equal findings.
    package struct Entry: Sendable, Hashable {
        package let key: Key
        /// How many there are, at least one.
        package let count: Int
    }

    /// By file, id and digest.
    package let entries: [Entry]
    private let counts: [Key: Int]
    /// The digests of failing blocks.
    private let failures: Set<String>
    /// The digests of entries of version 1, which leave out every failure of a block, in any file.
    private let blocks: Set<String>

    /// The findings with these keys, equal ones counted.
    ///
    /// - Parameter failures: the digests of the failing blocks among them.
    package init(of keys: some Sequence<Key>, failures: Set<String> = []) {
        var counts: [Key: Int] = [:]
        for key in keys { counts[key, default: 0] += 1 }
        self.init(counts, failures)
    }

    private init(_ counts: [Key: Int], _ failures: Set<String>) {
        self.counts = counts
        self.failures = failures
        blocks = Set(counts.keys.filter { $0.id == .anyFailure }.map(\.digest))
        entries = counts.map { Entry(key: $0.key, count: $0.value) }.sorted {
            ($0.key.file, $0.key.id.string, $0.key.digest)
                < ($1.key.file, $1.key.id.string, $1.key.digest)
        }
    }

    /// How many findings it contains, those of version 1 as one each.
    package var count: Int { entries.reduce(0) { $0 + $1.count } }

    /// The files of its entries.
    package var files: Set<SourcePath> { Set(entries.map(\.key.file)) }

    /// The entries of both; for equal entries the higher count.
    package func merging(_ other: Baseline) -> Baseline {
        Baseline(
            counts.merging(other.counts, uniquingKeysWith: max), failures.union(other.failures))
    }

    /// This baseline, and those entries of an older one that could not be checked.
    package func keeping(_ older: Baseline?, where isOpen: (Entry) -> Bool) -> Baseline {
        guard let older else { return self }
        let open = older.entries.filter { entry in
            isOpen(entry) && !(entry.isOfAnyFailure && failures.contains(entry.key.digest))
        }
        let kept = Dictionary(open.map { ($0.key, $0.count) }, uniquingKeysWith: max)
        return merging(Baseline(kept, []))
    }
}

// MARK: Known findings

extension Baseline {
    /// Counts down the known findings as those of a site are processed.
    package struct Allowance {
        private var counts: [Key: Int]
        private let blocks: Set<String>

        package init(_ baseline: Baseline) {
            counts = baseline.counts
            blocks = baseline.blocks
        }

        /// Whether the next finding with this key is known.
        ///
        /// - Parameter isFailure: whether it is the failure of a code block.
        package mutating func spares(_ key: Key, isFailure: Bool = false) -> Bool {
            if let count = counts[key], count > 0 {
                counts[key] = count - 1
                return true
            }
            return isFailure && blocks.contains(key.digest)
        }
    }

    /// The new diagnostics, sorted by place: among equal ones the last.
    ///
    /// - Parameters:
    ///   - diagnostics: with the severities from their stages.
    ///   - source: returns the bytes of a source file; only called for files of the baseline.
    package func sparing(
        _ diagnostics: [Diagnostic], source: @escaping (SourcePath) -> [UInt8]?
    ) -> [Diagnostic] {
        let files = files
        var allowance = Allowance(self)
        var tables = LineTables(source)
        return diagnostics.sortedByPlace().filter { diagnostic in
            guard let file = diagnostic.place?.file, files.contains(file),
                let key = Key(diagnostic, &tables)
            else { return true }
            return !allowance.spares(key)
        }
    }

    /// The diagnostics that may be in a baseline, by their lines.
    package init(of diagnostics: [Diagnostic], source: @escaping (SourcePath) -> [UInt8]?) {
        var tables = LineTables(source)
        self.init(of: diagnostics.sortedByPlace().compactMap { Key($0, &tables) })
    }

    /// The entries with fewer findings than they state, each with the number found.
    ///
    /// - Parameters:
    ///   - found: all findings, known or new.
    ///   - isOpen: whether an entry could not be checked.
    package func outdated(
        by found: Baseline, unless isOpen: (Entry) -> Bool
    ) -> [(entry: Entry, left: Int)] {
        entries.compactMap { entry in
            let left =
                entry.isOfAnyFailure
                ? (found.failures.contains(entry.key.digest) ? 1 : 0)
                : found.counts[entry.key, default: 0]
            return left < entry.count && !isOpen(entry) ? (entry, left) : nil
        }
    }
}

extension Diagnostic {
    /// Whether a baseline may contain it: a warning about a text or its address, with a place.
    ///
    /// An error of a stage leaves a text out or stops the build, and is always reported; so are
    /// problems of the configuration, the theme, the output, the ledger or a target. Severities are
    /// those of the stages: an error caused by `--strict` is a warning here.
    package var mayBeKnown: Bool {
        guard severity == .warning, place != nil else { return false }
        return Self.familiesThatMayBeKnown.contains { id.string.hasPrefix($0) }
    }

    private static let familiesThatMayBeKnown = [
        "content/", "excerpt/", "front-matter/", "link/", "markdown/", "plan/", "snippet/",
    ]
}

extension Baseline.Key {
    /// By the line of its place; nil: it is always reported, or its file can't be read.
    init?(_ diagnostic: Diagnostic, _ tables: inout LineTables) {
        guard diagnostic.mayBeKnown, let place = diagnostic.place,
            let table = tables.table(place.file)
        else { return nil }
        let digest = LineFingerprints.digest(of: diagnostic.id, place, table)
        self.init(id: diagnostic.id, file: place.file, digest: digest)
    }
}

extension Baseline.Entry {
    fileprivate var isOfAnyFailure: Bool { key.id == .anyFailure }
}

extension Diagnostic.ID {
    /// The id of entries of version 1: any failure of a block.
    fileprivate static let anyFailure = Diagnostic.ID("snippet/*")
}

// MARK: The file

extension Baseline {
    private struct File: Decodable {
        struct Finding: Decodable {
            let file: SourcePath
            let id: Diagnostic.ID
            let digest: String
            let count: Int
        }
        struct Failure: Decodable {
            let file: SourcePath
            let digest: String
        }
        let version: Int
        let known: [Finding]?
        let failures: [Failure]?
    }

    /// Reads the file's bytes; nil if it is not a baseline. O(bytes).
    package init?(_ bytes: [UInt8]) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
        var counts: [Key: Int] = [:]
        switch (file.version, file.known, file.failures) {
        case (1, _, let failures?):
            for failure in failures {
                counts[Key(id: .anyFailure, file: failure.file, digest: failure.digest)] = 1
            }
        case (2, let known?, _):
            for finding in known {
                guard (1...1_000_000_000).contains(finding.count) else { return nil }
                let key = Key(id: finding.id, file: finding.file, digest: finding.digest)
                // A merge of two branches may leave an entry twice.
                counts[key] = max(finding.count, counts[key, default: 0])
            }
        default: return nil
        }
        self.init(counts, [])
    }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{\"version\": 2, \"known\": [")
        for entry in entries {
            out.beginElementLine()
            out += entry.line
        }
        out.append(utf8: "\n]}\n")
        return out
    }

    /// The place of each entry in a file's text: its line, in version 1 its digest; an empty range
    /// for one that another program wrote in a different form. O(bytes).
    package func ranges(in text: [UInt8]) -> [Entry: Range<Int>] {
        var lines: [ArraySlice<UInt8>: Range<Int>] = [:]
        for line in text.split(separator: 0x0A) {
            let isOfOne = { (byte: UInt8) in byte == 0x20 || byte == 0x2C || byte == 0x0D }
            let start = line.firstIndex { !isOfOne($0) } ?? line.startIndex
            let end = line.lastIndex { !isOfOne($0) }.map { $0 + 1 } ?? line.endIndex
            guard start < end else { continue }
            lines[text[start..<end]] = start..<end
            if let digest = Self.digest(in: text[start..<end]) { lines[digest] = start..<end }
        }
        return Dictionary(
            entries.map { entry in
                let written =
                    entry.isOfAnyFailure ? Array(entry.key.digest.utf8)[...] : entry.line[...]
                return (entry, lines[written] ?? 0..<0)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// `5f1c…` from a line with `"digest":"5f1c…"`.
    private static func digest(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let parts = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard let name = parts.firstIndex(where: { $0.elementsEqual("digest".utf8) }),
            name + 2 < parts.count
        else { return nil }
        return parts[name + 2]
    }
}

extension Baseline.Entry {
    /// As an object of the file.
    fileprivate var line: [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{")
        out.append(member: "file", key.file.string)
        out.append(member: "id", key.id.string)
        out.append(member: "digest", key.digest)
        out.append(member: "count", count)
        out.append(utf8: "}")
        return out
    }
}
