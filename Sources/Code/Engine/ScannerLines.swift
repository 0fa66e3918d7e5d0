/// Lines and their indentation, as lexers and messages ask for them.
extension Scanner {
    /// Whether only blanks are before an index on its line.
    func isFirstOfLine(_ index: Int) -> Bool {
        var index = index - 1
        while self[index] == 0x20 || self[index] == 0x09 { index -= 1 }
        return index < 0 || code[index] == 0x0A
    }

    func lineStart(_ index: Int) -> Int {
        var index = index
        while index > 0, code[index - 1] != 0x0A { index -= 1 }
        return index
    }

    func lineEnd(_ index: Int) -> Int { code[index...].firstIndex(of: 0x0A) ?? code.count }

    /// How far a line is indented, with a tab at every eighth column; 0 for an index that is further than
    /// ``longestLine`` in its line.
    func column(ofLineAt index: Int) -> Int {
        let index = min(index, code.count)
        let first = max(0, index - Self.longestLine)
        let end = code[first..<index].lastIndex(of: 0x0A)
        if end == nil, first > 0 { return 0 }
        var blank = end.map { $0 + 1 } ?? 0
        var column = 0
        while self[blank] == 0x20 || self[blank] == 0x09 {
            column += self[blank] == 0x20 ? 1 : 8 - column % 8
            blank += 1
        }
        return column
    }

    /// Code may be one line, and its indentation is asked for at every bracket.
    private static let longestLine = 500
}
