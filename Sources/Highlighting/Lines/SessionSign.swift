/// Distinguishes a session from code if the label is that of the typed language.
///
///     >>> 1 + 1      python        mysql> SELECT 1;      sql
enum SessionSign {
    /// Labels of Pygments and others for sessions in a language that has one name in galley.
    static let labels: Set<String> = ["pycon", "ipython"]

    /// Files in these have lines that look like their prompt: `C:\> ` is rare, `dir C:\x > y` is
    /// not.
    private static let without: Set = ["batch", "console", "gdb", "redis"]

    /// Whether the first non-blank line has the prompt of the language, or any line if the label
    /// says that it is a session. O(bytes).
    static func isSession(_ sink: TokenSink, of language: String, isNamedSo: Bool) -> Bool {
        if without.contains(language) { return false }
        var line = sink.index
        while line < sink.end {
            let start = sink.afterBlanks(line)
            let isBlank = sink[start].isSpace
            // `...` as a first line is an elision.
            if !isBlank, sink[start] != UInt8(ascii: "."),
                PromptMark.at(line, in: sink, acceptsHash: false)?.language == .other(language)
            {
                return true
            }
            if !isBlank, !isNamedSo { return false }
            line = sink.lineEnd(from: line) + 1
        }
        return false
    }
}
