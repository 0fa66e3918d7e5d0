/// The tables of a `galley.toml` to be written, each line with a comment on where it comes from.
struct Settings: Sendable {
    enum Setting: Sendable, Hashable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case texts([String])
        case map([String: String])

        var toml: String {
            switch self {
            case .text(let text): Settings.quoted(text)
            case .number(let number): String(number)
            case .flag(let flag): flag ? "true" : "false"
            case .texts(let texts): "[" + texts.map(Settings.quoted).joined(separator: ", ") + "]"
            case .map(let map):
                "{ "
                    + map.sorted { $0.key < $1.key }
                    .map { Settings.quoted($0.key) + " = " + Settings.quoted($0.value) }
                    .joined(separator: ", ") + " }"
            }
        }
    }

    private struct Line {
        let key: String
        let value: Setting
        let origin: String
    }

    private var tables: [(name: String, lines: [Line])] = []
    private var menu: [(name: String, url: String, origin: String)] = []
    private let generator: Generator
    /// What the site had and galley does not take over, in sentences.
    private(set) var notes: [String] = []

    /// The tables in the order of the file.
    private static let order = [
        "site", "build", "posts", "pages", "archives", "terms", "markdown", "highlight", "feeds",
        "theme.params", "theme.params.giscus", "theme.params.utterances", "theme.params.waline",
        "theme.params.umami", "theme.params.goatcounter", "theme.params.busuanzi",
    ]

    init(_ generator: Generator) {
        self.generator = generator
        for name in Self.order { tables.append((name, [])) }
    }

    /// Sets a key; a later value replaces the earlier one. nil is nothing to set.
    ///
    /// - Parameter origin: of the value, for the comment: `_config.yml:12 title`.
    mutating func set(_ table: String, _ key: String, _ value: Setting?, _ origin: String) {
        guard let value, let index = tables.firstIndex(where: { $0.name == table }) else { return }
        tables[index].lines.removeAll { $0.key == key }
        tables[index].lines.append(Line(key: key, value: value, origin: origin))
    }

    mutating func set(_ table: String, _ key: String, _ value: String?, _ origin: String) {
        set(table, key, value.map { .text($0) }, origin)
    }

    mutating func set(_ table: String, _ key: String, _ value: Int?, _ origin: String) {
        set(table, key, value.map { .number($0) }, origin)
    }

    mutating func set(_ table: String, _ key: String, _ value: Bool?, _ origin: String) {
        set(table, key, value.map { .flag($0) }, origin)
    }

    func value(_ table: String, _ key: String) -> Setting? {
        tables.first { $0.name == table }?.lines.first { $0.key == key }?.value
    }

    mutating func addMenu(_ name: String, _ url: String, _ origin: String) {
        if menu.contains(where: { $0.name == name && $0.url == url }) { return }
        menu.append((name, url, origin))
    }

    mutating func note(_ text: String) {
        if !notes.contains(text) { notes.append(text) }
    }

    /// The file.
    ///
    /// - Parameter redirects: old addresses to new ones, each with the source file of the text.
    func text(redirects: [Redirect]) -> String {
        var out =
            "# Taken over from \(generator.name) by galley import; each line says from where.\n"
        for table in tables where !table.lines.isEmpty {
            out += "\n[\(table.name)]\n"
            for line in table.lines {
                let setting = "\(line.key) = \(line.value.toml)"
                out += "\(setting)  # \(Self.oneLine(line.origin))\n"
            }
        }
        for entry in menu {
            out += "\n[[menu]]\n"
            out += "name = \(Self.quoted(entry.name))  # \(Self.oneLine(entry.origin))\n"
            out += "url = \(Self.quoted(entry.url))\n"
        }
        if !redirects.isEmpty {
            out += "\n# Addresses of \(generator.name) that are others now.\n[redirects]\n"
            for redirect in redirects {
                out += "\(Self.quoted(redirect.from.string)) = \(Self.quoted(redirect.to.string))"
                out += "  # \(Self.oneLine(redirect.origin))\n"
            }
        }
        return out
    }

    /// A basic string of TOML.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let hex = String(scalar.value, radix: 16, uppercase: true)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }

    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}
