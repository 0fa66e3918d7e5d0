/// The directives and blocks of an nginx configuration, or of a part of one;
/// https://nginx.org/en/docs/beginners_guide.html#conf_structure.
struct NginxShape: Sendable {
    private(set) var findings: [Finding] = []
    /// How many directives and blocks have an end.
    private(set) var ends = 0
    private(set) var elisions = 0
    /// The names of the directives that no block holds.
    private(set) var outermost: Set<String> = []
    /// Whether a block holds a program in Lua.
    private(set) var hasLua = false
    /// The code with blanks for what was left out.
    private(set) var filled: [UInt8]
    private let code: [UInt8]
    /// Where blocks were opened.
    private var open: [Int] = []
    /// The words of the directive that has no end yet.
    private var words: [Range<Int>] = []
    private var index = 0

    /// O(bytes).
    init(_ code: [UInt8]) {
        self.code = code
        filled = code
        while index < code.count { step() }
        if let brace = open.last {
            findings.append(Finding("'{' is not closed", at: brace..<brace + 1, fix: "close it"))
        } else {
            unended()
        }
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func step() {
        switch code[index] {
        case UInt8(ascii: "#"):
            let end = code[index...].firstIndex(of: 0x0A) ?? code.count
            if ElisionMark.isElision(comment: code[index..<end]) { elisions += 1 }
            index = end
        case UInt8(ascii: ";"):
            note()
            index += 1
        case UInt8(ascii: "{"):
            openBlock()
        case UInt8(ascii: "}"):
            unended()
            if open.popLast() == nil {
                findings.append(
                    Finding("'}' closes nothing", at: index..<index + 1, fix: "remove it"))
            }
            index += 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted()
        case ...0x20: index += 1
        default: word()
        }
    }

    /// A directive, or the head of a block, has come to its end.
    private mutating func note() {
        ends += 1
        if let first = words.first, open.isEmpty { outermost.insert(string(first)) }
        words = []
    }

    private mutating func openBlock() {
        let isLua = words.first.map { string($0).hasSuffix("_by_lua_block") } ?? false
        note()
        open.append(index)
        index += 1
        guard isLua else { return }
        hasLua = true
        var depth = 1
        while index < code.count {
            if code[index] == UInt8(ascii: "{") { depth += 1 }
            if code[index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return }
            index += 1
        }
    }

    /// What stands before a `}`, or at the end, without a `;`.
    private mutating func unended() {
        guard let first = words.first, let last = words.last else { return }
        words = []
        findings.append(
            Finding(
                "directive '\(string(first))' is not ended by ';'",
                at: first.lowerBound..<last.upperBound, fix: "add ';' after it"))
    }

    private mutating func quoted() {
        let start = index
        let quote = code[index]
        index += 1
        while index < code.count, code[index] != quote {
            index += code[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if index >= code.count {
            findings.append(Finding("this string has no end", at: start..<start + 1))
            // What follows is in it, and tells nothing more.
            open = []
            words = []
            index = code.count
            return
        }
        index += 1
        words.append(start..<index)
    }

    private mutating func word() {
        let start = index
        while index < code.count {
            let byte = code[index]
            if byte == UInt8(ascii: "\\"), index + 1 < code.count {
                index += 2
                continue
            }
            // `${name}` is no block.
            if byte == UInt8(ascii: "$"), index + 1 < code.count,
                code[index + 1] == UInt8(ascii: "{"),
                let end = code[index...].prefix(80).firstIndex(of: UInt8(ascii: "}"))
            {
                index = end + 1
                continue
            }
            if byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{")
                || byte == UInt8(ascii: "}")
            {
                break
            }
            index += 1
        }
        let range = start..<index
        if words.isEmpty, isElision(range) {
            elisions += 1
            fill(range)
        } else {
            words.append(range)
        }
    }

    /// `...` or `…` where a directive would begin, with or without a semicolon.
    private func isElision(_ range: Range<Int>) -> Bool {
        let text = string(range)
        return text == "…" || text == "……" || (text.count >= 3 && text.allSatisfy { $0 == "." })
    }

    private mutating func fill(_ range: Range<Int>) {
        for place in range { filled[place] = 0x20 }
        // Its semicolon would be an empty directive.
        var next = index
        while next < code.count, code[next] == 0x20 { next += 1 }
        if next < code.count, code[next] == UInt8(ascii: ";") {
            filled[next] = 0x20
            index = next + 1
        }
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: code[range], as: UTF8.self)
    }
}
