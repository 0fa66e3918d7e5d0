/// The token kinds that every language has; a grammar numbers its own from ``firstOfGrammar`` on.
enum TokenKind {
    /// The end of the code, always the last token.
    static let end: UInt8 = 0
    /// A comment that only says `...`: a terminal that does not want it looks past it.
    static let elision: UInt8 = 1
    /// The end of a statement that the text allows but does not force, such as a line break in
    /// JavaScript; looked past in the same way.
    static let softEnd: UInt8 = 2
    /// Bytes that are no token of the language; ``Tokens/complaints`` says why.
    static let bad: UInt8 = 3
    static let firstOfGrammar: UInt8 = 4

    /// Whether a terminal may look past a token of this kind.
    @inline(__always)
    static func isOptional(_ kind: UInt8) -> Bool { kind &- 1 < 2 }

    static let optional: TokenSet = {
        var set = TokenSet(elision)
        set.insert(softEnd)
        return set
    }()
}
