import Languages

/// What an author says of a block in the line of text above it, or in a comment of the block: that it is
/// wrong, or that it is output.
struct AuthorWords {
    /// The last sentence of the line above the block, in small letters; empty without one.
    private let sentence: String

    /// In bytes: longer lines are not looked at.
    private static let longestLine = 2_000

    /// - Parameters:
    ///   - offset: of the block's fence, or its first line.
    ///   - source: of the whole text.
    init(above offset: Int, in source: [UInt8]) {
        var end = Self.lineStart(min(offset, source.count), in: source)
        var line = source[end..<end]
        while line.isEmpty, end > 0 {
            let start = Self.lineStart(end - 1, in: source)
            line = source[start..<end - 1].withoutBlanks.drop { " >\t".utf8.contains($0) }
            end = start
        }
        let isText = line.count <= Self.longestLine && !line.begins("```") && !line.begins("~~~")
        sentence = isText ? Self.lastSentence(of: String(decoding: line, as: UTF8.self)) : ""
    }

    private static func lineStart(_ offset: Int, in source: [UInt8]) -> Int {
        source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    private static func lastSentence(of line: String) -> String {
        var text = line.lowercased()[...]
        let ends: Set<Character> = [
            ".", "。", ":", "：", "!", "！", "*", "_", "`", " ", ")", "）", "】", "#", ";", "；",
        ]
        while let last = text.last, ends.contains(last) { text.removeLast() }
        for stop in ["。", "！", "？", "；", ". ", "! ", "? ", "; "] {
            if let last = text.ranges(of: stop).last { text = text[last.upperBound...] }
        }
        return String(text.drop { "#*_>-【[(（ ".contains($0) })
    }

    // MARK: Output

    /// Whether the line above says that a program prints the block: `Output:`, `运行结果如下：`.
    var isOutput: Bool {
        MixedText.headings.contains(sentence)
            || sentence.hasSuffix(" output") && sentence.count { $0 == " " } < 3
            || Self.outputs.contains { sentence.hasSuffix($0) || sentence.hasPrefix($0) }
            || sentence.count <= Self.longestHeading
                && Self.results.contains { sentence.hasSuffix($0) }
    }

    private static let outputs = [
        "the output is", "output is as follows", "the following message", "the following output",
        "the following error message", "this prints", "this error message", "运行结果", "结果如下", "输出如下",
        "打印如下", "信息如下", "日志如下",
    ]

    /// In characters, of a heading that ends with one of these.
    private static let longestHeading = 6
    /// What such headings end with.
    private static let results = ["报错信息", "错误信息", "输出信息"]

    // MARK: Sketches

    /// Whether the line above says that the block is in a language that does not exist: pseudo-code, a
    /// syntax that is proposed or made up.
    var saySketch: Bool { Self.sketches.contains { sentence.contains($0) } }

    private static let sketches = [
        "hypothetical", "imaginary", "made-up syntax", "proposed syntax", "pseudo-code",
        "pseudo code", "pseudocode", "假想", "假设的语法", "伪代码", "偽代碼", "虚构", "擬似コード", "疑似コード", "의사 코드",
    ]

    // MARK: Errors

    /// Whether the line above the block says that the code is wrong, or a comment of the block says so of
    /// the line of an offset, or of the lines that begin with it.
    func sayWrong(of code: [UInt8], at offset: Int) -> Bool {
        Self.isWrong(sentence) || Self.marks.contains(sentence) || Self.isMarked(code, at: offset)
    }

    private static func isWrong(_ text: String) -> Bool {
        if isMended(text) { return false }
        if wrong.contains(where: { text.contains($0) }) { return true }
        // `If the token is invalid` says nothing of code.
        return weak.contains { text.contains($0) } && subjects.contains { text.hasPrefix($0) }
    }

    private static func isMended(_ text: String) -> Bool {
        let text = " " + text
        return mended.contains { text.contains($0) }
    }

    /// A comment at the end of the line, one in the next line that belongs to it, or the nearest comment above
    /// that has a line of its own, within ``mostLines``.
    private static func isMarked(_ code: [UInt8], at offset: Int) -> Bool {
        var start = lineStart(min(offset, code.count), in: code)
        let line = code[start...].prefix { $0 != 0x0A }
        if comments(of: line).contains(where: { isMark($0) }) { return true }
        let next = code[line.endIndex...].dropFirst().prefix { $0 != 0x0A }
        // A comment with code below it is about that code.
        let isLast = code[next.endIndex...].dropFirst().prefix { $0 != 0x0A }.withoutBlanks.isEmpty
        let text = next.withoutBlanks
        if isLast, let below = comments(of: text).first, below.startIndex <= text.startIndex + 4,
            isMark(below)
        {
            return true
        }
        for _ in 0..<mostLines where start > 0 {
            let end = start - 1
            start = lineStart(end, in: code)
            let text = code[start..<end].withoutBlanks
            guard let comment = comments(of: text).first, comment.startIndex <= text.startIndex + 4
            else { continue }
            return isMark(comment, isAbove: true)
        }
        return false
    }

    /// How many lines a comment is looked for above.
    private static let mostLines = 8

    /// What follows each sign that may begin a comment, at the start of a line or after a blank.
    private static func comments(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard line.count <= longestLine else { return [] }
        return line.indices.compactMap { index in
            guard index == line.startIndex || line[index - 1].isBlank,
                let mark = signs.first(where: { line[index...].begins($0) }),
                // In the middle of a line a single sign is an operator.
                mark.count > 1 || mark == "#" || index == line.startIndex
            else { return nil }
            return line[(index + mark.utf8.count)...]
        }
    }

    private static let signs = ["//", "#", "--", "/*", "<!--", ";", "%"]

    /// `Error`, `=> SyntaxError: …`, `❌ …`, `全部报错`, `this does not compile`
    ///
    /// - Parameter isAbove: whether it is above the code that it is about, where `Error: …` may describe
    ///   what the code does.
    private static func isMark(_ comment: ArraySlice<UInt8>, isAbove: Bool = false) -> Bool {
        guard comment.count <= 200 else { return false }
        let text = String(decoding: comment, as: UTF8.self).lowercased()
        if crosses.contains(where: { text.contains($0) }) { return true }
        if isMended(text) { return false }
        if wrong.contains(where: { text.contains($0) }) { return true }
        let words = text.drop { " \t=>-–:：!*/".contains($0) }
        var plain = words
        while let last = plain.last, " !！。*/".contains(last) { plain.removeLast() }
        if foreign.contains(where: { plain == $0 }) { return true }
        if plain.count <= longestMark, reports.contains(where: { plain.hasSuffix($0) }) {
            return true
        }
        return marks.contains { mark in
            guard words.hasPrefix(mark) else { return false }
            let rest = words.dropFirst(mark.count).first { $0 != " " }
            if isAbove, rest == ":" { return false }
            return rest.map { !$0.isLetter && !$0.isNumber && !"_(".contains($0) } ?? true
        }
    }

    /// In characters, of a mark in another language than English.
    private static let longestMark = 12
    private static let foreign = ["错误", "錯誤", "エラー", "에러", "오류", "ошибка"]
    /// What short comments end with.
    private static let reports = ["报错", "報錯"]

    private static let crosses = ["❌", "✗", "✘", "✖", "🚫"]

    /// What begins a comment that says so.
    private static let marks = [
        "bad", "compile error", "compiler error", "compile-time error", "error", "illegal",
        "incorrect", "invalid", "not ok", "not valid", "parse error", "syntax error", "syntaxerror",
        "uncaught syntaxerror", "wrong",
    ]

    /// What a sentence says of code that is wrong.
    private static let wrong = [
        "can't compile", "cannot compile", "can not compile", "doesn't compile", "does not compile",
        "don't compile", "do not compile", "won't compile", "will not compile", "fails to compile",
        "fail to compile", "syntax error", "syntaxerror", "parse error", "compile error",
        "compiler error", "compile-time error", "compilation error", "invalid syntax", "is illegal",
        "not legal", "cannot do this", "can't do this", "cannot write", "can't write",
        "会报错", "都报错", "将报错", "编译错误", "编译报错", "编译失败", "编译不通过", "编译不过", "不能编译", "无法编译",
        "通过编译", "语法错误", "错误的写法", "错误写法", "错误示例", "错误的代码", "错误示范", "错误用法", "不合法",
        "是错误的", "會報錯", "編譯錯誤", "語法錯誤", "コンパイルエラー", "構文エラー", "エラーになる", "エラーになります",
        "コンパイルできない", "コンパイルできません", "컴파일 에러", "컴파일 오류", "문법 오류", "에러가 발생", "오류가 발생",
        "не компилируется", "синтаксическая ошибка", "ошибка компиляции",
    ]

    /// What a sentence says of code that is wrong, if code is its subject.
    private static let weak = [
        "is invalid", "are invalid", "not valid", "isn't valid", "is an error", "are errors",
        "not allowed", "isn't allowed", "is incorrect", "are incorrect", "is wrong", "are wrong",
        "be rejected",
    ]
    private static let subjects = [
        "this ", "these ", "the following", "that ", "but this", "so this", "here ",
    ]

    /// What a sentence says of code that is right in the end.
    private static let mended = [
        "avoid", "correct way", " fix", "instead", "is correct", "no error", "no longer", "prevent",
        "resolve", "solve", "used to", "without", "不会报错", "不报错", "不再", "避免", "解决", "修复", "防止", "改为",
        "改成", "正确", "可以通过编译", "能够通过编译",
    ]
}

extension ExaminedSnippet.State {
    /// The state of a block that is refused, by what its author says of it.
    func asSaid(
        _ words: @autoclosure () -> AuthorWords, _ info: InfoString, _ code: [UInt8]
    ) -> Self {
        guard case .examined(var examination, let wanted) = self, !info.isSaidToBeCode,
            !info.isMeantToFail, case .rejected(let findings, _) = examination.result,
            let finding = findings.first
        else { return self }
        let words = words()
        if words.sayWrong(of: code, at: finding.range.lowerBound) {
            examination.result = .undecided("the author says that it is wrong")
        } else if words.saySketch {
            examination.result = .undecided("the author says that it is a sketch")
        } else if words.isOutput {
            examination.result = .undecided("the author says that it is output")
            examination.remarks = [
                .label("the text above says that this is output", write: "text")
            ]
        } else {
            return self
        }
        return .examined(examination, wanted: wanted)
    }
}
