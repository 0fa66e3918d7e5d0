import Languages
import Text

/// Separates code from strings and comments, by a language's ``Languages/LexicalSyntax``.
///
/// For text that is invalid or incomplete it is a guess: an unclosed string of one line ends with
/// its line; an unclosed string of several lines, or comment, extends to the end.
struct CodeRegions {
    /// The ranges of code, in order and without gaps: strings with their quotes and comments are
    /// left out.
    private(set) var code: [Range<Int>] = []
    /// Whether a comment, or a string of several lines, is still open at the end. Then nothing
    /// after `code` is known, and quotes before it may be mistaken for one another.
    private(set) var isOpen = false

    private let bytes: [UInt8]
    private let openings: RegionOpenings

    private typealias Opening = RegionOpenings.Opening

    /// O(bytes).
    init(_ bytes: [UInt8], _ syntax: LexicalSyntax) {
        self.bytes = bytes
        openings = RegionOpenings.of(syntax)
        code.reserveCapacity(bytes.count / 64 + 4)
        scan()
    }

    private mutating func scan() {
        let mayOpen = openings.mayOpen
        var start = 0
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte == .backslash {
                i += 2
                continue
            }
            guard mayOpen[Int(byte)], let opening = opening(at: i),
                let end = end(of: opening, at: i)
            else {
                i += 1
                continue
            }
            if i > start { code.append(start..<i) }
            i = end
            start = end
        }
        if start < bytes.count { code.append(start..<bytes.count) }
    }

    private func opening(at i: Int) -> Opening? {
        openings.all.first { has($0.text, at: i) }
    }

    private func has(_ text: [UInt8], at i: Int) -> Bool {
        guard i + text.count <= bytes.count else { return false }
        for k in text.indices where bytes[i + k] != text[k] { return false }
        return true
    }

    /// The end of what opens at `i`; nil where it opens nothing after all.
    private mutating func end(of opening: Opening, at i: Int) -> Int? {
        switch opening.form {
        case .line:
            // `$#` and `a#b` are not comments in a shell; `http://` in a plain word is not one
            // either.
            if opening.text == [UInt8(ascii: "#")], i > 0, !bytes[i - 1].isBlankOrLineFeed {
                return nil
            }
            return bytes.firstIndex(of: .lineFeed, from: i) ?? bytes.count
        case .block(let nests): return endOfComment(opening, nests: nests, at: i)
        case .string(let escape, let isMultiline):
            return endOfString(opening, escape, isMultiline, at: i)
        case .character: return endOfCharacter(at: i)
        }
    }

    private mutating func endOfComment(_ opening: Opening, nests: Bool, at start: Int) -> Int {
        var depth = 1
        var i = start + opening.text.count
        while i < bytes.count {
            if has(opening.close, at: i) {
                i += opening.close.count
                depth -= 1
                if depth == 0 { return i }
            } else if nests, has(opening.text, at: i) {
                i += opening.text.count
                depth += 1
            } else {
                i += 1
            }
        }
        isOpen = true
        return bytes.count
    }

    private mutating func endOfString(
        _ opening: Opening, _ escape: LexicalSyntax.StringForm.Escape, _ isMultiline: Bool,
        at start: Int
    ) -> Int {
        let close = opening.close
        var i = start + opening.text.count
        while i < bytes.count {
            let byte = bytes[i]
            if escape == .backslash, byte == .backslash {
                i += 2
            } else if byte == close.first, has(close, at: i) {
                i += close.count
                guard escape == .doubled, has(close, at: i) else { return i }
                i += close.count
            } else if byte == .lineFeed, !isMultiline {
                return i
            } else {
                i += 1
            }
        }
        isOpen = isOpen || isMultiline
        return bytes.count
    }

    /// `'a'`, `'\n'` or `'\u{1F600}'`; nil for a lifetime or an apostrophe.
    private func endOfCharacter(at start: Int) -> Int? {
        var i = start + 1
        guard i < bytes.count else { return nil }
        if bytes[i] == UInt8(ascii: "\\") {
            i += 2
            while i < bytes.count, i < start + 14, bytes[i] != UInt8(ascii: "'"), bytes[i] != 0x0A {
                i += 1
            }
        } else {
            i += 1
            while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
        }
        return i < bytes.count && bytes[i] == UInt8(ascii: "'") ? i + 1 : nil
    }
}

extension UInt8 {
    /// Space, tab or LF.
    fileprivate var isBlankOrLineFeed: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
}
