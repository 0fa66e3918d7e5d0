import DataFormats

/// A TOML document with the type of each value, as the suite toml-test writes it in JSON:
/// `{"a": {"type": "integer", "value": "1"}}`.
indirect enum TaggedTOML: Hashable, Decodable {
    case scalar(type: String, value: String)
    case list([TaggedTOML])
    case table([String: TaggedTOML])

    private enum Keys: String, CodingKey {
        case type, value
    }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.singleValueContainer().decode([TaggedTOML].self) {
            self = .list(list)
            return
        }
        let container = try decoder.container(keyedBy: Keys.self)
        if let type = try? container.decode(String.self, forKey: .type),
            let value = try? container.decode(String.self, forKey: .value)
        {
            self = .scalar(type: type, value: Self.canonical(value, type))
            return
        }
        self = .table(try decoder.singleValueContainer().decode([String: TaggedTOML].self))
    }

    init(_ items: TOMLItems) {
        self = .table(
            Dictionary(items.map { ($0.key, TaggedTOML($0.value)) }) { first, _ in first })
    }

    init(_ value: TOMLValue) {
        switch value {
        case .string(let text): self = .scalar(type: "string", value: text)
        case .integer(let number): self = .scalar(type: "integer", value: String(number))
        case .float(let number):
            self = .scalar(type: "float", value: Self.canonical(String(number), "float"))
        case .boolean(let flag): self = .scalar(type: "bool", value: flag ? "true" : "false")
        case .offsetDateTime(let date, let time, let offset):
            self = .scalar(
                type: "datetime",
                value: Self.text(date) + "T" + Self.text(time) + Self.text(offset: offset))
        case .localDateTime(let date, let time):
            self = .scalar(
                type: "datetime-local", value: Self.text(date) + "T" + Self.text(time))
        case .localDate(let date): self = .scalar(type: "date-local", value: Self.text(date))
        case .localTime(let time): self = .scalar(type: "time-local", value: Self.text(time))
        case .array(let items): self = .list(items.map { TaggedTOML($0.value) })
        case .table(let items): self = TaggedTOML(items)
        }
    }

    /// One form of each value: `1e1` and `10.0`, `12:00:00.50` and `12:00:00.5`.
    private static func canonical(_ value: String, _ type: String) -> String {
        switch type {
        case "float":
            guard let number = Double(value.replacing("_", with: "")) else { return value }
            return number.isNaN ? "nan" : String(number)
        case "datetime", "datetime-local", "time-local":
            var value = value.uppercased().replacing(" ", with: "T")
            if let fraction = value.firstRange(of: /\.[0-9]+/) {
                let digits = value[fraction].dropFirst().prefix(9)
                let last = digits.lastIndex { $0 != "0" }
                value.replaceSubrange(fraction, with: last.map { "." + digits[...$0] } ?? "")
            }
            return value
        default: return value
        }
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static func text(_ date: TOMLDate) -> String {
        "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    private static func text(_ time: TOMLTime) -> String {
        let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        return canonical("\(clock).\(padded(time.nanosecond, 9))", "time-local")
    }

    private static func text(offset: Int) -> String {
        if offset == 0 { return "Z" }
        let minutes = abs(offset)
        return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    }
}
