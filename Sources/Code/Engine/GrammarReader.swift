/// Reads the notation of grammars, an EBNF:
///
///     %keywords if else func ;         # words that are never names
///     %names MACRO ;                   # classes of names that the lexer tells apart
///     %soft ";"                        # what a soft end of a line stands for
///     %class TYPE int text ;           # words of one class, which may be names too
///     rule@ 'a label' = "literal" CLASS other<+flag-flag> { many } [ maybe ] ( a | b )
///                     | item % ","     # a list: item { "," item }
///                     | &"t" !"t"      # looks one token ahead
///                     | <+flag> item   # only where the flag is set
///
/// `@` memoizes the rule, the label is what messages call it. `CLASS` is a kind that the lexer makes;
/// of these `NAME` includes every word that is no keyword and the classes of `%names`, `WORD` every
/// word, `ANY` every token but brackets, `END`, `ELISION` and `SOFT` are those of ``TokenKind``.
struct GrammarReader {
    private var grammar = Grammar()
    private let text: [UInt8]
    private var index = 0

    private init(_ source: String) {
        text = Array(source.utf8) + [0]
    }

    /// O(bytes).
    static func read(_ source: String) throws(GrammarError) -> Grammar {
        var reader = GrammarReader(source)
        while let word = reader.peek() {
            switch word {
            case "%keywords": try reader.readKeywords()
            case "%class": try reader.readClass()
            case "%names": try reader.readNameClasses()
            case "%soft":
                _ = reader.next()
                reader.grammar.softEnd = reader.next()
            default: try reader.readRule()
            }
        }
        return reader.grammar
    }

    // MARK: Rules

    private mutating func readKeywords() throws(GrammarError) {
        _ = next()
        while let word = next(), word != ";" {
            grammar.keywords.insert(word)
            _ = try kind(of: "\"" + word + "\"")
        }
    }

    private mutating func readClass() throws(GrammarError) {
        _ = next()
        let kind = try kind(of: next() ?? "")
        while let word = next(), word != ";" { grammar.classes[word] = kind }
    }

    private mutating func readNameClasses() throws(GrammarError) {
        _ = next()
        while let word = next(), word != ";" {
            grammar.nameClasses.insert(word)
            _ = try kind(of: word)
        }
    }

    private mutating func readRule() throws(GrammarError) {
        let name = next() ?? ""
        let line = line
        let isMemoized = take("@")
        var label: String?
        if let word = peek(), word.hasPrefix("'") {
            label = String(word.dropFirst().dropLast())
            _ = next()
        }
        guard take("=") else { throw error("'=' expected after '\(name)'") }
        guard grammar.rules[name] == nil else { throw error("rule '\(name)' defined twice") }
        let body = try readChoice()
        grammar.rules[name] = Grammar.Rule(
            name: name, label: label, isMemoized: isMemoized, body: body, line: line)
        grammar.order.append(name)
    }

    private mutating func readChoice() throws(GrammarError) -> GrammarNode {
        var alternatives = [try readSequence()]
        while take("|") { alternatives.append(try readSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func readSequence() throws(GrammarError) -> GrammarNode {
        var items: [GrammarNode] = []
        while let word = peek(), !["|", ")", "]", "}"].contains(word), !word.hasPrefix("%"),
            !startsRule()
        {
            var item = try readItem()
            if peek() == "%" {
                _ = next()
                let separator = try readItem()
                item = .sequence([item, .many(.sequence([separator, item]))])
            }
            items.append(item)
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private mutating func readItem() throws(GrammarError) -> GrammarNode {
        guard let word = next() else { throw error("an item expected") }
        switch word {
        case "(":
            let node = try readChoice()
            return try closed(")", node)
        case "[":
            let node = try readChoice()
            return try closed("]", .maybe(node))
        case "{":
            let node = try readChoice()
            return try closed("}", .many(node))
        case "!": return .ahead(try readItem(), isWanted: false)
        case "&": return .ahead(try readItem(), isWanted: true)
        case "<":
            let (adding, removing) = try readFlags()
            return adding != 0 ? .when(adding, isSet: true) : .when(removing, isSet: false)
        default: break
        }
        if word.hasPrefix("\"") || word.utf8.allSatisfy({ $0.isUpper || $0 == UInt8(ascii: "_") }) {
            _ = try kind(of: word)
            return .token(word)
        }
        guard word.utf8.first?.isWordStart == true else { throw error("unexpected '\(word)'") }
        var flags: (adding: UInt32, removing: UInt32) = (0, 0)
        if text[index] == UInt8(ascii: "<") {
            index += 1
            flags = try readFlags()
        }
        return .call(word, adding: flags.adding, removing: flags.removing)
    }

    private mutating func closed(
        _ closer: String, _ node: GrammarNode
    ) throws(GrammarError) -> GrammarNode {
        guard take(closer) else { throw error("'\(closer)' expected") }
        return node
    }

    private mutating func readFlags() throws(GrammarError) -> (adding: UInt32, removing: UInt32) {
        var adding: UInt32 = 0
        var removing: UInt32 = 0
        while let sign = next(), sign != ">" {
            guard sign == "+" || sign == "-", let name = next() else {
                throw error("'+' or '-' expected before a flag")
            }
            if sign == "+" { adding |= bit(of: name) } else { removing |= bit(of: name) }
        }
        return (adding, removing)
    }

    private mutating func bit(of flag: String) -> UInt32 {
        if let known = grammar.flags[flag] { return known }
        let bit = UInt32(1) << UInt32(grammar.flags.count)
        grammar.flags[flag] = bit
        return bit
    }

    private mutating func kind(of name: String) throws(GrammarError) -> UInt8 {
        if let known = grammar.kinds[name] { return known }
        guard grammar.names.count < 255 else { throw error("more than 255 kinds of tokens") }
        let kind = UInt8(grammar.names.count)
        grammar.kinds[name] = kind
        let isLiteral = name.hasPrefix("\"")
        grammar.names.append(
            isLiteral ? "'" + name.dropFirst().dropLast() + "'" : "a " + name.lowercased())
        return kind
    }

    // MARK: Words of the notation

    private var line: Int { text[..<index].count { $0 == 0x0A } + 1 }

    private func error(_ message: String) -> GrammarError {
        GrammarError(line: line, message: message)
    }

    private mutating func peek() -> String? {
        let start = index
        defer { index = start }
        return next()
    }

    private mutating func take(_ word: String) -> Bool {
        guard peek() == word else { return false }
        _ = next()
        return true
    }

    private mutating func startsRule() -> Bool {
        let start = index
        defer { index = start }
        guard let word = next(), word.utf8.first?.isWordStart == true else { return false }
        _ = take("@")
        if let label = peek(), label.hasPrefix("'") { return true }
        return peek() == "="
    }

    /// A word, a literal with its quotes, `%word`, or a sign; nil at the end.
    private mutating func next() -> String? {
        skipBlanks()
        let start = index
        let byte = text[index]
        if byte == 0 { return nil }
        index += 1
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            while text[index] != byte, text[index] != 0 { index += 1 }
            if text[index] == byte { index += 1 }
        } else if byte == UInt8(ascii: "%") || byte.isWordPart {
            while text[index].isWordPart { index += 1 }
        }
        return String(decoding: text[start..<index], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while true {
            switch text[index] {
            case 0x20, 0x0A, 0x09: index += 1
            case UInt8(ascii: "#"):
                while text[index] != 0x0A, text[index] != 0 { index += 1 }
            default: return
            }
        }
    }
}
