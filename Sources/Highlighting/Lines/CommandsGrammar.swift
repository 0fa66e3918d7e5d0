/// Files whose lines begin with an instruction: Dockerfiles, nginx's configuration, batch files,
/// commands of redis.
struct CommandsGrammar: Grammar {
    enum Dialect: Sendable {
        case docker, nginx, redis, batch
    }

    let dialect: Dialect

    func read(_ tape: inout Tape) {
        if dialect == .redis, Prompt.at(tape.index, in: tape, acceptsHash: false) != nil {
            return ConsoleGrammar().read(&tape)
        }
        while !tape.isAtEnd {
            let end = logicalEnd(tape)
            tape.index = min(tape.afterBlanks(tape.index), end)
            instruction(&tape, end)
            tape.index = min(end + 1, tape.end)
        }
    }

    private func logicalEnd(_ tape: Tape) -> Int {
        var end = tape.lineEnd(from: tape.index)
        let first = tape[tape.afterBlanks(tape.index)]
        guard dialect == .docker, first != .hash else { return end }
        while end < tape.end, end > tape.index, tape.code[end - 1] == .backslash {
            end = tape.lineEnd(from: end + 1)
        }
        return end
    }

    private func isComment(_ tape: Tape) -> Bool {
        if dialect == .batch {
            return tape.starts(with: "::", at: tape.index)
                || tape.starts(with: "rem ", at: tape.index)
                || tape.starts(with: "REM ", at: tape.index)
        }
        return tape[tape.index] == .hash
    }

    private func instruction(_ tape: inout Tape, _ end: Int) {
        if isComment(tape) { return tape.put(.c1, to: end) }
        if dialect == .batch, tape[tape.index] == UInt8(ascii: "@") {
            tape.put(.p, to: tape.index + 1)
        }
        let word = tape.afterName(tape.index)
        if word > tape.index { tape.put(dialect == .batch ? .nb : .k, to: min(word, end)) }
        if dialect == .docker, let start = shellStart(tape, word) {
            tape.index = start
            return tape.embed(ShellGrammar(isCommand: true), to: end)
        }
        arguments(&tape, end)
    }

    /// The start of the command of a `RUN`; nil for other instructions and for lists.
    private func shellStart(_ tape: Tape, _ word: Int) -> Int? {
        let start = tape.afterBlanks(word)
        let isShell = ["RUN", "CMD", "ENTRYPOINT", "run"].contains {
            tape.starts(with: Array($0.utf8), at: word - $0.utf8.count) && tape[word].isBlank
        }
        return isShell && tape[start] != UInt8(ascii: "[") ? start : nil
    }

    private func arguments(_ tape: inout Tape, _ end: Int) {
        while tape.index < end {
            let byte = tape.code[tape.index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &tape, end)
            case .dollar where tape[tape.index + 1] == UInt8(ascii: "{"):
                let name = tape.afterName(tape.index + 2)
                tape.put(.nv, to: min(tape[name] == UInt8(ascii: "}") ? name + 1 : name, end))
            case .dollar:
                tape.put(.nv, to: min(max(tape.afterName(tape.index + 1), tape.index + 1), end))
            case UInt8(ascii: "%") where dialect == .batch:
                let name = tape.afterName(tape.index + 1)
                tape.put(
                    .nv, to: min(tape[name] == byte ? name + 1 : max(name, tape.index + 1), end))
            case .hash where tape.index > 0 && tape.code[tape.index - 1].isSpace:
                if dialect == .nginx { return tape.put(.c1, to: end) }
                tape.index += 1
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "="):
                tape.put(.p, to: tape.index + 1)
                if dialect == .nginx, byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{") {
                    tape.index = min(tape.afterBlanks(tape.index), end)
                    if tape[tape.index].isNameStart, tape.index < end {
                        tape.put(.k, to: min(tape.afterName(tape.index), end))
                    }
                }
            case _ where byte.isBlank || byte == .lineFeed: tape.index += 1
            default: word(&tape, end)
            }
        }
    }

    private func word(_ tape: inout Tape, _ end: Int) {
        let start = tape.index
        var i = start
        while i < end, !tape.code[i].isSpace, !"\"'${};[],=%".utf8.contains(tape.code[i]) { i += 1 }
        i = max(i, start + 1)
        let isAs =
            dialect == .docker && i - start == 2 && tape.code[start] | 0x20 == 0x61
            && tape.code[start + 1] | 0x20 == 0x73
        let kind: TokenClass = isAs ? .k : Scalar.kind(of: start..<i, in: tape.code) ?? .none
        tape.put(kind, to: i)
    }

    private func string(_ quote: UInt8, _ tape: inout Tape, _ end: Int) {
        var i = tape.index + 1
        while i < end, tape.code[i] != quote { i += tape.code[i] == .backslash ? 2 : 1 }
        tape.put(quote == UInt8(ascii: "\"") ? .s2 : .s1, to: min(i + 1, end))
    }
}
