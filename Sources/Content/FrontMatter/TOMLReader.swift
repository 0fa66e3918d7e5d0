import DataFormats

/// TOML as raw values, in the order of the text, for TOML front matter and for `galley.toml`.
struct TOMLReader {
    private let bytes: [UInt8]
    private let document: TOMLDocument

    /// - Parameter text: the part of the file that is TOML.
    init(_ bytes: [UInt8], _ text: Range<Int>) throws(SyntaxProblem) {
        self.bytes = bytes
        do {
            document = try TOMLDocument(parsing: bytes, in: text)
        } catch {
            throw SyntaxProblem(error)
        }
    }

    /// The keys of the root table.
    var entries: [RawEntry] { entries(document.items) }

    private func entries(_ items: TOMLItems) -> [RawEntry] {
        items.map { item in
            var entry = RawEntry(key: item.key, place: item.keyRange, value: value(item))
            switch entry.value {
            case .integer, .number, .date: entry.sourceText = text(item)
            default: break
            }
            return entry
        }
    }

    /// As text if its type shows in it, so that a text has the spelling of the file: `1.10`.
    private func value(_ item: TOMLItem) -> RawValue {
        let value = typedValue(item)
        switch value {
        case .number, .date:
            let plain = RawValue.plain(text(item))
            return plain.typed == value ? plain : value
        default: return value
        }
    }

    private func typedValue(_ item: TOMLItem) -> RawValue {
        switch item.value {
        case .string(let text): .string(text)
        case .integer(let number): .integer(number)
        case .float(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .offsetDateTime(let date, let time, let offset): moment(item, date, time, offset)
        case .localDateTime(let date, let time): moment(item, date, time, nil)
        case .localDate(let date): moment(item, date, nil, nil)
        case .localTime: .string(text(item))
        case .array(let items): .list(items.map(value))
        case .table(let items): .table(entries(items))
        }
    }

    private func text(_ item: TOMLItem) -> String {
        String(decoding: bytes[item.range], as: UTF8.self)
    }

    /// A date; as text if front matter refuses it, such as a day of the year 0.
    private func moment(
        _ item: TOMLItem, _ date: TOMLDate, _ time: TOMLTime?, _ offset: Int?
    ) -> RawValue {
        let written = WrittenDate(
            date: CivilDate(year: date.year, month: date.month, day: date.day),
            hour: time?.hour ?? 0, minute: time?.minute ?? 0,
            second: min(time?.second ?? 0, 59),  // a leap second
            offset: offset.map { Int32($0 * 60) })
        return written.exists ? .date(written) : .string(text(item))
    }

    // MARK: Places

    /// The place of each key by its path: `posts` and `posts.per_page`, and `menu.1` for the second
    /// `[[menu]]`. If two paths have the same spelling (`a.b` and `"a.b"`), the place of the first.
    var places: [String: Range<Int>] {
        var places: [String: Range<Int>] = [:]
        collect(document.items, below: "", isArray: false, into: &places)
        return places
    }

    private func collect(
        _ items: TOMLItems, below path: String, isArray: Bool,
        into places: inout [String: Range<Int>]
    ) {
        for (index, item) in items.enumerated() {
            let path = ConfigurationSection.join(path, isArray ? String(index) : item.key)
            let place = item.keyRange.isEmpty ? item.range : item.keyRange
            if places[path] == nil { places[path] = place }
            switch item.value {
            case .array(let items): collect(items, below: path, isArray: true, into: &places)
            case .table(let items): collect(items, below: path, isArray: false, into: &places)
            default: break
            }
        }
    }
}

extension SyntaxProblem {
    fileprivate init(_ problem: TOMLProblem) {
        let kind: Kind
        switch problem.kind {
        case .syntax: kind = .syntax
        case .tooDeep: kind = .tooDeep
        case .duplicate: kind = .duplicateKey(again: problem.range)
        }
        // "Key 'a' is given twice" is the same in every notation.
        let isDuplicate = problem.kind == .duplicate
        let text =
            isDuplicate
            ? problem.message.prefix(1).uppercased() + problem.message.dropFirst()
            : "TOML cannot be read: " + problem.message
        self.init(
            kind: kind, text: text, place: problem.first ?? problem.range, fix: problem.fix,
            replacement: problem.replacement)
    }
}
