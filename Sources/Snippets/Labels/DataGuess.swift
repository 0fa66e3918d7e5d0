import Languages

/// Recognizes JSON, TOML, INI and YAML, which have one shape from the first line to the last.
struct DataGuess {
    /// The name; empty if the text is almost one of them; nil if it is not.
    private(set) var language: String?

    private let code: [UInt8]
    /// The non-blank lines, with and without their indentation.
    private let lines: [ArraySlice<UInt8>]
    private let texts: [ArraySlice<UInt8>]

    /// O(bytes).
    init(_ code: [UInt8], _ lines: [ArraySlice<UInt8>]) {
        self.code = code
        self.lines = lines
        texts = lines.map(\.withoutBlanks)
        language = json() ?? settings() ?? yaml()
    }

    // MARK: JSON

    /// The bytes of JSON outside its strings.
    private static let plain = Set("{}[],:-+.0123456789truefalsnE \t\r\n".utf8)

    private func json() -> String? {
        guard opensWithMember, let syntax = Language.named("json")?.syntax else { return nil }
        let regions = CodeRegions(code, syntax)
        let isPlain = regions.code.allSatisfy { code[$0].allSatisfy(Self.plain.contains) }
        return isPlain && !regions.isOpen ? "json" : ""
    }

    /// `{ "key" :` or `[{ "key" :` at the start, and the same bracket at the end.
    private var opensWithMember: Bool {
        guard let open = texts.first?.first, let last = code.last(where: { $0 > 0x20 }),
            open == UInt8(ascii: "{") && last == UInt8(ascii: "}")
                || open == UInt8(ascii: "[") && last == UInt8(ascii: "]"),
            code.prefix(64).contains(UInt8(ascii: "{"))
        else { return false }
        let inner = code[...].drop {
            $0 <= 0x20 || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{")
        }
        guard inner.first == UInt8(ascii: "\""),
            let close = inner.dropFirst().firstIndex(of: UInt8(ascii: "\""))
        else { return false }
        return inner[(close + 1)...].first { $0 > 0x20 } == UInt8(ascii: ":")
    }

    // MARK: TOML and INI

    /// `[section]` and `key = value` on every line, and nothing else.
    private func settings() -> String? {
        guard texts.count >= 2, texts.contains(where: Self.isSection) else { return nil }
        var isTOML = texts.contains { $0.begins("[[") }
        var isINI = false
        for text in texts where !text.begins("#") && !text.begins(";") && !Self.isSection(text) {
            guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let key = text[..<equals].withoutBlanks
            guard !key.isEmpty, key.word(with: "-_. \"").count == key.count else { return nil }
            let value = text[(equals + 1)...].withoutBlanks
            if value.begins("\"") || value.begins("[") {
                isTOML = true
            } else if !value.elementsEqual("true".utf8), !value.elementsEqual("false".utf8),
                !value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
            {
                isINI = true
            }
        }
        if isTOML == isINI { return texts.allSatisfy(Self.isSection) ? nil : "" }
        return isTOML ? "toml" : "ini"
    }

    private static func isSection(_ text: ArraySlice<UInt8>) -> Bool {
        text.begins("[") && text.last == UInt8(ascii: "]")
            && !text.dropFirst().word(with: "[_").isEmpty
            && !text.contains(UInt8(ascii: ",")) && !text.contains(UInt8(ascii: "="))
    }

    // MARK: YAML

    /// Nested `key: value` and `- item` on every line, and nothing else. Lines without nesting
    /// could be a head of HTTP.
    private func yaml() -> String? {
        var keys = 0
        var isNested = false
        var isSure = texts.contains { $0.begins("apiVersion: ") || $0.begins("---") }
        // The indentation of a key whose text is on the lines below: `key: |`.
        var scalar: Int?
        var item: Int?
        for (line, text) in zip(lines, texts) where !text.begins("#") && !text.begins("---") {
            let indent = text.startIndex - line.startIndex
            if let outer = scalar {
                if indent > outer { continue }
                scalar = nil
            }
            var text = text
            let isItem = text.begins("- ")
            // `- name: x` with further keys below it.
            if !isItem, let outer = item, indent == outer + 2 { isSure = true }
            if isItem { item = indent }
            while text.begins("- ") { text = text.dropFirst(2).withoutBlanks }
            let key = text.word(with: "-_./\"'")
            let rest = text.dropFirst(key.count)
            let isKey = !key.isEmpty && (rest.begins(": ") || rest.elementsEqual(":".utf8))
            guard isKey || isItem, text.last != UInt8(ascii: ";"), text.last != UInt8(ascii: "{")
            else { return nil }
            guard isKey else { continue }
            keys += 1
            let opener = rest.dropFirst().withoutBlanks
            if let sign = opener.first, "|>".utf8.contains(sign), opener.count < 4 {
                scalar = indent
            }
            isNested = isNested || isItem || line.first == 0x20
            isSure = isSure || rest.count == 1 && keys > 1
        }
        return keys >= 3 && isNested && isSure ? "yaml" : nil
    }
}
