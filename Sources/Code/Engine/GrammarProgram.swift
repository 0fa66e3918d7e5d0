/// A grammar compiled for ``GrammarMachine``: one flat list of instructions.
struct GrammarProgram: Sendable {
    struct Instruction: Sendable {
        enum Operation: UInt8, Sendable {
            /// Takes a token of one kind, or of a set, or fails.
            case token, set
            /// Goes on if the next token is in a set, else jumps.
            case test
            /// Saves a way back to the target, or drops it and jumps.
            case choice, commit
            case jump, call, ret, fail
            /// Succeeds or fails by the next token, and takes none.
            case peek, peekNot
            /// The token just taken stands for left-out code, or is part of the language after all.
            case elided, notElided
            case done
        }
        var operation: Operation
        var kind: UInt8 = 0
        var set: Int16 = 0
        var target: Int32 = 0
    }

    /// One rule under one set of flags.
    struct Entry: Sendable {
        let name: String
        let label: String?
        /// Its row in the machine's memory, or -1.
        let memo: Int32
        var start: Int32 = 0
    }

    let grammar: Grammar
    let code: [Instruction]
    let sets: [TokenSet]
    let entries: [Entry]
    let memoCount: Int
    /// What messages call the rule that a ``Instruction/Operation/test`` looks for, by its index.
    let labels: [Int: String]
    /// The first instruction of each start symbol.
    let starts: [String: Int32]
    /// The resolved bodies of ``entries``, for the lint.
    let bodies: [GrammarNode]

    /// - Parameter starts: names of rules with their flags, as `file` or `file+strict`.
    /// - Throws: for an unknown rule or a repetition that may match nothing.
    init(_ grammar: Grammar, starts: [String]) throws(GrammarError) {
        var compiler = GrammarCompiler(grammar)
        let roots = try compiler.compile(starts)
        self.grammar = grammar
        code = compiler.code
        sets = compiler.sets
        entries = compiler.entries
        memoCount = compiler.memoCount
        labels = compiler.labels
        bodies = compiler.bodies
        self.starts = roots
    }
}
