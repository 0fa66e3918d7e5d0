import TOMLKit
import TOMLSyntax

/// TOML as raw values; for TOML front matter and for `galley.toml`.
///
/// toml++ (through TOMLKit) parses it and bounds the nesting; it tells no places of values, so
/// those of keys come from ``TOMLKeyScan``. The keys of a table come sorted by name.
struct TOMLReader {
    private let bytes: [UInt8]
    private let text: Range<Int>
    /// Where the key of each path such as `posts.per_page` stands.
    let places: [String: Range<Int>]
    private let tooDeep: Range<Int>?

    init(_ bytes: [UInt8], _ text: Range<Int>) {
        self.bytes = bytes
        self.text = text
        let scan = TOMLKeyScan(bytes, text)
        places = scan.places
        tooDeep = scan.tooDeep
    }

    func read() throws(SyntaxProblem) -> [RawEntry] {
        // TOMLKit hands the text on as a C string, which would end here.
        if let zero = bytes[text].firstIndex(of: 0) {
            throw SyntaxProblem(text: "TOML has no NUL", place: zero..<(zero + 1))
        }
        // toml++ frees nested tables recursively, and does not bound `a.a.a.a = 1`.
        if let tooDeep {
            throw SyntaxProblem(
                kind: .tooDeep, text: "TOML is nested over \(RawValue.deepest) levels deep",
                place: tooDeep)
        }
        // toml++ ends the process on some broken texts.
        if let problem = TOMLStructure.problem(in: Array(bytes[text])) {
            let start = text.lowerBound
            throw SyntaxProblem(
                text: "TOML cannot be read: " + problem.message,
                place: start + problem.range.lowerBound..<start + problem.range.upperBound)
        }
        do {
            let root = try TOMLTable(string: String(decoding: bytes[text], as: UTF8.self))
            return try entries(of: root, path: "", depth: 1)
        } catch let problem as SyntaxProblem {
            throw problem
        } catch let error as TOMLParseError {
            throw SyntaxProblem(
                text: "TOML cannot be read: " + Self.sentence(error.description),
                place: place(line: error.source.begin.line, column: error.source.begin.column))
        } catch {
            throw SyntaxProblem(text: "TOML cannot be read", place: text)
        }
    }

    private func entries(
        of table: TOMLTable, path: String, depth: Int
    ) throws(SyntaxProblem) -> [RawEntry] {
        var entries: [RawEntry] = []
        for key in table.keys {
            guard let item = table[key] else { continue }
            let keyPath = TOMLKeyScan.join(path, key)
            let start = text.lowerBound
            var entry = RawEntry(
                key: key, place: places[keyPath] ?? start..<start,
                value: try raw(item, path: keyPath, depth: depth))
            switch entry.value {
            case .integer, .number: entry.numberText = number(behind: entry.place)
            default: break
            }
            entries.append(entry)
        }
        return entries
    }

    /// `1.10` of `version = 1.10`; nil where something else stands behind the key.
    private func number(behind key: Range<Int>) -> String? {
        let rest = bytes[key.upperBound..<text.upperBound]
        let value = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "=") }
            .prefix { $0 > 0x20 && !",#]}".utf8.contains($0) }
        guard let first = value.first, (0x30...0x39).contains(first) || "+-in".utf8.contains(first)
        else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    private func raw(
        _ item: any TOMLValueConvertible, path: String, depth: Int
    ) throws(SyntaxProblem) -> RawValue {
        if depth > RawValue.deepest {
            throw SyntaxProblem(
                kind: .tooDeep, text: "TOML is nested over \(RawValue.deepest) levels deep",
                place: places[path] ?? text)
        }
        switch item.type {
        case .string: return .string(item.string ?? "")
        case .int: return .integer(item.int ?? 0)
        case .double: return .number(item.double ?? 0)
        case .bool: return .boolean(item.bool ?? false)
        case .date: return item.date.map { .date(Self.written($0, nil, nil)) } ?? .null
        case .time: return .string(item.time?.debugDescription ?? "")
        case .dateTime:
            guard let dateTime = item.dateTime else { return .null }
            // With their types, since every TOML value has an optional `date` and `time` as well.
            let date: TOMLDate = dateTime.date
            let time: TOMLTime = dateTime.time
            return .date(Self.written(date, time, dateTime.offset))
        case .array:
            var values: [RawValue] = []
            if let array = item.array {
                for index in 0..<array.count {
                    values.append(
                        try raw(
                            array[index], path: TOMLKeyScan.join(path, String(index)),
                            depth: depth + 1))
                }
            }
            return .list(values)
        case .table:
            return .table(
                try item.table.map { (table) throws(SyntaxProblem) in
                    try entries(of: table, path: path, depth: depth + 1)
                } ?? [])
        }
    }

    private static func written(
        _ date: TOMLDate, _ time: TOMLTime?, _ offset: TOMLTimeOffset?
    ) -> WrittenDate {
        WrittenDate(
            date: CivilDate(year: date.year, month: date.month, day: date.day),
            hour: time?.hour ?? 0, minute: time?.minute ?? 0, second: time?.second ?? 0,
            offset: offset.map { Int32($0.offset) * 60 })
    }

    /// toml++ begins with "Error while parsing key-value pair: ".
    private static func sentence(_ description: String) -> String {
        description.hasPrefix("Error while ") ? String(description.dropFirst(12)) : description
    }

    /// From a 1-based line and column, in Unicode scalars of the text, to the end of the line.
    private func place(line: Int, column: Int) -> Range<Int> {
        var position = text.lowerBound
        var number = 1
        while number < line, position < text.upperBound {
            if bytes[position] == 0x0A { number += 1 }
            position += 1
        }
        let line = FrontMatterBlock.line(in: bytes, at: position).text
        let end = max(position, min(line.upperBound, text.upperBound))
        let start = position
        for _ in 1..<max(column, 1) where position < end {
            position += 1
            while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
        }
        return position < end ? position..<end : start..<end
    }
}
