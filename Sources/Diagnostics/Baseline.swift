import Addresses
import Foundation
import Text

/// The findings that were there when an old archive took up checking: they are spared, so that only
/// what is new is reported.
///
///     {"version": 2, "known": [
///       {"file": "content/posts/x.md", "id": "link/broken", "digest": "8c2f…", "count": 1}
///     ]}
///
/// A finding is known by its id, its file and a digest of its line or, where it is about a code
/// block, of the block; never by a line number, which every edit above it changes. Entries are
/// sorted, one a line. Version 1 held the failures of code blocks alone, by the block:
///
///     {"version": 1, "failures": [
///       {"digest": "5f1c…", "file": "content/posts/x.md", "language": "go", "line": 42}]}
package struct Baseline: Sendable, Hashable {
    /// What a finding is known by.
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

    /// Findings that are alike.
    package struct Entry: Sendable, Hashable {
        package let key: Key
        /// How many there are, at least one.
        package let count: Int
    }

    /// By file, id and digest.
    package let entries: [Entry]
    private let counts: [Key: Int]
    /// The digests of blocks that fail.
    private let failures: Set<String>
    /// The digests of entries of version 1, which spare every failure of a block, in any file.
    private let blocks: Set<String>

    /// The findings with these keys, alike ones counted.
    ///
    /// - Parameter failures: the digests of the blocks among them that fail.
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

    /// How many findings it spares, those of version 1 as one each.
    package var count: Int { entries.reduce(0) { $0 + $1.count } }

    /// The files that it has entries of.
    package var files: Set<SourcePath> { Set(entries.map(\.key.file)) }

    /// The entries of both; of entries alike the higher count.
    package func merging(_ other: Baseline) -> Baseline {
        Baseline(
            counts.merging(other.counts, uniquingKeysWith: max), failures.union(other.failures))
    }

    /// This baseline, and those entries of an older one that nothing could be found out about.
    package func keeping(_ older: Baseline?, where isOpen: (Entry) -> Bool) -> Baseline {
        guard let older else { return self }
        let open = older.entries.filter { entry in
            isOpen(entry) && !(entry.isOfAnyFailure && failures.contains(entry.key.digest))
        }
        let kept = Dictionary(open.map { ($0.key, $0.count) }, uniquingKeysWith: max)
        return merging(Baseline(kept, []))
    }
}

// MARK: What is spared

extension Baseline {
    /// Counts off known findings while those of a site come by.
    package struct Allowance {
        private var counts: [Key: Int]
        private let blocks: Set<String>

        package init(_ baseline: Baseline) {
            counts = baseline.counts
            blocks = baseline.blocks
        }

        /// Whether the next finding with this key is known.
        ///
        /// - Parameter isFailure: whether it says that a code block fails.
        package mutating func spares(_ key: Key, isFailure: Bool = false) -> Bool {
            if let count = counts[key], count > 0 {
                counts[key] = count - 1
                return true
            }
            return isFailure && blocks.contains(key.digest)
        }
    }

    /// The diagnostics that are new, sorted by place: of those alike the last ones.
    ///
    /// - Parameters:
    ///   - diagnostics: with the severities that their stages gave them.
    ///   - source: gives the bytes of a source file; asked for files of the baseline alone.
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

    /// Those of the diagnostics that may be known, by their lines.
    package init(of diagnostics: [Diagnostic], source: @escaping (SourcePath) -> [UInt8]?) {
        var tables = LineTables(source)
        self.init(of: diagnostics.sortedByPlace().compactMap { Key($0, &tables) })
    }

    /// The entries that are found less often than they say, each with how often it is found.
    ///
    /// - Parameters:
    ///   - found: all that is found, known or new.
    ///   - isOpen: whether nothing could be found out about an entry.
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
    /// Whether a baseline may spare it: a warning about a text or its address, with a place.
    ///
    /// An error of a stage leaves a text out or stops the build, and is never spared; nor is what
    /// is wrong with the configuration, the theme, the output, the ledger or a target. Severities
    /// are those of the stages: what `--strict` makes an error is a warning here.
    package var mayBeKnown: Bool {
        guard severity == .warning, place != nil else { return false }
        return Self.familiesThatMayBeKnown.contains { id.string.hasPrefix($0) }
    }

    private static let familiesThatMayBeKnown = [
        "content/", "excerpt/", "front-matter/", "link/", "markdown/", "plan/", "snippet/",
    ]
}

extension Baseline.Key {
    /// By the line of its place; nil: it is never spared, or its file can't be read.
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
    /// The id of entries of version 1: whatever says that a block fails.
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

    /// Reads the file's bytes; nil for what is not a baseline. O(bytes).
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

    /// Where each entry is written in a file's text: its line, in version 1 where its digest is;
    /// an empty range for one that another program wrote otherwise. O(bytes).
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

    /// `5f1c…` of a line with `"digest":"5f1c…"`.
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
