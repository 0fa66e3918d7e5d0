extension LanguageCheck {
    /// Sessions of gdb and files of its commands: `define`, `document`, `commands`, `if` and
    /// `while` must end (Debugging with GDB, 23.1).
    static let gdb = LanguageCheck("gdb") { text in GDBCheck(text.code).examination }

    /// Sessions of redis-cli; its commands have no grammar that a line could violate.
    static let redis = LanguageCheck("redis") { text in
        Transcript(CodeLines(text.code)) == nil
            ? Examination(.undecided("no checker for redis")) : Examination(.accepted(.shape))
    }
}

/// Pairs the blocks of a gdb script with their `end`.
struct GDBCheck {
    private let lines: CodeLines

    init(_ code: [UInt8]) {
        lines = CodeLines(code)
    }

    var examination: Examination {
        if Transcript(lines) != nil { return Examination(.accepted(.shape)) }
        guard let opening = unended else { return Examination(.accepted(.shape)) }
        let word = lines.string(opening)
        return Examination(
            .rejected([Finding("'\(word)' without 'end'", at: opening)], .shape))
    }

    /// The word that begins an unended block; the outermost of several.
    private var unended: Range<Int>? {
        var open: [Range<Int>] = []
        var isElided = false
        for line in lines.ranges {
            let text = lines.trimmed(line)
            let count = lines.count(from: text.lowerBound, in: text) { $0.isWordByte || $0 == "-" }
            let word = text.lowerBound..<text.lowerBound + count
            let rest = lines.skippingBlanks(word.upperBound..<text.upperBound)
            if lines.has("...", at: text.lowerBound, in: text)
                || lines.has("…", at: text.lowerBound, in: text)
            {
                isElided = true
            }
            switch lines.string(word) {
            case "end" where rest.isEmpty:
                if !open.isEmpty { open.removeLast() }
            case "define", "document", "define-prefix":
                // With more than a name it is not a gdb command.
                let name = lines.count(from: rest.lowerBound, in: rest) { $0.isNameByte }
                if name > 0, rest.lowerBound + name == rest.upperBound { open.append(word) }
            case "commands":
                let isList = lines.code[rest].allSatisfy {
                    " -$".utf8.contains($0) || (0x30...0x39).contains($0)
                }
                if isList { open.append(word) }
            case "python", "py", "guile":
                if rest.isEmpty { open.append(word) }
            case "if", "while":
                // Prose begins like this too: only inside a block is it certainly gdb's.
                if !open.isEmpty, !rest.isEmpty, !isPython(open) { open.append(word) }
            default: break
            }
        }
        return isElided ? nil : open.first
    }

    private func isPython(_ open: [Range<Int>]) -> Bool {
        guard let last = open.last else { return false }
        return ["python", "py", "guile"].contains(lines.string(last))
    }
}
