/// Text of tools and authors made fit for a terminal, a log or a report: nothing in it is obeyed.
extension String {
    /// The text in one line: a line break becomes a space, one at the end goes with the white
    /// space before it, a tab becomes four spaces, and what a terminal would obey or what hides
    /// text (``Swift/Unicode/Scalar/isObeyed``) U+FFFD.
    ///
    /// `a⇥b⏎␛[31mc` gives `a    b �[31mc`. O(scalars); a plain text costs one look at its bytes.
    package var printableLine: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        var out = String.UnicodeScalarView()
        var isAfterCR = false
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": if !isAfterCR { out.append(" ") }
            case "\r": out.append(" ")
            case "\t": out.append(contentsOf: "    ".unicodeScalars)
            default: out.append(scalar.isObeyed ? "\u{FFFD}" : scalar)
            }
            isAfterCR = scalar == "\r"
        }
        if unicodeScalars.last == "\n" || isAfterCR {
            while out.last == " " { out.removeLast() }
        }
        return String(out)
    }

    /// Its lines, each as ``printableLine`` has it; they end at LF, CRLF, CR or another line break
    /// of Unicode. Blank lines at the end are left out.
    package var printableLines: [String] {
        var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { String($0).printableLine }
        while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
        return lines
    }

    /// The first `limit` scalars with `…` behind them, or the whole text where it is no longer.
    package func cut(to limit: Int) -> String {
        // A scalar has at least one byte.
        if utf8.count <= limit { return self }
        guard
            let end = unicodeScalars.index(
                unicodeScalars.startIndex, offsetBy: limit, limitedBy: unicodeScalars.endIndex),
            end != unicodeScalars.endIndex
        else { return self }
        return String(unicodeScalars[..<end]) + "…"
    }
}

extension Unicode.Scalar {
    /// What a terminal obeys or what makes text read otherwise than it is: C0 and C1 controls and
    /// DEL, the line and paragraph separator, the directional marks, embeddings, overrides and
    /// isolates (UAX 9, section 2); besides the noncharacters that XML and YAML forbid. LF, CR and
    /// tab are among them.
    package var isObeyed: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFFFE, 0xFFFF:
            true
        default: false
        }
    }
}
