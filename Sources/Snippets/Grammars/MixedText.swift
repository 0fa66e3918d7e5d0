import Code
import Languages

/// Finds text other than code in a refused block, so that its fault is not a fault of the code.
struct MixedText {
    private let code: [UInt8]
    private let fault: CodeFault
    private let grammar: CodeLanguage

    init(_ code: [UInt8], _ fault: CodeFault, _ grammar: CodeLanguage) {
        self.code = code
        self.fault = fault
        self.grammar = grammar
    }

    /// Why the block is not checked; nil if it is all code. O(bytes).
    var reason: String? {
        if !Self.templates.contains(grammar.name), isInTag {
            return "it contains template tags"
        }
        if grammar.name == "php", hasDirective { return "it contains template tags" }
        if grammar.name == "c", isPresentation {
            return "not c: it is in the presentation language of TLS"
        }
        if grammar.name == "swift", isPlaceholder { return "it has placeholders" }
        // A sign of another keyboard in a string is a fault of the string, whatever its words say.
        // Where statements end with a semicolon, one seems to be missing after each sentence.
        let isEnd =
            RefusedBlock.endStatements.contains(grammar.name) && fault.edit?.replacement == ";"
            && fault.edit?.range.isEmpty == true
        let isMendable = fault.edit != nil && !isEnd && !fault.isDebatable
        if !isMendable, isBelowOutput { return "code with what it prints" }
        if fault.kind == .grammar, isBelowProgram || isResult { return "code with what it prints" }
        if !isMendable, grammar.isRefusedAtProse(fault, in: code) {
            return "it has sentences between the code"
        }
        return nil
    }

    // MARK: Templates

    static let templates: Set<String> = ["gotemplate", "jinja", "liquid"]

    /// Whether the fault is in `{{ name }}` or `{% if x %}`, or next to it.
    private var isInTag: Bool {
        let at = min(fault.range.lowerBound, code.count)
        var start = at
        while start > 0, code[start - 1] != .lineFeed { start -= 1 }
        let line = Array(code[start..<(code[at...].firstIndex(of: .lineFeed) ?? code.count)])
        var index = 0
        while index + 1 < line.count {
            guard line[index] == UInt8(ascii: "{"), let end = Self.tagEnd(line, index) else {
                index += 1
                continue
            }
            if (start + index - 1...start + end).contains(at) { return true }
            index = end
        }
        return false
    }

    /// In bytes.
    private static let longestTag = 200

    /// The end of a tag that begins at an index; nil for brackets of code.
    private static func tagEnd(_ line: [UInt8], _ start: Int) -> Int? {
        let isBlock = line[start + 1] == UInt8(ascii: "%")
        guard isBlock || line[start + 1] == UInt8(ascii: "{") else { return nil }
        let closer = isBlock ? UInt8(ascii: "%") : UInt8(ascii: "}")
        var index = start + 2
        let last = min(line.count - 1, start + longestTag)
        while index < last {
            if line[index] == closer, line[index + 1] == UInt8(ascii: "}") {
                return index > start + 2 ? index + 2 : nil
            }
            // Literals contain these; tags with values do not.
            if !isBlock, ",;{=".utf8.contains(line[index]) { return nil }
            index += 1
        }
        return nil
    }

    /// Whether it has an enumeration whose members have numbers in parentheses, or vectors with bounds,
    /// as RFC 8446, section 3, writes messages: `enum { alert(21), (255) }`, `opaque key<1..255>`.
    private var isPresentation: Bool {
        let code = code[...]
        return ["(255)", "(65535)"].contains { code.holds($0) } && code.holds("enum")
            || code.holds("opaque ") || code.holds("-ciphered struct") || code.holds("[0..")
            || code.holds("<0..") || code.holds("<1..")
    }

    /// Whether a line is a directive of Blade or Envoy that ends one: `@endif`, `@endsetup`.
    private var hasDirective: Bool {
        code.split(separator: .lineFeed).contains { line in
            let word = line.drop(while: \.isBlank)
            guard word.begins("@end"), word.count > 4 else { return false }
            return word.dropFirst(4).allSatisfy { (0x61...0x7A).contains($0) || $0.isBlank }
        }
    }

    /// Whether the fault is in, or next to, `<#name#>`, a placeholder of Xcode.
    private var isPlaceholder: Bool {
        let at = min(fault.range.lowerBound, code.count)
        var start = at
        while start > 0, code[start - 1] != .lineFeed { start -= 1 }
        let line = code[start..<(code[at...].firstIndex(of: .lineFeed) ?? code.count)]
        return zip(line, line.dropFirst()).contains { $0 == (UInt8(ascii: "<"), UInt8(ascii: "#")) }
    }

    // MARK: Output

    /// Whether the line of the fault is what the code above gives: `=> 2`, `[Out] 0.95`.
    private var isResult: Bool {
        let at = min(fault.range.lowerBound, code.count)
        let start = code[..<at].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        let line = code[start...].prefix { $0 != .lineFeed }.drop(while: \.isBlank)
        return start > 0 && ["=> ", "[Out]", "Out["].contains { line.begins($0) }
    }

    /// Whether the fault is below a whole program that prints, in lines without a sign of code: they are
    /// what it prints.
    private var isBelowProgram: Bool {
        let at = min(fault.range.lowerBound, code.count)
        let lines = code[..<at].split(separator: .lineFeed, omittingEmptySubsequences: false)
        guard let last = lines.dropLast().last(where: { $0.elementsEqual("}".utf8) }) else {
            return false
        }
        let below = Array(code[last.endIndex...])
        let program = Array(code[..<last.endIndex])
        guard !below.contains(where: { "(){};\\".utf8.contains($0) }), !below[...].holds(":="),
            ["rint", "log", "echo", "cout"].contains(where: { program[...].holds($0) }),
            grammar.linesWithKeywords(in: below).found == 0,
            case .accepted(let acceptance) = grammar.read(program)
        else { return false }
        return !acceptance.isCutOff
    }

    /// Whether a line above the fault announces the output of the code.
    private var isBelowOutput: Bool {
        let at = min(fault.range.lowerBound, code.count)
        return code[..<at].split(separator: .lineFeed).dropFirst().contains { line in
            let words = line.drop { $0.isBlank || "/#*-= ".utf8.contains($0) }
            var text = words
            while let last = text.last, last.isBlank || ":*/-= ".utf8.contains(last) {
                text.removeLast()
            }
            if text.suffix(3).elementsEqual("：".utf8) { text.removeLast(3) }
            guard (2...24).contains(text.count) else { return false }
            return Self.headings.contains(String(decoding: text, as: UTF8.self).lowercased())
        }
    }

    static let headings: Set<String> = [
        "console output", "it prints", "output", "outputs", "prints", "result", "results",
        "the output", "运行结果", "输出", "输出结果", "打印结果", "执行结果", "控制台输出", "結果", "輸出",
        "出力", "実行結果", "결과", "출력",
    ]
}
