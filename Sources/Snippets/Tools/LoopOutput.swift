/// Splits the output of a tool that was started once per file.
///
/// `MARK 0⏎words⏎MARK = 1⏎` is one part, `words` with status 1; a file without its last line has no
/// part.
struct LoopOutput {
    struct Part {
        let text: String
        let status: Int32
    }

    /// In the order of the files; nil for one without an end.
    private(set) var parts: [Part?]

    init(_ output: String, mark: String, count: Int) {
        parts = Array(repeating: nil, count: count)
        var current: Int?
        var lines: [Substring] = []
        // Split as bytes: a CR from a tool must not hide the LF after it.
        for part in output.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = Substring(part)
            guard line.hasPrefix(mark) else {
                lines.append(line)
                continue
            }
            let words = line.dropFirst(mark.count).split(separator: " ")
            if words.count == 1, let index = Int(words[0]) {
                current = index
                lines = []
            } else if words.count == 2, words[0] == "=", let status = Int32(words[1]),
                let index = current, parts.indices.contains(index)
            {
                let text = lines.joined(separator: "\n")
                parts[index] = Part(text: text, status: status)
                current = nil
            }
        }
    }
}
