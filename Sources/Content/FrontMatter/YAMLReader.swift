import Yams

/// YAML front matter as raw values, with the place of every key.
///
/// libyaml (through Yams) parses it; the types of scalars are ours, see ``RawValue/typed``.
struct YAMLReader {
    private let bytes: [UInt8]
    private let text: Range<Int>
    /// The start of each line of the text, in bytes of the file.
    private let lines: [Int]

    /// `text`: the part of the file between the fences.
    init(_ bytes: [UInt8], _ text: Range<Int>) {
        self.bytes = bytes
        self.text = text
        var lines: [Int] = []
        var position = text.lowerBound
        while position < text.upperBound {
            lines.append(position)
            position = FrontMatterBlock.line(in: bytes, at: position).next
        }
        self.lines = lines
    }

    /// The keys in their order; none for an empty text.
    ///
    /// Aliases are refused before anything is composed: Yams hashes an alias that is used as a key,
    /// so that 340 bytes took it 2.5 s.
    func read() throws(SyntaxProblem) -> [RawEntry] {
        if let alias = YAMLAlias.first(in: bytes, text) {
            throw SyntaxProblem(
                kind: .alias, text: "YAML aliases such as '*\(alias.name)' are not supported",
                place: alias.place)
        }
        if let place = nestingBeyondBound() {
            throw SyntaxProblem(
                kind: .tooDeep, text: "Front matter is nested over \(RawValue.deepest) levels deep",
                place: place)
        }
        guard let root = try compose() else { return [] }
        guard let mapping = root.mapping else {
            if root.scalar.map({ $0.string.isEmpty && $0.style == .plain }) == true { return [] }
            throw SyntaxProblem(
                text: "Front matter must be lines of 'key: value'", place: place(of: root.mark))
        }
        return try entries(of: mapping, depth: 1)
    }

    private func compose() throws(SyntaxProblem) -> Node? {
        let yaml = String(decoding: expandingTabs(), as: UTF8.self)
        do {
            let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            return try parser.singleRoot()
        } catch let error as YamlError {
            throw problem(error)
        } catch {
            throw SyntaxProblem(text: "Front matter is not YAML", place: text)
        }
    }

    /// As Hexo does: a tab at the start of a line is two spaces, which YAML wants there.
    private func expandingTabs() -> ArraySlice<UInt8> {
        guard lines.contains(where: { bytes[$0] == 0x09 }) else { return bytes[text] }
        var out: [UInt8] = []
        for (index, start) in lines.enumerated() {
            let end = index + 1 < lines.count ? lines[index + 1] : text.upperBound
            let tabs = bytes[start..<end].prefix { $0 == 0x09 }.count
            out += [UInt8](repeating: 0x20, count: tabs * 2)
            out += bytes[(start + tabs)..<end]
        }
        return out[...]
    }

    /// libyaml and Yams recurse, so a text that opens that many brackets is not given to them.
    private func nestingBeyondBound() -> Range<Int>? {
        var depth = 0
        for index in text {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > RawValue.deepest * 4 { return index..<(index + 1) }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: break
            }
        }
        return nil
    }

    private func entries(
        of mapping: Node.Mapping, depth: Int
    ) throws(SyntaxProblem) -> [RawEntry] {
        var entries: [RawEntry] = []
        entries.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                throw SyntaxProblem(
                    text: "A key of front matter must be text", place: place(of: key.mark))
            }
            entries.append(
                RawEntry(
                    key: name, place: place(ofKey: name, key.mark),
                    value: try raw(value, depth: depth)))
        }
        return entries
    }

    private func raw(_ node: Node, depth: Int) throws(SyntaxProblem) -> RawValue {
        if depth > RawValue.deepest {
            throw SyntaxProblem(
                kind: .tooDeep, text: "Front matter is nested over \(RawValue.deepest) levels deep",
                place: place(of: node.mark))
        }
        switch node {
        case .scalar(let scalar):
            return scalar.style == .plain ? .plain(scalar.string) : .string(scalar.string)
        case .sequence(let sequence):
            var values: [RawValue] = []
            for item in sequence { values.append(try raw(item, depth: depth + 1)) }
            return .list(values)
        case .mapping(let mapping):
            return .table(try entries(of: mapping, depth: depth + 1))
        case .alias:
            throw SyntaxProblem(
                kind: .alias, text: "YAML aliases are not supported", place: place(of: node.mark))
        }
    }

    // MARK: Places

    /// The byte that a mark stands for; marks have 1-based lines and columns, in Unicode scalars.
    private func offset(of mark: Mark) -> Int {
        guard mark.line >= 1, mark.line <= lines.count else { return text.upperBound }
        var position = lines[mark.line - 1]
        // libyaml saw two spaces for each tab that begins the line.
        var column = 1
        while column < mark.column, position < text.upperBound, bytes[position] != 0x0A {
            column += bytes[position] == 0x09 && bytes[..<position].last == 0x0A ? 2 : 1
            position += 1
            while position < text.upperBound, bytes[position] & 0xC0 == 0x80 { position += 1 }
        }
        return position
    }

    /// From a mark to the end of its line; all of the line where the mark stands at its end.
    private func place(of mark: Mark?) -> Range<Int> {
        guard let mark, !lines.isEmpty else { return text.lowerBound..<text.lowerBound }
        let index = min(max(mark.line, 1), lines.count) - 1
        let line = FrontMatterBlock.trimmed(
            bytes, FrontMatterBlock.line(in: bytes, at: lines[index]).text)
        let start = offset(of: mark)
        return start >= line.lowerBound && start < line.upperBound
            ? start..<line.upperBound : line
    }

    private func place(ofKey key: String, _ mark: Mark?) -> Range<Int> {
        guard let mark else { return text.lowerBound..<text.lowerBound }
        let start = offset(of: mark)
        let isQuoted = start < text.upperBound && "\"'".utf8.contains(bytes[start])
        return start..<min(start + key.utf8.count + (isQuoted ? 2 : 0), text.upperBound)
    }

    // MARK: Problems

    private func problem(_ error: YamlError) -> SyntaxProblem {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // What is never closed is mended where it was opened, not where that was noticed.
            let opened = context.flatMap { context in
                ["flow", "quoted scalar"].contains(where: context.text.contains)
                    ? context.mark : nil
            }
            let words = context.map { " " + $0.text } ?? ""
            return SyntaxProblem(
                text: "Front matter is not YAML: \(problem)\(words)",
                place: place(of: opened ?? mark))
        case .reader(let problem, let offset, _, _):
            let start = min(text.lowerBound + (offset ?? 0), text.upperBound)
            return SyntaxProblem(
                text: "Front matter is not YAML: \(problem)",
                place: start..<min(start + 1, text.upperBound))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return duplicate(of: duplicates.first ?? "", near: context.mark)
        default:
            return SyntaxProblem(text: "Front matter is not YAML", place: text)
        }
    }

    /// Yams tells where the first is; the other stands on a later line with the same indentation.
    private func duplicate(of key: String, near mark: Mark) -> SyntaxProblem {
        let places = lines.compactMap { start -> Range<Int>? in
            let line = FrontMatterBlock.line(in: bytes, at: start).text
            var content = bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
            let quote = content.first.flatMap { "\"'".utf8.contains($0) ? $0 : nil }
            if quote != nil { content = content.dropFirst() }
            guard content.starts(with: key.utf8) else { return nil }
            var rest = content.dropFirst(key.utf8.count)
            if quote != nil { rest = rest.dropFirst() }
            guard rest.first(where: { $0 != 0x20 }) == UInt8(ascii: ":") else { return nil }
            return content.startIndex..<(content.startIndex + key.utf8.count)
        }
        let first = places.first ?? place(of: mark)
        return SyntaxProblem(
            kind: .duplicateKey(again: places.dropFirst().first ?? first),
            text: "Key '\(key)' is given twice", place: first)
    }
}
