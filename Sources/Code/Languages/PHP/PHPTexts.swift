/// What is inside of the strings of PHP that hold variables.
extension PHPLexer {
    /// Notes the texts of a string and the variables in it.
    mutating func noteParts(_ string: Range<Int>) {
        var from = string.lowerBound
        var index = from
        let kind: LexicalClass =
            scanner[from] == UInt8(ascii: "`") ? .backquoted : .doubleQuoted
        while index < string.upperBound {
            let next = scanner[index + 1]
            if scanner[index] == PHPLexer.backslash {
                index += 2
            } else if scanner[index] == PHPLexer.dollar, next.isWordStart || next >= 0x80 {
                let isCode = scanner[index - 1] == UInt8(ascii: "{")
                let end = index - (isCode ? 1 : 0)
                if from < end { out.note(kind, from, end) }
                if isCode { out.note(.interpolation, end, index) }
                from = index
                index += 1
                while scanner[index].isWordPart || scanner[index] >= 0x80 { index += 1 }
                out.note(.variable, from, index)
                from = index
            } else {
                index += 1
            }
        }
        if from > string.lowerBound, from < string.upperBound {
            out.note(kind, from, string.upperBound)
        }
    }
}
