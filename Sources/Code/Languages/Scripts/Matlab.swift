extension CodeLanguage {
    /// MATLAB and GNU Octave as far as quotes, comments, brackets and blocks tell.
    /// https://www.mathworks.com/help/matlab/language-fundamentals.html,
    /// https://docs.octave.org/latest/
    package static let matlab = CodeLanguage(shapeOf: "matlab", vocabulary: matlabVocabulary) {
        scanner, words in
        var lexer = MatlabLexer(scanner, words)
        return lexer.tokens()
    }

    private static let matlabVocabulary = Vocabulary(
        words: [
            .keyword: """
            break case catch continue else elseif end endfor endfunction endif endswitch endwhile
            end_try_catch for global if otherwise parfor persistent return spmd switch try until do
            unwind_protect unwind_protect_cleanup end_unwind_protect while
            """,
            .declaration: "classdef enumeration events function methods properties arguments",
            .constant: "true false pi Inf NaN eps",
        ],
        introducing: [.function: "function"])
}

private struct MatlabLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var blocks: BlockStack
    private var depth = 0
    /// Whether a statement begins at the next token.
    private var isStart = true
    /// Up to there no string ends whose backslashes escape, so that a line is looked over once.
    private var unescapedUntil = 0

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        blocks = BlockStack(scanner)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd { next() }
        blocks.finish(scanner, &out)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case _ where byte.isBlank: scanner.index += 1
        case 0x0A:
            scanner.index += 1
            if depth == 0 { isStart = true }
        case UInt8(ascii: "%"), UInt8(ascii: "#"): comment()
        case UInt8(ascii: ".") where scanner.starts(with: "..."):
            let isElision = isStart && depth == 0
            scanner.index += 3
            out.append(words[isElision ? "\"...\"" : "SIGN"], start, scanner.index)
            // What follows it on the line is a comment.
            if !isElision { scanner.skipLine() }
            if !scanner.isAtEnd, !isElision { scanner.index += 1 }
        case UInt8(ascii: "!") where isStart: scanner.skipLine()
        case UInt8(ascii: "'") where isTranspose:
            scanner.index += 1
            out.append(words["SIGN"], start, scanner.index)
        case UInt8(ascii: "'"), UInt8(ascii: "\""): string(byte)
        case _ where byte.isWordStart || byte >= 0x80 && scanner.letterLength() != nil: word()
        case _ where byte.isDigit:
            while scanner.byte.isWordPart
                || scanner.byte == UInt8(ascii: ".") && scanner.ahead(1).isDigit
            {
                scanner.index += 1
            }
            out.append(words["NUMBER"], start, scanner.index)
            isStart = false
        default: sign()
        }
    }

    /// Whether `'` is an operator: it follows what it is of, without a blank.
    private var isTranspose: Bool {
        let before = scanner[scanner.index - 1]
        return before.isWordPart || ")]}'.".utf8.contains(before) || before >= 0x80
    }

    private mutating func comment() {
        let start = scanner.index
        let isBlock =
            scanner.ahead(1) == UInt8(ascii: "{") && scanner.isFirstOfLine(start)
            && scanner.code[start + 2..<scanner.lineEnd(start)].allSatisfy(\.isBlank)
        guard isBlock else {
            scanner.skipLine()
            out.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + 1..<scanner.index) {
                out.elisions += 1
                out.appendOptional(TokenKind.elision, start, scanner.index)
            }
            return
        }
        var level = 0
        while !scanner.isAtEnd {
            let end = scanner.lineEnd(scanner.index)
            let line = scanner.text(scanner.index..<end).filter { !$0.isWhitespace }
            if line == "%{" || line == "#{" { level += 1 }
            if line == "%}" || line == "#}" { level -= 1 }
            scanner.index = min(end + 1, scanner.count)
            if level == 0 { return out.note(.blockComment, start, end) }
        }
        out.note(.blockComment, start, scanner.index)
        out.complain("the comment is not closed", start, start + 2)
    }

    /// In Octave a backslash escapes between `"`, and takes the end of the line with it.
    private mutating func string(_ quote: UInt8) {
        let start = scanner.index
        isStart = false
        let isDouble = quote == UInt8(ascii: "\"")
        let escapedEnd = isDouble && start >= unescapedUntil ? stringEnd(quote, escapes: true) : nil
        if isDouble, escapedEnd == nil, start >= unescapedUntil {
            unescapedUntil = scanner.lineEnd(start)
        }
        guard let end = escapedEnd ?? stringEnd(quote, escapes: false) else {
            scanner.skipLine()
            return out.complain("the string is not closed", start, scanner.index)
        }
        scanner.index = end
        out.append(words[isDouble ? "STRING" : "CHAR"], start, end)
    }

    private func stringEnd(_ quote: UInt8, escapes: Bool) -> Int? {
        var index = scanner.index + 1
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner[index] == UInt8(ascii: "\\"), escapes {
                index += scanner[index + 1] == 0x0D ? 3 : 2
            } else if scanner[index] == quote {
                index += 1
                guard scanner[index] == quote else { return index }
                index += 1
            } else {
                index += 1
            }
        }
        return nil
    }

    private mutating func word() {
        let start = scanner.index
        _ = scanner.word(words, name: words["NAME"])
        let range = start..<scanner.index
        out.append(words["NAME"], range.lowerBound, range.upperBound)
        let isField = start > 0 && scanner[start - 1] == UInt8(ascii: ".")
        defer { isStart = false }
        guard depth == 0, !isField, isStart else { return }
        let word = scanner.text(range)
        switch word {
        case "if", "for", "while", "switch", "try", "parfor", "spmd", "unwind_protect", "classdef",
            "do":
            blocks.open(word, range, in: scanner)
        case "properties", "methods", "events", "enumeration", "arguments":
            if isAlone { blocks.open(word, range, isSure: false, in: scanner) }
        // The end of a function may be that of the file.
        case "function": blocks.open(word, range, isSure: false, in: scanner)
        case "else", "elseif", "case", "otherwise", "catch", "unwind_protect_cleanup":
            blocks.part(range, of: ["if", "switch", "try", "unwind_protect"], in: scanner)
        case "end": blocks.close([], range, in: scanner, &out)
        case "until": blocks.close(["do"], range, in: scanner, &out)
        case "end_try_catch": blocks.close(["try"], range, in: scanner, &out)
        case "end_unwind_protect": blocks.close(["unwind_protect"], range, in: scanner, &out)
        case "endif", "endfor", "endwhile", "endswitch", "endfunction", "endparfor", "endclassdef",
            "endproperties", "endmethods", "endevents", "endenumeration", "endarguments":
            blocks.close([String(word.dropFirst(3))], range, in: scanner, &out)
        default: break
        }
    }

    /// Whether nothing but attributes in brackets follows on the line.
    private var isAlone: Bool {
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        return "\n(%\r".utf8.contains(scanner[index]) || index >= scanner.count
    }

    private mutating func sign() {
        let start = scanner.index
        let byte = scanner.byte
        if let sign = words.sign(in: scanner, at: start) {
            scanner.index += 1
            out.append(sign.kind, start, scanner.index)
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte), depth > 0 { depth -= 1 }
            isStart = false
        } else if byte < 0x80 {
            scanner.index += 1
            out.append(words["SIGN"], start, scanner.index)
            isStart = depth == 0 && (byte == UInt8(ascii: ";") || byte == UInt8(ascii: ","))
        } else if scanner.isEllipsis {
            scanner.index += 3
            out.append(words["\"...\""], start, scanner.index)
        } else {
            scanner.skipUnknown(into: &out, language: "MATLAB")
        }
    }
}
