import Languages

/// Checks the shape of a text: brackets pair up, strings and comments end.
///
///     f(a[1)          gives     ')' where ']' is due: '[' of line 1 is open     at the `)`
///     if x {⏎ f()     gives     '{' of line 1 is not closed                     at the `{`
///
/// Tolerates fragments: closers without openers are allowed at the end of a text that begins deeper
/// than they are, openers without closers where the text stops at once. Branches under `#if 0` are
/// ignored; each branch of `#if … #else` starts from the brackets open at the `#if`.
enum Balance {
    /// The strings and comments that do not end, or otherwise the first bracket that does not pair
    /// up; empty if nothing is broken, or it is uncertain. O(bytes).
    static func findings(in code: [UInt8], syntax: LexicalSyntax) -> [Finding] {
        findings(in: CodeScan(code, syntax: syntax), traits: LexicalTraits.of(syntax))
    }

    static func findings(in scan: CodeScan, traits: LexicalTraits) -> [Finding] {
        shape(of: scan, traits: traits).findings
    }

    /// The findings, and the brackets that a text cut off at its ends lacks.
    static func shape(
        of scan: CodeScan, traits: LexicalTraits
    ) -> (findings: [Finding], edges: BracketMatcher.Edges) {
        var matcher = BracketMatcher(scan, traits)
        let unmatched = matcher.run()
        // An open string swallows brackets, which then follow from it.
        let unended = unended(in: scan, matcher.deadRanges)
        return (unended.isEmpty ? unmatched : unended, matcher.edges)
    }

    /// Strings and comments that do not end. On a preprocessor's line a lone quote is prose:
    /// `#error don't`.
    private static func unended(in scan: CodeScan, _ dead: [Range<Int>]) -> [Finding] {
        var findings: [Finding] = []
        var isInDirective = false
        var deadIndex = 0
        for stretch in scan.stretches {
            if stretch.kind == .directive { isInDirective = true }
            if stretch.kind == .code { isInDirective = false }
            guard !stretch.isEnded, !isInDirective else { continue }
            let start = stretch.range.lowerBound
            while deadIndex < dead.count, dead[deadIndex].upperBound <= start { deadIndex += 1 }
            if deadIndex < dead.count, dead[deadIndex].contains(start) { continue }
            let isComment = stretch.kind == .blockComment
            findings.append(
                isComment
                    ? Finding("comment is not ended", at: start..<start + 2)
                    : Finding("string is not ended", at: start..<start + 1))
        }
        if findings.isEmpty, let start = scan.openEmbedding {
            findings.append(Finding("string is not ended", at: start..<start + 1))
        }
        return findings
    }
}
