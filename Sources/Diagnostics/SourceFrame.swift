import Text

/// A source line with a place in it underlined, for a fixed-width font in which East Asian wide
/// characters take two columns.
///
///       3 | tagz = ["go"]
///         | ^^^^
package struct SourceFrame {
    /// `  3 | tagz = ["go"]`, printable.
    package let source: String
    /// `    | `, up to the place.
    package let gutter: String
    /// `^^^^`.
    package let caret: String

    /// Both lines, without colors.
    package var text: String { "\(source)\n\(gutter)\(caret)" }

    /// The characters of ``source`` that take two columns, each once.
    package var wideCharacters: String {
        var seen: Set<Unicode.Scalar> = []
        var wide = String.UnicodeScalarView()
        for scalar in source.unicodeScalars where scalar.columns == 2 {
            if seen.insert(scalar).inserted { wide.append(scalar) }
        }
        return String(wide)
    }

    /// nil for an empty place at the file's start, which represents the whole file. A long line
    /// shows only the part around the place.
    package init?(_ place: Place, _ table: LineTable) {
        guard place.range != 0..<0 else { return nil }
        let line = table.line(of: place.range.lowerBound)
        var lineRange = table.range(ofLine: line)
        // In a line such as minified code nothing further away is ever shown.
        if lineRange.count > 2048 {
            let (from, to) = (place.range.lowerBound - 1024, place.range.lowerBound + 1024)
            lineRange = lineRange.clamped(to: from..<to)
        }
        let all = table.text(in: lineRange)
        let before = place.range.lowerBound - lineRange.lowerBound
        let within = min(place.range.upperBound, lineRange.upperBound) - place.range.lowerBound
        let lead = String(decoding: all.utf8.prefix(max(0, before)), as: UTF8.self)
        let marked = String(
            decoding: all.utf8.dropFirst(max(0, before)).prefix(max(0, within)), as: UTF8.self)
        // A long line shows the part around the place only.
        var (shown, skipped) = (all, 0)
        if all.unicodeScalars.count > 160 {
            skipped = max(0, lead.unicodeScalars.count - 60)
            shown = String(
                String.UnicodeScalarView(all.unicodeScalars.dropFirst(skipped).prefix(140)))
        }
        let visibleLead = lead.unicodeScalars.dropFirst(skipped)
        let indent = visibleLead.reduce(0) { $0 + Self.columns(of: $1) }
        let room = max(1, shown.unicodeScalars.reduce(0) { $0 + Self.columns(of: $1) } - indent)
        let width = marked.unicodeScalars.reduce(0) { $0 + Self.columns(of: $1) }
        source = "  \(line) | \(shown.printableLine)"
        let margin = String(repeating: " ", count: String(line).count)
        gutter = "  \(margin) | " + String(repeating: " ", count: indent)
        caret = String(repeating: "^", count: min(max(1, width), room))
    }

    /// The columns of a scalar as ``Swift/String/printableLine`` writes it.
    private static func columns(of scalar: Unicode.Scalar) -> Int {
        scalar == "\t" ? 4 : scalar.isObeyed ? 1 : scalar.columns
    }
}
