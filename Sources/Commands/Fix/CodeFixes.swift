import Addresses
import Diagnostics
import Snippets

/// Applies the edits that fix what a check found in code, as far as they are sure: each in a code block
/// or its info string, and kept only where the block is better for it.
///
/// An edit may uncover the next fault, so the texts are checked again until nothing is left to edit.
struct CodeFixes: Sendable {
    let check: CheckRun
    /// What is not found is not fixed.
    let filter: FindingFilter

    /// The texts that changed, and the check of all with them.
    struct Result: Sendable {
        /// By file, as they should be.
        var texts: [SourcePath: [UInt8]] = [:]
        /// Before, of the same files.
        var originals: [SourcePath: [UInt8]] = [:]
        /// How many blocks are better.
        var blocks = 0
        var outcome: CheckOutcome
    }

    /// How often a text is fixed before what is left is left.
    private static let rounds = 12

    /// Mends what `first`, the unfiltered outcome of the check, found. Nothing is written.
    func run(_ first: CheckOutcome) async throws -> Result {
        var result = Result(outcome: first)
        for _ in 0..<Self.rounds {
            let edits = TextEdits.byFile(of: filter.applied(to: result.outcome))
            var hasChanged = false
            for (file, edits) in edits {
                guard let original = result.originals[file] ?? original(file) else { continue }
                let text = result.texts[file] ?? original
                let edited = edits.applied(to: text)
                guard edited != text else { continue }
                result.originals[file] = original
                result.texts[file] = edited
                hasChanged = true
            }
            guard hasChanged else { break }
            result.outcome = try await check.outcome(result.texts)
        }
        if try await takeBack(from: &result, first) {
            result.outcome = try await check.outcome(result.texts)
        }
        return result
    }

    /// The bytes of a file; nil where its text is not the file's bytes, as of UTF-16.
    private func original(_ file: SourcePath) -> [UInt8]? {
        if let input = check.input[file] { return input }
        guard let bytes = try? check.folder.read(file),
            let text = try? check.folder.readText(file).0, text == bytes
        else { return nil }
        return bytes
    }

    /// Takes back the edits of blocks that are no better for them; true where there are any.
    private func takeBack(from result: inout Result, _ first: CheckOutcome) async throws -> Bool {
        let before = Dictionary(grouping: first.snippets, by: \.file)
        let after = Dictionary(grouping: result.outcome.snippets, by: \.file)
        var hasChanged = false
        for (file, text) in result.texts {
            guard let original = result.originals[file] else { continue }
            let merged = MergedBlocks(
                original, before[file] ?? [], edited: text, after[file] ?? [])
            result.blocks += merged.better
            if merged.text == text { continue }
            hasChanged = true
            result.texts[file] = merged.text == original ? nil : merged.text
            if merged.text == original { result.originals[file] = nil }
        }
        return hasChanged
    }
}

/// A text with the blocks of its edited form that are better than they were, and all else as it was.
private struct MergedBlocks {
    private(set) var text: [UInt8]
    private(set) var better = 0

    init(
        _ original: [UInt8], _ before: [CheckedSnippet], edited: [UInt8], _ after: [CheckedSnippet]
    ) {
        text = original
        // An edit that makes one block two, or two one, is not an edit of a block.
        guard before.count == after.count, !before.isEmpty else { return }
        let old = Self.cuts(before, original)
        let new = Self.cuts(after, edited)
        guard old.first == new.first else { return }
        text = Array(original[..<old[0]])
        for index in before.indices {
            let isBetter = Self.faults(after[index]) < Self.faults(before[index])
            if isBetter { better += 1 }
            text +=
                isBetter
                ? edited[new[index]..<new[index + 1]] : original[old[index]..<old[index + 1]]
        }
    }

    /// Where the blocks begin, and the end of the text.
    private static func cuts(_ snippets: [CheckedSnippet], _ text: [UInt8]) -> [Int] {
        var cuts = [0]
        for snippet in snippets {
            let start = min(snippet.place.range.lowerBound, text.count)
            cuts.append(max(start, cuts.last ?? 0))
        }
        return Array(cuts.dropFirst()) + [text.count]
    }

    /// How bad a block is.
    private static func faults(_ snippet: CheckedSnippet) -> Int {
        let isFailed = if case .failed = snippet.verdict { true } else { false }
        return snippet.diagnostics.count + (isFailed ? 1000 : 0)
    }
}
