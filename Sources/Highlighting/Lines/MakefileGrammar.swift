/// Makefiles: rules, assignments and directives; recipes are in the shell's language.
struct MakefileGrammar: Grammar {
    private static let directives = WordTable([
        .k: """
        include -include sinclude ifeq ifneq ifdef ifndef else endif define endef export
        unexport override vpath
        """
    ])

    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let start = tape.index
            let end = logicalEnd(tape)
            if tape[start] == 0x09 {
                tape.index += 1
                while "@-+".utf8.contains(tape[tape.index]), tape.index < end {
                    tape.put(.o, to: tape.index + 1)
                }
                tape.embed(ShellGrammar(isCommand: true, isRecipe: true), to: end)
            } else {
                line(&tape, end)
            }
            tape.index = min(end + 1, tape.end)
        }
    }

    /// The end of the line, including those that a backslash joins to it.
    private func logicalEnd(_ tape: Tape) -> Int {
        var end = tape.lineEnd(from: tape.index)
        while end < tape.end, end > tape.index, tape.code[end - 1] == .backslash {
            end = tape.lineEnd(from: end + 1)
        }
        return end
    }

    private func line(_ tape: inout Tape, _ end: Int) {
        tape.index = min(tape.afterBlanks(tape.index), end)
        if tape[tape.index] == .hash { return tape.put(.c1, to: end) }
        var word = tape.index
        while word < end, !tape.code[word].isSpace, !":=(".utf8.contains(tape.code[word]) {
            word += 1
        }
        if Self.directives.kind(of: tape.index..<word, in: tape.code) != .none {
            tape.put(.k, to: word)
            return rest(&tape, end)
        }
        var sign = tape.index
        while sign < end, !":=?+!#".utf8.contains(tape.code[sign]) {
            sign += 1
        }
        guard sign < end, tape.code[sign] != .hash else { return rest(&tape, end) }
        var signEnd = sign
        while signEnd < end, ":=?+!".utf8.contains(tape.code[signEnd]) { signEnd += 1 }
        let isAssignment = tape.code[signEnd - 1] == UInt8(ascii: "=")
        if tape.code[tape.index..<sign].contains(.dollar) {
            rest(&tape, sign)
        } else {
            tape.put(isAssignment ? .nv : .nf, to: sign)
        }
        tape.put(.o, to: signEnd)
        rest(&tape, end)
    }

    /// Variables and comments in the rest of a line.
    private func rest(_ tape: inout Tape, _ end: Int) {
        while tape.index < end {
            let byte = tape.code[tape.index]
            if byte == .hash { return tape.put(.c1, to: end) }
            guard byte == .dollar else {
                tape.index += 1
                continue
            }
            let next = tape[tape.index + 1]
            let isOpen = next == UInt8(ascii: "(") || next == UInt8(ascii: "{")
            let name = tape.index + (isOpen ? 2 : 1)
            let after = tape.afterName(name)
            tape.put(.nv, to: min(max(after, name + (isOpen ? 0 : 1)), end))
            if isOpen, tape[after] == UInt8(ascii: ")") || tape[after] == UInt8(ascii: "}") {
                tape.put(.nv, to: min(after + 1, end))
            }
        }
    }
}
