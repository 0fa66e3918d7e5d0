import Addresses
import Content
import Diagnostics

/// The configuration of another generator: values by their paths, and the line each comes from.
struct OldConfiguration: Sendable {
    private(set) var root: [String: Value] = [:]
    /// `_config.yml:12`, by path.
    private var origins: [String: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether keys differ only in case, as in Hugo.
    private let ignoresCase: Bool

    init(ignoresCase: Bool = false) {
        self.ignoresCase = ignoresCase
    }

    init(reading file: String, _ bytes: [UInt8], ignoresCase: Bool = false) {
        self.init(ignoresCase: ignoresCase)
        add(SourcePath(file), bytes)
    }

    /// Adds a file's values below a path; those that are known already stay.
    mutating func add(_ file: SourcePath, _ bytes: [UInt8], below path: [String] = []) {
        let (table, places, found) = readTable(bytes, file: file)
        diagnostics += found
        let lines = LineIndex(bytes)
        let prefix = path.map { folded($0) + "." }.joined()
        for (key, place) in places {
            let line = lines.line(of: place.range.lowerBound)
            let path = prefix + folded(key)
            origins[path] = origins[path] ?? "\(file):\(line)"
        }
        var value = folded(.table(table))
        for name in path.reversed() { value = .table([folded(name): value]) }
        if case .table(let table) = value { root.merge(table, uniquingKeysWith: Self.merged) }
    }

    /// nil: the path leads to nothing, or to null.
    func value(_ path: String...) -> Value? { value(path) }

    func value(_ path: [String]) -> Value? {
        var value = Value.table(root)
        for name in path {
            guard case .table(let table) = value, let next = table[folded(name)] else { return nil }
            value = next
        }
        return value == .null ? nil : value
    }

    /// A scalar as text; of a list its first. nil for empty ones.
    func text(_ path: String...) -> String? { value(path)?.scalar }

    func number(_ path: String...) -> Int? {
        switch value(path) {
        case .integer(let number)?: number
        case .string(let text)?: Int(text)
        default: nil
        }
    }

    func flag(_ path: String...) -> Bool? {
        if case .boolean(let flag)? = value(path) { flag } else { nil }
    }

    /// A list of texts; a text alone is a list with one.
    func texts(_ path: String...) -> [String] {
        switch value(path) {
        case .list(let items)?: items.compactMap(\.scalar)
        case let value?: value.scalar.map { [$0] } ?? []
        case nil: []
        }
    }

    func table(_ path: String...) -> [String: Value] { table(path) }

    func table(_ path: [String]) -> [String: Value] {
        if case .table(let table)? = value(path) { table } else { [:] }
    }

    /// The keys of a table in the order of their file.
    func keys(of path: [String]) -> [String] {
        let prefix = path.map(folded).joined(separator: ".")
        return table(path).keys.sorted { a, b in
            position(prefix + "." + a) < position(prefix + "." + b)
        }
    }

    /// `_config.yml:12 title`, for a comment.
    func origin(_ path: String...) -> String { origin(path) }

    func origin(_ path: [String]) -> String {
        let key = path.joined(separator: ".")
        return (origins[folded(key)].map { $0 + " " } ?? "") + key
    }

    private func position(_ path: String) -> (Int, String) {
        let line = origins[path].flatMap { $0.split(separator: ":").last.flatMap { Int($0) } }
        return (line ?? .max, path)
    }

    private func folded(_ key: String) -> String { ignoresCase ? key.lowercased() : key }

    private func folded(_ value: Value) -> Value {
        guard ignoresCase else { return value }
        switch value {
        case .table(let table):
            return .table(
                Dictionary(table.map { (folded($0.key), folded($0.value)) }) { first, _ in first })
        case .list(let items): return .list(items.map(folded))
        default: return value
        }
    }

    private static func merged(_ old: Value, _ new: Value) -> Value {
        guard case .table(let a) = old, case .table(let b) = new else { return old }
        return .table(a.merging(b, uniquingKeysWith: merged))
    }
}

extension Value {
    /// A scalar as text without white space around it; of a list its first. nil for others and for
    /// empty text.
    var scalar: String? {
        switch self {
        case .string(let text):
            let trimmed = text.trimmed
            return trimmed.isEmpty ? nil : trimmed
        case .integer(let number): return String(number)
        case .boolean(let flag): return flag ? "true" : "false"
        case .list(let items): return items.first?.scalar
        case .number, .date, .null, .table: return nil
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
