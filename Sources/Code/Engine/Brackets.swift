/// The brackets of a token list.
struct Brackets {
    private let openers: [UInt8: UInt8]
    private let closers: Set<UInt8>

    init(_ words: Words) {
        var pairs: [UInt8: UInt8] = [:]
        for (opener, closer) in [
            ("\"(\"", "\")\""), ("\"[\"", "\"]\""), ("\"{\"", "\"}\""), ("\"${\"", "\"}\""),
            ("\"\\(\"", "\")\""),
            ("OFFSET", "\"}\""),
        ]
        where words[opener] != TokenKind.bad && words[closer] != TokenKind.bad {
            pairs[words[opener]] = words[closer]
        }
        openers = pairs
        closers = Set(pairs.values)
    }

    /// The kind that closes a bracket of a kind; nil for what opens nothing.
    func closer(of kind: UInt8) -> UInt8? { openers[kind] }

    func isCloser(_ kind: UInt8) -> Bool { closers.contains(kind) }

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

    /// The brackets that no bracket of any kind closes at a later token.
    func unclosed(in tokens: Tokens) -> Set<Int> {
        var open: [Int] = []
        for (index, kind) in tokens.kinds.enumerated() {
            if openers[kind] != nil {
                open.append(index)
            } else if closers.contains(kind) {
                _ = open.popLast()
            }
        }
        return Set(open)
    }

    /// The same, where a closer that begins its line closes the bracket of its kind whose line begins
    /// at its column, and leaves those after that one open.
    ///
    /// - Parameter column: the column of the line of a token, and whether the token begins it.
    func unclosed(
        in tokens: Tokens, column: (_ token: Int) -> (column: Int, isFirst: Bool)
    ) -> Set<Int> {
        var open: [(token: Int, column: Int)] = []
        var unclosed: Set<Int> = []
        for (index, kind) in tokens.kinds.enumerated() {
            if openers[kind] != nil {
                open.append((index, column(index).column))
            } else if closers.contains(kind) {
                let place = column(index)
                let isMine = { (bracket: (token: Int, column: Int)) in
                    openers[tokens.kinds[bracket.token]] == kind
                }
                guard let last = open.lastIndex(where: isMine) else { continue }
                let isDeeper = place.isFirst && open[last].column > place.column
                let aligned =
                    isDeeper
                    ? open.lastIndex { isMine($0) && $0.column == place.column } : nil
                let match = aligned ?? last
                for bracket in open[(match + 1)...] { unclosed.insert(bracket.token) }
                open.removeSubrange(match...)
            }
        }
        return unclosed.union(open.map(\.token))
    }
}
