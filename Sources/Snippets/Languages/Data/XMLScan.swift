/// Checks that a text is well-formed XML (XML 1.0, section 2.1), or a part of such a text: several
/// elements, text around them, elisions. O(bytes), iterative.
struct XMLScan {
    private struct Element {
        let name: Range<Int>
        /// The start tag from `<` to the end of its name.
        let tag: Range<Int>
        /// Whether something was left out inside, perhaps end tags.
        var hasElision: Bool
        /// Whether the tag is a word of a sentence: `put it into <answer> tags`.
        var isMention = false
    }

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Element] = []
    private(set) var elisions = 0
    /// Whether tags of a template language are between those of the document: then it is unknown
    /// which elements are open.
    private(set) var hasTemplate = false
    private var hasElision = false
    private var endsInElision = false
    /// Whether there was an elision, or text, before on the same line and in the same element.
    private var isBehindElision = false
    private var isBehindText = false
    /// Whether text was before the current tag, on its line.
    private var isInText = false
    /// Whether anything but start tags was seen.
    private var hasContent = false
    private var hasStartTag = false
    /// `<your name>`, as long as no end tag has shown that it is a tag.
    private var suspects: [(name: Range<Int>, finding: Finding)] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The first fault; nil for well-formed text.
    mutating func run() -> Finding? {
        while position < bytes.count {
            if let finding = step() { return finding }
        }
        while open.last?.isMention == true { open.removeLast() }
        guard let innermost = open.last, !endsInElision, !innermost.hasElision, hasContent else {
            return nil
        }
        return XMLFindings.neverClosed(string(innermost.name), innermost.tag)
    }

    private mutating func step() -> Finding? {
        switch bytes[position] {
        case UInt8(ascii: "<"): return takeMarkup()
        case UInt8(ascii: "&"):
            guard let end = XMLTag.entityEnd(in: bytes, at: position) else {
                return XMLFindings.bareAmpersand(position)
            }
            takeText(to: end)
        case UInt8(ascii: "{"), UInt8(ascii: "$"):
            takeText(to: DataElision.templateEnd(in: bytes, at: position) ?? position + 1)
        case UInt8(ascii: "."), 0xE2:
            if !isBehindText, let end = DataElision.elisionEnd(in: bytes, at: position) {
                noteElision()
                position = end
            } else {
                takeText(to: position + 1)
            }
        case let byte:
            if byte == 0x0A {
                isBehindElision = false
                isBehindText = false
            }
            if XMLTag.isSpace(byte) { position += 1 } else { takeText(to: position + 1) }
        }
        return nil
    }

    private mutating func takeText(to end: Int) {
        hasContent = true
        isBehindText = true
        // Words after an elision on its line belong to it.
        if !isBehindElision { endsInElision = false }
        position = end
    }

    private mutating func noteElision(_ count: Int = 1) {
        elisions += count
        hasElision = true
        endsInElision = true
        isBehindElision = true
        if let last = open.indices.last { open[last].hasElision = true }
    }

    // MARK: Markup

    private mutating func takeMarkup() -> Finding? {
        let start = position
        let next = start + 1 < bytes.count ? bytes[start + 1] : 0
        isInText = isBehindText
        isBehindText = false
        if let end = XMLTag.templateEnd(in: bytes, at: start) {
            hasTemplate = true
            position = end
            return nil
        }
        switch next {
        case UInt8(ascii: "!"): return takeDeclaration()
        case UInt8(ascii: "?"): return takeInstruction()
        case UInt8(ascii: "/"): return takeEndTag()
        case let byte where XMLTag.isNameStart(byte) && !isElidedTag(start + 1):
            return takeStartTag()
        default:
            guard let end = elidedTagEnd(start + 1) else { return XMLFindings.bareLess(start) }
            noteElision()
            position = end
            return nil
        }
    }

    private func isElidedTag(_ name: Int) -> Bool {
        DataElision.elisionEnd(in: bytes, at: name) != nil
    }

    /// `<...>`.
    private func elidedTagEnd(_ name: Int) -> Int? {
        guard name < bytes.count, let end = DataElision.elisionEnd(in: bytes, at: name) else {
            return nil
        }
        return bytes[end...].prefix(200).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    private mutating func takeStartTag() -> Finding? {
        let isInText = self.isInText && position > 0 && XMLTag.isSpace(bytes[position - 1])
        let tag = XMLTag(bytes, at: position)
        let mark = position..<tag.name.upperBound
        if let fault = tag.fault { return fault }
        elisions += tag.elisions
        endsInElision = tag.endsInElision
        if tag.hasTemplate { hasTemplate = true }
        if tag.elisions > 0 { hasElision = true }
        position = max(tag.end, position + 1)
        hasStartTag = true
        if let finding = tag.bareWord {
            if suspects.count < 64 { suspects.append((tag.name, finding)) }
            return nil
        }
        if tag.isEmpty { hasContent = true }
        if tag.isClosed, !tag.isEmpty {
            let isBeforeText = bytes[tag.end...].first == 0x20
            open.append(
                Element(
                    name: tag.name, tag: mark, hasElision: false,
                    isMention: isInText && isBeforeText
                        && mark.count + 1 == tag.end - mark.lowerBound))
        }
        return nil
    }

    private mutating func takeEndTag() -> Finding? {
        let start = position
        if let end = elidedTagEnd(start + 2) {
            noteElision()
            position = end
            return nil
        }
        var end = start + 2
        while end < bytes.count, XMLTag.isNameByte(bytes[end]) { end += 1 }
        let name = (start + 2)..<end
        while end < bytes.count, XMLTag.isSpace(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">"), !name.isEmpty else {
            return XMLFindings.openTag(start..<name.upperBound)
        }
        position = end + 1
        defer {
            hasContent = true
            endsInElision = false
        }
        return close(name, at: start..<position)
    }

    private mutating func close(_ name: Range<Int>, at range: Range<Int>) -> Finding? {
        while let innermost = open.last {
            if isClosed(innermost, by: name) {
                open.removeLast()
                return nil
            }
            if innermost.isMention {
                open.removeLast()
                continue
            }
            if let suspect = suspects.last(where: { bytes[$0.name].elementsEqual(bytes[name]) }) {
                return suspect.finding
            }
            guard innermost.hasElision || isPlaceholder(innermost, before: range.lowerBound) else {
                return XMLFindings.mismatch(string(name), open: string(innermost.name), range)
            }
            open.removeLast()
            if let last = open.indices.last, innermost.hasElision { open[last].hasElision = true }
        }
        if let suspect = suspects.last(where: { bytes[$0.name].elementsEqual(bytes[name]) }) {
            return suspect.finding
        }
        // The tail of something longer has end tags without start tags.
        if hasElision || !hasStartTag { return nil }
        return XMLFindings.closesNothing(string(name), range)
    }

    /// Whether an end tag has the name of an element; `</x-slot>` of Blade closes `<x-slot:title>`.
    private func isClosed(_ element: Element, by name: Range<Int>) -> Bool {
        let own = bytes[element.name]
        if own.elementsEqual(bytes[name]) { return true }
        return bytes[name].starts(with: "x-".utf8) && own.starts(with: bytes[name])
            && own.dropFirst(name.count).first == UInt8(ascii: ":")
    }

    /// `<version><your-version></version>`, `<token><TOKEN></token>`: looks like an empty element,
    /// but its name describes the text to write there.
    private func isPlaceholder(_ element: Element, before end: Int) -> Bool {
        guard element.name.upperBound + 1 == end else { return false }
        let name = bytes[element.name]
        let isUpper = name.allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "-")
        }
        return isUpper && name.count >= 3 || name.starts(with: "your".utf8)
            || name.contains { $0 >= 0x80 }
    }

    /// `<?xml … ?>`, `<?php … ?>` (section 2.6).
    private mutating func takeInstruction() -> Finding? {
        let start = position
        let isDeclaration = bytes[start...].starts(with: "<?xml ".utf8)
        var index = start + 2
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "?"), bytes[index + 1] == UInt8(ascii: ">") {
                position = index + 2
                return nil
            }
            if isDeclaration, bytes[index] == UInt8(ascii: "<") { break }
            index += 1
        }
        return XMLFindings.open("the declaration", with: "?>", start..<(start + 2))
    }

    /// Comments, CDATA, DOCTYPE and declarations inside one (sections 2.5, 2.7, 2.8).
    private mutating func takeDeclaration() -> Finding? {
        let rest = bytes[position...]
        if rest.starts(with: "<!--".utf8) { return takeComment() }
        if rest.starts(with: "<![CDATA[".utf8) {
            guard let end = end(of: Array("]]>".utf8), from: position + 9) else {
                return XMLFindings.open("the CDATA section", with: "]]>", position..<(position + 9))
            }
            takeText(to: end)
            return nil
        }
        var depth = 0
        var quote: UInt8?
        for index in (position + 2)..<bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): quote = byte
            case UInt8(ascii: "'") where depth == 0: quote = byte
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0:
                position = index + 1
                return nil
            default: break
            }
        }
        return XMLFindings.open("the declaration", with: ">", position..<(position + 2))
    }

    private mutating func takeComment() -> Finding? {
        let start = position
        let text = start + 4
        guard let dashes = end(of: Array("--".utf8), from: text) else {
            return XMLFindings.open("the comment", with: "-->", start..<text)
        }
        guard dashes < bytes.count, bytes[dashes] == UInt8(ascii: ">") else {
            if end(of: Array("-->".utf8), from: text) == nil {
                return XMLFindings.open("the comment", with: "-->", start..<text)
            }
            return Finding("'--' is not allowed in a comment", at: (dashes - 2)..<dashes)
        }
        if DataElision.isElision(comment: bytes[text..<(dashes - 2)]) { noteElision() }
        position = dashes + 1
        return nil
    }

    private func end(of text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + text.count <= bytes.count {
            if bytes[index] == text[0], bytes[index..<(index + text.count)].elementsEqual(text) {
                return index + text.count
            }
            index += 1
        }
        return nil
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
