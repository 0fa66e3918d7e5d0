import Diagnostics
import Text

/// Control characters in front matter, which are invalid in pages and feeds: `title: "\beta"` has a
/// backspace in YAML.
extension HeadReader {
    /// The entries with a visible sign for each control character of a text, and a warning for each
    /// key with one. O(bytes of the head).
    mutating func shown(_ entries: [RawEntry], before bodyOffset: Int) -> [RawEntry] {
        let head = bytes[..<min(bodyOffset, bytes.count)]
        // Otherwise only an escape can produce one.
        let mayHoldSome = head.contains {
            $0 == UInt8(ascii: "\\") || $0 == 0xC2 || ControlCharacters.has($0)
        }
        guard mayHoldSome else { return entries }
        return entries.map { entry in
            // Addresses stay as they are, so that a sign cannot disguise their scheme.
            let name = HeadKeys.name(of: LeadIn.trimmed(entry.key))?.name
            if name.map(Self.withAddresses.contains) ?? false { return entry }
            guard let value = Self.shown(entry.value) else { return entry }
            diagnostics.append(
                .warning(
                    .frontMatterControlCharacter,
                    "'\(entry.key)' has a control character, for which a sign is shown",
                    at: place(of: entry),
                    explanation: """
                        Between double quotes '\\b' is one, for instance; single quotes keep a \
                        backslash as it is.
                        """,
                    fixes: fixes(ofControlIn: entry)))
            return RawEntry(key: entry.key, place: entry.place, value: value)
        }
    }

    /// The value in single quotes, if an escape produced the character and the value is on one
    /// line.
    private func fixes(ofControlIn entry: RawEntry) -> [Diagnostic.Fix] {
        let line = FrontMatterBlock.line(in: bytes, at: entry.place.lowerBound).text
        if notation == .yaml, let head = HeadLine(bytes, entry.place.lowerBound..<line.upperBound),
            bytes[head.value].contains(UInt8(ascii: "\\")),
            !bytes[head.value].contains(where: ControlCharacters.has),
            let value = ValueMend.inSingleQuotes(String(decoding: bytes[head.value], as: UTF8.self))
        {
            return [
                .init(
                    "write it between single quotes: \(entry.key): \(value)",
                    edits: [.init(Place(file: file, range: head.value), value)])
            ]
        }
        return [.init("remove it, or write a backslash as '\\\\'")]
    }

    private static let withAddresses: Set<String> = [
        "aliases", "authors", "cover", "original", "permalink", "slug",
    ]

    /// The text as pages show it.
    static func asShown(_ text: String) -> String { shown(text) ?? text }

    /// nil for a value without control characters.
    private static func shown(_ value: RawValue) -> RawValue? {
        switch value {
        case .plain(let text): return shown(text).map { .plain($0) }
        case .string(let text): return shown(text).map { .string($0) }
        case .list(let values):
            let changed = values.map { shown($0) }
            guard changed.contains(where: { $0 != nil }) else { return nil }
            return .list(zip(values, changed).map { $1 ?? $0 })
        case .table(let entries):
            let changed = entries.map { shown($0.value) }
            guard changed.contains(where: { $0 != nil }) else { return nil }
            return .table(
                zip(entries, changed).map { entry, value in
                    value.map { RawEntry(key: entry.key, place: entry.place, value: $0) } ?? entry
                })
        default: return nil
        }
    }

    private static func shown(_ text: String) -> String? {
        ControlCharacters.shown(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Diagnostic.ID {
    package static let frontMatterControlCharacter =
        Diagnostic.ID("front-matter/control-character")
}
