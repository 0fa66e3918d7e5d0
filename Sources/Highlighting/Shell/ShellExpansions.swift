/// Strings and substitutions of the shell.
extension ShellScanner {
    /// `'…'`, also over several lines.
    mutating func quoted() {
        var i = sink.index + 1
        while i < sink.end, sink.code[i] != UInt8(ascii: "'") { i += 1 }
        sink.put(.s1, to: i + 1)
        isCommand = false
    }

    mutating func backquote() {
        if case .backquote = contexts.last {
            contexts.removeLast()
            sink.put(.sb, to: sink.index + 1)
            isCommand = false
        } else {
            open(.backquote, .sb, 1)
            isCommand = true
        }
    }

    /// In `"…"`.
    mutating func string(_ first: UInt8) {
        let start = sink.index
        while sink.index < sink.end {
            switch sink.code[sink.index] {
            case UInt8(ascii: "\""):
                sink.index += 1
                sink.put(.s2, from: start)
                contexts.removeLast()
                return
            case .backslash:
                sink.put(.s2, from: start)
                let isEscape = "\"\\$`\n".utf8.contains(sink[sink.index + 1])
                return sink.put(isEscape ? .se : .s2, to: sink.index + 2)
            case .dollar where startsExpansion(sink.index + 1):
                sink.put(.s2, from: start)
                return dollar()
            case UInt8(ascii: "`"):
                sink.put(.s2, from: start)
                return backquote()
            default: sink.index += 1
            }
        }
        sink.put(.s2, from: start)
    }

    private func startsExpansion(_ i: Int) -> Bool {
        sink[i].isNamePart || "({#$?!_*@-".utf8.contains(sink[i])
    }

    /// `$x`, `${x}`, `$(x)`, `$((x))`, `$'x'`.
    mutating func dollar() {
        let start = sink.index
        if isRecipe, makeVariable() { return }
        let next = sink[start + 1]
        switch next {
        case UInt8(ascii: "("):
            if sink[start + 2] == next { return open(.arithmetic(0), .k, 3) }
            open(.parenthesis(.k), .k, 2)
        case UInt8(ascii: "{"): open(.braces, .si, sink[start + 2] == .hash ? 3 : 2)
        case UInt8(ascii: "'"):
            if case .string = contexts.last { return sink.put(.s2, to: start + 1) }
            var i = start + 2
            while i < sink.end, sink.code[i] != next { i += sink.code[i] == .backslash ? 2 : 1 }
            sink.put(.s1, to: i + 1)
        case _ where next.isNameStart && next < 0x80:
            var i = start + 2
            while sink[i].isNamePart, sink[i] < 0x80 { i += 1 }
            sink.put(.nv, to: i)
        case _ where startsExpansion(start + 1) && next < 0x80: sink.put(.nv, to: start + 2)
        default: sink.index += 1
        }
        isCommand = false
    }

    /// `$(CC)`, `$@`, `$$x`.
    private mutating func makeVariable() -> Bool {
        let start = sink.index
        let next = sink[start + 1]
        if next == UInt8(ascii: "(") || next == UInt8(ascii: "{") {
            let end = sink.afterName(start + 2)
            guard sink[end] == next + (next == UInt8(ascii: "(") ? 1 : 2) else { return false }
            sink.put(.nv, to: end + 1)
        } else if next == .dollar {
            sink.put(.nv, to: sink.afterName(start + 2))
        } else if "@<^*?+%".utf8.contains(next) {
            sink.put(.nv, to: start + 2)
        } else {
            return false
        }
        isCommand = false
        return true
    }

    /// In `${…}`.
    mutating func braces(_ byte: UInt8) {
        let start = sink.index
        switch byte {
        case UInt8(ascii: "}"):
            contexts.removeLast()
            sink.put(.si, to: start + 1)
        case .dollar: dollar()
        case UInt8(ascii: "\""): open(.string, .s2, 1)
        case UInt8(ascii: "`"): backquote()
        case .backslash: sink.put(.se, to: start + 2)
        case .lineFeed:
            // Such an expansion does not continue on a second line, so it was never meant to be
            // one.
            contexts.removeLast()
        case _ where byte.isNamePart: sink.put(.nv, to: sink.afterName(start))
        case _ where byte.isBlank: sink.index += 1
        default: sink.put(.p, to: start + 1)
        }
    }

    /// In `$((…))`.
    mutating func arithmetic(_ byte: UInt8, _ depth: Int) {
        let start = sink.index
        switch byte {
        case UInt8(ascii: "("):
            contexts[contexts.count - 1] = .arithmetic(depth + 1)
            sink.put(.p, to: start + 1)
        case UInt8(ascii: ")"):
            if depth > 0 {
                contexts[contexts.count - 1] = .arithmetic(depth - 1)
                return sink.put(.p, to: start + 1)
            }
            contexts.removeLast()
            sink.put(.k, to: start + (sink[start + 1] == byte ? 2 : 1))
        case .dollar: dollar()
        case .lineFeed, .space: sink.index += 1
        case _ where byte.isDigit: sink.put(.m, to: sink.afterName(start))
        case _ where byte.isNameStart: sink.put(.nv, to: sink.afterName(start))
        default: sink.put(.o, to: start + 1)
        }
    }
}
