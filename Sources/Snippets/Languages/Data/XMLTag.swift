import Text

/// Reads one start tag of XML (XML 1.0, section 3.1) with authors' additions: `...` in place of
/// attributes, placeholders, tags of template languages. O(length of the tag).
struct XMLTag {
    /// The element's name.
    private(set) var name = 0..<0
    /// The position after `>`, or where reading stopped.
    private(set) var end: Int
    /// `<a/>`.
    private(set) var isEmpty = false
    private(set) var elisions = 0
    /// Whether its last part is an elision.
    private(set) var endsInElision = false
    /// Whether it holds tags of a template language, `<#if x>`.
    private(set) var hasTemplate = false
    /// Whether it ends with `>`.
    private(set) var isClosed = false
    /// A word without a value where attributes need one: `<your name>` may not be a tag.
    private(set) var bareWord: Finding?
    /// Its fault.
    private(set) var fault: Finding?

    private let bytes: [UInt8]
    private let start: Int
    private var names: [Range<Int>] = []
    private var hasValue = false

    /// - Precondition: `<` and the first byte of a name are at `start`.
    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        self.start = start
        end = start + 1
        name = takeName()
        while fault == nil, !isClosed, end < bytes.count {
            if !step() { break }
        }
        if fault == nil, let bareWord, hasValue { fault = bareWord }
        if !isClosed, fault == nil, !endsInElision, !hasTemplate { fault = openTag }
    }

    private var openTag: Finding { XMLFindings.openTag(start..<name.upperBound) }

    /// Reads an attribute, a gap or the end of the tag; false: the tag stops here unclosed.
    private mutating func step() -> Bool {
        let before = end
        while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 }
        guard end < bytes.count else { return false }
        if takeGap() { return true }
        switch bytes[end] {
        case UInt8(ascii: ">"):
            end += 1
            isClosed = true
        case UInt8(ascii: "/"):
            end += 1
            isEmpty = end < bytes.count && bytes[end] == UInt8(ascii: ">")
            if !isEmpty { fault = openTag }
        case UInt8(ascii: "<"):
            return false
        case let byte where byte >= 0x80 && WideMark.plain(of: scalar(end)) != nil:
            fault = XMLFindings.unquoted(end..<scalarEnd(end), in: bytes)
        case let byte where Self.isNameStart(byte):
            if before == end, !endsInElision {
                fault = Finding("a space must part attributes", at: end..<scalarEnd(end))
            }
            takeAttribute()
        default:
            let range = end..<scalarEnd(end)
            let text = String(decoding: bytes[range], as: UTF8.self)
            fault = Finding("'\(text)' is not allowed in a tag", at: range)
        }
        return true
    }

    /// Reads `...`, `{{ x }}`, `<%= x %>`, `<#if x>`.
    private mutating func takeGap() -> Bool {
        if let gap = DataElision.elisionEnd(in: bytes, at: end) {
            end = gap
            elisions += 1
            endsInElision = true
            return true
        }
        if let gap = Self.templateEnd(in: bytes, at: end) {
            end = gap
            hasTemplate = true
            return true
        }
        if bytes[end] == UInt8(ascii: "{") || bytes[end] == UInt8(ascii: "$"),
            let gap = DataElision.placeholderEnd(in: bytes, at: end)
        {
            end = gap
            hasTemplate = true
            return true
        }
        return false
    }

    private mutating func takeAttribute() {
        endsInElision = false
        let name = takeName()
        let text = String(decoding: bytes[name], as: UTF8.self)
        if let mark = wideMark(in: name) {
            fault = XMLFindings.unquoted(mark, in: bytes)
            return
        }
        skipSpaces()
        guard end < bytes.count, bytes[end] == UInt8(ascii: "=") else {
            bareWord = bareWord ?? XMLFindings.noValue(text, name)
            end = name.upperBound
            return
        }
        hasValue = true
        end += 1
        skipSpaces()
        // Bounded: the names are compared one by one.
        if names.count < 64 {
            if names.contains(where: { bytes[$0].elementsEqual(bytes[name]) }) {
                fault = XMLFindings.given(twice: text, name)
                return
            }
            names.append(name)
        }
        takeValue()
    }

    private mutating func takeValue() {
        guard end < bytes.count else {
            fault = openTag
            return
        }
        let quote = bytes[end]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            if takeGap() { return }
            if let gap = DataElision.placeholderEnd(in: bytes, at: end) {
                end = gap
                return
            }
            fault = XMLFindings.unquoted(end..<scalarEnd(end), in: bytes)
            return
        }
        let opening = end
        end += 1
        while end < bytes.count, bytes[end] != quote {
            if let problem = takeValueByte(opening) {
                fault = problem
                return
            }
        }
        if end == bytes.count {
            fault = XMLFindings.openQuote(opening)
        } else {
            end += 1
        }
    }

    private mutating func takeValueByte(_ opening: Int) -> Finding? {
        switch bytes[end] {
        case UInt8(ascii: "<"):
            if let gap = Self.templateEnd(in: bytes, at: end)
                ?? DataElision.placeholderEnd(in: bytes, at: end),
                !bytes[end..<gap].contains(bytes[opening])
            {
                end = gap
                return nil
            }
            return bytes[opening..<end].contains(0x0A)
                ? XMLFindings.openQuote(opening) : XMLFindings.bareLess(end)
        case UInt8(ascii: "&"):
            guard let entity = Self.entityEnd(in: bytes, at: end) else {
                return XMLFindings.bareAmpersand(end)
            }
            end = entity
        case UInt8(ascii: "{"), UInt8(ascii: "$"):
            end = DataElision.templateEnd(in: bytes, at: end) ?? end + 1
        default: end += 1
        }
        return nil
    }

    // MARK: Bytes

    private mutating func takeName() -> Range<Int> {
        let start = end
        while end < bytes.count, Self.isNameByte(bytes[end]) {
            if end > start, DataElision.elisionEnd(in: bytes, at: end) != nil { break }
            end += 1
        }
        return start..<end
    }

    /// Full-width marks are not letters, although they are not ASCII either.
    private func wideMark(in name: Range<Int>) -> Range<Int>? {
        var index = name.lowerBound
        while index < name.upperBound {
            let end = scalarEnd(index)
            if bytes[index] >= 0x80, WideMark.plain(of: scalar(index)) != nil { return index..<end }
            index = end
        }
        return nil
    }

    private mutating func skipSpaces() {
        while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 }
    }

    private func scalar(_ start: Int) -> String {
        String(decoding: bytes[start..<scalarEnd(start)], as: UTF8.self)
    }

    private func scalarEnd(_ start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, end < start + 4 { end += 1 }
        return end
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
            || byte >= 0x80
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        DataElision.isNameByte(byte) || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    /// The end of `&amp;`, `&#38;` or `&#x26;` that begins at `start`; valid names depend on the
    /// document's type, so any name is accepted.
    static func entityEnd(in bytes: [UInt8], at start: Int) -> Int? {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
        let name = index
        let last = min(bytes.count, start + 64)
        while index < last, isNameByte(bytes[index]) { index += 1 }
        guard index > name, index < bytes.count, bytes[index] == UInt8(ascii: ";") else {
            return nil
        }
        return index + 1
    }

    /// The end of `<% … %>`, `<#if …>`, `</#if>` or `<@x …>`: JSP, ERB and FreeMarker.
    static func templateEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "<") else { return nil }
        var mark = bytes[start + 1]
        if mark == UInt8(ascii: "/") { mark = bytes[start + 2] }
        let isBlock = mark == UInt8(ascii: "%")
        guard isBlock || mark == UInt8(ascii: "#") || mark == UInt8(ascii: "@") else { return nil }
        var index = start + 2
        let last = min(bytes.count, start + 2000)
        while index < last {
            if bytes[index] == UInt8(ascii: ">"), !isBlock || bytes[index - 1] == mark {
                return index + 1
            }
            index += 1
        }
        return nil
    }
}
