/// The marks that open blocks at the start of a footnote's text, as in `[^1]: > quoted`.
enum NoteOpening {
    /// More openings than this are text of the note.
    static let deepest = 8

    /// The quotes, list markers and one fence or heading mark from the first non-blank byte on;
    /// empty where the text begins with no such mark. `depth` counts quotes and items.
    ///
    /// As in cmark-gfm, blanks before them are ignored, so no note begins with indented code.
    static func read(_ source: [UInt8], from start: Int) -> (range: Range<Int>, depth: Int) {
        var first = start
        while first < source.count, source[first].isBlank { first += 1 }
        var end = first
        var depth = 0
        while end < source.count, depth < deepest {
            if source[end] == .greater {
                end += 1
                if end < source.count, source[end] == .space { end += 1 }
            } else if let marker = listMarkerEnd(in: source, at: end), !source[marker].isLineEnd {
                end = marker + 1
            } else {
                break
            }
            depth += 1
        }
        end = leafEnd(source, from: end)
        return (first..<end, depth)
    }

    /// The end of the heading or fence mark at `start`; `start` where there is no mark.
    private static func leafEnd(_ source: [UInt8], from start: Int) -> Int {
        guard start < source.count else { return start }
        var end = start
        while end < source.count, source[end] == source[start] { end += 1 }
        switch source[start] {
        case .hash where end - start <= 6 && end < source.count && source[end].isBlank:
            return end + 1
        case .tilde where end - start >= 3: return end
        case .backtick where end - start >= 3:
            // A fence of backticks has none after it on its line.
            let line = source[end...].prefix { !$0.isLineEnd }
            return line.contains(.backtick) ? start : end
        default: return start
        }
    }

    /// The end of a list marker followed by a blank.
    static func listMarkerEnd(in source: [UInt8], at start: Int) -> Int? {
        var i = start
        while i < source.count, source[i].isDigit { i += 1 }
        guard i < source.count else { return nil }
        switch source[i] {
        case .period, .closeParenthesis: guard i > start else { return nil }
        case .hyphen, .asterisk, UInt8(ascii: "+"): guard i == start else { return nil }
        default: return nil
        }
        guard i + 1 < source.count, source[i + 1].isSpace else { return nil }
        return i + 1
    }
}
