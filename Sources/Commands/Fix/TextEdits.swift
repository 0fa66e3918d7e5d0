import Addresses
import Diagnostics
import Snippets

/// Edits of one text that do not overlap; in bytes.
struct TextEdits: Sendable {
    /// By position.
    private var edits: [Diagnostic.Fix.Edit] = []

    /// The sure edits of a check: of each finding in code the one fix that has edits, where it has no
    /// second, inside of the block that it is of. Of edits that overlap the first counts.
    static func byFile(of outcome: CheckOutcome) -> [SourcePath: TextEdits] {
        var files: [SourcePath: TextEdits] = [:]
        for snippet in outcome.snippets {
            for diagnostic in snippet.diagnostics {
                let fixes = diagnostic.fixes.filter { !$0.edits.isEmpty }
                guard fixes.count == 1, let fix = fixes.first, fix.isSure,
                    fix.edits.allSatisfy({ isOfCode($0, snippet) })
                else { continue }
                files[snippet.file, default: TextEdits()].add(fix.edits)
            }
        }
        return files
    }

    /// A comment above the block is not its code, and a line more or fewer may be outside of the list
    /// or quote that holds it.
    private static func isOfCode(_ edit: Diagnostic.Fix.Edit, _ snippet: CheckedSnippet) -> Bool {
        edit.place.file == snippet.file
            && edit.place.range.lowerBound >= snippet.place.range.lowerBound
            && !edit.replacement.utf8.contains { $0 == 0x0A || $0 == 0x0D }
    }

    /// All or none of them. O(new · log edits), where they come in order.
    private mutating func add(_ new: [Diagnostic.Fix.Edit]) {
        var fresh: [Diagnostic.Fix.Edit] = []
        for edit in new {
            let index = firstIndex(from: edit.place.range.lowerBound)
            let neighbors = edits[max(0, index - 1)..<min(edits.count, index + 1)]
            if neighbors.contains(edit) { continue }
            if neighbors.contains(where: { $0.touches(edit) }) { return }
            fresh.append(edit)
        }
        let isInOrder =
            (edits.last?.place.range.upperBound ?? 0) <= fresh.first?.place.range.lowerBound ?? 0
        edits += fresh
        if !isInOrder || fresh.count > 1 { edits.sort { $0.place < $1.place } }
    }

    /// Of the first edit that begins at or after a position.
    private func firstIndex(from position: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].place.range.lowerBound < position {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The text with the edits; one that is beyond its end or takes a line break out changes nothing.
    func applied(to text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count + 64)
        var end = 0
        for edit in edits {
            let range = edit.place.range
            guard range.lowerBound >= end, range.upperBound <= text.count,
                !text[range].contains(where: { $0 == 0x0A || $0 == 0x0D })
            else { continue }
            out += text[end..<range.lowerBound]
            out += edit.replacement.utf8
            end = range.upperBound
        }
        return out + text[end...]
    }
}

extension Diagnostic.Fix.Edit {
    /// Whether two edits overlap or meet, so that their order would matter.
    fileprivate func touches(_ other: Diagnostic.Fix.Edit) -> Bool {
        let (one, two) = (place.range, other.place.range)
        return one.lowerBound <= two.upperBound && two.lowerBound <= one.upperBound
    }
}
