import Addresses
import Content
import Diagnostics

// What a Content-Security-Policy must allow for the theme's parameters: `[csp.NAME]` of theme.toml.
extension Theme {
    /// The sources of those services that the parameters switch on.
    ///
    ///     [csp.waline]
    ///     when = "waline.server"
    ///     script = ["{waline.client}"]
    ///
    /// `when` is the parameter that must be set, and `{NAME}` the host of the address that a parameter
    /// has; an address within the site needs no source. A table of the theme replaces that of the
    /// theme it extends.
    static func loadPolicy(
        _ files: [ThemeFile], _ parameters: [String: Value], _ diagnostics: inout [Diagnostic]
    ) -> PolicyAdditions {
        var tables: [String: ThemePolicyTable] = [:]
        for file in files.reversed() where file.path == ThemeFile.settingsPath {
            let toml = readTOML(file.bytes, file: file.source)
            guard case .table(let named)? = toml.table["csp"] else { continue }
            for (name, value) in named {
                tables[name] = ThemePolicyTable(
                    name: "csp." + name, value: value, parameters: parameters
                ) { toml.places[$0] ?? Place(file: file.source) }
            }
        }
        var policy = PolicyAdditions()
        for (_, var table) in tables.sorted(by: { $0.key < $1.key }) {
            policy.add(table.additions())
            diagnostics += table.diagnostics
        }
        return policy
    }
}

/// One `[csp.NAME]` while it is read.
private struct ThemePolicyTable {
    let name: String
    let value: Value
    let parameters: [String: Value]
    let place: (String) -> Place
    private(set) var diagnostics: [Diagnostic] = []

    init(
        name: String, value: Value, parameters: [String: Value],
        place: @escaping (String) -> Place
    ) {
        self.name = name
        self.value = value
        self.parameters = parameters
        self.place = place
    }

    mutating func additions() -> PolicyAdditions {
        var policy = PolicyAdditions()
        guard case .table(let table) = value else {
            refuse(name, "'\(name)' must be a table, not \(Theme.typeName(value))")
            return policy
        }
        var isWanted = true
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            if key == "when" {
                isWanted = isSet(value)
            } else if let directive = PolicyAdditions.Directive(rawValue: key) {
                for source in sources(value, of: key) { policy.add(source, to: directive) }
            } else {
                let known = ["when"] + PolicyAdditions.Directive.allCases.map(\.rawValue)
                refuse(
                    name + "." + key, "unknown key '\(name).\(key)'", .themeUnknownKey,
                    explanation: "Known here: \(known.joined(separator: ", ")).")
            }
        }
        return isWanted ? policy : PolicyAdditions()
    }

    private mutating func isSet(_ value: Value) -> Bool {
        guard case .string(let parameter) = value else {
            refuse(name + ".when", "'\(name).when' must be the name of a parameter")
            return false
        }
        return switch found(parameter, at: name + ".when") {
        case nil, .null, .string(""), .boolean(false): false
        default: true
        }
    }

    private mutating func sources(_ value: Value, of key: String) -> [String] {
        let title = name + "." + key
        guard case .list(let items) = value else {
            refuse(title, "'\(title)' must be a list, not \(Theme.typeName(value))")
            return []
        }
        return items.compactMap { item in
            guard case .string(let text) = item else {
                refuse(title, "'\(title)' must have texts, not \(Theme.typeName(item))")
                return nil
            }
            if text.hasPrefix("{"), text.hasSuffix("}") {
                guard
                    case .string(let address)? = found(
                        String(text.dropFirst().dropLast()), at: title)
                else { return nil }
                return origin(of: address, at: title)
            }
            guard PolicyAdditions.flaw(of: text) == nil else {
                refuse(
                    title,
                    "'\(title)' must have sources such as 'https://example.org', not '\(text)'")
                return nil
            }
            return text
        }
    }

    /// The value of a parameter, `waline.server`; nil, reported, where it is missing.
    private mutating func found(_ parameter: String, at title: String) -> Value? {
        var value = Value.table(parameters)
        for part in parameter.split(separator: ".", omittingEmptySubsequences: false) {
            guard case .table(let table) = value, let inner = table[String(part)] else {
                refuse(title, "'\(parameter)' is not a parameter of the theme")
                return nil
            }
            value = inner
        }
        return value
    }

    /// `https://unpkg.com` of an address there; nil within the site, and, reported, where its host cannot
    /// be named.
    private mutating func origin(of address: String, at title: String) -> String? {
        switch Origin(of: address, scheme: "https") {
        case .host(let origin): return origin
        case .relative, .scheme: return nil
        case .unnamed:
            refuse(title, "'\(title)' needs an address with a host, not '\(address)'")
            return nil
        }
    }

    private mutating func refuse(
        _ title: String, _ summary: String, _ id: Diagnostic.ID = .themeParameter,
        explanation: String? = nil
    ) {
        diagnostics.append(.error(id, summary, at: place(title), explanation: explanation))
    }
}
