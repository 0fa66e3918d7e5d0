import Diagnostics

/// What a baseline knows of code blocks: findings about a block by the digest of its language and
/// its text, those of one id as one.
extension Baseline {
    /// All findings about snippets that may be known.
    ///
    /// - Parameter isLeftOut: of ids that the site does not report.
    package init(
        of snippets: some Sequence<CheckedSnippet>, leavingOut isLeftOut: (Diagnostic.ID) -> Bool
    ) {
        var keys: [Key] = []
        var failures: Set<String> = []
        for snippet in snippets {
            let left = snippet.keys.filter { !isLeftOut($0.id) }
            keys += left
            if left.contains(where: { Verdict.isFailure($0.id.string) }) {
                failures.insert(snippet.digest)
            }
        }
        self.init(of: keys, failures: failures)
    }

    /// The snippets of one file, in order, without what is known of them. A snippet whose failures
    /// are all known is skipped.
    package func sparing(_ snippets: [CheckedSnippet]) -> [CheckedSnippet] {
        var allowance = Allowance(self)
        return snippets.map { snippet in
            let known = Set(
                snippet.keys.filter {
                    allowance.spares($0, isFailure: Verdict.isFailure($0.id.string))
                }.map(\.id))
            return known.isEmpty ? snippet : snippet.leavingOut(known)
        }
    }
}

extension CheckedSnippet {
    /// One for each id of its diagnostics; none without a digest.
    fileprivate var keys: [Baseline.Key] {
        guard !digest.isEmpty, !diagnostics.isEmpty else { return [] }
        return Set(diagnostics.filter(\.mayBeKnown).map(\.id)).map {
            Baseline.Key(id: $0, file: file, digest: digest)
        }
    }

    /// - Parameter known: the ids that a baseline spares.
    fileprivate func leavingOut(_ known: Set<Diagnostic.ID>) -> CheckedSnippet {
        var snippet = self
        snippet.diagnostics.removeAll { known.contains($0.id) }
        if case .failed(let failures) = verdict {
            let left = failures.filter { !known.contains($0.id) }
            snippet.verdict =
                left.isEmpty ? .skipped("a known failure, in the baseline") : .failed(left)
        }
        return snippet
    }
}
