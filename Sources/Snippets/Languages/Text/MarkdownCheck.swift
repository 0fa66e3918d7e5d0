import Languages

extension LanguageCheck {
    /// The shape of Markdown: its front matter is readable and its fences are closed. Anything else
    /// is Markdown.
    static let markdown = LanguageCheck("markdown") { MarkdownCheck($0).examination }
}

/// The verdict on a block labeled `markdown`. O(bytes).
private struct MarkdownCheck {
    private let text: SnippetText
    private let lines: CodeLines

    init(_ text: SnippetText) {
        self.text = text
        lines = CodeLines(text.code)
    }

    var examination: Examination {
        var elisions = 0
        if let finding = frontMatter(&elisions) ?? openFence {
            return Examination(.rejected([finding], .shape), elisions: elisions)
        }
        return Examination(.accepted(.shape), elisions: elisions)
    }

    // MARK: Front matter

    /// The fault of the data between `---`, or `+++`, at the start.
    private func frontMatter(_ elisions: inout Int) -> Finding? {
        guard let first = lines.ranges.first else { return nil }
        let (check, name): (LanguageCheck, String)
        switch lines.trimmed(first) {
        case let fence where text.code[fence].elementsEqual("---".utf8):
            (check, name) = (.yaml, "yaml")
        case let fence where text.code[fence].elementsEqual("+++".utf8):
            (check, name) = (.toml, "toml")
        default: return nil
        }
        let fence = Array(text.code[lines.trimmed(first)])
        guard let language = Language.named(name),
            let last = lines.ranges.dropFirst().first(where: {
                text.code[lines.trimmed($0)].elementsEqual(fence)
            })
        else { return nil }
        let start = first.upperBound + 1
        let data = Array(text.code[start..<max(start, last.lowerBound)])
        // Between two rules there may be prose.
        guard data.contains(UInt8(ascii: ":")) || data.contains(UInt8(ascii: "=")),
            lines.ranges.count < 2 || !lines.isBlank(lines.ranges[1])
        else { return nil }
        let examination = check.examine(
            SnippetText(code: data, info: text.info, language: language))
        elisions = examination.elisions
        guard case .rejected(let findings, _) = examination.result else { return nil }
        return findings.first?.moved { $0 + start }
    }

    // MARK: Fences

    /// An unclosed fence (CommonMark 0.30, section 4.5), except at the end of the block: an author
    /// who shows only the fence shows no code.
    private var openFence: Finding? {
        var open: (row: Int, range: Range<Int>, byte: UInt8)?
        for (row, line) in lines.ranges.enumerated() {
            let text = content(of: line)
            guard let byte = text.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
            else { continue }
            let count = text.prefix { $0 == byte }.count
            let rest = text.dropFirst(count)
            guard count >= 3 else { continue }
            if let fence = open {
                let isEnd = rest.allSatisfy(\.isBlank) && byte == fence.byte
                if isEnd, count >= fence.range.count { open = nil }
            } else if byte == UInt8(ascii: "~") || !rest.contains(byte) {
                open = (row, text.startIndex..<text.startIndex + count, byte)
            }
        }
        guard let open, lines.ranges.count - open.row > 2,
            !lines.ranges[open.row...].contains(where: isElision)
        else { return nil }
        return Finding(
            "the code block is not closed", at: open.range,
            fix:
                "write '\(String(decoding: text.code[open.range], as: UTF8.self))' after its last line"
        )
    }

    /// A line without the marks of quotes and items, and without their indentation.
    private func content(of line: Range<Int>) -> ArraySlice<UInt8> {
        text.code[line].drop { " \t>*+-".utf8.contains($0) }
    }

    private func isElision(_ line: Range<Int>) -> Bool {
        DataElision.elisionEnd(in: text.code, at: lines.trimmed(line).lowerBound) != nil
    }
}
