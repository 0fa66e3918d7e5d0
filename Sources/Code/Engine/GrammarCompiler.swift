/// Compiles a grammar: one copy of each rule per set of flags it is called with, first sets, then
/// instructions.
struct GrammarCompiler {
    private let grammar: Grammar
    private(set) var code: [GrammarProgram.Instruction] = []
    private(set) var sets: [TokenSet] = []
    private(set) var entries: [GrammarProgram.Entry] = []
    private(set) var bodies: [GrammarNode] = []
    private(set) var memoCount = 0
    private(set) var labels: [Int: String] = [:]
    private var flags: [UInt32] = []
    private var known: [Instance: Int] = [:]
    private var setIndices: [TokenSet: Int] = [:]
    /// The kinds of each name of a token so far: rules name `NAME` hundreds of times.
    private var knownKinds: [String: TokenSet] = [:]
    private var analysis = GrammarAnalysis(bodies: [])

    private struct Instance: Hashable {
        let name: String
        let flags: UInt32
    }

    init(_ grammar: Grammar) {
        self.grammar = grammar
    }

    mutating func compile(_ starts: [String]) throws(GrammarError) -> [String: Int32] {
        var roots: [(name: String, entry: Int)] = []
        for start in starts {
            let parts = start.split(separator: "+").map(String.init)
            let flags = parts.dropFirst().reduce(0) { $0 | (grammar.flags[$1] ?? 0) }
            roots.append((start, try instance(of: parts[0], flags: flags)))
        }
        var index = 0
        while index < bodies.count {
            bodies[index] = try resolved(bodies[index], flags: flags[index])
            index += 1
        }
        analysis = GrammarAnalysis(bodies: bodies)
        for index in bodies.indices {
            entries[index].start = Int32(code.count)
            try emit(bodies[index], of: index)
            add(.ret)
        }
        var table: [String: Int32] = [:]
        for root in roots {
            table[root.name] = Int32(code.count)
            add(.call, target: root.entry)
            add(.done)
        }
        return table
    }

    // MARK: Rules under flags

    private mutating func instance(of name: String, flags: UInt32) throws(GrammarError) -> Int {
        let key = Instance(name: name, flags: flags)
        if let index = known[key] { return index }
        guard let rule = grammar.rules[name] else {
            throw GrammarError(line: 0, message: "no rule '\(name)'")
        }
        let index = bodies.count
        known[key] = index
        bodies.append(rule.body)
        self.flags.append(flags)
        entries.append(
            GrammarProgram.Entry(
                name: name, label: rule.label, memo: rule.isMemoized ? Int32(memoCount) : -1))
        if rule.isMemoized { memoCount += 1 }
        return index
    }

    private mutating func resolved(
        _ node: GrammarNode, flags: UInt32
    ) throws(GrammarError) -> GrammarNode {
        switch node {
        case .token(let name): return .set(kinds(of: name))
        case .call(let name, let adding, let removing):
            return .rule(try instance(of: name, flags: (flags | adding) & ~removing))
        case .when(let flag, let isSet):
            return (flags & flag != 0) == isSet ? .sequence([]) : .never
        case .sequence(let items):
            var resolvedItems: [GrammarNode] = []
            for item in items {
                switch try resolved(item, flags: flags) {
                case .never: return .never
                case .sequence(let inner): resolvedItems += inner
                case let other: resolvedItems.append(other)
                }
            }
            return resolvedItems.count == 1 ? resolvedItems[0] : .sequence(resolvedItems)
        case .choice(let alternatives):
            var left: [GrammarNode] = []
            for alternative in alternatives {
                let node = try resolved(alternative, flags: flags)
                if node == .never { continue }
                // Neighbors that are single tokens become one set.
                if case .set(var set) = node, case .set(let before)? = left.last {
                    set.formUnion(before)
                    left[left.count - 1] = .set(set)
                } else {
                    left.append(node)
                }
            }
            return left.isEmpty ? .never : left.count == 1 ? left[0] : .choice(left)
        case .many(let inner):
            let inner = try resolved(inner, flags: flags)
            return inner == .never ? .sequence([]) : .many(inner)
        case .maybe(let inner):
            let inner = try resolved(inner, flags: flags)
            return inner == .never ? .sequence([]) : .maybe(inner)
        case .ahead(let inner, let isWanted):
            return .ahead(try resolved(inner, flags: flags), isWanted: isWanted)
        case .rule, .set, .never: return node
        }
    }

    private mutating func kinds(of name: String) -> TokenSet {
        if let set = knownKinds[name] { return set }
        var set = TokenSet(grammar.kinds[name] ?? TokenKind.bad)
        switch name {
        case "NAME", "WORD":
            for (literal, kind) in grammar.kinds {
                let isName = literal == "NAME" || grammar.nameClasses.contains(literal)
                let isWord =
                    name == "WORD" ? grammar.isWord(literal) : grammar.isSoftWord(literal)
                if isName || isWord { set.insert(kind) }
            }
            for kind in grammar.classes.values { set.insert(kind) }
        case "ANY":
            for (literal, kind) in grammar.kinds
            where kind >= TokenKind.firstOfGrammar && !grammar.isBracket(literal) {
                set.insert(kind)
            }
        default: break
        }
        if name == grammar.softEnd { set.insert(TokenKind.softEnd) }
        knownKinds[name] = set
        return set
    }

    // MARK: Instructions

    private mutating func add(
        _ operation: GrammarProgram.Instruction.Operation, kind: UInt8 = 0, set: TokenSet? = nil,
        target: Int = 0, label: String? = nil
    ) {
        var index = 0
        if let set {
            if let known = setIndices[set] {
                index = known
            } else {
                index = sets.count
                sets.append(set)
                setIndices[set] = index
            }
        }
        if let label { labels[code.count] = label }
        code.append(
            GrammarProgram.Instruction(
                operation: operation, kind: kind, set: Int16(index), target: Int32(target)))
    }

    /// What messages call the beginning of an expression.
    private func label(of node: GrammarNode) -> String? {
        switch node {
        case .rule(let index): entries[index].label
        case .sequence(let items): items.first.flatMap(label)
        default: nil
        }
    }

    /// Makes an instruction jump to the next one.
    private mutating func land(_ index: Int) {
        code[index].target = Int32(code.count)
    }

    private mutating func emit(_ node: GrammarNode, of entry: Int) throws(GrammarError) {
        switch node {
        case .set(let set):
            if let kind = set.only {
                add(.token, kind: kind, set: set)
            } else {
                add(.set, set: set)
            }
            let dots = ["\"...\"", "\"…\""].compactMap { grammar.kinds[$0] }
            if dots.contains(where: set.contains) {
                add(entries[entry].name == "elision" ? .elided : .notElided)
            }
        case .rule(let index): add(.call, target: index)
        case .sequence(let items): for item in items { try emit(item, of: entry) }
        case .many(let inner):
            guard !analysis.isNullable(inner) else {
                throw GrammarError(
                    line: grammar.rules[entries[entry].name]?.line ?? 0,
                    message: "a repetition of nothing in '\(entries[entry].name)'")
            }
            let top = code.count
            add(.test, set: analysis.firstSet(of: inner), label: label(of: inner))
            add(.choice)
            try emit(inner, of: entry)
            add(.commit, target: top)
            land(top)
            land(top + 1)
        case .maybe(let inner):
            if analysis.isNullable(inner) { return try emit(inner, of: entry) }
            let top = code.count
            add(.test, set: analysis.firstSet(of: inner), label: label(of: inner))
            add(.choice)
            try emit(inner, of: entry)
            let end = code.count
            add(.commit)
            land(top)
            land(top + 1)
            land(end)
        case .ahead(let inner, let isWanted):
            add(isWanted ? .peek : .peekNot, set: analysis.firstSet(of: inner))
        case .choice(let alternatives): try emit(choice: alternatives, of: entry)
        case .never, .token, .call, .when: add(.fail)
        }
    }

    private mutating func emit(
        choice alternatives: [GrammarNode], of entry: Int
    ) throws(GrammarError) {
        var ends: [Int] = []
        for (index, alternative) in alternatives.enumerated() {
            if index == alternatives.count - 1 {
                try emit(alternative, of: entry)
                break
            }
            var later = TokenSet()
            var isLaterNullable = false
            for other in alternatives[(index + 1)...] {
                later.formUnion(analysis.firstSet(of: other))
                isLaterNullable = isLaterNullable || analysis.isNullable(other)
            }
            let first = analysis.firstSet(of: alternative)
            let isNullable = analysis.isNullable(alternative)
            var ways: [Int] = []
            if !isNullable {
                ways.append(code.count)
                add(.test, set: first, label: label(of: alternative))
            }
            // Where one token decides, no way back is kept; not where an optional token could belong
            // to either.
            let isDecided =
                !isNullable && !isLaterNullable && !first.meets(later)
                && !first.meets(TokenKind.optional) && !later.meets(TokenKind.optional)
            if !isDecided {
                ways.append(code.count)
                add(.choice)
            }
            try emit(alternative, of: entry)
            ends.append(code.count)
            add(isDecided ? .jump : .commit)
            for way in ways { land(way) }
        }
        for end in ends { land(end) }
    }
}
