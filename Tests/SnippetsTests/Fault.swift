import Languages

/// A way to break a block of code, as people and copying break it.
enum Fault: String, CaseIterable, Sendable {
    case droppedBracket = "a bracket dropped"
    case addedBracket = "a bracket too many"
    case openQuote = "a quote left open"
    case fullWidthMark = "a full-width mark in code"
    case curlyQuote = "a curly quote in code"
    case noBreakSpace = "a no-break space"
    case misspeltKeyword = "a keyword misspelled"
    case changedIndentation = "an indentation changed"
    case droppedSeparator = "a separator dropped"
    case cutInTheMiddle = "cut in the middle of a line"

    /// A block with the fault in it, and where: bytes from the start.
    struct Seeded: Sendable {
        let code: [UInt8]
        let offset: Int
    }

    /// Every way in which the fault can be put into a block, in order; none where it does not apply.
    func seeded(in code: [UInt8], _ language: Language) -> [Seeded] {
        let positions = CodePositions(code, language)
        switch self {
        case .droppedBracket:
            return positions.code.filter { "()[]{}".utf8.contains(code[$0]) }
                .map { remove($0..<$0 + 1, code) }
        case .addedBracket:
            return positions.code.filter { ")]}".utf8.contains(code[$0]) }
                .map { insert([code[$0]], at: $0, code) }
        case .openQuote:
            return positions.closingQuotes.map { remove($0..<$0 + 1, code) }
        case .fullWidthMark:
            let wide: [UInt8: String] = [
                UInt8(ascii: "("): "（", UInt8(ascii: ","): "，", UInt8(ascii: ";"): "；",
                UInt8(ascii: ")"): "）", UInt8(ascii: ":"): "：",
            ]
            return positions.code.compactMap { index in
                wide[code[index]].map { replace(index..<index + 1, Array($0.utf8), code) }
            }
        case .curlyQuote:
            return positions.openingQuotes.map {
                replace($0..<$0 + 1, Array("“".utf8), code)
            }
        case .noBreakSpace:
            return positions.code.filter { code[$0] == 0x20 && $0 > 0 && code[$0 - 1] != 0x20 }
                .map { replace($0..<$0 + 1, [0xC2, 0xA0], code) }
        case .misspeltKeyword:
            return positions.words(Self.keywords).map { word in
                // The first two letters change places: `retrun` would be a name in some languages.
                remove(word.lowerBound + 1..<word.lowerBound + 2, code)
            }
        case .changedIndentation:
            // Elsewhere the code stays as good as it was.
            guard Self.indented.contains(language.name) else { return [] }
            return positions.indentedLines.map { line in
                replace(line..<line, Array("   ".utf8), code)
            }
        case .droppedSeparator:
            return positions.code.filter { ",;:".utf8.contains(code[$0]) }
                .map { remove($0..<$0 + 1, code) }
        case .cutInTheMiddle:
            return positions.code.filter { "({[".utf8.contains(code[$0]) }
                .map { Seeded(code: Array(code[...$0]) + [0x0A], offset: $0) }
        }
    }

    /// The languages whose meaning depends on indentation.
    private static let indented: Set<String> = ["python", "yaml", "makefile", "haskell", "fsharp"]

    private static let keywords: Set<String> = [
        "func", "if", "for", "return", "def", "class", "while", "then", "do", "done", "fi",
        "import",
        "struct", "package", "function", "const", "let", "var", "fn", "end", "SELECT", "FROM",
        "INSERT", "message", "switch", "else", "try", "true", "false", "null",
    ]

    private func remove(_ range: Range<Int>, _ code: [UInt8]) -> Seeded {
        replace(range, [], code)
    }

    private func insert(_ bytes: [UInt8], at index: Int, _ code: [UInt8]) -> Seeded {
        replace(index..<index, bytes, code)
    }

    private func replace(_ range: Range<Int>, _ bytes: [UInt8], _ code: [UInt8]) -> Seeded {
        var changed = code
        changed.replaceSubrange(range, with: bytes)
        return Seeded(code: changed, offset: range.lowerBound)
    }
}

/// Where a fault can be put: outside comments, and at the ends of strings.
struct CodePositions {
    /// Bytes outside comments and strings.
    private(set) var code: [Int] = []
    private(set) var openingQuotes: [Int] = []
    private(set) var closingQuotes: [Int] = []
    /// The first bytes of lines that are indented.
    private(set) var indentedLines: [Int] = []
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], _ language: Language) {
        self.bytes = bytes
        let comments = language.syntax?.lineComments ?? ["#"]
        var i = 0
        var quote: UInt8?
        while i < bytes.count {
            let byte = bytes[i]
            if let open = quote {
                if byte == open {
                    closingQuotes.append(i)
                    quote = nil
                } else if byte == UInt8(ascii: "\\") {
                    i += 1
                } else if byte == 0x0A {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                openingQuotes.append(i)
                quote = byte
            } else if comments.contains(where: { bytes[i...].starts(with: $0.utf8) }) {
                i = bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
                continue
            } else {
                code.append(i)
                let next = i + 1
                if byte == 0x0A, next < bytes.count, [0x20, 0x09].contains(bytes[next]) {
                    indentedLines.append(next)
                }
            }
            i += 1
        }
    }

    /// The ranges of whole words of a set.
    func words(_ set: Set<String>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let inside = Set(code)
        var i = 0
        func isLetter(_ byte: UInt8) -> Bool {
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
        while i < bytes.count {
            var end = i
            while end < bytes.count, isLetter(bytes[end]) { end += 1 }
            if end > i, inside.contains(i),
                set.contains(String(decoding: bytes[i..<end], as: UTF8.self))
            {
                found.append(i..<end)
            }
            i = max(end, i + 1)
        }
        return found
    }
}
