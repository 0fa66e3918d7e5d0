import Addresses
import Text

/// The difference of two texts in the unified format, which `patch -p1` and `git apply` read.
///
/// For texts with edited lines, none added and none removed: line N of the one is line N of the
/// other. Where their numbers of lines are not the same, all lines are replaced.
struct UnifiedDiff {
    private let file: SourcePath
    /// With the line breaks that end them.
    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]

    /// How many unchanged lines are shown around a change.
    private static let context = 3

    init(of file: SourcePath, from old: [UInt8], to new: [UInt8]) {
        self.file = file
        self.old = Self.lines(of: old)
        self.new = Self.lines(of: new)
    }

    /// `--- a/FILE`, `+++ b/FILE` and the hunks; nothing where the texts are equal. O(bytes).
    var bytes: [UInt8] {
        let hunks = hunks
        if hunks.isEmpty { return [] }
        var out: [UInt8] = []
        // An absolute path has its slash already.
        let name = file.string.drop { $0 == "/" }
        out += "--- a/\(name)\n+++ b/\(name)\n".utf8
        for hunk in hunks { append(hunk, to: &out) }
        return out
    }

    /// Ranges of lines of the old text, and of the new one where it has as many.
    private var hunks: [Range<Int>] {
        guard old.count == new.count else { return [0..<old.count] }
        var hunks: [Range<Int>] = []
        for index in old.indices where old[index] != new[index] {
            let start = max(0, index - Self.context)
            let end = min(old.count, index + Self.context + 1)
            if let last = hunks.last, start <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<end
            } else {
                hunks.append(start..<end)
            }
        }
        return hunks
    }

    private func append(_ hunk: Range<Int>, to out: inout [UInt8]) {
        let isWhole = old.count != new.count
        let after = isWhole ? 0..<new.count : hunk
        let lines = "-\(hunk.lowerBound + 1),\(hunk.count)"
        out += "@@ \(lines) +\(after.lowerBound + 1),\(after.count) @@\n".utf8
        if isWhole {
            for index in hunk { append("-", old[index], to: &out) }
            for index in after { append("+", new[index], to: &out) }
            return
        }
        var index = hunk.lowerBound
        while index < hunk.upperBound {
            if old[index] == new[index] {
                append(" ", old[index], to: &out)
                index += 1
                continue
            }
            let end = hunk[index...].first { old[$0] == new[$0] } ?? hunk.upperBound
            for changed in index..<end { append("-", old[changed], to: &out) }
            for changed in index..<end { append("+", new[changed], to: &out) }
            index = end
        }
    }

    private func append(_ mark: StaticString, _ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
        out.append(utf8: mark)
        out += line
        if line.last != 0x0A { out.append(utf8: "\n\\ No newline at end of file\n") }
    }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }
}
