/// The directives of the preprocessor (6.10): which branches of `#if` are read.
///
/// All branches of a group are read where each is a whole number of statements, members or entries;
/// else the first alone is, for the branches then replace one another.
enum CDirectives {
    /// A group of branches, from `#if` to `#endif`.
    struct Group {
        /// Whether the first branch is the only one that can be meant.
        let isDecided: Bool
        let start: Int
        let nesting: CLexer.Nesting
        var branchStart: Int
        var firstEnd: Int?
        var firstNesting = CLexer.Nesting()
        var areAllWhole = true

        init(at start: Int, nesting: CLexer.Nesting, isDecided: Bool) {
            self.start = start
            self.nesting = nesting
            self.isDecided = isDecided
            branchStart = start
        }
    }

    static let names: Set<String> = [
        "define", "undef", "include", "include_next", "import", "embed", "if", "ifdef", "ifndef",
        "elif", "elifdef", "elifndef", "else", "endif", "line", "error", "warning", "pragma",
        "ident", "sccs", "assert", "unassert",
    ]
}

extension CLexer {
    mutating func directive() {
        let start = scanner.index
        let (name, rest) = directiveName(at: start)
        noteDirective(from: start, name, rest)
        switch name {
        case "if", "ifdef", "ifndef":
            let condition = condition(name, rest)
            let isDisabled = name == "if" && isZero(at: rest)
            skipDirective(from: rest, hasQuotes: false)
            begin(condition, isDisabled: isDisabled)
        case "elif", "elifdef", "elifndef", "else":
            skipDirective(from: rest, hasQuotes: false)
            endBranch()
        case "endif":
            skipDirective(from: rest, hasQuotes: false)
            endGroup()
        case "error", "warning", "pragma", "ident", "sccs", "line":
            scanner.index = rest
            skipLogicalLine()
        case "include", "include_next", "import", "embed": include(from: rest)
        case _ where CDirectives.names.contains(name) || name.isEmpty && !isText(rest):
            skipDirective(from: rest, hasQuotes: true)
        default:
            var end = max(rest, start + 1)
            while scanner[end - 1].isBlank { end -= 1 }
            scanner.index = start
            skipLogicalLine()
            isLineStart = false
            out.complain(
                name.isEmpty
                    ? "'#' begins no directive here" : "'#\(name)' is no directive", start, end)
        }
    }

    /// Notes the line of a directive, the file that it includes, and its comments.
    private mutating func noteDirective(from start: Int, _ name: String, _ rest: Int) {
        let isInclude = name == "include" || name == "import"
        var from = start
        if isInclude {
            var end = rest
            while end > start, scanner[end - 1].isBlank { end -= 1 }
            out.note(.directive, start, end)
            from = end
        }
        var line = scanner
        line.index = from
        func end(at index: Int) {
            out.note(isInclude ? .includedFile : .directive, from, index)
        }
        while !line.isAtEnd, line.byte != 0x0A {
            if line.byte == UInt8(ascii: "\\") {
                line.index += line.ahead(1) == 0x0D && line.ahead(2) == 0x0A ? 3 : 2
            } else if line.byte == UInt8(ascii: "/"), line.ahead(1) == UInt8(ascii: "/") {
                end(at: line.index)
                from = line.index
                line.skipLine()
                out.note(.lineComment, from, line.index)
                from = line.index
            } else if line.byte == UInt8(ascii: "/"), line.ahead(1) == UInt8(ascii: "*") {
                end(at: line.index)
                from = line.index
                line.index += 2
                _ = line.skip(past: "*/")
                out.note(.blockComment, from, line.index)
                from = line.index
            } else {
                line.index += 1
            }
        }
        end(at: min(line.index, line.count))
    }

    /// Notes what is in a branch that is not read: a comment for `#if 0`, else the code that it is.
    private mutating func noteBranch(_ range: Range<Int>, isDisabled: Bool) {
        guard range.lowerBound < range.upperBound else { return }
        if isDisabled {
            let end = range.upperBound - (scanner[range.upperBound - 1] == 0x0A ? 1 : 0)
            return out.note(.disabledCode, range.lowerBound, end)
        }
        guard depth < Self.deepest else { return }
        var inner = scanner
        inner.index = range.lowerBound
        inner.count = range.upperBound
        var lexer = CLexer(inner, kinds, isPlusPlus: isPlusPlus)
        lexer.depth = depth + 1
        out.drop(lexer.tokens())
    }

    /// Whether a `#` without a name is not followed by the end of its line, or by a number of a line
    /// that a preprocessor left.
    private func isText(_ index: Int) -> Bool {
        let byte = scanner[index]
        return byte != 0x0A && index < scanner.count && !byte.isDigit && byte != UInt8(ascii: "/")
    }

    /// The name of the directive at a `#`, and where the text after it begins.
    private func directiveName(at start: Int) -> (name: String, rest: Int) {
        var index = start + 1
        while scanner[index].isBlank { index += 1 }
        let nameStart = index
        while scanner[index].isWordPart { index += 1 }
        if index > nameStart, scanner[nameStart].isDigit { return ("", nameStart) }
        let name = scanner.text(nameStart..<index)
        while scanner[index].isBlank { index += 1 }
        return (name, index)
    }

    private mutating func include(from rest: Int) {
        scanner.index = rest
        let closer =
            scanner.byte == UInt8(ascii: "<")
            ? UInt8(ascii: ">") : scanner.byte == UInt8(ascii: "\"") ? UInt8(ascii: "\"") : 0
        var index = rest + 1
        while index < scanner.count, scanner[index] != 0x0A, scanner[index] != closer { index += 1 }
        if closer != 0, scanner[index] != closer || index >= scanner.count {
            out.complain(
                "the name of the file is not closed", rest, min(index, scanner.count),
                replacement: nil)
        }
        skipDirective(from: min(index, scanner.count), hasQuotes: false)
    }

    /// Moves to the end of a directive's last line; comments and strings may hold line ends.
    private mutating func skipDirective(from rest: Int, hasQuotes: Bool) {
        scanner.index = rest
        while scanner.index < scanner.count {
            let byte = scanner.byte
            if byte == 0x0A { return }
            if byte == UInt8(ascii: "\\") {
                scanner.index += scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A ? 3 : 2
            } else if byte == UInt8(ascii: "/"), scanner.ahead(1) == UInt8(ascii: "/") {
                return skipLogicalLine()
            } else if byte == UInt8(ascii: "/"), scanner.ahead(1) == UInt8(ascii: "*") {
                let start = scanner.index
                scanner.index += 2
                if !scanner.skip(past: "*/") {
                    out.complain("the comment is not closed", start, start + 2)
                }
            } else if hasQuotes, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                skipQuoted(byte)
            } else {
                scanner.index += 1
            }
        }
        scanner.index = scanner.count
    }

    /// A text in quotes inside a definition; an apostrophe may be single there.
    private mutating func skipQuoted(_ quote: UInt8) {
        let start = scanner.index
        var index = start + 1
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner[index] == quote {
                scanner.index = index + 1
                return
            }
            let isEscape = scanner[index] == UInt8(ascii: "\\")
            index += isEscape ? (scanner[index + 1] == 0x0D ? 3 : 2) : 1
        }
        scanner.index = start + 1
        if quote == UInt8(ascii: "\"") {
            out.complain("the string is not closed", start, min(index, scanner.count))
            scanner.index = min(index, scanner.count)
        }
    }

    // MARK: Conditions

    private enum Condition { case yes, no, unknown }

    /// Only what no build can change is known: `0` and `1`, and which language this is.
    private func condition(_ name: String, _ rest: Int) -> Condition {
        var end = rest
        while end < scanner.count, scanner[end] != 0x0A,
            !(scanner[end] == UInt8(ascii: "/") && [0x2A, 0x2F].contains(scanner[end + 1]))
        {
            end += 1
        }
        var text = scanner.text(rest..<end).filter { !" \t\r()".contains($0) }
        var isWanted = name != "ifndef"
        if name.hasSuffix("if") {
            if text == "0" { return .no }
            if text == "1" { return .yes }
            if text.hasPrefix("!") {
                isWanted = false
                text.removeFirst()
            }
            guard text.hasPrefix("defined") else { return .unknown }
            text.removeFirst(7)
        }
        switch text {
        case "__cplusplus": return isPlusPlus == isWanted ? .yes : .no
        case "__ASSEMBLY__", "__ASSEMBLER__": return isWanted ? .no : .yes
        default: return .unknown
        }
    }

    private mutating func begin(_ condition: Condition, isDisabled: Bool) {
        var condition = condition
        while condition == .no {
            guard let next = skipBranch(isDisabled: isDisabled) else { return }
            condition = next
        }
        groups.append(.init(at: out.count, nesting: nesting, isDecided: condition == .yes))
    }

    /// Moves past the text of a branch that is not read, and past the directive after it.
    ///
    /// - Returns: the condition of the next branch; nil at the end of the group.
    private mutating func skipBranch(isDisabled: Bool = false) -> Condition? {
        var depth = 0
        let start = scanner.index
        while !scanner.isAtEnd {
            let line = scanner.index
            while scanner.byte.isBlank { scanner.index += 1 }
            if scanner.byte == UInt8(ascii: "#") {
                let (name, rest) = directiveName(at: scanner.index)
                switch name {
                case "if", "ifdef", "ifndef": depth += 1
                case "endif" where depth == 0:
                    endSkipped(start..<line, name, rest, isDisabled)
                    skipDirective(from: rest, hasQuotes: false)
                    return nil
                case "endif": depth -= 1
                case "else" where depth == 0:
                    endSkipped(start..<line, name, rest, isDisabled)
                    skipDirective(from: rest, hasQuotes: false)
                    return .unknown
                case "elif" where depth == 0, "elifdef" where depth == 0,
                    "elifndef" where depth == 0:
                    let condition = condition(name, rest)
                    endSkipped(start..<line, name, rest, isDisabled)
                    skipDirective(from: rest, hasQuotes: false)
                    return condition
                default: break
                }
            }
            skipLogicalLine()
            if !scanner.isAtEnd { scanner.index += 1 }
            endLine()
        }
        noteBranch(start..<scanner.count, isDisabled: isDisabled)
        return nil
    }

    /// Notes a branch that was not read, and the directive after it.
    private mutating func endSkipped(
        _ branch: Range<Int>, _ name: String, _ rest: Int, _ isDisabled: Bool
    ) {
        noteBranch(branch, isDisabled: isDisabled)
        noteDirective(from: scanner.index, name, rest)
    }

    private func isZero(at index: Int) -> Bool {
        scanner[index] == UInt8(ascii: "0") && !scanner[index + 1].isWordPart
    }

    // MARK: Branches

    private mutating func endBranch() {
        guard let group = groups.last else { return }
        if group.isDecided {
            while skipBranch() != nil {}
            groups.removeLast()
        } else {
            closeBranch()
            nesting = group.nesting
        }
    }

    private mutating func closeBranch() {
        guard var group = groups.popLast() else { return }
        group.areAllWhole = group.areAllWhole && isWhole(group)
        if group.firstEnd == nil {
            group.firstEnd = out.count
            group.firstNesting = nesting
        }
        group.branchStart = out.count
        groups.append(group)
    }

    mutating func endGroup() {
        guard let group = groups.last else { return }
        guard !group.isDecided, group.firstEnd != nil else {
            groups.removeLast()
            if !group.isDecided, group.nesting.outer.isEmpty, closesMore(group.branchStart) {
                out.removeAll(from: group.start)
                nesting = group.nesting
            }
            return
        }
        closeBranch()
        guard let closed = groups.popLast(), let end = closed.firstEnd else { return }
        nesting = closed.firstNesting
        if !closed.areAllWhole { out.removeAll(from: end) }
    }

    /// Whether the tokens from an index on close a bracket that they do not open: of the other language
    /// that a header is for.
    private func closesMore(_ start: Int) -> Bool {
        var depth = 0
        for kind in out.kinds[start...] {
            if kinds.openBrace.contains(kind) { depth += 1 }
            if kinds.closeBrace.contains(kind) { depth -= 1 }
            if depth < 0 { return true }
        }
        return false
    }

    /// Whether the tokens of a branch, from its start to the last one, can follow those of
    /// another one: they close what they open, and end as what precedes the group does.
    private func isWhole(_ group: CDirectives.Group) -> Bool {
        guard let last = lastKind(before: out.count, from: group.branchStart) else { return true }
        var depth = 0
        for index in group.branchStart..<out.count {
            let kind = out.kinds[index]
            if kinds.openers.contains(kind) || kinds.openBrace.contains(kind) { depth += 1 }
            if kinds.closers.contains(kind) || kinds.closeBrace.contains(kind) { depth -= 1 }
            if depth < 0 { return false }
        }
        guard depth == 0 else { return false }
        let before = lastKind(before: group.start, from: 0)
        let isEntry = kinds.comma.contains(last)
        if let before {
            let isList = kinds.comma.contains(before)
            let isOpen = kinds.openBrace.contains(before)
            guard isOpen || isList == isEntry, isOpen || isList || kinds.ends.contains(before)
            else { return false }
        }
        let first = out.kinds[group.branchStart]
        if group.firstEnd != nil, kinds.otherwise.contains(first) { return false }
        if isEntry { return true }
        let isInitializer = kinds.openBrace.contains(first) || kinds.designators.contains(first)
        return kinds.ends.contains(last) && !isInitializer
    }

    /// The kind of the last token before an index that is not optional.
    private func lastKind(before index: Int, from start: Int) -> UInt8? {
        var index = index - 1
        while index >= start, TokenKind.isOptional(out.kinds[index]) { index -= 1 }
        return index >= start ? out.kinds[index] : nil
    }
}
