import Text

/// How many snippets got which verdict: the last line of every build and check.
///
///     snippets  412: 360 parsed, 12 shaped, 22 typed, 9 ran, 1 expected, 2 failed, 3 skipped,
///     3 unchecked (2 no checker for brainfuck, 1 gofmt not found)
package struct Coverage: Sendable, Hashable, Codable {
    /// The passed snippets, by the level of their check.
    package private(set) var passed: [CheckLevel: Int] = [:]
    package private(set) var failed = 0
    package private(set) var expected = 0
    package private(set) var skipped = 0
    /// The unchecked snippets, by the reason.
    package private(set) var unchecked: [String: Int] = [:]

    /// How many reasons the line names.
    private static let reasonLimit = 6
    /// How long a reason in the line may be, in scalars: it may contain an author's text.
    private static let reasonLength = 80

    /// The coverage of no snippet.
    package init() {}

    package init(_ snippets: some Sequence<CheckedSnippet>) {
        for snippet in snippets { add(snippet.verdict) }
    }

    package mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .passed(let pass): passed[pass.level, default: 0] += 1
        case .failed: failed += 1
        case .expected: expected += 1
        case .skipped: skipped += 1
        case .unchecked(let reason):
            // The text after a colon is specific to one block.
            let kind = reason.firstRange(of: ": ").map { String(reason[..<$0.lowerBound]) }
            unchecked[kind ?? reason, default: 0] += 1
        }
    }

    package static func + (a: Coverage, b: Coverage) -> Coverage {
        var sum = a
        sum.passed.merge(b.passed, uniquingKeysWith: +)
        sum.failed += b.failed
        sum.expected += b.expected
        sum.skipped += b.skipped
        sum.unchecked.merge(b.unchecked, uniquingKeysWith: +)
        return sum
    }

    /// The counts per verdict; `total` is their sum.
    package var summary: Summary {
        let passed = passed.values.reduce(0, +)
        let unchecked = unchecked.values.reduce(0, +)
        return Summary(
            total: passed + failed + expected + skipped + unchecked, passed: passed,
            failed: failed, expected: expected, skipped: skipped, unchecked: unchecked)
    }

    package struct Summary: Sendable, Hashable, Codable {
        package let total: Int
        package let passed: Int
        package let failed: Int
        package let expected: Int
        package let skipped: Int
        package let unchecked: Int
    }

    /// The reasons for unchecked snippets with their counts, highest first, then by the reason.
    package var reasons: [(reason: String, count: Int)] {
        unchecked.map { (reason: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    }

    /// The line without its end; counts of 0 are left out. Safe for a terminal.
    package var line: String {
        let summary = summary
        var parts = [CheckLevel.parse, .shape, .types, .run]
            .map { (passed[$0, default: 0], $0.participle) }
        parts.append((expected, "expected"))
        parts.append((failed, "failed"))
        parts.append((skipped, "skipped"))
        parts.append((summary.unchecked, "unchecked"))
        let counts = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let list = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
        return "snippets  \(summary.total)\(list)\(reasonList)"
    }

    /// ` (2 no checker for brainfuck, 1 gofmt not found)`; `and 7 more` counts snippets.
    private var reasonList: String {
        let reasons = reasons
        if reasons.isEmpty { return "" }
        var named = reasons.prefix(Coverage.reasonLimit).map {
            "\($0.count) \($0.reason.printableLine.cut(to: Coverage.reasonLength))"
        }
        .joined(separator: ", ")
        let more = reasons.dropFirst(Coverage.reasonLimit).reduce(0) { $0 + $1.count }
        if more > 0 { named += " and \(more) more" }
        return " (\(named))"
    }
}

/// A dictionary by level is an object in JSON: `{"parse": 360}`.
extension CheckLevel: CodingKeyRepresentable {}
