/// What Go text that is no statement may be a part of, going by its first tokens: fields, methods
/// of an interface, cases, elements.
struct GoHints {
    /// Written before and behind the text, after `package p;`.
    struct Wrapper: Sendable, Hashable {
        let head: String
        let tail: String
    }

    /// The likeliest first; empty for plain statements.
    let wrappers: [Wrapper]

    init(_ items: GoItems) {
        guard let item = items.all.first(where: { $0.kind == .statement }) else {
            wrappers = []
            return
        }
        let tokens = items.tokens
        let first = item.token
        var found: [Wrapper] = []
        if tokens.has("case", at: first) || tokens.has("default", at: first) {
            found += [.switchCases, .typeCases, .selectCases]
        }
        if tokens.has("else", at: first) { found.append(.elseBranch) }
        if GoHints.isSpecification(tokens, at: first) { found += [.fields, .constants, .methods] }
        if tokens.isWord(first), tokens.has("(", at: first + 1) { found += [.methods, .fields] }
        if GoHints.isElement(tokens, at: first) {
            let endsWithComma = tokens.has(",", at: tokens.all.count - 1)
            found.append(endsWithComma ? .elements : .lastElement)
        }
        if tokens.has("*", at: first) || tokens.has("~", at: first) || tokens.isKeyword(first) {
            found += [.type, .fields]
        }
        if tokens.all[first].kind == .string || tokens.has("_", at: first) {
            found.append(.imports)
        }
        if found.isEmpty, items.all.count == 1 { found = [.type, .methods, .value] }
        var seen: Set<Wrapper> = []
        wrappers = found.filter { seen.insert($0).inserted }
    }

    /// `Name string`, `mu sync.Mutex`, `A, B Kind = iota`.
    private static func isSpecification(_ tokens: GoTokens, at first: Int) -> Bool {
        guard tokens.isWord(first) else { return false }
        if tokens.has(",", at: first + 1) { return true }
        guard tokens.all.indices.contains(first + 1) else { return false }
        let next = tokens.all[first + 1]
        if next.isOnNewLine { return true }
        if next.kind != .mark { return true }
        return tokens.has("*", at: first + 1) || tokens.has("[", at: first + 1)
            || tokens.has("<", at: first + 1) || tokens.has(".", at: first + 1)
    }

    /// `key: value,` or `value,`.
    private static func isElement(_ tokens: GoTokens, at first: Int) -> Bool {
        if tokens.has("{", at: first) || tokens.has(",", at: tokens.all.count - 1) { return true }
        // The colon need not come at once: `pkg.Key{1}: value`.
        for i in first + 1..<min(first + 12, tokens.all.count) where tokens.has(":", at: i) {
            return !tokens.has("=", at: i + 1)
        }
        return false
    }
}

extension GoHints.Wrapper {
    fileprivate static let switchCases = Self(head: "func _(){switch{", tail: "\n}}")
    fileprivate static let typeCases = Self(head: "func _(){switch _.(type){", tail: "\n}}")
    fileprivate static let elseBranch = Self(head: "func _(){if _{}", tail: "\n}")
    fileprivate static let selectCases = Self(head: "func _(){select{", tail: "\n}}")
    fileprivate static let fields = Self(head: "type _ struct{", tail: "\n}")
    fileprivate static let methods = Self(head: "type _ interface{", tail: "\n}")
    fileprivate static let constants = Self(head: "const(", tail: "\n)")
    fileprivate static let imports = Self(head: "import(", tail: "\n)")
    fileprivate static let elements = Self(head: "var _=_{", tail: "\n}")
    fileprivate static let lastElement = Self(head: "var _=_{", tail: "/**/}")
    fileprivate static let type = Self(head: "type _ ", tail: "")
    fileprivate static let value = Self(head: "var _=", tail: "")
}
