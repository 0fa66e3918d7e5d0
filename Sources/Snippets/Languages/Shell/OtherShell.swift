/// Shells whose syntax bash does not read.
enum OtherShell {
    /// The shell that a block without prompts is written for, if that is clear; nil for bash, or
    /// without evidence. `Get-ChildItem` is PowerShell, `@echo off` Windows' batch, `set -gx PATH
    /// …` and `end` fish.
    static func name(of lines: CodeLines, label: String) -> String? {
        // A script names its shell itself, and may hold texts for other programs.
        if let first = lines.ranges.first, lines.has("#!", at: 0, in: first) { return nil }
        var ends = 0
        var hasBash = false
        for line in lines.ranges {
            let text = lines.trimmed(line)
            let start = text.lowerBound
            if isPowerShell(text, lines) { return "PowerShell" }
            let isBatch =
                lines.has("@echo o", at: start, in: text) || lines.has("rem ", at: start, in: text)
                || lines.has("@ECHO O", at: start, in: text)
                || lines.has("setlocal", at: start, in: text)
            if isBatch { return "batch" }
            if lines.has("set -gx ", at: start, in: text)
                || lines.has("set -Ux ", at: start, in: text)
                || lines.has("set -x ", at: start, in: text) && text.count > 8
                    && lines.code[start + 7..<text.upperBound].contains(0x20)
            {
                return "fish"
            }
            if text.count == 3, lines.has("end", at: start, in: text) { ends += 1 }
            for word: StaticString in ["fi", "done", "esac", "}", "<<"]
            where lines.has(word, at: start, in: text) {
                hasBash = true
            }
        }
        return ends > 0 && !hasBash ? "fish" : nil
    }

    private static let verbs: Set<String> = [
        "Get", "Set", "New", "Remove", "Add", "Start", "Stop", "Install", "Import", "Export",
        "Invoke", "Enable", "Disable", "Test", "Write", "Out", "Select", "Where", "ForEach",
        "Expand", "Register", "Update", "Restart", "Copy", "Move", "Join", "Convert",
    ]

    /// `$env:Path = …`, `Verb-Noun`.
    private static func isPowerShell(_ text: Range<Int>, _ lines: CodeLines) -> Bool {
        if lines.has("$env:", at: text.lowerBound, in: text) { return true }
        let count = lines.count(from: text.lowerBound, in: text) { $0.isASCIILetter }
        let dash = text.lowerBound + count
        return count > 2 && count < 10 && lines.has("-", at: dash, in: text)
            && ("A"..."Z").contains(lines.scalar(dash + 1, in: text))
            && verbs.contains(lines.string(text.lowerBound..<dash))
    }
}
