import Addresses
import Diagnostics

/// Makes a ``Configuration`` from the tables of `galley.toml`.
struct ConfigurationReader {
    private let root: ConfigurationSection
    private(set) var diagnostics: [Diagnostic] = []

    init(root: [String: Value], places: [String: Place], file: SourcePath) {
        self.root = ConfigurationSection(
            path: "", values: root, places: places, place: Place(file: file))
    }

    /// nil without a title or URL.
    mutating func configuration() -> Configuration? {
        var top = root
        top.checkKeys(ConfigurationTable.all.filter { $0.form != .named }.map(\.name))
        diagnostics += top.diagnostics
        var configuration = Configuration(site: .init())
        for table in ConfigurationTable.all { table.read(&self, &configuration) }
        settleBaseline(&configuration)
        configuration.places = root.places
        return configuration.site.isComplete ? configuration : nil
    }

    /// `[snippets]` may name the baseline too; `[diagnostics]` comes before it.
    private mutating func settleBaseline(_ configuration: inout Configuration) {
        if configuration.diagnostics.baseline.isEmpty {
            configuration.diagnostics.baseline = configuration.snippets.baseline
        } else if !configuration.snippets.baseline.isEmpty {
            diagnostics.append(
                .warning(
                    .configurationBadValue,
                    "'snippets.baseline' has no effect, because 'diagnostics.baseline' is set",
                    at: root.places["snippets.baseline"], fixes: [.init("remove the line")]))
        }
    }

    /// Reads the table `[name]`; an empty one if it is missing.
    mutating func section(_ name: String, _ read: (inout ConfigurationSection) -> Void) {
        var holder = root
        var values: [String: Value] = [:]
        holder.read(name, into: &values)
        diagnostics += holder.diagnostics
        var section = root.section(name)
        read(&section)
        diagnostics += section.diagnostics
    }

    /// Reads the tables `[[name]]`; nil without one.
    ///
    /// - Parameter read: makes an entry of its table; nil for one that cannot be used.
    mutating func entries<Entry>(
        _ name: String, _ read: (inout ConfigurationSection) -> Entry?
    ) -> [Entry]? {
        guard let value = root.values[name] else { return nil }
        guard case .list(let items) = value else {
            var holder = root
            holder.refuse(
                name, "'\(name)' must be tables '[[\(name)]]'", id: .configurationWrongType)
            diagnostics += holder.diagnostics
            return nil
        }
        return items.enumerated().compactMap { index, item in
            let path = "\(name).\(index)"
            let values: [String: Value] = if case .table(let table) = item { table } else { [:] }
            var section = ConfigurationSection(
                path: path, values: values, places: root.places,
                place: root.places[path] ?? root.place(of: name))
            let entry = read(&section)
            diagnostics += section.diagnostics
            return entry
        }
    }
}
