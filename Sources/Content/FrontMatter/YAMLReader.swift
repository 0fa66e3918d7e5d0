import Yams

/// YAML front matter as raw values, with the place of every key.
///
/// libyaml (through Yams) parses it; galley types the scalars, see ``RawValue/typed``.
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

    /// The keys in order; empty for an empty text.
    ///
    /// Expands aliases, as long as the result is not much longer than the text.
    func read() throws(SyntaxProblem) -> [RawEntry] {
        let aliases = YAMLAlias(bytes, text)
        if let (name, place) = aliases.refused {
            throw SyntaxProblem(
                kind: .alias, text: "YAML alias '*\(name)' is one of too many, or within a key",
                place: place)
        }
        let deepest = aliases.used.isEmpty ? RawValue.deepest * 4 : RawValue.deepest
        if let place = nesting(beyond: deepest) {
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
        var budget = !aliases.used.isEmpty ? text.count + Self.mostRepeated : Int.max
        return try entries(of: mapping, depth: 1, &budget)
    }

    /// How many bytes aliases may add to a front matter.
    private static let mostRepeated = 1 << 16

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

    /// Like Hexo: a tab at the start of a line becomes two spaces, which YAML requires there.
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

    /// The place where brackets or blocks are nested too deeply. libyaml and Yams recurse, so they
    /// never get such a text. O(bytes); brackets in quotes count too.
    private func nesting(beyond bound: Int) -> Range<Int>? {
        var brackets = 0
        // The columns of the blocks that contain the line.
        var blocks: [Int] = []
        for (number, start) in lines.enumerated() {
            let end = number + 1 < lines.count ? lines[number + 1] : text.upperBound
            var index = start
            while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            if index < end, bytes[index] > 0x20, brackets == 0 {
                while let last = blocks.last, last >= index - start { blocks.removeLast() }
                blocks.append(index - start)
                // `- - -` opens a list for each.
                while index + 1 < end, "-?:".utf8.contains(bytes[index]), bytes[index + 1] <= 0x20 {
                    index += 1
                    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
                    blocks.append(index - start)
                    if blocks.count > bound { return index..<min(index + 1, end) }
                }
            }
            while index < end {
                switch bytes[index] {
                case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
                default: break
                }
                if brackets + blocks.count > bound { return index..<(index + 1) }
                index += 1
            }
        }
        return nil
    }

    /// - Parameter budget: how many bytes and nodes are still allowed.
    private func entries(
        of mapping: Node.Mapping, depth: Int, _ budget: inout Int
    ) throws(SyntaxProblem) -> [RawEntry] {
        var entries: [RawEntry] = []
        entries.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                throw SyntaxProblem(
                    text: "A key of front matter must be text", place: place(of: key.mark))
            }
            budget -= name.utf8.count
            entries.append(
                RawEntry(
                    key: name, place: place(ofKey: name, key.mark),
                    value: try raw(value, depth: depth, &budget)))
        }
        return entries.contains { $0.key == "<<" } ? merged(entries) : entries
    }

    /// `<<: *base` adds the keys of the table that the others lack
    /// (https://yaml.org/type/merge.html).
    private func merged(_ entries: [RawEntry]) -> [RawEntry] {
        var result = entries.filter { $0.key != "<<" }
        var known = Set(result.map(\.key))
        func merge(_ value: RawValue) {
            switch value {
            case .list(let values): for value in values { merge(value) }
            case .table(let entries):
                for entry in entries where known.insert(entry.key).inserted { result.append(entry) }
            default: return
            }
        }
        for entry in entries where entry.key == "<<" { merge(entry.value) }
        return result
    }

    private func raw(
        _ node: Node, depth: Int, _ budget: inout Int
    ) throws(SyntaxProblem) -> RawValue {
        budget -= 1 + (node.scalar?.string.utf8.count ?? 0)
        if budget < 0 {
            throw SyntaxProblem(
                kind: .alias, text: "YAML aliases make the front matter too long",
                place: place(of: node.mark))
        }
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
            for item in sequence { values.append(try raw(item, depth: depth + 1, &budget)) }
            return .list(values)
        case .mapping(let mapping):
            return .table(try entries(of: mapping, depth: depth + 1, &budget))
        case .alias:
            throw SyntaxProblem(
                kind: .alias, text: "YAML aliases are not supported", place: place(of: node.mark))
        }
    }

    // MARK: Places

    /// The byte of a mark; marks have 1-based lines and columns, in Unicode scalars.
    private func offset(of mark: Mark) -> Int {
        guard mark.line >= 1, mark.line <= lines.count else { return text.upperBound }
        var position = lines[mark.line - 1]
        // libyaml saw two spaces for each tab at the start of the line.
        var column = 1
        while column < mark.column, position < text.upperBound, bytes[position] != 0x0A {
            column += bytes[position] == 0x09 && bytes[..<position].last == 0x0A ? 2 : 1
            position += 1
            while position < text.upperBound, bytes[position] & 0xC0 == 0x80 { position += 1 }
        }
        return position
    }

    /// From a mark to the end of its line; the whole line if the mark is at its end.
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
            // An unclosed construct is reported where it was opened, not where the parser noticed
            // it.
            let opened = context.flatMap { context in
                ["flow", "quoted scalar"].contains(where: context.text.contains)
                    ? context.mark : nil
            }
            let words = YAMLWords.problem(problem, context?.text)
            return SyntaxProblem(
                text: "Front matter is not YAML: \(words)",
                place: place(of: opened ?? mark))
        case .reader(let problem, let offset, _, _):
            let start = min(text.lowerBound + (offset ?? 0), text.upperBound)
            return SyntaxProblem(
                text: "Front matter is not YAML: \(YAMLWords.problem(problem, nil))",
                place: start..<min(start + 1, text.upperBound))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return duplicate(of: duplicates.first ?? "", near: context.mark)
        default:
            return SyntaxProblem(text: "Front matter is not YAML", place: text)
        }
    }

    /// Yams gives the place of the first; the other is on a later line with the same indentation.
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
