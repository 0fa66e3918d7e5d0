/// Go text cut into what stands side by side at its top: clauses, declarations and statements.
///
///     import "fmt"⏎ x := 1⏎ func f() {}     gives     imports, statement, function
struct GoItems: Sendable {
    struct Item: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            /// `package main`
            case package
            case imports
            /// A function or method, with or without its body: never inside another function.
            case function
            /// `var`, `const` or `type`: at the top or inside a function.
            case declaration
            /// Anything else.
            case statement
        }
        let kind: Kind
        /// From its first token to the next item's; the first item's from 0, the last's to the end.
        var range: Range<Int>
        /// The index of its first token.
        let token: Int
    }

    let tokens: GoTokens
    private(set) var all: [Item] = []

    /// O(bytes).
    init(_ scan: CodeScan) {
        tokens = GoTokens(scan)
        var depth = 0
        for index in tokens.all.indices {
            if depth == 0, begins(at: index) { append(at: index) }
            let token = tokens.all[index]
            guard token.kind == .mark else { continue }
            let byte = tokens.code[token.range.lowerBound]
            if byte.opensBracket { depth += 1 }
            if byte.closesBracket { depth = max(0, depth - 1) }
        }
        if !all.isEmpty {
            all[0].range = 0..<all[0].range.upperBound
            all[all.count - 1].range = all[all.count - 1].range.lowerBound..<scan.code.count
        }
    }

    func contains(_ kind: Item.Kind) -> Bool { all.contains { $0.kind == kind } }

    private func begins(at index: Int) -> Bool {
        guard index > 0 else { return true }
        let token = tokens.all[index]
        // A closer without an opener belongs to what it comes behind.
        if token.kind == .mark, tokens.code[token.range.lowerBound].closesBracket { return false }
        if tokens.has(";", at: index - 1) { return true }
        return token.isOnNewLine && tokens.endsStatement(index - 1)
    }

    private mutating func append(at index: Int) {
        let start = tokens.all[index].range.lowerBound
        if let last = all.indices.last {
            all[last].range = all[last].range.lowerBound..<start
        }
        all.append(Item(kind: kind(at: index), range: start..<tokens.code.count, token: index))
    }

    private func kind(at index: Int) -> Item.Kind {
        if tokens.has("package", at: index) { return .package }
        if tokens.has("import", at: index) { return .imports }
        for word: StaticString in ["var", "const", "type"] where tokens.has(word, at: index) {
            return .declaration
        }
        return tokens.has("func", at: index) && isNamedFunction(at: index) ? .function : .statement
    }

    /// `func f(`, `func f[T any](` or `func (r R) f(`, but not the literal `func(x int) bool {`.
    private func isNamedFunction(at index: Int) -> Bool {
        if tokens.isWord(index + 1) { return true }
        guard tokens.has("(", at: index + 1),
            let name = tokens.indexAfterBrackets(at: index + 1)
        else { return false }
        return tokens.isWord(name)
            && (tokens.has("(", at: name + 1) || tokens.has("[", at: name + 1))
            && !tokens.all[name].isOnNewLine
    }
}
