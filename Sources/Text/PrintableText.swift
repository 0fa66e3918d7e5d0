/// Makes text from tools and authors safe for a terminal, a log or a report: nothing in it is
/// obeyed.
extension String {
    /// The text on one line: a line break becomes a space; one at the end is removed with the white
    /// space before it; a tab becomes four spaces; characters that a terminal would obey or that
    /// hide text (``Swift/Unicode/Scalar/isObeyed``) become U+FFFD.
    ///
    /// `a⇥b⏎␛[31mc` gives `a    b �[31mc`. O(scalars); plain text only costs a scan of its bytes.
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

    /// Its lines, each like ``printableLine``; they end at LF, CRLF, CR or another line break of
    /// Unicode. Trailing blank lines are left out.
    package var printableLines: [String] {
        var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { String($0).printableLine }
        while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
        return lines
    }

    /// The first `limit` scalars followed by `…`, or the whole text if it is no longer.
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
    /// Whether a terminal obeys it or it makes text look different: C0 and C1 controls and DEL, the
    /// line and paragraph separator, the directional marks, embeddings, overrides and isolates (UAX
    /// 9, section 2); also the noncharacters that XML and YAML forbid. Includes LF, CR and tab.
    package var isObeyed: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFFFE, 0xFFFF:
            true
        default: false
        }
    }
}
