extension LanguageCheck {
    /// The shape of HTML: comments, tags and quotes in tags end, and no single element is left open
    /// or closed twice; see ``HTMLNesting``. Components of Vue and Svelte are read as the HTML that they
    /// are around their scripts.
    static let html = LanguageCheck("html", "vue", "svelte") { text in
        var scan = HTMLScan(text.code)
        if let finding = scan.run() {
            return Examination(.rejected([finding], .shape), elisions: scan.elisions)
        }
        if scan.elisions == 0, !scan.hasTemplates, let finding = scan.nesting.finding {
            return Examination(.rejected([finding], .shape))
        }
        return Examination(.accepted(.shape), elisions: scan.elisions)
    }
}

/// Finds unclosed comments, tags and quotes (HTML, section 13.2.5), past the tags of template
/// languages. O(bytes).
private struct HTMLScan {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var elisions = 0
    /// Whether there are tags of a template language, which may begin elements in one branch only.
    private(set) var hasTemplates = false
    private(set) var nesting: HTMLNesting

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        nesting = HTMLNesting(bytes)
    }

    mutating func run() -> Finding? {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") {
                if let finding = takeMarkup() { return finding }
            } else if takeTemplate() {
                continue
            } else {
                if leavesOut || opensBlock { nesting.giveUp() }
                position += 1
            }
        }
        return nil
    }

    /// Whether `...` between tags, or alone on a line, begins here.
    private var leavesOut: Bool {
        guard bytes[position] == UInt8(ascii: ".") || bytes[position] == 0xE2,
            let end = DataElision.elisionEnd(in: bytes, at: position)
        else { return false }
        let before = bytes[..<position].last { $0 != 0x20 && $0 != 0x09 } ?? 0x0A
        let after = bytes[end...].first { $0 != 0x20 && $0 != 0x09 } ?? 0x0A
        return (before == 0x0A || before == UInt8(ascii: ">"))
            && (after == 0x0A || after == UInt8(ascii: "<"))
    }

    /// Whether a block of Svelte begins, goes on or ends here, which may hold a tag without its end:
    /// `{#if a}`, `{:else}`, `{/if}`.
    private var opensBlock: Bool {
        bytes[position] == UInt8(ascii: "{") && position + 1 < bytes.count
            && "#:/@".utf8.contains(bytes[position + 1])
    }

    /// Reads `{{ … }}`, `{% … %}`, `<% … %>`, `<#if …>`, `<?php … ?>`, anywhere.
    private mutating func takeTemplate() -> Bool {
        if let end = DataElision.templateEnd(in: bytes, at: position)
            ?? XMLTag.templateEnd(in: bytes, at: position)
        {
            // `{{ name }}` is a text; the others may be statements.
            if !bytes[position...].starts(with: "{{".utf8) { hasTemplates = true }
            position = end
            return true
        }
        guard bytes[position...].starts(with: "<?".utf8) else { return false }
        hasTemplates = true
        position = end(of: "?>", from: position + 2) ?? bytes.count
        return true
    }

    private mutating func takeMarkup() -> Finding? {
        if takeTemplate() { return nil }
        let start = position
        if bytes[start...].starts(with: "<!--".utf8) {
            guard let end = end(of: "-->", from: start + 4) else {
                return XMLFindings.open("the comment", with: "-->", start..<(start + 4))
            }
            if DataElision.isElision(comment: bytes[(start + 4)..<end]) { elisions += 1 }
            position = end
            return nil
        }
        var name = start + 1
        let isEnd = name < bytes.count && bytes[name] == UInt8(ascii: "/")
        if isEnd { name += 1 }
        guard name < bytes.count, bytes[name].isLetter else {
            position += 1
            return nil
        }
        return takeTag(from: start, name: name, isEnd: isEnd)
    }

    private mutating func takeTag(from start: Int, name: Int, isEnd: Bool) -> Finding? {
        position = name
        while position < bytes.count, XMLTag.isNameByte(bytes[position]) { position += 1 }
        let name = name..<position
        var isLenient = false
        var suspect: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if takeTemplate() {
                isLenient = true
                continue
            }
            if let end = DataElision.elisionEnd(in: bytes, at: position) {
                elisions += 1
                isLenient = true
                position = end
                continue
            }
            switch byte {
            case UInt8(ascii: ">"):
                let isSelfClosing = bytes[position - 1] == UInt8(ascii: "/")
                position += 1
                if isEnd {
                    nesting.close(name, at: start..<position)
                } else if !isSelfClosing {
                    nesting.open(name, at: start..<position)
                    skipRawText(of: name)
                }
                return nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard isValueStart else {
                    position += 1
                    continue
                }
                let opening = position
                guard let end = valueEnd(from: opening) else {
                    nesting.giveUp()
                    return isLenient ? nil : XMLFindings.openQuote(suspect ?? opening)
                }
                if suspect == nil, holdsTag(opening..<end) { suspect = opening }
                position = end
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
                isLenient = true
                position += 1
            case UInt8(ascii: "<"):
                if !isLenient, !isTemplateTag(position) {
                    return XMLFindings.openTag(start..<name.upperBound)
                }
                nesting.giveUp()
                return nil
            default: position += 1
            }
        }
        nesting.giveUp()
        return isLenient ? nil : XMLFindings.openTag(start..<name.upperBound)
    }

    /// Whether `=` precedes the position.
    private var isValueStart: Bool {
        bytes[..<position].last { !XMLTag.isSpace($0) } == UInt8(ascii: "=")
    }

    /// The position after the quote that ends a value, past template tags that contain quotes
    /// themselves.
    private func valueEnd(from opening: Int) -> Int? {
        var index = opening + 1
        while index < bytes.count {
            if bytes[index] == bytes[opening] { return index + 1 }
            if let end = DataElision.templateEnd(in: bytes, at: index)
                ?? XMLTag.templateEnd(in: bytes, at: index)
            {
                index = end
            } else {
                index += 1
            }
        }
        return nil
    }

    private func holdsTag(_ range: Range<Int>) -> Bool {
        bytes[range].contains(UInt8(ascii: ">")) && bytes[range].contains(0x0A)
    }

    /// `<option <c:if test="…">selected</c:if>>`, as in JSP.
    private func isTemplateTag(_ start: Int) -> Bool {
        let name = bytes[(start + 1)...].prefix { XMLTag.isNameByte($0) }
        return name.contains(UInt8(ascii: ":"))
    }

    /// The content of `<script>` and `<style>` is not HTML.
    private mutating func skipRawText(of name: Range<Int>) {
        for raw in ["script", "style", "textarea", "title"] where name.count == raw.utf8.count {
            guard zip(bytes[name], raw.utf8).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
            let end = Array("</".utf8) + Array(raw.utf8)
            var index = position
            while index + end.count <= bytes.count {
                if bytes[index] == end[0], matches(end, at: index) {
                    position = index
                    return
                }
                index += 1
            }
            position = bytes.count
        }
    }

    private func matches(_ text: [UInt8], at start: Int) -> Bool {
        for offset in 0..<text.count {
            let byte = bytes[start + offset]
            if byte != text[offset], byte | 0x20 != text[offset] { return false }
        }
        return true
    }

    private func end(of text: String, from start: Int) -> Int? {
        let text = Array(text.utf8)
        var index = start
        while index + text.count <= bytes.count {
            if bytes[index] == text[0], matches(text, at: index) { return index + text.count }
            index += 1
        }
        return nil
    }
}
