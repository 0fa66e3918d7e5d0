import Languages

/// Tells code from strings and comments, by a language's ``Languages/Lexis``.
///
/// Of what is neither valid nor whole it is a guess: a string of one line that is not closed ends
/// with its line; one of several lines, and a comment, that are not closed take in the rest.
struct CodeRegions {
    /// The bytes that are code, in order and without gaps of their own: strings with their quotes
    /// and comments are left out.
    private(set) var code: [Range<Int>] = []
    /// Whether a comment, or a string of several lines, is still open at the end. Then nothing
    /// behind `code` can be told, and quotes may be mistaken for one another before it.
    private(set) var isOpen = false

    private let bytes: [UInt8]
    private let lexis: Lexis
    private let openings: [Opening]
    /// Bytes at which something may open.
    private let mayOpen: [Bool]

    private struct Opening {
        enum Form {
            case line
            case block(Lexis.BlockComment)
            case string(Lexis.StringForm)
        }
        let text: [UInt8]
        let form: Form
    }

    /// O(bytes).
    init(_ bytes: [UInt8], _ lexis: Lexis) {
        self.bytes = bytes
        self.lexis = lexis
        // Long ones first: `"""` before `"`, `--[[` before `--`.
        openings =
            (lexis.lineComments.map { Opening(text: Array($0.utf8), form: .line) }
            + lexis.blockComments.map { Opening(text: Array($0.open.utf8), form: .block($0)) }
            + lexis.strings.map { Opening(text: Array($0.open.utf8), form: .string($0)) })
            .filter { !$0.text.isEmpty }.sorted { $0.text.count > $1.text.count }
        var mayOpen = [Bool](repeating: false, count: 256)
        for opening in openings { mayOpen[Int(opening.text[0])] = true }
        self.mayOpen = mayOpen
        scan()
    }

    private mutating func scan() {
        var start = 0
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\\") {
                i += 2
                continue
            }
            guard mayOpen[Int(bytes[i])], let opening = opening(at: i),
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
        openings.first { has($0.text, at: i) }
    }

    private func has(_ text: [UInt8], at i: Int) -> Bool {
        guard i + text.count <= bytes.count else { return false }
        for k in text.indices where bytes[i + k] != text[k] { return false }
        return true
    }

    /// Behind what opens at `i`; nil where it opens nothing after all.
    private mutating func end(of opening: Opening, at i: Int) -> Int? {
        switch opening.form {
        case .line:
            // `$#` and `a#b` are no comments in a shell; `http://` is none in a plain word.
            if opening.text == [UInt8(ascii: "#")], i > 0, !bytes[i - 1].isBlankOrLineFeed {
                return nil
            }
            return bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
        case .block(let comment): return endOfComment(comment, from: i + opening.text.count)
        case .string(let form):
            return form.isCharacter
                ? endOfCharacter(at: i) : endOfString(form, from: i + opening.text.count)
        }
    }

    private mutating func endOfComment(_ comment: Lexis.BlockComment, from start: Int) -> Int {
        let open = Array(comment.open.utf8)
        let close = Array(comment.close.utf8)
        var depth = 1
        var i = start
        while i < bytes.count {
            if has(close, at: i) {
                i += close.count
                depth -= 1
                if depth == 0 { return i }
            } else if comment.nests, has(open, at: i) {
                i += open.count
                depth += 1
            } else {
                i += 1
            }
        }
        isOpen = true
        return bytes.count
    }

    private mutating func endOfString(_ form: Lexis.StringForm, from start: Int) -> Int {
        let close = Array(form.close.utf8)
        var i = start
        while i < bytes.count {
            if form.escape == .backslash, bytes[i] == UInt8(ascii: "\\") {
                i += 2
            } else if has(close, at: i) {
                i += close.count
                guard form.escape == .doubled, has(close, at: i) else { return i }
                i += close.count
            } else if bytes[i] == 0x0A, !form.isMultiline {
                return i
            } else {
                i += 1
            }
        }
        isOpen = isOpen || form.isMultiline
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
