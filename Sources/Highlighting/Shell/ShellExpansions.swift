/// Strings and substitutions of the shell.
extension ShellScanner {
    /// `'…'`, also over several lines.
    mutating func quoted() {
        var i = tape.index + 1
        while i < tape.end, tape.code[i] != UInt8(ascii: "'") { i += 1 }
        tape.put(.s1, to: i + 1)
        isCommand = false
    }

    mutating func backquote() {
        if case .backquote = contexts.last {
            contexts.removeLast()
            tape.put(.sb, to: tape.index + 1)
            isCommand = false
        } else {
            open(.backquote, .sb, 1)
            isCommand = true
        }
    }

    /// In `"…"`.
    mutating func string(_ first: UInt8) {
        let start = tape.index
        while tape.index < tape.end {
            switch tape.code[tape.index] {
            case UInt8(ascii: "\""):
                tape.index += 1
                tape.put(.s2, from: start)
                contexts.removeLast()
                return
            case .backslash:
                tape.put(.s2, from: start)
                let isEscape = "\"\\$`\n".utf8.contains(tape[tape.index + 1])
                return tape.put(isEscape ? .se : .s2, to: tape.index + 2)
            case .dollar where startsExpansion(tape.index + 1):
                tape.put(.s2, from: start)
                return dollar()
            case UInt8(ascii: "`"):
                tape.put(.s2, from: start)
                return backquote()
            default: tape.index += 1
            }
        }
        tape.put(.s2, from: start)
    }

    private func startsExpansion(_ i: Int) -> Bool {
        tape[i].isNamePart || "({#$?!_*@-".utf8.contains(tape[i])
    }

    /// `$x`, `${x}`, `$(x)`, `$((x))`, `$'x'`.
    mutating func dollar() {
        let start = tape.index
        if isRecipe, makeVariable() { return }
        let next = tape[start + 1]
        switch next {
        case UInt8(ascii: "("):
            if tape[start + 2] == next { return open(.arithmetic(0), .k, 3) }
            open(.parenthesis(.k), .k, 2)
        case UInt8(ascii: "{"): open(.braces, .si, tape[start + 2] == .hash ? 3 : 2)
        case UInt8(ascii: "'"):
            if case .string = contexts.last { return tape.put(.s2, to: start + 1) }
            var i = start + 2
            while i < tape.end, tape.code[i] != next { i += tape.code[i] == .backslash ? 2 : 1 }
            tape.put(.s1, to: i + 1)
        case _ where next.isNameStart && next < 0x80:
            var i = start + 2
            while tape[i].isNamePart, tape[i] < 0x80 { i += 1 }
            tape.put(.nv, to: i)
        case _ where startsExpansion(start + 1) && next < 0x80: tape.put(.nv, to: start + 2)
        default: tape.index += 1
        }
        isCommand = false
    }

    /// `$(CC)`, `$@`, `$$x`.
    private mutating func makeVariable() -> Bool {
        let start = tape.index
        let next = tape[start + 1]
        if next == UInt8(ascii: "(") || next == UInt8(ascii: "{") {
            let end = tape.afterName(start + 2)
            guard tape[end] == next + (next == UInt8(ascii: "(") ? 1 : 2) else { return false }
            tape.put(.nv, to: end + 1)
        } else if next == .dollar {
            tape.put(.nv, to: tape.afterName(start + 2))
        } else if "@<^*?+%".utf8.contains(next) {
            tape.put(.nv, to: start + 2)
        } else {
            return false
        }
        isCommand = false
        return true
    }

    /// In `${…}`.
    mutating func braces(_ byte: UInt8) {
        let start = tape.index
        switch byte {
        case UInt8(ascii: "}"):
            contexts.removeLast()
            tape.put(.si, to: start + 1)
        case .dollar: dollar()
        case UInt8(ascii: "\""): open(.string, .s2, 1)
        case UInt8(ascii: "`"): backquote()
        case .backslash: tape.put(.se, to: start + 2)
        case .lineFeed:
            // Such an expansion does not continue on a second line, so it was never meant to be
            // one.
            contexts.removeLast()
        case _ where byte.isNamePart: tape.put(.nv, to: tape.afterName(start))
        case _ where byte.isBlank: tape.index += 1
        default: tape.put(.p, to: start + 1)
        }
    }

    /// In `$((…))`.
    mutating func arithmetic(_ byte: UInt8, _ depth: Int) {
        let start = tape.index
        switch byte {
        case UInt8(ascii: "("):
            contexts[contexts.count - 1] = .arithmetic(depth + 1)
            tape.put(.p, to: start + 1)
        case UInt8(ascii: ")"):
            if depth > 0 {
                contexts[contexts.count - 1] = .arithmetic(depth - 1)
                return tape.put(.p, to: start + 1)
            }
            contexts.removeLast()
            tape.put(.k, to: start + (tape[start + 1] == byte ? 2 : 1))
        case .dollar: dollar()
        case .lineFeed, .space: tape.index += 1
        case _ where byte.isDigit: tape.put(.m, to: tape.afterName(start))
        case _ where byte.isNameStart: tape.put(.nv, to: tape.afterName(start))
        default: tape.put(.o, to: start + 1)
        }
    }
}
