import Addresses
import Diagnostics
import Text

/// One table of the configuration while it is read: each `read` takes a key if it exists, and
/// reports an invalid value.
struct ConfigurationSection {
    /// `posts`, or `menu.0` for the first `[[menu]]`.
    let path: String
    let values: [String: Value]
    let places: [String: Place]
    /// The table itself, for missing keys.
    let place: Place
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String, values: [String: Value], places: [String: Place], place: Place) {
        self.path = path
        self.values = values
        self.places = places
        self.place = place
    }

    /// `posts` and `per_page` give `posts.per_page`.
    static func join(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : path + "." + key
    }

    /// The place of a key, or else of the table.
    func place(of key: String) -> Place {
        places[Self.join(path, key)] ?? place
    }

    /// `[posts]` and `per_page` give `posts.per_page`; the reader knows the menu as `menu.0`.
    private func title(of key: String) -> String {
        let named = path.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
        return Self.join(named, key)
    }

    mutating func report(_ found: [Diagnostic]) { diagnostics += found }

    /// Reports an error about the value of a key.
    mutating func refuse(
        _ key: String, _ summary: String, id: Diagnostic.ID = .configurationBadValue,
        explanation: String? = nil, nearest: String? = nil
    ) {
        diagnostics.append(
            .error(
                id, summary, at: place(of: key), explanation: explanation,
                fixes: nearest.map { [.init("did you mean '\($0)'?")] } ?? []))
    }

    /// An error about a key that is missing or has no value.
    ///
    /// - Parameter choices: the words that it may be; empty: any text.
    mutating func require(_ key: String, choices: [String] = []) {
        refuse(
            key, "'\(title(of: key))' must be given", id: .configurationMissingKey,
            explanation: choices.isEmpty ? nil : "One of: \(choices.joined(separator: ", ")).")
    }

    /// Reports the keys that are not among `known`, by place.
    mutating func checkKeys(_ known: [String]) {
        for key in values.keys.sorted() where !known.contains(key) {
            let kind = if case .table? = values[key], path.isEmpty { "table" } else { "key" }
            refuse(
                key, "Unknown \(kind) '\(title(of: key))'", id: .configurationUnknownKey,
                explanation: "Known here: \(known.joined(separator: ", ")).",
                nearest: nearestName(to: key, in: known))
        }
    }

    private mutating func wrongType(_ key: String, _ wanted: String) {
        let found =
            switch values[key] {
            case .string?: "text"
            case .integer?, .number?: "a number"
            case .boolean?: "true or false"
            case .date?: "a date"
            case .list?: "a list"
            case .table?: "a table"
            case .null?, nil: "nothing"
            }
        refuse(
            key, "'\(title(of: key))' must be \(wanted), not \(found)",
            id: .configurationWrongType)
    }

    mutating func read(_ key: String, into target: inout String) {
        guard let value = values[key] else { return }
        guard case .string(let text) = value else { return wrongType(key, "text") }
        target = text
    }

    mutating func read(_ key: String, into target: inout Bool) {
        guard let value = values[key] else { return }
        guard case .boolean(let flag) = value else { return wrongType(key, "true or false") }
        target = flag
    }

    /// A whole number within bounds; every number has bounds, so arithmetic on it cannot overflow.
    mutating func read(_ key: String, into target: inout Int, in bounds: ClosedRange<Int>) {
        guard let value = values[key] else { return }
        guard case .integer(let number) = value else { return wrongType(key, "a whole number") }
        guard bounds.contains(number) else {
            return refuse(
                key,
                """
                '\(title(of: key))' must be a whole number from \(bounds.lowerBound) to \
                \(bounds.upperBound), not \(number)
                """)
        }
        target = number
    }

    /// The same for a number whose absence has a meaning.
    mutating func read(_ key: String, into target: inout Int?, in bounds: ClosedRange<Int>) {
        guard values[key] != nil else { return }
        var number = Int.min
        read(key, into: &number, in: bounds)
        if bounds.contains(number) { target = number }
    }

    mutating func read(_ key: String, into target: inout Set<String>) {
        var texts: [String] = []
        read(key, into: &texts)
        if values[key] != nil { target = Set(texts) }
    }

    mutating func read(_ key: String, into target: inout [String]) {
        guard let value = values[key] else { return }
        guard case .list(let items) = value else { return wrongType(key, "a list of texts") }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = item else { return wrongType(key, "a list of texts") }
            texts.append(text)
        }
        target = texts
    }

    /// Patterns of paths under the site's folder.
    mutating func read(_ key: String, into target: inout [PathPattern]) {
        var texts: [String] = []
        read(key, into: &texts)
        for text in texts {
            if let pattern = PathPattern(text) {
                target.append(pattern)
            } else {
                refuse(
                    key, "'\(title(of: key))' must have patterns such as '*.psd', not '\(text)'",
                    id: .configurationBadPath,
                    explanation: PathPattern.hasForeignSign(text)
                        ? "Patterns have '*', '?' and '**' alone: write one for each name that "
                            + "'{ }' or '[ ]' would mean, and '?' for a bracket in a name. "
                            + "'include' has what is wanted after all."
                        : "A pattern is relative to the site's folder, without '..'.")
            }
        }
    }

    /// One of a closed list of words.
    mutating func read<Choice>(
        _ key: String, into target: inout Choice, from choices: [(String, Choice)]
    ) {
        guard values[key] != nil else { return }
        let names = choices.map(\.0)
        let list = names.joined(separator: ", ")
        guard case .string(let text)? = values[key] else {
            return wrongType(key, "one of " + list)
        }
        guard let choice = choices.first(where: { $0.0 == text }) else {
            return refuse(
                key,
                "'\(title(of: key))' must be one of \(list), not '\(text)'",
                nearest: nearestName(to: text, in: names))
        }
        target = choice.1
    }

    mutating func read<Choice: RawRepresentable & CaseIterable>(
        _ key: String, into target: inout Choice
    ) where Choice.RawValue == String {
        read(key, into: &target, from: Choice.allCases.map { ($0.rawValue, $0) })
    }

    /// A table, kept as written.
    mutating func read(_ key: String, into target: inout [String: Value]) {
        guard let value = values[key] else { return }
        guard case .table(let table) = value else { return wrongType(key, "a table") }
        target = table
    }

    /// The whole table; every value must be a text.
    mutating func read(texts target: inout [String: String]) {
        for key in values.keys.sorted() {
            var text = ""
            read(key, into: &text)
            if case .string? = values[key] { target[key] = text }
        }
    }

    /// A folder or file below another: accepts `.` and `./posts/`, refuses `/srv` and `../x`.
    mutating func read(_ key: String, into target: inout SourcePath) {
        guard values[key] != nil else { return }
        var text = ""
        read(key, into: &text)
        guard case .string? = values[key] else { return }
        if let path = inner(text, key) { target = path }
    }

    /// A file or folder below the output; empty for none.
    mutating func readFile(_ key: String, into target: inout String) {
        var text = target
        read(key, into: &text)
        if text.isEmpty || inner(text, key) != nil { target = text }
    }

    /// The path without `.` parts; nil, and an error, where it leads out.
    mutating func inner(_ text: String, _ key: String) -> SourcePath? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: true)
        if text.isEmpty || text.utf8.contains(0) {
            refuse(key, "'\(title(of: key))' must name a folder", id: .configurationBadPath)
        } else if text.hasPrefix("/") || text.hasPrefix("~/") {
            refuse(
                key, "'\(title(of: key))' must be a relative path, not '\(text)'",
                id: .configurationBadPath)
        } else if parts.contains("..") {
            refuse(
                key, "'\(title(of: key))' must not lead out of the site with '..'",
                id: .configurationBadPath)
        } else {
            return SourcePath(parts.filter { $0 != "." }.joined(separator: "/"))
        }
        return nil
    }
}
