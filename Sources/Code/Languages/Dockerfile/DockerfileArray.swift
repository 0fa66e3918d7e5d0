/// The exec form of commands: a JSON array of strings.
extension DockerfileParser {
    enum ArrayRole {
        /// `[` may begin a command of the shell too.
        case command
        /// `[` may begin a pattern of file names too.
        case path
    }

    /// Reads an array, if one begins at an index.
    ///
    /// - Returns: false where the text is not one, and not meant to be.
    mutating func readArray(
        _ text: DockerfileText, _ start: Int, _ role: ArrayRole
    ) throws(CodeFault) -> Bool {
        guard text[start] == UInt8(ascii: "[") else { return false }
        let first = text.skipBlanks(start + 1)
        guard isArray(text, start, first, role) else { return false }
        var index = first
        if text[index] != UInt8(ascii: "]") {
            index = try readElements(text, start, index)
        }
        let rest = text.skipBlanks(index + 1)
        guard rest < text.count else { return true }
        if text[rest] == UInt8(ascii: "#") {
            throw fault(text, rest..<text.count, "a comment has a line of its own")
        }
        throw fault(text, rest..<text.count, "expected the end of the line after ']'")
    }

    private func fault(
        _ text: DockerfileText, _ range: Range<Int>, _ message: String,
        edit: CodeFault.Edit? = nil
    ) -> CodeFault {
        CodeFault(
            range: text.place(range),
            message: message + "; what is no JSON array of strings is run as shell text",
            edit: edit)
    }

    /// Whether `[` is meant to begin an array, and not a test of the shell or a pattern.
    private func isArray(
        _ text: DockerfileText, _ start: Int, _ first: Int, _ role: ArrayRole
    ) -> Bool {
        let isApart = first > start + 1
        switch text[first] {
        case UInt8(ascii: "]"): return role == .command
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard isApart, role == .command else { return true }
            // `[ "$a" = b ]`, `[ "$a" ] && b`
            var end = first + 1
            while end < text.count, text[end] != text[first] {
                end += text[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            let next = text.skipBlanks(end + 1)
            if text[next] == UInt8(ascii: "]") { return text.skipBlanks(next + 1) >= text.count }
            return text[next] == UInt8(ascii: ",") || text[next] == text[first]
                || next >= text.count || text[next] >= 0x80
        case 0xE2: return true
        case _ where isHalfQuoted(text, first): return true
        case UInt8(ascii: "."), UInt8(ascii: "<"): return isFragment
        case let byte where byte.isWordStart || byte == UInt8(ascii: "/"):
            return role == .command && !isApart
                && text.bytes[text.skipBlanksBack(text.count) - 1]
                    == UInt8(ascii: "]")
        default: return false
        }
    }

    /// `[a", "b"]`, `[--b"]`: an array whose first quote is missing.
    private func isHalfQuoted(_ text: DockerfileText, _ first: Int) -> Bool {
        guard text.bytes[text.skipBlanksBack(text.count) - 1] == UInt8(ascii: "]") else {
            return false
        }
        let end = text.skipBlanksBack(text.count - 1)
        let quotes = text.bytes[first..<max(first, end)].count { $0 == UInt8(ascii: "\"") }
        return quotes % 2 == 1 && !text.bytes[first..<end].contains(UInt8(ascii: "'"))
    }

    /// Reads the elements up to `]`.
    private mutating func readElements(
        _ text: DockerfileText, _ start: Int, _ first: Int
    ) throws(CodeFault) -> Int {
        var index = first
        while true {
            index = try readElement(text, start, index)
            index = text.skipBlanks(index)
            switch text[index] {
            case UInt8(ascii: "]"): return index
            case UInt8(ascii: ","):
                let comma = index
                index = text.skipBlanks(index + 1)
                if text[index] == UInt8(ascii: "]") {
                    throw fault(
                        text, comma..<comma + 1, "',' before ']' separates nothing",
                        edit: .init(range: text.place(comma..<comma + 1), replacement: ""))
                }
            case UInt8(ascii: "."), 0xE2:
                guard let end = elisionEnd(text, index) else { throw oddSign(text, index) }
                elisions += 1
                index = text.skipBlanks(end)
                if text[index] == UInt8(ascii: ",") { index = text.skipBlanks(index + 1) }
                if text[index] == UInt8(ascii: "]") { return index }
            case 0 where index >= text.count:
                let end = text.skipBlanksBack(text.count)
                throw fault(
                    text, start..<start + 1, "'[' is never closed",
                    edit: .init(range: text.place(end..<end), replacement: "]"))
            case 0x80...: throw oddSign(text, index)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let end = text.skipBlanksBack(index)
                throw fault(
                    text, index..<index + 1, "expected ',' between two strings",
                    edit: .init(range: text.place(end..<end), replacement: ","))
            default:
                throw fault(
                    text, index..<index + 1,
                    "expected ',' or ']', found '\(text.string(index..<index + 1))'")
            }
        }
    }

    private mutating func readElement(
        _ text: DockerfileText, _ start: Int, _ index: Int
    ) throws(CodeFault) -> Int {
        switch text[index] {
        case UInt8(ascii: "\""): return try readString(text, index)
        case UInt8(ascii: "'"):
            throw fault(
                text, index..<index + 1, "strings have double quotes",
                edit: doubleQuotes(text, start))
        case UInt8(ascii: ","):
            throw fault(text, index..<index + 1, "expected a string, found ','")
        case 0 where index >= text.count:
            throw fault(text, start..<start + 1, "'[' is never closed")
        default:
            if isFragment {
                if let end = elisionEnd(text, index) ?? text.placeholderEnd(index) {
                    elisions += 1
                    return end
                }
            }
            if text[index] >= 0x80, text[index] == 0xE2 { throw oddSign(text, index) }
            var end = index
            while end < text.count, text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: "]") {
                end += 1
            }
            end = max(index + 1, text.skipBlanksBack(min(end, text.count)))
            let word = text.string(index..<end)
            throw fault(
                text, index..<end, "'\(word)' is not in double quotes",
                edit: word.contains("\"")
                    ? nil : .init(range: text.place(index..<end), replacement: "\"\(word)\""))
        }
    }

    private func readString(_ text: DockerfileText, _ start: Int) throws(CodeFault) -> Int {
        var index = start + 1
        while text[index] != UInt8(ascii: "\"") {
            guard index < text.count else {
                throw CodeFault(
                    range: text.place(start..<start + 1),
                    message: "the double quote is never closed", kind: .token)
            }
            if text[index] == UInt8(ascii: "\\") {
                guard "\"\\/bfnrtu".utf8.contains(text[index + 1]) else {
                    let place = text.place(index)
                    throw fault(
                        text, index..<min(text.count, index + 2),
                        "'\\' in a string of JSON is written '\\\\'",
                        edit: .init(range: place..<place, replacement: "\\"))
                }
                index += 1
            }
            index += 1
        }
        return index + 1
    }

    private func elisionEnd(_ text: DockerfileText, _ start: Int) -> Int? {
        if text.starts(with: "…", at: start) { return start + 3 }
        guard text.starts(with: "...", at: start) else { return nil }
        var end = start
        while text[end] == UInt8(ascii: ".") { end += 1 }
        return end
    }

    /// The whole array with double quotes for single ones, where nothing else is in the way.
    private func doubleQuotes(_ text: DockerfileText, _ start: Int) -> CodeFault.Edit? {
        let end = text.skipBlanksBack(text.count)
        let array = text.bytes[start..<end]
        guard array.last == UInt8(ascii: "]"), !array.contains(UInt8(ascii: "\"")),
            !array.contains(UInt8(ascii: "\\"))
        else { return nil }
        let quoted = array.map { $0 == UInt8(ascii: "'") ? UInt8(ascii: "\"") : $0 }
        return .init(
            range: text.place(start..<end), replacement: String(decoding: quoted, as: UTF8.self))
    }
}
