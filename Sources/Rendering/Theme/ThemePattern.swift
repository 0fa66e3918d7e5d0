import Text

/// Words of a theme with `{name}` in them: cut once, for a list fills hundreds of them.
struct ThemePattern: Sendable {
    private enum Piece {
        case text([UInt8])
        case name(String)
    }

    private let pieces: [Piece]
    /// Bytes that suffice for the words, and for a number or a short text in each place.
    private let room: Int

    /// `约 {count} 分钟` gives `约 `, the name `count` and ` 分钟`.
    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append(.text(Array(rest[..<open].utf8)))
            pieces.append(.name(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        self.pieces = pieces + [.text(Array(rest.utf8))]
        room = text.utf8.count + 16
    }

    /// The words with each name replaced by what `append` wrote for it; one that it does not know,
    /// for which it gives false, stays as it is.
    func filled(_ append: (_ name: String, _ out: inout [UInt8]) -> Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(room)
        for piece in pieces {
            switch piece {
            case .text(let words): out.append(contentsOf: words)
            case .name(let name):
                if !append(name, &out) {
                    out.append(utf8: "{")
                    out.append(name)
                    out.append(utf8: "}")
                }
            }
        }
        return out
    }

    /// The words with a number in the place of `{count}`.
    func filled(count: Int) -> [UInt8] {
        filled { name, out in
            guard name == "count" else { return false }
            out.append(decimal: count)
            return true
        }
    }

    /// The words with a text in the place of `{title}`.
    func filled(title: String) -> [UInt8] {
        filled { name, out in
            guard name == "title" else { return false }
            out.append(title)
            return true
        }
    }
}
