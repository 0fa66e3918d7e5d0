import Languages

/// A Java listing cut at its outermost level into members of a class and statements, which articles
/// put side by side.
struct JavaParts: Sendable {
    private struct Part: Sendable {
        let range: Range<Int>
        let isMember: Bool
    }

    /// The name of the first constructor that no class holds.
    private(set) var constructor: String?
    private let code: [UInt8]
    /// The code with words for strings and blanks for comments.
    private let skeleton: [UInt8]
    private let head: Int
    private var parts: [Part] = []

    /// O(bytes).
    init(_ code: [UInt8]) {
        self.code = code
        skeleton = CodeScan(code, lexis: Language.named("java")?.lexis ?? Lexis()).skeleton
        head = JavaHead.end(code)
        cut()
    }

    // MARK: Texts

    /// A class of the members, with the statements in blocks among them; nil where there are not
    /// both.
    var mixture: CheckedText? {
        guard parts.contains(where: \.isMember), parts.contains(where: { !$0.isMember }) else {
            return nil
        }
        var text = CheckedText()
        text.append(code, 0..<head)
        text.append(written: "class \(constructor ?? "_T"){")
        var wasMember = true
        for part in parts {
            if part.isMember != wasMember { text.append(written: wasMember ? "{" : "}") }
            wasMember = part.isMember
            text.append(code, part.range)
        }
        text.append(written: wasMember ? "}" : "}}")
        return text
    }

    /// A list of methods as documentation has it, `int read()` on every line, with a semicolon
    /// behind each; nil for all else.
    var signatures: CheckedText? {
        var text = CheckedText()
        text.append(written: "abstract class _T{")
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            text.append(code, start..<end)
            if let last = skeleton[start..<end].last(where: { $0 > 0x20 }) {
                guard last == UInt8(ascii: ")") else { return nil }
                // A comment may end the line: the semicolon goes on the next.
                text.append(written: "\n;")
            } else if end < code.count {
                text.append(code, end..<end + 1)
            }
            start = end + 1
        }
        text.append(written: "}")
        return text
    }

    // MARK: Cutting

    private mutating func cut() {
        var start = head
        var index = head
        var depth = 0
        // Where the first brace of the part opens, and whether a value begins there.
        var brace: Int?
        var isValue = false
        while index < skeleton.count {
            let byte = skeleton[index]
            index += 1
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
            case UInt8(ascii: "{"):
                if depth == 0, brace == nil {
                    brace = index - 1
                    isValue = self.isValue(start..<index - 1)
                }
                depth += 1
            case UInt8(ascii: "}"):
                depth = max(0, depth - 1)
                if depth == 0, let opening = brace, !isValue, !goesOn(index) {
                    add(start..<index, headEnd: opening)
                    (start, brace) = (index, nil)
                }
            case UInt8(ascii: ";") where depth == 0:
                add(start..<index, headEnd: brace ?? index - 1)
                (start, brace) = (index, nil)
            default: break
            }
        }
        if start < code.count {
            let isBlank = skeleton[start...].allSatisfy { $0 <= 0x20 }
            parts.append(
                Part(range: start..<code.count, isMember: isBlank && parts.last?.isMember ?? true))
        }
    }

    /// Whether a `{` behind a head does not begin a body: `int[] a = {1};`.
    private func isValue(_ head: Range<Int>) -> Bool {
        skeleton[head].contains(UInt8(ascii: "=")) && !isDeclaration(head)
    }

    /// Whether a `}` does not end what it is a part of: `} else {`.
    private func goesOn(_ end: Int) -> Bool {
        let rest = skeleton[end...].drop { $0 <= 0x20 }
        if let next = rest.first, ";,).".utf8.contains(next) { return true }
        return ["else", "catch", "finally", "while"].contains { word in
            rest.starts(with: word.utf8) && !isName(rest.dropFirst(word.utf8.count).first)
        }
    }

    private mutating func add(_ range: Range<Int>, headEnd: Int) {
        let isBlock = skeleton[range.upperBound - 1] == UInt8(ascii: "}")
        let words = words(range.lowerBound..<headEnd)
        let isMember =
            isBlock ? isDeclaration(range.lowerBound..<headEnd) : words.contains { $0.isOfMember }
        parts.append(Part(range: range, isMember: isMember))
        if isMember, constructor == nil, isBlock, let name = words.first(where: { !$0.isModifier }),
            name.isCalled, name.text.first?.isUppercase ?? false
        {
            constructor = name.text
        }
    }

    private struct Word: Sendable {
        let text: String
        /// Whether a parenthesis follows.
        let isCalled: Bool

        var isModifier: Bool { isOfMember || ["final", "default", "synchronized"].contains(text) }
        /// Whether only a member can have it.
        var isOfMember: Bool {
            [
                "public", "private", "protected", "static", "abstract", "native", "transient",
                "volatile",
            ].contains(text)
        }
        var isOfType: Bool { ["class", "interface", "enum", "record"].contains(text) }
        var isOfStatement: Bool {
            [
                "if", "for", "while", "switch", "try", "do", "else", "catch", "finally", "new",
                "return", "throw",
            ].contains(text)
        }
    }

    /// Whether the head of a block is that of a method, a constructor, a type or an initializer.
    private func isDeclaration(_ head: Range<Int>) -> Bool {
        let words = words(head)
        guard let first = words.first, !words.contains(where: \.isOfStatement) else { return false }
        if words.contains(where: \.isOfType) || first.isOfMember { return true }
        if first.text == "synchronized", first.isCalled { return false }
        // A type, then a name with its parameters; or the name alone, of a constructor.
        guard let called = words.firstIndex(where: \.isCalled) else { return false }
        return called > 0 || words[called].text.first?.isUppercase ?? false
    }

    /// The names at a head's outermost level, annotations and what stands in parentheses left out;
    /// names behind a dot belong to those before it. No more than a head has.
    private func words(_ head: Range<Int>) -> [Word] {
        var words: [Word] = []
        var index = head.lowerBound
        var depth = 0
        var isAttached = false
        while index < head.upperBound, words.count < 20 {
            let byte = skeleton[index]
            if isName(byte) {
                let start = index
                while index < head.upperBound, isName(skeleton[index]) { index += 1 }
                let next = skeleton[index...].first { $0 > 0x20 }
                if depth == 0, !isAttached {
                    words.append(
                        Word(
                            text: String(decoding: skeleton[start..<index], as: UTF8.self),
                            isCalled: next == UInt8(ascii: "(")))
                }
                isAttached = false
                continue
            }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: ">") { depth = max(0, depth - 1) }
            if byte > 0x20 { isAttached = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") }
            index += 1
        }
        return words
    }

    private func isName(_ byte: UInt8?) -> Bool { byte?.isWord ?? false }
}
