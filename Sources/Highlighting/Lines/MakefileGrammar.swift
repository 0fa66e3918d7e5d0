/// Makefiles: rules, assignments and directives; recipes are in the shell's language.
struct MakefileGrammar: Grammar {
    private static let directives = WordTable([
        .k: """
        include -include sinclude ifeq ifneq ifdef ifndef else endif define endef export
        unexport override vpath
        """
    ])

    func read(_ sink: inout TokenSink) {
        while !sink.isAtEnd {
            let start = sink.index
            let end = logicalEnd(sink)
            if sink[start] == 0x09 {
                sink.index += 1
                while "@-+".utf8.contains(sink[sink.index]), sink.index < end {
                    sink.put(.o, to: sink.index + 1)
                }
                sink.embed(ShellGrammar(isCommand: true, isRecipe: true), to: end)
            } else {
                line(&sink, end)
            }
            sink.index = min(end + 1, sink.end)
        }
    }

    /// The end of the line, including those that a backslash joins to it.
    private func logicalEnd(_ sink: TokenSink) -> Int {
        var end = sink.lineEnd(from: sink.index)
        while end < sink.end, end > sink.index, sink.code[end - 1] == .backslash {
            end = sink.lineEnd(from: end + 1)
        }
        return end
    }

    private func line(_ sink: inout TokenSink, _ end: Int) {
        sink.index = min(sink.afterBlanks(sink.index), end)
        if sink[sink.index] == .hash { return sink.put(.c1, to: end) }
        var word = sink.index
        while word < end, !sink.code[word].isSpace, !":=(".utf8.contains(sink.code[word]) {
            word += 1
        }
        if Self.directives.kind(of: sink.index..<word, in: sink.code) != .none {
            sink.put(.k, to: word)
            return rest(&sink, end)
        }
        var sign = sink.index
        while sign < end, !":=?+!#".utf8.contains(sink.code[sign]) {
            sign += 1
        }
        guard sign < end, sink.code[sign] != .hash else { return rest(&sink, end) }
        var signEnd = sign
        while signEnd < end, ":=?+!".utf8.contains(sink.code[signEnd]) { signEnd += 1 }
        let isAssignment = sink.code[signEnd - 1] == UInt8(ascii: "=")
        if sink.code[sink.index..<sign].contains(.dollar) {
            rest(&sink, sign)
        } else {
            sink.put(isAssignment ? .nv : .nf, to: sign)
        }
        sink.put(.o, to: signEnd)
        rest(&sink, end)
    }

    /// Variables and comments in the rest of a line.
    private func rest(_ sink: inout TokenSink, _ end: Int) {
        while sink.index < end {
            let byte = sink.code[sink.index]
            if byte == .hash { return sink.put(.c1, to: end) }
            guard byte == .dollar else {
                sink.index += 1
                continue
            }
            let next = sink[sink.index + 1]
            let isOpen = next == UInt8(ascii: "(") || next == UInt8(ascii: "{")
            let name = sink.index + (isOpen ? 2 : 1)
            let after = sink.afterName(name)
            sink.put(.nv, to: min(max(after, name + (isOpen ? 0 : 1)), end))
            if isOpen, sink[after] == UInt8(ascii: ")") || sink[after] == UInt8(ascii: "}") {
                sink.put(.nv, to: min(after + 1, end))
            }
        }
    }
}
