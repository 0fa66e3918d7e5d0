/// The name that a misspelled one was probably meant to be, for "did you mean".
///
/// `nearestName(to: "per_pgae", in: ["per_page", "permalink"])` gives `per_page`. Compares without
/// case by the Damerau–Levenshtein distance (adjacent letters may be swapped); among equals the
/// first wins.
///
/// - Returns: nil if no name is within `limit` edits, by default a third of the name's length (at
///   least 1).
package func nearestName(
    to name: String, in candidates: some Sequence<String>, within limit: Int? = nil
) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let distance = editDistance(wanted, Array(candidate.lowercased().unicodeScalars))
        if distance <= limit ?? max(1, wanted.count / 3), distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.name
}

/// Insertions, deletions, substitutions and swaps of adjacent letters from `a` to `b`; O(a · b).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
