/// Which rules may match nothing, and the tokens that each may begin with.
struct GrammarAnalysis {
    private var first: [TokenSet]
    private var nullable: [Bool]

    /// - Parameter bodies: resolved, so that they hold no names.
    init(bodies: [GrammarNode]) {
        first = Array(repeating: TokenSet(), count: bodies.count)
        nullable = Array(repeating: false, count: bodies.count)
        var isChanged = true
        while isChanged {
            isChanged = false
            for (index, body) in bodies.enumerated() {
                let set = firstSet(of: body)
                let isNullable = isNullable(body)
                if set != first[index] || isNullable != nullable[index] {
                    first[index] = set
                    nullable[index] = isNullable
                    isChanged = true
                }
            }
        }
    }

    func isNullable(_ node: GrammarNode) -> Bool {
        switch node {
        case .rule(let index): nullable[index]
        case .sequence(let items): items.allSatisfy(isNullable)
        case .choice(let alternatives): alternatives.contains(where: isNullable)
        case .many, .maybe, .ahead: true
        case .set, .never, .token, .call, .when: false
        }
    }

    func firstSet(of node: GrammarNode) -> TokenSet {
        switch node {
        case .set(let set): return set
        case .rule(let index): return first[index]
        case .sequence(let items):
            var set = TokenSet()
            for item in items {
                set.formUnion(firstSet(of: item))
                if !isNullable(item) { break }
            }
            return set
        case .choice(let alternatives):
            var set = TokenSet()
            for alternative in alternatives { set.formUnion(firstSet(of: alternative)) }
            return set
        case .many(let inner), .maybe(let inner): return firstSet(of: inner)
        case .ahead, .never, .token, .call, .when: return TokenSet()
        }
    }
}
