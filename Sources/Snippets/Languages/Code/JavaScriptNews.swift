/// Syntax that is younger than the esbuild of a stable distribution, said in older words of the same
/// length.
enum JavaScriptNews {
    /// Import attributes become blanks, `using x =` becomes `const x =`, and the word in
    /// `accessor x` goes. O(bytes).
    static func rewrite(_ code: inout [UInt8]) {
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            rewriteLine(&code, start..<end)
            start = end + 1
        }
    }

    private static func rewriteLine(_ code: inout [UInt8], _ line: Range<Int>) {
        let text = code[line].drop { $0 == 0x20 || $0 == 0x09 }
        for word in ["import ", "export "] where text.starts(with: word.utf8) {
            blankAttributes(&code, text)
        }
        if let place = keyword("using", in: text, before: "=") {
            code.replaceSubrange(place, with: "const".utf8)
            let before = code[line.lowerBound..<place.lowerBound]
            if before.suffix(6).elementsEqual("await ".utf8) {
                for index in before.suffix(6).indices { code[index] = 0x20 }
            }
        } else if let place = keyword("accessor", in: text, before: nil) {
            for index in place { code[index] = 0x20 }
        }
    }

    /// `import a from "a.json" with { type: "json" };`.
    private static func blankAttributes(_ code: inout [UInt8], _ text: ArraySlice<UInt8>) {
        let mark = Array(" with {".utf8)
        guard let quote = text.firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
            let place = text[quote...].firstRange(of: mark),
            let close = text[place.upperBound...].firstIndex(of: UInt8(ascii: "}"))
        else { return }
        for index in place.lowerBound...close { code[index] = 0x20 }
    }

    /// The place of a word that begins a line, or follows `await` or a brace there, and goes before
    /// a name.
    private static func keyword(
        _ word: String, in text: ArraySlice<UInt8>, before operator: String?
    ) -> Range<Int>? {
        var rest = text
        if rest.first == UInt8(ascii: "@"), let place = rest.firstRange(of: " \(word) ".utf8) {
            // `@property() accessor title`.
            rest = rest[(place.lowerBound + 1)...]
        }
        for lead in ["{ ", "await ", "static "] where rest.starts(with: lead.utf8) {
            rest = rest.dropFirst(lead.utf8.count)
        }
        guard rest.starts(with: word.utf8) else { return nil }
        let start = rest.startIndex
        let behind = rest.dropFirst(word.utf8.count)
        let name = behind.drop { $0 == 0x20 }
        guard name.startIndex > behind.startIndex, name.first?.isNameStart ?? false else {
            return nil
        }
        if let `operator` {
            let next = name.drop { $0.isWord }.drop { $0 == 0x20 }
            guard next.starts(with: `operator`.utf8), !next.starts(with: "==".utf8) else {
                return nil
            }
        }
        return start..<start + word.utf8.count
    }
}
