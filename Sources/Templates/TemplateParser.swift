import Text

/// Turns a template's text into nodes: matches sections with their ends, and removes lines with
/// nothing but a tag.
///
/// Syntax after mustache(5) and mustache/spec 1.4. Text and tags in, nodes out:
///
///     <ul>⏎{{#posts}}⏎  <li>{{title}}</li>⏎{{/posts}}⏎</ul>
///     line text, section posts, line text variable text, end, line text
struct TemplateParser {
    private struct OpenTag {
        let tag: MustacheTag
        let sigil: ScannedTag.Sigil
        let range: Range<Int>
        /// The node to patch when the tag is closed.
        let node: Int
    }

    private static let maximumNesting = 200
    private static let maximumProblems = 100

    private let source: TemplateSource
    private let bytes: [UInt8]
    private var scanner: TagScanner
    private var nodes: [TemplateNode] = []
    private var openTags: [OpenTag] = []
    private var problems: [TemplateProblem] = []
    /// The nodes cover everything before this.
    private var position = 0

    private init(_ source: TemplateSource) {
        self.source = source
        bytes = source.bytes
        scanner = TagScanner(source.bytes)
    }

    /// Parses the whole text; continues after a mistake, so that all are reported, and returns no
    /// nodes if there was one. Linear in the length of the text.
    static func parse(_ source: TemplateSource) -> ParsedTemplate {
        var parser = TemplateParser(source)
        parser.parse()
        return ParsedTemplate(
            source: source, nodes: parser.problems.isEmpty ? parser.nodes : [],
            problems: parser.problems)
    }

    private mutating func parse() {
        var searchStart = 0
        while problems.count < Self.maximumProblems, let found = scanner.next(from: searchStart) {
            switch found {
            case .malformed(let range, let message, let resume):
                report(range, message)
                guard let resume else { return }
                searchStart = resume
            case .tag(let scanned):
                read(scanned)
                searchStart = max(scanned.range.upperBound, position)
            }
            if openTags.count > Self.maximumNesting {
                return report(
                    openTags[openTags.count - 1].range,
                    "tags nest deeper than \(Self.maximumNesting)")
            }
        }
        appendText(upTo: bytes.count, isBeforeTag: false)
        for tag in openTags.prefix(Self.maximumProblems) {
            report(tag.range, "'\(tag.tag.name)' is not closed", hint: "add {{/\(tag.tag.name)}}")
        }
    }

    private mutating func read(_ scanned: ScannedTag) {
        switch scanned.sigil {
        case .comment:
            skipAlone(scanned.range)
        case .delimiters:
            skipAlone(scanned.range)
            if !scanner.setDelimiters(scanned.content) {
                report(
                    scanned.range, "a change of delimiters takes two words without '='",
                    hint: "write {{=<% %>=}}")
            }
        case .variable, .unescaped:
            guard let tag = tag(scanned, isPath: true) else { return }
            appendText(upTo: scanned.range.lowerBound, isBeforeTag: true)
            nodes.append(.variable(tag, isEscaped: scanned.sigil == .variable))
            position = scanned.range.upperBound
        case .section, .inverted:
            guard let tag = tag(scanned, isPath: true) else { return }
            skipAlone(scanned.range)
            push(tag, scanned)
            nodes.append(.section(tag, isInverted: scanned.sigil == .inverted, end: 0))
        case .partial:
            guard let tag = tag(scanned, isPath: false) else { return }
            nodes.append(.partial(tag, indent: skipAlone(scanned.range)))
        case .parent:
            guard let tag = tag(scanned, isPath: false) else { return }
            let indent = indent(before: scanned.range.lowerBound)
            if let indent {
                appendText(upTo: indent.lowerBound, isBeforeTag: false)
            } else {
                appendText(upTo: scanned.range.lowerBound, isBeforeTag: true)
            }
            position = scanned.range.upperBound
            push(tag, scanned)
            nodes.append(.parent(tag, indent: indent, isStandalone: false, end: 0))
        case .block:
            guard let tag = tag(scanned, isPath: false) else { return }
            openBlock(tag, scanned)
        case .close:
            guard let tag = tag(scanned, isPath: false) else { return }
            closeTag(tag, scanned)
        }
    }

    // MARK: Blocks

    private mutating func openBlock(_ tag: MustacheTag, _ scanned: ScannedTag) {
        let indent = indent(before: scanned.range.lowerBound)
        let isOverride = openTags.last?.sigil == .parent
        let lineEnd = lineEnd(behind: scanned.range.upperBound)
        let block: TemplateBlock
        if let lineEnd, isOverride || indent != nil {
            appendText(upTo: indent?.lowerBound ?? scanned.range.lowerBound, isBeforeTag: false)
            position = lineEnd
            block = TemplateBlock(tag: tag, startsLine: true, indent: firstIndent(from: lineEnd))
        } else {
            appendText(upTo: scanned.range.lowerBound, isBeforeTag: true)
            position = scanned.range.upperBound
            block = TemplateBlock(tag: tag, startsLine: false, indent: isOverride ? nil : indent)
        }
        push(tag, scanned)
        nodes.append(.block(block, end: 0))
    }

    /// The white space before the first content at or after a line's start.
    private func firstIndent(from lineStart: Int) -> Range<Int> {
        var start = lineStart
        while start < bytes.count {
            let end = indentEnd(from: start)
            guard let next = lineEnd(behind: end), next < bytes.count else { return start..<end }
            start = next
        }
        return start..<start
    }

    // MARK: Ends

    private mutating func closeTag(_ tag: MustacheTag, _ scanned: ScannedTag) {
        guard let index = openTags.lastIndex(where: { $0.tag.name == tag.name }) else {
            let innermost = openTags.last?.tag.name
            let hint = innermost.map { "the innermost open tag is '\($0)'" }
            return report(scanned.range, "'/\(tag.name)' closes nothing", hint: hint)
        }
        for open in openTags[(index + 1)...] {
            report(
                open.range, "'\(open.tag.name)' is not closed before '/\(tag.name)'",
                hint: "add {{/\(open.tag.name)}}")
        }
        let open = openTags[index]
        openTags.removeSubrange(index...)
        let isOverride = open.sigil == .block && openTags.last?.sigil == .parent
        switch nodes[open.node] {
        case .section(let tag, let isInverted, _):
            skipAlone(scanned.range)
            nodes[open.node] = .section(tag, isInverted: isInverted, end: nodes.count)
            nodes.append(.sectionEnd)
        case .block(let block, _):
            closeBlock(block, at: open.node, scanned, isOverride: isOverride)
        case .parent(let tag, let indent, _, _):
            appendText(upTo: scanned.range.lowerBound, isBeforeTag: false)
            let lineEnd = indent == nil ? nil : lineEnd(behind: scanned.range.upperBound)
            position = lineEnd ?? scanned.range.upperBound
            nodes[open.node] = .parent(
                tag, indent: indent, isStandalone: lineEnd != nil, end: nodes.count)
            nodes.append(.parentEnd)
        default:
            break
        }
    }

    private mutating func closeBlock(
        _ block: TemplateBlock, at node: Int, _ scanned: ScannedTag, isOverride: Bool
    ) {
        var block = block
        if isOverride, let indent = indent(before: scanned.range.lowerBound) {
            // The rest of this line belongs to the parent's tags, which write nothing.
            appendText(upTo: indent.lowerBound, isBeforeTag: false)
            position = scanned.range.upperBound
        } else {
            skipAlone(scanned.range)
        }
        if block.startsLine, nodes.count == node + 1 {
            let start = openTagIndent(of: block)
            block = TemplateBlock(tag: block.tag, startsLine: true, indent: start)
        }
        nodes[node] = .block(block, end: nodes.count)
        nodes.append(.blockEnd)
    }

    /// The white space before a block's opening tag; empty if anything else precedes it.
    private func openTagIndent(of block: TemplateBlock) -> Range<Int> {
        var start = block.tag.range.lowerBound
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start..<indentEnd(from: start)
    }

    // MARK: Text and lines

    /// Appends the text before a tag; if the tag is alone on its line, without the line. Returns
    /// the white space before it in that case.
    @discardableResult
    private mutating func skipAlone(_ tag: Range<Int>) -> Range<Int>? {
        if let indent = indent(before: tag.lowerBound), let end = lineEnd(behind: tag.upperBound) {
            appendText(upTo: indent.lowerBound, isBeforeTag: false)
            position = end
            return indent
        }
        appendText(upTo: tag.lowerBound, isBeforeTag: true)
        position = tag.upperBound
        return nil
    }

    private mutating func appendText(upTo end: Int, isBeforeTag: Bool) {
        while position < end {
            if isLineStart(position) {
                let indentEnd = min(indentEnd(from: position), end)
                appendLine(position..<indentEnd)
                position = indentEnd
            }
            let start = position
            while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            if position < end { position += 1 }
            if start < position { nodes.append(.text(start..<position)) }
        }
        if isBeforeTag, isLineStart(end) { appendLine(end..<end) }
    }

    private mutating func appendLine(_ indent: Range<Int>) {
        let rest = bytes[indent.upperBound...]
        let isBlank =
            rest.first == UInt8(ascii: "\n")
            || rest.starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
        nodes.append(.line(indent: indent, isBlank: isBlank))
    }

    private func isLineStart(_ position: Int) -> Bool {
        position == 0 || bytes[position - 1] == UInt8(ascii: "\n")
    }

    private func indentEnd(from start: Int) -> Int {
        bytes[start...].firstIndex { !$0.isTemplateIndent } ?? bytes.count
    }

    /// The white space between the start of a line and `position`; nil if anything else is there.
    private func indent(before position: Int) -> Range<Int>? {
        var start = position
        while start > 0, bytes[start - 1].isTemplateIndent { start -= 1 }
        return isLineStart(start) ? start..<position : nil
    }

    /// The start of the next line if only white space is left on this one; otherwise nil.
    private func lineEnd(behind position: Int) -> Int? {
        var end = indentEnd(from: position)
        if end == bytes.count { return end }
        if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
        return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }

    // MARK: Names

    private mutating func push(_ tag: MustacheTag, _ scanned: ScannedTag) {
        openTags.append(
            OpenTag(tag: tag, sigil: scanned.sigil, range: scanned.range, node: nodes.count))
    }

    private mutating func tag(_ scanned: ScannedTag, isPath: Bool) -> MustacheTag? {
        let content = bytes[scanned.content]
        let name = String(decoding: content, as: UTF8.self)
        if content.isEmpty {
            report(scanned.range, "a tag has no name")
        } else if content.contains(where: \.isNeverInTemplateName) {
            report(scanned.content, "'\(name)' is not a name")
        } else if isPath, name != ".", hasEmptyStep(name) {
            report(scanned.content, "'\(name)' has a dot without a name beside it")
        } else {
            return MustacheTag(name: name, range: scanned.content)
        }
        return nil
    }

    private func hasEmptyStep(_ name: String) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .contains(where: \.isEmpty)
    }

    private mutating func report(_ range: Range<Int>, _ message: String, hint: String? = nil) {
        problems.append(TemplateProblem(.syntax, at: source.place(range), message, hint: hint))
    }
}

extension UInt8 {
    /// White space, braces and control characters.
    fileprivate var isNeverInTemplateName: Bool {
        self <= 0x20 || self == 0x7F || self == UInt8(ascii: "{") || self == UInt8(ascii: "}")
    }
}
