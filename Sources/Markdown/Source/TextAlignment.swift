import Text

/// Aligns a text of the tree with what its author wrote: escapes, character references and the
/// plain signs that `smart` replaces.
struct TextAlignment {
    private let source: [UInt8]
    private let limit: Int

    init(_ source: [UInt8], before limit: Int) {
        self.source = source
        self.limit = min(limit, source.count)
    }

    /// Whether `text` is at an offset of the source.
    func stands(_ text: ArraySlice<UInt8>, at offset: Int) -> Bool {
        match(text, at: offset).isWhole
    }

    /// The end of `text`, which begins at an offset; as far as it could be followed.
    func end(of text: ArraySlice<UInt8>, from offset: Int) -> Int {
        match(text, at: offset).end
    }

    private func match(_ text: ArraySlice<UInt8>, at offset: Int) -> (isWhole: Bool, end: Int) {
        var i = text.startIndex
        var at = offset
        while i < text.endIndex {
            guard at < limit else { return (false, at) }
            let byte = source[at]
            if byte == .ampersand,
                let close = CharacterReference.end(in: source, at: at, before: limit)
            {
                // `&amp;` represents one scalar; a lone `&` represents itself.
                i = scalarEnd(text, i)
                at = close
            } else if byte == text[i] {
                // In `\*` both are text if the backslash escapes nothing.
                i += 1
                at += 1
            } else if byte == .backslash, at + 1 < limit, source[at + 1] == text[i] {
                i += 1
                at += 2
            } else if text[i] >= 0x80, let width = plainWidth(of: text, i, at) {
                i = scalarEnd(text, i)
                at += width
            } else {
                return (false, at)
            }
        }
        return (true, at)
    }

    private func scalarEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
        var i = start + 1
        while i < text.endIndex, text[i] & 0xC0 == 0x80 { i += 1 }
        return i
    }

    /// How many bytes an author writes for a sign of `smart`, `"` for `“`, `...` for `…`, or for
    /// that of a control character.
    private func plainWidth(of text: ArraySlice<UInt8>, _ i: Int, _ at: Int) -> Int? {
        let controls = ControlCharacters.width(at: at, in: source[...])
        if controls > 0 { return controls }
        guard i + 2 < text.endIndex, text[i] == 0xE2, text[i + 1] == 0x80 else { return nil }
        switch (text[i + 2], source[at]) {
        case (0x9C, .quote), (0x9D, .quote), (0x98, .apostrophe), (0x99, .apostrophe): return 1
        case (0x93, .hyphen): return 2
        case (0x94, .hyphen), (0xA6, .period): return 3
        default: return nil
        }
    }
}
