import Addresses
import Diagnostics
import Foundation

/// The failures that were there when an old archive took up checking: they are spared, so that only
/// new and touched snippets can fail.
///
///     {"version": 1, "failures": [
///       {"digest": "5f1c…", "file": "content/posts/x.md", "language": "go", "line": 42}]}
///
/// A snippet is known by the digest of its language and its bytes; file and line are for people.
package struct Baseline: Sendable {
    package struct Entry: Sendable, Hashable, Codable {
        package let digest: String
        package let file: SourcePath
        package let language: String
        package let line: Int
    }

    private struct Form: Codable {
        let version: Int
        let failures: [Entry]
    }

    package let entries: [Entry]
    private let digests: Set<String>

    /// Of the failures among snippets, each digest once.
    package init(of snippets: [CheckedSnippet]) {
        var seen: Set<String> = []
        self.init(
            snippets.compactMap { snippet in
                guard case .failed = snippet.verdict, seen.insert(snippet.digest).inserted else {
                    return nil
                }
                return Entry(
                    digest: snippet.digest, file: snippet.file, language: snippet.language ?? "",
                    line: snippet.line)
            })
    }

    /// This baseline, and the entries of an older one whose blocks nothing could tell of now.
    package func keeping(_ older: Baseline?, _ snippets: some Sequence<CheckedSnippet>) -> Baseline
    {
        guard let older else { return self }
        var unchecked: Set<String> = []
        for snippet in snippets {
            if case .unchecked = snippet.verdict { unchecked.insert(snippet.digest) }
        }
        return Baseline(
            entries
                + older.entries.filter {
                    unchecked.contains($0.digest) && !digests.contains($0.digest)
                })
    }

    /// Reads the file's bytes; nil for what is no baseline.
    package init?(_ bytes: [UInt8]) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(bytes)), form.version == 1
        else { return nil }
        self.init(form.failures)
    }

    private init(_ entries: [Entry]) {
        self.entries = entries.sorted {
            ($0.file.string, $0.line, $0.digest) < ($1.file.string, $1.line, $1.digest)
        }
        digests = Set(entries.map(\.digest))
    }

    /// The file's bytes, one failure a line, in the order of files and lines.
    package var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = entries.compactMap { entry in
            (try? encoder.encode(entry)).map { String(decoding: $0, as: UTF8.self) }
        }
        let list = lines.map { "  \($0)" }.joined(separator: ",\n")
        return Array("{\"version\": 1, \"failures\": [\n\(list)\n]}\n".utf8)
    }

    /// The snippet, without its failure where that was there before.
    package func sparing(_ snippet: CheckedSnippet) -> CheckedSnippet {
        guard case .failed(let failures) = snippet.verdict, digests.contains(snippet.digest) else {
            return snippet
        }
        var spared = snippet
        spared.verdict = .skipped("a known failure, in the baseline")
        spared.diagnostics.removeAll { failures.contains($0) }
        return spared
    }

    /// A warning for each entry that fails no more, so that it can be struck.
    ///
    /// - Parameters:
    ///   - snippets: all of the site, none of them spared yet.
    ///   - isUnseen: whether a file is there and was not checked, as a draft.
    ///   - file: the baseline itself, and `text` its bytes.
    package func stale(
        _ snippets: some Sequence<CheckedSnippet>, isUnseen: (SourcePath) -> Bool,
        file: SourcePath, text: [UInt8]
    ) -> [Diagnostic] {
        var open: Set<String> = []
        var passing: Set<String> = []
        for snippet in snippets {
            switch snippet.verdict {
            case .failed, .unchecked: open.insert(snippet.digest)
            case .passed, .expected, .skipped: passing.insert(snippet.digest)
            }
        }
        return entries.filter { entry in
            if open.contains(entry.digest) { return false }
            return passing.contains(entry.digest) || !isUnseen(entry.file)
        }.map { entry in
            let found = text.firstRange(of: Array(entry.digest.utf8))
            return .warning(
                .snippetMended, "the \(entry.language) snippet of '\(entry.file)' fails no more",
                at: Place(file: file, range: found ?? 0..<0),
                fixes: [.init("remove it, or write the baseline again with --write-baseline")])
        }
    }
}

extension Diagnostic.ID {
    package static let snippetMended = Diagnostic.ID("snippet/mended")
}
