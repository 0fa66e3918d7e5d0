import Addresses
import Diagnostics
import Markdown

/// Keys whose values have a form of their own.
extension ConfigurationKey {
    /// An absolute URL that must be given.
    static func address(
        _ name: String, _ path: WritableKeyPath<Table, SiteAddress> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "text", meaning, isRequired: true, standard: { _ in "" },
            read: { section, table in
                if let address = section.address(name) { table[keyPath: path] = address }
            })
    }

    /// - Parameter standard: what holds without the key.
    static func address(
        _ name: String, _ path: WritableKeyPath<Table, SiteAddress?> & Sendable, standard: String,
        _ meaning: String
    ) -> Self {
        Self(
            name, type: "text", meaning, standard: { _ in standard },
            read: { section, table in table[keyPath: path] = section.address(name) })
    }

    /// The zone that dates without an offset are in.
    static func zone(
        _ name: String, _ path: WritableKeyPath<Table, Zone> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "text", meaning, standard: { "`\"\($0[keyPath: path].identifier)\"`" },
            read: { $0.readZone(name, into: &$1[keyPath: path]) })
    }

    /// `"auto"`, `true` or `false`.
    static func mathematics(
        _ name: String, _ path: WritableKeyPath<Table, Mathematics> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            name, type: "`\"auto\"`, true or false", meaning, standard: { _ in "`\"auto\"`" },
            read: { $0.readMathematics(name, into: &$1[keyPath: path]) })
    }

    /// A table of commands: `gofmt = ["go1.22", "fmt"]`.
    static func commands(
        _ name: String, _ path: WritableKeyPath<Table, [String: [String]]> & Sendable,
        _ meaning: String
    ) -> Self {
        Self(
            name, type: "table", meaning, standard: { _ in "" },
            read: { $0.readCommands(name, into: &$1[keyPath: path]) })
    }

    /// A table of texts: `map = { "a" = "b" }`.
    static func texts(
        _ name: String, _ path: WritableKeyPath<Table, [String: String]> & Sendable,
        _ meaning: String
    ) -> Self {
        Self(
            name, type: "table of texts", meaning, standard: { _ in "" },
            read: { $0.readTexts(name, into: &$1[keyPath: path]) })
    }

    /// `csp`: what a Content-Security-Policy allows in addition to what pages show.
    static func policy(
        _ path: WritableKeyPath<Table, PolicyAdditions> & Sendable, _ meaning: String
    ) -> Self {
        Self(
            "csp", type: "table", meaning, standard: { _ in "" },
            read: { $0.read("csp", into: &$1[keyPath: path]) })
    }
}

extension ConfigurationKey<Configuration> {
    /// The theme checks names and types.
    static let themeParameters = Self(
        "params", type: "table", "the parameters of the theme", standard: { _ in "" },
        read: { $0.read("params", into: &$1.themeParameters) })
}

extension ConfigurationKey<Configuration.Serve> {
    static let hosts = Self(
        "hosts", type: "list of texts",
        """
        further names that `galley serve` may be asked under, each with a port or without, see \
        [preview.md](preview.md#tunnels-containers-and-proxies)
        """,
        standard: { _ in "`[]`" }, read: { $0.readHosts("hosts", into: &$1.hosts) })
}

extension ConfigurationSection {
    /// Nil, and an error, if the value is not an absolute URL; nil without the key.
    fileprivate mutating func address(_ key: String) -> SiteAddress? {
        var text = ""
        read(key, into: &text)
        guard case .string? = values[key] else { return nil }
        if let address = SiteAddress(text) { return address }
        refuse(
            key, "'\(path).\(key)' must be an absolute http or https URL, not '\(text)'",
            explanation: "Such as https://example.org/ or https://example.org/blog/.")
        return nil
    }

    fileprivate mutating func readZone(_ key: String, into target: inout Zone) {
        var identifier = target.identifier
        read(key, into: &identifier)
        if let zone = Zone(identifier: identifier) {
            target = zone
            return
        }
        refuse(
            key, "'\(path).\(key)' must be a zone such as 'Asia/Shanghai', not '\(identifier)'",
            explanation: "Abbreviations such as CST mean different zones in different countries.",
            nearest: ZoneAdvice.zone(for: identifier))
    }

    fileprivate mutating func readMathematics(_ key: String, into target: inout Mathematics) {
        switch values[key] {
        case .boolean(let flag): target = flag ? .on : .off
        case .string("auto"): target = .auto
        case nil: break
        default: refuse(key, "'\(path).\(key)' must be \"auto\", true or false")
        }
    }

    fileprivate mutating func readCommands(_ key: String, into target: inout [String: [String]]) {
        guard let value = values[key] else { return }
        guard case .table(let table) = value else {
            return refuse(
                key, "'\(path).\(key)' must be a table", id: .configurationWrongType)
        }
        var section = section(key)
        for name in table.keys.sorted() {
            var command: [String] = []
            section.read(name, into: &command)
            if section.diagnostics.isEmpty, command.first?.isEmpty ?? true {
                section.refuse(name, "'\(section.path).\(name)' must name a program")
            }
            target[name] = command
        }
        report(section.diagnostics)
    }

    fileprivate mutating func readTexts(_ key: String, into target: inout [String: String]) {
        guard let value = values[key] else { return }
        guard case .table = value else {
            return refuse(key, "'\(path).\(key)' must be a table", id: .configurationWrongType)
        }
        var section = section(key)
        section.read(texts: &target)
        report(section.diagnostics)
    }

    /// Names of hosts, some with `*.` before them.
    fileprivate mutating func readHosts(_ key: String, into target: inout [HostPattern]) {
        var texts: [String] = []
        read(key, into: &texts)
        for text in texts {
            do {
                target.append(try HostPattern(text))
            } catch {
                refuse(
                    key, "'\(path).\(key)' must not hold '\(text)', which \(error.reason)",
                    explanation: error.explanation)
            }
        }
    }
}
