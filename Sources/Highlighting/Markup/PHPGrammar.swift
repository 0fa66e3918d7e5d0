/// PHP between `<?php` and `?>`, and HTML around it; a block without a tag is PHP.
struct PHPGrammar: Grammar {
    private static let openings: [StaticString] = ["<?php", "<?="]

    func read(_ tape: inout Tape) {
        guard var open = opening(tape, from: tape.index) else { return CodeGrammar.php.read(&tape) }
        while !tape.isAtEnd {
            tape.embed(MarkupGrammar(isHTML: true), to: open)
            for mark in Self.openings where tape.starts(with: mark, at: open) {
                tape.put(.cp, to: open + mark.utf8CodeUnitCount)
            }
            let close = tape.find(Array("?>".utf8), from: tape.index, before: tape.end)
            tape.embed(CodeGrammar.php, to: close ?? tape.end)
            if close != nil { tape.put(.cp, to: tape.index + 2) }
            open = opening(tape, from: tape.index) ?? tape.end
        }
    }

    private func opening(_ tape: Tape, from start: Int) -> Int? {
        var i = start
        while let mark = tape.find(Array("<?".utf8), from: i, before: tape.end) {
            if Self.openings.contains(where: { tape.starts(with: $0, at: mark) }) { return mark }
            i = mark + 2
        }
        return nil
    }
}
