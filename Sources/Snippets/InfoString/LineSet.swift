/// A set of line numbers as authors write it: `3,5-7`, 1-based, both ends included.
package struct LineSet: Sendable, Hashable {
    package let ranges: [ClosedRange<Int>]

    /// The bounds of a line's number.
    static let lines = 1...1_000_000_000

    package init(_ ranges: [ClosedRange<Int>] = []) {
        self.ranges = ranges
    }

    /// Reads `3,5-7`, `3 5-7`, `{3,5-7}`, Hugo's `[3,"5-7"]` or Expressive Code's
    /// `{"a label":3,5-7}`; nil for anything else.
    package init?(_ text: String) {
        let parts = Self.withoutLabels(text).split { " ,[]{}\"'".contains($0) }
        guard !parts.isEmpty else { return nil }
        var ranges: [ClosedRange<Int>] = []
        for part in parts {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = ends.first.flatMap({ Int($0) }), Self.lines.contains(first),
                ends.count <= 2
            else { return nil }
            guard ends.count == 2 else {
                ranges.append(first...first)
                continue
            }
            guard let last = Int(ends[1]), last >= first, Self.lines.contains(last) else {
                return nil
            }
            ranges.append(first...last)
        }
        self.init(ranges)
    }

    /// Removes `"…":` before numbers.
    private static func withoutLabels(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.indices.filter { $0.isMultiple(of: 2) }
            .map { $0 > 0 && parts[$0].hasPrefix(":") ? parts[$0].dropFirst() : parts[$0] }
            .joined(separator: " ")
    }

    package var isEmpty: Bool { ranges.isEmpty }

    package func contains(_ line: Int) -> Bool {
        ranges.contains { $0.contains(line) }
    }
}
