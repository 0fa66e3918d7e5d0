extension BracketMatcher.Edges {
    /// Go that opens what the text closes without having opened it: `_(func(){` for `})`.
    var openers: String {
        var text = ""
        // The first closer closes what was opened last.
        let closers = Array(strays)
        for (index, closer) in closers.enumerated().reversed() {
            switch closer {
            case "}":
                let isArgument = index + 1 < closers.count && closers[index + 1] == ")"
                text += isArgument ? "func(){" : "if _{"
            case ")": text += "_("
            default: text += "_["
            }
        }
        return text
    }
}
