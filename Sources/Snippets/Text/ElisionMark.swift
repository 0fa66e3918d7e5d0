/// The ways to write that something is left out.
enum ElisionMark {
    /// Whether there is anything that an elision or a placeholder has; most listings have none, and
    /// need not be walked. O(bytes).
    static func mayStand(in code: [UInt8]) -> Bool {
        func has(_ bytes: (UInt8, UInt8, UInt8), before index: Int) -> Bool {
            index >= 3 && code[index - 3] == bytes.0 && code[index - 2] == bytes.1
                && code[index - 1] == bytes.2
        }
        for (index, byte) in code.enumerated() {
            switch byte {
            case UInt8(ascii: "."):
                guard index > 0 else { continue }
                if code[index - 1] == byte || code[index - 1] == .space { return true }
            // `…`, `⋯` and `。`; `略` ends in A5.
            case 0xE2: return true
            case 0x82 where index >= 2 && code[index - 2] == 0xE3: return true
            case 0xA5 where index >= 2 && code[index - 2] == 0xE7: return true
            case UInt8(ascii: "<"):
                if index + 1 < code.count, code[index + 1].isNameStart { return true }
            case UInt8(ascii: "p"): if has((0x73, 0x6E, 0x69), before: index) { return true }
            case UInt8(ascii: "t"): if has((0x6F, 0x6D, 0x69), before: index) { return true }
            default: continue
            }
        }
        return false
    }

    /// The end of an ellipsis that begins at `start`: `...`, `......`, `. . .`, `…`, `……`, `。。。`;
    /// nil when none does.
    static func ellipsis(in code: [UInt8], at start: Int, limit: Int) -> Int? {
        var i = start
        var dots = 0
        while i < limit {
            if code[i] == UInt8(ascii: ".") {
                dots += 1
                i += 1
            } else if let end = wideEllipsis(in: code, at: i, limit: limit) {
                dots += code[i] == 0xE3 ? 1 : 3
                i = end
            } else if code[i] == .space, i > start, i + 1 < limit, code[i + 1] == 0x2E,
                code[i - 1] == 0x2E, dots == (i - start + 1) / 2
            {
                i += 1
            } else {
                break
            }
        }
        return dots >= 3 ? i : nil
    }

    /// `…`, `⋯` or `。`, three bytes each.
    private static func wideEllipsis(in code: [UInt8], at i: Int, limit: Int) -> Int? {
        guard i + 3 <= limit else { return nil }
        switch (code[i], code[i + 1], code[i + 2]) {
        case (0xE2, 0x80, 0xA6), (0xE2, 0x8B, 0xAF), (0xE3, 0x80, 0x82): return i + 3
        default: return nil
        }
    }

    /// Whether a comment says that something is left out: `// ...`, `/* … */`, `# 省略部分代码`.
    static func isElision(comment: ArraySlice<UInt8>) -> Bool {
        let text = trimmed(comment)
        guard let first = text.indices.first else { return false }
        if let end = ellipsis(in: Array(text), at: 0, limit: text.count) {
            return end == text.count || text[first + end] == .space || text[first + end] >= 0x80
        }
        return saysOmitted(text)
    }

    /// Whether the text of a line, or of a word in angle brackets, says that code is left out.
    static func saysOmitted(_ text: ArraySlice<UInt8>) -> Bool {
        // Short texts alone: a sentence that has the word in it is about something else.
        guard text.count <= 60 else { return false }
        let words = trimmed(text)
        return ["snip", "omitted", "略"].contains { words.elementsEqual($0.utf8) }
            || contains(words, "省略")
    }

    private static func contains(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        guard text.count >= word.count else { return false }
        return text.indices.dropLast(word.count - 1).contains {
            text[$0..<$0 + word.count].elementsEqual(word)
        }
    }

    /// Without the marks of a comment and the rules around its words.
    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isFrame(_ byte: UInt8) -> Bool {
            byte.isBlank || byte == .lineFeed || "/*#-=<>!;%~()[]{}".utf8.contains(byte)
        }
        var text = text.drop(while: isFrame)
        while let last = text.last, isFrame(last) { text.removeLast() }
        return text
    }
}
