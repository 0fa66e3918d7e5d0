import Code

extension CodeLanguage {
    /// Whether a block that the language refuses is nevertheless in the language, with a fault: the
    /// rest is accepted without it, and is long enough to be sure.
    ///
    /// Reads the block a few times more. Anything else is mostly output, pseudo-code or a language
    /// that galley does not know.
    ///
    /// - Parameter looksRight: whether heuristics match the language.
    func isSlip(_ fault: CodeFault, in code: [UInt8], looksRight: Bool) -> Bool {
        if fault.isDebatable { return false }
        if fault.isUnpaired { return true }
        let lines = codeLines(of: code)
        let isToken =
            fault.kind == .token && lines > 1 && code.contains { "(){}[]=;".utf8.contains($0) }
        guard lines >= Slips.fewLines || looksRight || isToken || fault.isPlain(in: code) else {
            return false
        }
        let most = min(max(1, lines / 5), Slips.manyLines)
        guard let refused = refusedLines(in: code, at: fault, most: most) else { return false }
        return refused < lines
    }
}

private enum Slips {
    /// Fewer lines than this may be accepted by chance.
    static let fewLines = 3
    /// More lines than this are not a slip.
    static let manyLines = 10
}

extension CodeFault {
    /// Whether text of no language has such a fault: a sign of another keyboard between signs of
    /// code, a misspelled keyword, a missing bracket.
    fileprivate func isPlain(in code: [UInt8]) -> Bool {
        switch kind {
        case .unclosed: return true
        case .token:
            return edit != nil && code.contains { "(){}[]=;\"'.:".utf8.contains($0) }
        case .grammar:
            guard let edit else { return false }
            if edit.replacement.isEmpty {
                return edit.range.count == 1 && ")]}".utf8.contains(code[edit.range.lowerBound])
            }
            if edit.replacement == ";" {
                // A semicolon between two words of one line makes code of nearly any text.
                let rest = code[edit.range.upperBound...].drop(while: \.isBlank)
                return rest.isEmpty || rest.first == 0x0A || rest.first == UInt8(ascii: "}")
            }
            return edit.replacement != ","
        }
    }
}
