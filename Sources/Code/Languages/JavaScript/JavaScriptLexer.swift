/// The tokens of JavaScript, TypeScript and JSX ("ECMAScript Language: Lexical Grammar"): the open
/// brackets tell whether `/` divides, where a template goes on and what is the text of an element.
struct JavaScriptLexer {
    /// What an open bracket is.
    enum Bracket {
        /// `(` of `if`, `while`, `for`, `with`: a statement follows its `)`.
        case head
        case round
        case block
        case object
        /// `${` of a template.
        case hole
        /// `{` in an element or among its attributes.
        case child
        /// The `<name …` and the `</name` of an element, and what is between them.
        case tag, closingTag, children
    }

    var scanner: Scanner
    var words: Words { kinds.words }
    var out: Tokens
    var brackets: [Bracket] = []
    /// Where the names of the open elements are.
    var elements: [Range<Int>] = []
    /// The kind of the last token that is not optional.
    var last = TokenKind.end
    /// Whether a value ended with the last token, so that `/` divides.
    var endsValue = false
    /// Whether an element ended with the last token, so that another may begin.
    var endsElement = false
    private var hasPipeline = false
    /// Whether the code is in an element already.
    var isInner = false
    let kinds: Kinds
    let isTyped: Bool
    private var knownMarkup: JavaScriptMarkup?

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let name, string, dots, greater, tag, brace, closer, emptyEnd: UInt8
        let number, regex, privateName, quote, hole, topic, pipeline, placeholder: UInt8
        let dot, arrow, optionalDot, parenthesis, less, question, slash: UInt8
        /// Words before a value, so that `/` begins a regular expression.
        let openingWords: TokenSet
        let headWords: TokenSet
        let blockWords: TokenSet
        let closers: TokenSet

        init(_ words: Words) {
            self.words = words
            name = words["NAME"]
            number = words["NUMBER"]
            string = words["STRING"]
            regex = words["REGEX"]
            privateName = words["PRIVATE"]
            tag = words["TAG"]
            topic = words["TOPIC"]
            placeholder = words["PLACEHOLDER"]
            quote = words["\"`\""]
            hole = words["\"${\""]
            brace = words["\"{\""]
            closer = words["\"</\""]
            emptyEnd = words["\"/>\""]
            dots = words["\"...\""]
            greater = words["\">\""]
            less = words["\"<\""]
            question = words["\"?\""]
            slash = words["\"/\""]
            dot = words["\".\""]
            optionalDot = words["\"?.\""]
            arrow = words["\"=>\""]
            pipeline = words["\"|>\""]
            parenthesis = words["\")\""]
            func set(_ literals: String) -> TokenSet {
                var set = TokenSet()
                for literal in literals.split(separator: " ") {
                    set.insert(words["\"\(literal)\""])
                }
                return set
            }
            openingWords = set(
                "await break case const continue debugger default delete do else extends finally if "
                    + "import in instanceof new of return throw try typeof void while with yield")
            headWords = set("if while for with")
            blockWords = set("=> ; { } else do try finally")
            closers = set(") ] } ++ --")
        }
    }

    init(_ scanner: Scanner, _ kinds: Kinds, isTyped: Bool) {
        self.scanner = scanner
        self.kinds = kinds
        self.isTyped = isTyped
        out = Tokens(codeCount: scanner.count)
    }

    /// Where elements begin; found when it is first asked for.
    private var markup: JavaScriptMarkup {
        mutating get {
            if let knownMarkup { return knownMarkup }
            let markup = JavaScriptMarkup(scanner, isTyped: isTyped)
            knownMarkup = markup
            return markup
        }
    }

    mutating func tokens() -> Tokens {
        if scanner.index == 0 { scanner.skipScriptLine(into: &out) }
        while !scanner.isAtEnd {
            switch brackets.last {
            case .tag, .closingTag: nextInTag()
            case .children: nextInChildren()
            default: next()
            }
        }
        closeElements()
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    mutating func add(_ kind: UInt8, from start: Int, endsValue: Bool = false) {
        out.append(kind, start, scanner.index)
        last = kind
        self.endsValue = endsValue
        endsElement = false
    }

    mutating func complain(_ message: String, from start: Int, replacement: String? = nil) {
        out.complain(message, start, min(scanner.index, scanner.count), replacement: replacement)
        last = TokenKind.bad
        endsValue = true
        endsElement = false
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0D: scanner.index += 1
        case 0x0A:
            scanner.index += 1
            endLine(at: start)
        case UInt8(ascii: "/"): slash()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(byte)
        case UInt8(ascii: "`"):
            scanner.index += 1
            add(kinds.quote, from: start)
            template()
        case UInt8(ascii: "<") where !endsValue || endsElement:
            if let end = markup.endOfPlaceholder(scanner) {
                scanner.index = end
                add(kinds.placeholder, from: start, endsValue: true)
            } else if markup.beginsElement(scanner) {
                beginElement()
            } else {
                sign()
            }
        case UInt8(ascii: "#") where isWordStart(1): privateWord()
        case UInt8(ascii: ".") where scanner.ahead(1).isDigit: numeral()
        case _ where byte.isDigit: numeral()
        case _ where isWordStart(0): word()
        case 0xC2 where scanner.ahead(1) == 0xA0: scanner.index += 2
        case 0xEF where scanner.starts(with: "\u{FEFF}"): scanner.index += 3
        case _ where scanner.isSpaceSeparator: scanner.index += 3
        case _ where scanner.isEllipsis:
            while scanner.isEllipsis { scanner.index += 3 }
            add(kinds.dots, from: start)
        default: sign()
        }
    }

    private mutating func endLine(at offset: Int) {
        guard out.count > 0 else { return }
        out.appendOptional(TokenKind.softEnd, offset, offset + 1)
    }

    // MARK: Words

    private func isWordStart(_ distance: Int) -> Bool {
        let byte = scanner.ahead(distance)
        if byte < 0x80 {
            return byte.isWordStart || byte == UInt8(ascii: "$")
                || byte == UInt8(ascii: "\\") && scanner.ahead(distance + 1) == UInt8(ascii: "u")
        }
        var other = scanner
        other.index += distance
        return other.letterLength() != nil
    }

    private mutating func word() {
        let start = scanner.index
        if scanner.byte == UInt8(ascii: "$"), !endsValue, let end = scanner.describedEnd {
            scanner.index = end
            return add(kinds.placeholder, from: start, endsValue: true)
        }
        let kind = skipWord()
        let isProperty = last == kinds.dot || last == kinds.optionalDot
        add(kind, from: start, endsValue: isProperty || !kinds.openingWords.contains(kind))
    }

    private mutating func privateWord() {
        let start = scanner.index
        scanner.index += 1
        _ = skipWord()
        add(kinds.privateName, from: start, endsValue: true)
    }

    /// Moves past a word, which may hold `\u0041` and `\u{41}`.
    private mutating func skipWord() -> UInt8 {
        var kind = scanner.word(words, name: kinds.name, also: UInt8(ascii: "$"))
        while scanner.starts(with: "\\u") {
            scanner.index += 2
            if scanner.byte == UInt8(ascii: "{") {
                while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "}"), scanner.byte != 0x0A {
                    scanner.index += 1
                }
                if scanner.byte == UInt8(ascii: "}") { scanner.index += 1 }
            }
            _ = scanner.word(words, name: kinds.name, also: UInt8(ascii: "$"))
            kind = kinds.name
        }
        return kind
    }

    // MARK: Signs

    private mutating func sign() {
        let start = scanner.index
        let byte = scanner.byte
        if let end = scanner.describedEnd {
            scanner.index = end
            return add(kinds.dots, from: start)
        }
        // `>` is always one token: it may end a list of types.
        var found =
            byte == UInt8(ascii: ">") ? (1, kinds.greater) : words.sign(in: scanner, at: start)
        if byte == UInt8(ascii: "<"), scanner.ahead(1) == UInt8(ascii: "/") {
            found = (1, kinds.less)
        } else if byte == UInt8(ascii: "?"), scanner.ahead(2).isDigit {
            found = scanner.ahead(1) == UInt8(ascii: ".") ? (1, kinds.question) : found
        } else if byte == UInt8(ascii: "/"), scanner.ahead(1) == UInt8(ascii: ">") {
            found = (1, kinds.slash)
        } else if byte == UInt8(ascii: "%"), hasPipeline, !endsValue {
            found = (1, kinds.topic)
        }
        guard let (length, kind) = found else {
            scanner.skipUnknown(into: &out, language: "JavaScript")
            last = TokenKind.bad
            return
        }
        let before = last
        let followsValue = endsValue
        scanner.index += length
        if kind == kinds.dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        if kind == kinds.pipeline { hasPipeline = true }
        add(kind, from: start, endsValue: kinds.closers.contains(kind) || kind == kinds.topic)
        switch byte {
        case UInt8(ascii: "("): brackets.append(kinds.headWords.contains(before) ? .head : .round)
        case UInt8(ascii: "["): brackets.append(.round)
        case UInt8(ascii: "{"):
            let isBlock =
                before == TokenKind.end || followsValue || kinds.blockWords.contains(before)
                || before == kinds.parenthesis
            brackets.append(isBlock ? .block : .object)
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            if brackets.last == .head || brackets.last == .round {
                endsValue = brackets.removeLast() != .head
            }
        case UInt8(ascii: "}"): closeBrace()
        default: break
        }
    }

    private mutating func closeBrace() {
        while brackets.last == .head || brackets.last == .round { brackets.removeLast() }
        switch brackets.popLast() {
        case .hole:
            out.note(.interpolation, scanner.index - 1, scanner.index)
            template()
        case .block, .child: endsValue = false
        default: break
        }
    }

    /// A comment, a regular expression or a division.
    private mutating func slash() {
        let start = scanner.index
        if scanner.ahead(1) == UInt8(ascii: "/") || scanner.ahead(1) == UInt8(ascii: "*") {
            comment()
        } else if endsValue {
            sign()
        } else {
            scanner.index += 1
            var isInClass = false
            var groups = 0
            var isBalanced = true
            while !scanner.isAtEnd, scanner.byte != 0x0A,
                isInClass || scanner.byte != UInt8(ascii: "/")
            {
                switch scanner.byte {
                case UInt8(ascii: "\\") where scanner.ahead(1) != 0x0A: scanner.index += 1
                case UInt8(ascii: "["): isInClass = true
                case UInt8(ascii: "]"): isInClass = false
                case UInt8(ascii: "(") where !isInClass: groups += 1
                case UInt8(ascii: ")") where !isInClass:
                    groups -= 1
                    isBalanced = isBalanced && groups >= 0
                default: break
                }
                scanner.index += 1
            }
            guard scanner.byte == UInt8(ascii: "/") else {
                return complain("the regular expression is not closed", from: start)
            }
            scanner.index += 1
            while scanner.byte.isWordPart { scanner.index += 1 }
            guard isBalanced, groups == 0 else {
                return complain(
                    "a group of the regular expression is not "
                        + (isBalanced ? "closed" : "opened"), from: start)
            }
            add(kinds.regex, from: start, endsValue: true)
        }
    }

    /// A comment of one of the two forms, which a `/` begins.
    mutating func comment() {
        let start = scanner.index
        var inside = start + 2..<start + 2
        if scanner.ahead(1) == UInt8(ascii: "/") {
            scanner.skipLine()
            inside = start + 2..<scanner.index
            out.note(.lineComment, start, scanner.index)
        } else {
            scanner.index += 2
            let isClosed = scanner.skip(past: "*/")
            out.note(.blockComment, start, scanner.index)
            guard isClosed else {
                return out.complain("the comment is not closed", start, start + 2)
            }
            inside = start + 2..<scanner.index - 2
        }
        if scanner.isElision(inside) {
            out.elisions += 1
            out.appendOptional(TokenKind.elision, start, scanner.index)
        }
        if scanner.code[inside].contains(0x0A) { endLine(at: start) }
    }

    // MARK: Literals

    private mutating func quoted(_ quote: UInt8) {
        let start = scanner.index
        let sign: StaticString = quote == UInt8(ascii: "'") ? "'" : "\""
        scanner.index += 1
        while !scanner.isAtEnd, scanner.byte != quote, scanner.byte != 0x0A {
            if scanner.byte == UInt8(ascii: "\\") {
                scanner.index += scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A ? 3 : 2
            } else {
                scanner.index += 1
            }
        }
        guard !scanner.isAtEnd, scanner.starts(with: sign) else {
            scanner.index = min(scanner.index, scanner.count)
            return complain("the string is not closed", from: start)
        }
        scanner.index += 1
        add(kinds.string, from: start, endsValue: true)
    }

    /// The text of a template up to a `${` or its end.
    private mutating func template() {
        let start = scanner.index
        while !scanner.isAtEnd {
            switch scanner.byte {
            case UInt8(ascii: "\\"): scanner.index += 2
            case UInt8(ascii: "`"):
                noteText(from: start)
                scanner.index += 1
                return add(kinds.quote, from: scanner.index - 1, endsValue: true)
            case UInt8(ascii: "$") where scanner.ahead(1) == UInt8(ascii: "{"):
                noteText(from: start)
                scanner.index += 2
                brackets.append(.hole)
                return add(kinds.hole, from: scanner.index - 2)
            default: scanner.index += 1
            }
        }
        scanner.index = scanner.count
        noteText(from: start)
        let from = min(max(start - 1, 0), scanner.count)
        out.complain("the template is not closed", from, min(from + 1, scanner.count))
    }

    private mutating func noteText(from start: Int) {
        if start < scanner.index { out.note(.backquoted, start, scanner.index) }
    }

    private mutating func numeral() {
        let start = scanner.index
        let letter = scanner.ahead(1) | 0x20
        let isPrefixed =
            scanner.byte == UInt8(ascii: "0")
            && (letter == UInt8(ascii: "x") || letter == UInt8(ascii: "o")
                || letter == UInt8(ascii: "b"))
        if isPrefixed {
            scanner.index += 2
            while scanner.byte.isHexDigit || scanner.byte == UInt8(ascii: "_") {
                scanner.index += 1
            }
        } else {
            scanner.skipDigits()
            // `10..toString()`: the first point ends the number, the second takes its member.
            let hasMember = scanner.ahead(1) == UInt8(ascii: ".") && isWordStart(2)
            if scanner.byte == UInt8(ascii: "."),
                hasMember || scanner.ahead(1) != UInt8(ascii: ".")
            {
                scanner.index += 1
                scanner.skipDigits()
            }
            if scanner.byte | 0x20 == UInt8(ascii: "e") {
                let isSigned =
                    scanner.ahead(1) == UInt8(ascii: "+") || scanner.ahead(1) == UInt8(ascii: "-")
                if scanner.ahead(isSigned ? 2 : 1).isDigit {
                    scanner.index += isSigned ? 2 : 1
                    scanner.skipDigits()
                }
            }
        }
        if scanner.byte == UInt8(ascii: "n") { scanner.index += 1 }
        if isWordStart(0) {
            _ = skipWord()
            return complain("JavaScript has no such number", from: start)
        }
        add(kinds.number, from: start, endsValue: true)
    }
}
