/// What the tokens of a statement are to a reader, which its end decides: a selector before `{`, else a
/// declaration.
extension CSSLexer {
    mutating func noteStatement(_ code: [UInt8], _ tokens: Range<Int>, isSelector: Bool) {
        guard tokens.lowerBound < tokens.upperBound else { return }
        let colon = isSelector ? nil : tokens.first { out.kinds[$0] == kinds.colon }
        guard let colon else { return noteSelector(code, tokens) }
        for token in tokens.lowerBound..<colon {
            let range = out.range(of: token)
            switch out.kinds[token] {
            case kinds.name: out.note(.property, range.lowerBound, range.upperBound)
            case kinds.at, kinds.custom:
                out.note(.variable, range.lowerBound, range.upperBound)
            default: break
            }
        }
        for token in colon..<tokens.upperBound { noteValue(code, token, tokens.upperBound) }
    }

    private mutating func noteSelector(_ code: [UInt8], _ tokens: Range<Int>) {
        for token in tokens {
            let range = out.range(of: token)
            let before = token > tokens.lowerBound ? out.kinds[token - 1] : TokenKind.end
            switch out.kinds[token] {
            case kinds.name:
                let isJoined =
                    before != TokenKind.end
                    && out.range(of: token - 1).upperBound == range.lowerBound
                if isJoined, before == kinds.dot {
                    out.note(.styleClass, range.lowerBound - 1, range.upperBound)
                } else if isJoined, before == kinds.colon {
                    let isDoubled =
                        range.lowerBound > 1 && code[range.lowerBound - 2] == UInt8(ascii: ":")
                    out.note(
                        .pseudoClass, range.lowerBound - (isDoubled ? 2 : 1), range.upperBound)
                } else {
                    out.note(.tag, range.lowerBound, range.upperBound)
                }
            case kinds.hash: out.note(.identifier, range.lowerBound, range.upperBound)
            case kinds.number: noteNumber(code, range)
            default: break
            }
        }
    }

    private mutating func noteValue(_ code: [UInt8], _ token: Int, _ end: Int) {
        let range = out.range(of: token)
        switch out.kinds[token] {
        case kinds.name:
            let isCall = token + 1 < end && out.kinds[token + 1] == kinds.opener
            if out.kinds[token - 1] == kinds.bang {
                let bang = out.range(of: token - 1).lowerBound
                out.note(.rule, bang, range.upperBound)
            } else {
                out.note(
                    isCall ? .function : .styleValue, range.lowerBound, range.upperBound)
            }
        case kinds.hash: out.note(.color, range.lowerBound, range.upperBound)
        case kinds.number: noteNumber(code, range)
        case kinds.url:
            out.note(.function, range.lowerBound, range.lowerBound + 3)
            out.note(.punctuation, range.lowerBound + 3, range.lowerBound + 4)
            out.note(.string, range.lowerBound + 4, range.upperBound - 1)
            out.note(.punctuation, range.upperBound - 1, range.upperBound)
        default: break
        }
    }

    /// `1.5em`: the number and its unit.
    private mutating func noteNumber(_ code: [UInt8], _ range: Range<Int>) {
        let unit = range.first { !code[$0].isDigit && code[$0] != UInt8(ascii: ".") }
        guard let unit else { return }
        out.note(.number, range.lowerBound, unit)
        out.note(.unit, unit, range.upperBound)
    }
}
