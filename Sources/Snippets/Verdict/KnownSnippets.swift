import Diagnostics

/// The code blocks in a baseline: findings about a block by the digest of its language and its
/// text, those of one id as one.
extension Baseline {
    /// All findings about snippets that may be in a baseline.
    ///
    /// - Parameter isLeftOut: whether the site does not report an id.
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

    /// The snippets of one file, in order, without their findings in the baseline. A snippet whose
    /// failures are all in it is skipped.
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
    /// One for each id of its diagnostics; empty without a digest.
    fileprivate var keys: [Baseline.Key] {
        guard !digest.isEmpty, !diagnostics.isEmpty else { return [] }
        return Set(diagnostics.filter(\.mayBeKnown).map(\.id)).map {
            Baseline.Key(id: $0, file: file, digest: digest)
        }
    }

    /// - Parameter known: the ids in the baseline.
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
