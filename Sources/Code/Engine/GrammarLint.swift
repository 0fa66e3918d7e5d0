/// Finds the faults that make a parsing expression grammar refuse what its author meant: a test runs
/// this over every language.
struct GrammarLint {
    private let program: GrammarProgram
    private let analysis: GrammarAnalysis

    init(_ program: GrammarProgram) {
        self.program = program
        analysis = GrammarAnalysis(bodies: program.bodies)
    }

    /// One line per fault, without those of rules that other faults follow from.
    func faults() -> [String] {
        leftRecursion() + hiddenAlternatives() + unusedRules()
    }

    // MARK: Left recursion

    /// Rules that call themselves before they take a token, which never ends.
    private func leftRecursion() -> [String] {
        let calls = program.bodies.map(firstCalls)
        return program.bodies.indices.compactMap { start in
            var seen: Set<Int> = []
            var waiting = calls[start]
            while let next = waiting.popLast() {
                if next == start { return "'\(program.entries[start].name)' is left-recursive" }
                if seen.insert(next).inserted { waiting += calls[next] }
            }
            return nil
        }
    }

    private func firstCalls(_ node: GrammarNode) -> [Int] {
        switch node {
        case .rule(let index): return [index]
        case .sequence(let items):
            var calls: [Int] = []
            for item in items {
                calls += firstCalls(item)
                if !analysis.isNullable(item) { break }
            }
            return calls
        case .choice(let alternatives): return alternatives.flatMap(firstCalls)
        case .many(let inner), .maybe(let inner): return firstCalls(inner)
        // One token is looked at, and no rule is run.
        case .ahead, .set, .never, .token, .call, .when: return []
        }
    }

    // MARK: What is never reached

    /// Alternatives after one that matches a beginning of them, and items after a repetition or an
    /// option that takes them: neither is ever tried again.
    private func hiddenAlternatives() -> [String] {
        var faults: Set<String> = []
        for (body, entry) in zip(program.bodies, program.entries) {
            visit(body) { node in
                switch node {
                case .choice(let alternatives):
                    for (index, later) in alternatives.enumerated() {
                        for earlier in alternatives[..<index] where hides(earlier, later) {
                            faults.insert(
                                "'\(entry.name)': alternative \(index + 1) is hidden by an earlier one"
                            )
                        }
                    }
                case .sequence(let items):
                    for (item, next) in zip(items, items.dropFirst()) {
                        switch item {
                        case .many(let inner), .maybe(let inner):
                            if inner == next {
                                faults.insert(
                                    "'\(entry.name)': an item is taken by the one before it")
                            }
                        default: break
                        }
                    }
                default: break
                }
            }
        }
        return faults.sorted()
    }

    private func visit(_ node: GrammarNode, _ body: (GrammarNode) -> Void) {
        body(node)
        switch node {
        case .sequence(let items), .choice(let items): for item in items { visit(item, body) }
        case .many(let inner), .maybe(let inner), .ahead(let inner, _): visit(inner, body)
        case .set, .rule, .never, .token, .call, .when: break
        }
    }

    /// Whether an alternative matches where a later one could match more.
    private func hides(_ earlier: GrammarNode, _ later: GrammarNode) -> Bool {
        if case .sequence(let items) = earlier, items.contains(where: isAhead) { return false }
        return matchesBeginning(items(of: earlier)[...], items(of: later)[...])
    }

    private func isAhead(_ node: GrammarNode) -> Bool {
        if case .ahead = node { return true }
        return false
    }

    private func items(of node: GrammarNode) -> [GrammarNode] {
        if case .sequence(let items) = node { return items }
        return [node]
    }

    /// Whether `a` may match just the first items of `b`, or all of them.
    private func matchesBeginning(
        _ a: ArraySlice<GrammarNode>, _ b: ArraySlice<GrammarNode>
    ) -> Bool {
        guard let head = a.first else { return true }
        guard let other = b.first else { return a.allSatisfy(analysis.isNullable) }
        if head == other, matchesBeginning(a.dropFirst(), b.dropFirst()) { return true }
        switch (head, other) {
        case (.set(let mine), .set(let theirs)):
            var rest = theirs
            rest.subtract(mine)
            if rest.isEmpty { return matchesBeginning(a.dropFirst(), b.dropFirst()) }
        case (.choice(let alternatives), _) where alternatives.contains(other):
            return matchesBeginning(a.dropFirst(), b.dropFirst())
        case (.maybe(let inner), _):
            return matchesBeginning(items(of: inner) + a.dropFirst(), b)
                || matchesBeginning(a.dropFirst(), b)
        case (.many(let inner), _):
            return matchesBeginning(items(of: inner) + a.dropFirst(), b)
                || matchesBeginning(a.dropFirst(), b)
        default: break
        }
        return false
    }

    private func unusedRules() -> [String] {
        let used = Set(program.entries.map(\.name))
        return program.grammar.order.filter { !used.contains($0) }.map { "'\($0)' is never used" }
    }
}
