import Addresses
import Diagnostics
import Text

extension Diagnostic.ID {
    package static let markdownControlCharacter = Diagnostic.ID("markdown/control-character")
}

extension Tree {
    /// Replaces the control characters of texts, inline code, titles and raw HTML with visible
    /// signs; see ``ControlCharacters``. Code blocks keep theirs, for checkers. O(bytes).
    mutating func showControlCharacters() {
        for id in nodes.indices {
            switch nodes[id].kind {
            case .text where isSource || nodes[id].marks.contains(.control), .code, .formula,
                .templateTag:
                show(\.text, of: id)
            case .htmlInline, .htmlBlock:
                let written = nodes[id].text
                if show(\.text, of: id), isSource { nodes[id].destination = written }
            case .link, .image: show(\.title, of: id)
            default: break
            }
        }
    }

    @discardableResult
    private mutating func show(_ part: WritableKeyPath<Node, Range<Int>>, of id: Int) -> Bool {
        guard let shown = ControlCharacters.shown(bytes[nodes[id][keyPath: part]]) else {
            return false
        }
        let start = bytes.count
        bytes += shown
        nodes[id][keyPath: part] = start..<bytes.count
        return true
    }
}

/// Warnings about control characters: one for each code point of a text.
enum ControlWarnings {
    /// - Parameter ranges: where they are in the file, in order. O(ranges).
    static func diagnostics(
        of ranges: [Range<Int>], in bytes: [UInt8], file: SourcePath
    ) -> [Diagnostic] {
        var uses: [UInt32: [Range<Int>]] = [:]
        for range in ranges {
            uses[bytes.scalar(at: range.lowerBound).value, default: []].append(range)
        }
        return uses.keys.sorted().compactMap { value in
            guard let scalar = Unicode.Scalar(value), let all = uses[value] else { return nil }
            return warning(of: scalar, at: all, file)
        }
    }

    /// Control characters that often get in by pasting.
    private static let names: [UInt32: String] = [
        0: "NUL", 7: "bell", 8: "backspace", 0xB: "vertical tab", 0x1B: "escape", 0x7F: "delete",
    ]

    private static func warning(
        of scalar: Unicode.Scalar, at all: [Range<Int>], _ file: SourcePath
    ) -> Diagnostic {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        let name = names[scalar.value].map { " (\($0))" } ?? ""
        let count = all.count == 1 ? "" : ", \(all.count) times"
        let shown = ControlCharacters.shown(Array(String(scalar).utf8)[...]) ?? []
        return .warning(
            .markdownControlCharacter,
            "the text has the control character \(code)\(name)\(count)",
            at: Place(file: file, range: all[0]),
            explanation: """
                No page may hold it, so '\(String(decoding: shown, as: UTF8.self))' is shown in its \
                place\(all.count == 1 ? "." : ". This is the first of them.")
                """,
            fixes: [
                .init(
                    all.count == 1 ? "remove it" : "remove them",
                    edits: all.prefix(100).map { .init(Place(file: file, range: $0), "") })
            ])
    }
}
