/// Files whose lines begin with an instruction: Dockerfiles, nginx's configuration, batch files,
/// commands of redis.
struct CommandsGrammar: Grammar {
    enum Dialect: Sendable {
        case docker, nginx, redis, batch
    }

    let dialect: Dialect

    func read(_ sink: inout TokenSink) {
        if dialect == .redis, PromptMark.at(sink.index, in: sink, acceptsHash: false) != nil {
            return ConsoleGrammar().read(&sink)
        }
        while !sink.isAtEnd {
            let end = logicalEnd(sink)
            sink.index = min(sink.afterBlanks(sink.index), end)
            instruction(&sink, end)
            sink.index = min(end + 1, sink.end)
        }
    }

    private func logicalEnd(_ sink: TokenSink) -> Int {
        var end = sink.lineEnd(from: sink.index)
        let first = sink[sink.afterBlanks(sink.index)]
        guard dialect == .docker, first != .hash else { return end }
        while end < sink.end, end > sink.index, sink.code[end - 1] == .backslash {
            end = sink.lineEnd(from: end + 1)
        }
        return end
    }

    private func isComment(_ sink: TokenSink) -> Bool {
        if dialect == .batch {
            return sink.starts(with: "::", at: sink.index)
                || sink.starts(with: "rem ", at: sink.index)
                || sink.starts(with: "REM ", at: sink.index)
        }
        return sink[sink.index] == .hash
    }

    private func instruction(_ sink: inout TokenSink, _ end: Int) {
        if isComment(sink) { return sink.put(.c1, to: end) }
        if dialect == .batch, sink[sink.index] == UInt8(ascii: "@") {
            sink.put(.p, to: sink.index + 1)
        }
        let word = sink.afterName(sink.index)
        if word > sink.index { sink.put(dialect == .batch ? .nb : .k, to: min(word, end)) }
        if dialect == .docker, let start = shellStart(sink, word) {
            sink.index = start
            return sink.embed(ShellGrammar(isCommand: true), to: end)
        }
        arguments(&sink, end)
    }

    /// The start of the command of a `RUN`; nil for other instructions and for lists.
    private func shellStart(_ sink: TokenSink, _ word: Int) -> Int? {
        let start = sink.afterBlanks(word)
        let isShell = ["RUN", "CMD", "ENTRYPOINT", "run"].contains {
            sink.starts(with: Array($0.utf8), at: word - $0.utf8.count) && sink[word].isBlank
        }
        return isShell && sink[start] != UInt8(ascii: "[") ? start : nil
    }

    private func arguments(_ sink: inout TokenSink, _ end: Int) {
        while sink.index < end {
            let byte = sink.code[sink.index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &sink, end)
            case .dollar where sink[sink.index + 1] == UInt8(ascii: "{"):
                let name = sink.afterName(sink.index + 2)
                sink.put(.nv, to: min(sink[name] == UInt8(ascii: "}") ? name + 1 : name, end))
            case .dollar:
                sink.put(.nv, to: min(max(sink.afterName(sink.index + 1), sink.index + 1), end))
            case UInt8(ascii: "%") where dialect == .batch:
                let name = sink.afterName(sink.index + 1)
                sink.put(
                    .nv, to: min(sink[name] == byte ? name + 1 : max(name, sink.index + 1), end))
            case .hash where sink.index > 0 && sink.code[sink.index - 1].isSpace:
                if dialect == .nginx { return sink.put(.c1, to: end) }
                sink.index += 1
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "="):
                sink.put(.p, to: sink.index + 1)
                if dialect == .nginx, byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{") {
                    sink.index = min(sink.afterBlanks(sink.index), end)
                    if sink[sink.index].isNameStart, sink.index < end {
                        sink.put(.k, to: min(sink.afterName(sink.index), end))
                    }
                }
            case _ where byte.isBlank || byte == .lineFeed: sink.index += 1
            default: word(&sink, end)
            }
        }
    }

    private func word(_ sink: inout TokenSink, _ end: Int) {
        let start = sink.index
        var i = start
        while i < end, !sink.code[i].isSpace, !"\"'${};[],=%".utf8.contains(sink.code[i]) { i += 1 }
        i = max(i, start + 1)
        let isAs =
            dialect == .docker && i - start == 2 && sink.code[start] | 0x20 == 0x61
            && sink.code[start + 1] | 0x20 == 0x73
        let kind: TokenClass = isAs ? .k : Scalar.kind(of: start..<i, in: sink.code) ?? .none
        sink.put(kind, to: i)
    }

    private func string(_ quote: UInt8, _ sink: inout TokenSink, _ end: Int) {
        var i = sink.index + 1
        while i < end, sink.code[i] != quote { i += sink.code[i] == .backslash ? 2 : 1 }
        sink.put(quote == UInt8(ascii: "\"") ? .s2 : .s1, to: min(i + 1, end))
    }
}
