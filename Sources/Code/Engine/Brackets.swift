/// The brackets of a token list.
struct Brackets {
    private let openers: [UInt8: UInt8]
    private let closers: Set<UInt8>

    init(_ words: Words) {
        var pairs: [UInt8: UInt8] = [:]
        for (opener, closer) in [
            ("\"(\"", "\")\""), ("\"[\"", "\"]\""), ("\"{\"", "\"}\""), ("\"${\"", "\"}\""),
        ]
        where words[opener] != TokenKind.bad && words[closer] != TokenKind.bad {
            pairs[words[opener]] = words[closer]
        }
        openers = pairs
        closers = Set(pairs.values)
    }

    /// The kind that closes a bracket of a kind; nil for what opens nothing.
    func closer(of kind: UInt8) -> UInt8? { openers[kind] }

    /// The brackets that are open before a token, the outermost first.
    func open(in tokens: Tokens, before token: Int) -> [Int] {
        var open: [Int] = []
        for index in 0..<min(token, tokens.count) {
            let kind = tokens.kinds[index]
            if openers[kind] != nil {
                open.append(index)
            } else if closers.contains(kind), let last = open.last,
                openers[tokens.kinds[last]] == kind
            {
                open.removeLast()
            }
        }
        return open
    }

    /// Whether a bracket is closed by one of its kind at any later token.
    func isClosed(_ opener: Int, in tokens: Tokens) -> Bool {
        var depth = 0
        for index in opener..<tokens.count {
            let kind = tokens.kinds[index]
            if openers[kind] != nil { depth += 1 }
            if closers.contains(kind) { depth -= 1 }
            if depth == 0 { return true }
        }
        return false
    }
}
