import Text

/// Parses TOML 1.0 into a ``TOMLTree``, in one pass from the first byte to the last.
///
/// Values recurse only within arrays and inline tables, up to the tree's depth limit. A problem
/// ends the pass; the hints only read the line of the problem.
struct TOMLParser {
    let bytes: [UInt8]
    let end: Int
    var position: Int
    var tree: TOMLTree
    /// The table that receives keys: that of the last header.
    private var table = TOMLTree.root
    /// The open brackets and braces around the position.
    var open: [Int] = []

    init(_ bytes: [UInt8], in text: Range<Int>) {
        self.bytes = bytes
        end = text.upperBound
        position = text.lowerBound
        tree = TOMLTree(bytes)
    }

    mutating func parse() throws(TOMLProblem) {
        if let invalid = UTF8Check.firstInvalid(in: bytes[position..<end]) {
            throw TOMLProblem(
                "this byte is not UTF-8", at: invalid..<(invalid + 1),
                fix: "save the file in the encoding UTF-8")
        }
        if bytes[position..<end].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        while true {
            try skipLines()
            if position == end { return }
            if current == UInt8(ascii: "[") {
                try parseHeader()
                try endLine(after: nil)
            } else {
                let value = try parseKeyAndValue(in: table)
                try endLine(after: value)
            }
        }
    }

    /// The byte at the position; 0 at the end, which is not valid in TOML either.
    var current: UInt8 { position < end ? bytes[position] : 0 }

    func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    // MARK: White space

    mutating func skipBlanks() {
        while current == 0x20 || current == 0x09 { position += 1 }
    }

    /// Skips blanks, line breaks and comments.
    mutating func skipLines() throws(TOMLProblem) {
        while true {
            switch current {
            case 0x20, 0x09, 0x0A: position += 1
            case 0x0D where byte(at: position + 1) == 0x0A: position += 2
            case UInt8(ascii: "#"): try skipComment()
            default: return
            }
        }
    }

    /// Skips to the end of the line.
    private mutating func skipComment() throws(TOMLProblem) {
        while true {
            while Self.isText(current) { position += 1 }
            if position == end || current == 0x0A || isAtCRLF { return }
            throw controlCharacter()
        }
    }

    /// Any byte but control characters other than tab.
    static func isText(_ byte: UInt8) -> Bool {
        !ControlCharacters.isControl(byte) || byte == 0x09
    }

    private var isAtCRLF: Bool { current == 0x0D && byte(at: position + 1) == 0x0A }

    /// Whether the line ends here, blanks already skipped.
    var isAtLineEnd: Bool {
        position == end || current == 0x0A || current == UInt8(ascii: "#") || isAtCRLF
    }

    /// Reads the rest of a line, which may only hold a comment.
    ///
    /// - Parameter value: the node of the value before; nil after a header.
    private mutating func endLine(after value: Int?) throws(TOMLProblem) {
        skipBlanks()
        if current == UInt8(ascii: "#") { try skipComment() }
        guard position == end || current == 0x0A || isAtCRLF else { throw trailingText(value) }
    }

    // MARK: Headers and keys

    /// `[a.b]` or `[[a.b]]`.
    private mutating func parseHeader() throws(TOMLProblem) {
        let start = position
        position += 1
        let isArray = current == UInt8(ascii: "[")
        if isArray { position += 1 }
        skipBlanks()
        var table = TOMLTree.root
        var key = try parseKeyPart(inHeader: start)
        while current == UInt8(ascii: ".") {
            table = try tree.enter(header: key, in: table)
            position += 1
            skipBlanks()
            key = try parseKeyPart(inHeader: start)
        }
        guard current == UInt8(ascii: "]"),
            !isArray || byte(at: position + 1) == UInt8(ascii: "]")
        else { throw unclosedHeader(start, key, isArray: isArray) }
        position += isArray ? 2 : 1
        self.table =
            isArray
            ? try tree.defineElement(key, in: table, header: start..<position)
            : try tree.defineTable(key, in: table, header: start..<position)
    }

    /// One part of a key and the blanks after it.
    private mutating func parseKeyPart(inHeader header: Int?) throws(TOMLProblem) -> TOMLKey {
        let start = position
        var key: TOMLKey
        if TOMLKey.isBare(current) {
            repeat { position += 1 } while TOMLKey.isBare(current)
            key = TOMLKey(range: start..<position, name: start..<position)
        } else if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
            let form = try parseString(isKey: true)
            key = TOMLKey(range: start..<position, name: (start + 1)..<(position - 1))
            if form.contains(.escaped) {
                key.escapedName = TOMLText.unescaped(
                    bytes[key.name], isLiteral: form.contains(.literal))
            }
        } else {
            throw missingKey(inHeader: header)
        }
        skipBlanks()
        return key
    }

    /// `a.b = 1`; returns the node of the value.
    private mutating func parseKeyAndValue(in table: Int) throws(TOMLProblem) -> Int {
        let start = position
        var table = table
        var key = try parseKeyPart(inHeader: nil)
        while current == UInt8(ascii: ".") {
            table = try tree.enter(dotted: key, in: table)
            position += 1
            skipBlanks()
            key = try parseKeyPart(inHeader: nil)
        }
        guard current == UInt8(ascii: "=") else { throw missingEquals(after: start) }
        position += 1
        skipBlanks()
        return try parseValue(key, of: table)
    }

    // MARK: Values

    /// Parses the value of a key, or an element of an array.
    private mutating func parseValue(
        _ key: TOMLKey?, of parent: Int
    ) throws(TOMLProblem) -> Int {
        let start = position
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let form = try parseString(isKey: false)
            var node = TOMLNode(
                kind: .string, key: key?.range ?? start..<start, range: start..<position)
            node.form = form
            return try add(node, key, to: parent)
        case UInt8(ascii: "["):
            let array = try add(container(.array, key), key, to: parent)
            try parseElements(of: array)
            return array
        case UInt8(ascii: "{"):
            let table = try add(container(.table, key), key, to: parent)
            try parseInlineTable(table)
            return table
        default: return try add(try parseWord(key), key, to: parent)
        }
    }

    private func container(_ kind: TOMLNode.Kind, _ key: TOMLKey?) -> TOMLNode {
        TOMLNode(
            kind: kind, key: key?.range ?? position..<position, range: position..<(position + 1))
    }

    private mutating func add(
        _ node: TOMLNode, _ key: TOMLKey?, to parent: Int
    ) throws(TOMLProblem) -> Int {
        if let key { return try tree.define(node, key, in: parent) }
        return try tree.append(node, to: parent)
    }

    /// The elements of an array from its bracket to the closing one.
    private mutating func parseElements(of array: Int) throws(TOMLProblem) {
        open.append(position)
        position += 1
        try skipLines()
        while current != UInt8(ascii: "]") {
            let value = try parseValue(nil, of: array)
            try skipLines()
            if current == UInt8(ascii: ",") {
                position += 1
                try skipLines()
            } else if current != UInt8(ascii: "]") {
                throw missingComma(after: value)
            }
        }
        position += 1
        open.removeLast()
        tree.close(array, at: position)
    }

    /// The keys of an inline table from its brace to the closing one, all on one line.
    private mutating func parseInlineTable(_ table: Int) throws(TOMLProblem) {
        open.append(position)
        position += 1
        skipBlanks()
        if current != UInt8(ascii: "}") {
            while true {
                if isAtLineEnd { throw unclosed() }
                let value = try parseKeyAndValue(in: table)
                skipBlanks()
                if current == UInt8(ascii: "}") { break }
                guard current == UInt8(ascii: ",") else { throw missingComma(after: value) }
                let comma = position
                position += 1
                skipBlanks()
                if current == UInt8(ascii: "}") {
                    throw TOMLProblem(
                        "an inline table has no ',' after its last key", at: comma..<(comma + 1),
                        fix: "remove the ','", replacement: "")
                }
            }
        }
        position += 1
        open.removeLast()
        tree.close(table, at: position)
    }

    /// `true`, a number, a date or a time.
    private mutating func parseWord(_ key: TOMLKey?) throws(TOMLProblem) -> TOMLNode {
        let start = position
        while Self.isWordByte(current) { position += 1 }
        // A blank between date and time.
        if position - start == 10, bytes[start + 4] == UInt8(ascii: "-"), current == 0x20,
            (0x30...0x39).contains(byte(at: position + 1))
        {
            position += 1
            while Self.isWordByte(current) { position += 1 }
        }
        let word = start..<position
        func node(_ kind: TOMLNode.Kind, _ bits: UInt64) -> TOMLNode {
            var node = TOMLNode(kind: kind, key: key?.range ?? start..<start, range: word)
            node.bits = bits
            return node
        }
        if word.isEmpty { throw noValue(from: start) }
        if TOMLMoment.isBegun(in: bytes, word) {
            guard let moment = TOMLMoment(in: bytes, word) else { throw noValue(from: start) }
            return node(moment.kind, tree.keep(moment))
        }
        if isText("true", at: word) { return node(.boolean, 1) }
        if isText("false", at: word) { return node(.boolean, 0) }
        if let number = TOMLNumber(in: bytes, word) { return node(number.kind, number.bits) }
        throw noValue(from: start)
    }

    private func isText(_ text: StaticString, at word: Range<Int>) -> Bool {
        guard word.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            text.indices.allSatisfy { bytes[word.lowerBound + $0] == text[$0] }
        }
    }

    /// Letters, digits and `_-+.:`, the characters of all words of TOML.
    static func isWordByte(_ byte: UInt8) -> Bool {
        TOMLKey.isBare(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "+")
    }
}
