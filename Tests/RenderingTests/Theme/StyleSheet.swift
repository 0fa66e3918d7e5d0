import Foundation

/// As much of a style sheet as the contrast of its colours needs: the rules outside of at-rules, and
/// the custom properties of `:root`.
///
///     pre :is(.k, .kd) { color: light-dark(#a0331a, #f39c83); }
struct StyleSheet {
    struct Rule {
        /// As written: `pre :is(.k, .kd)`.
        let selector: String
        let declarations: [String: String]

        /// The class names in the selector: `k`, `kd`.
        var classes: [String] {
            selector.matches(of: /\.([A-Za-z][\w-]*)/).map { String($0.1) }
        }
    }

    let rules: [Rule]

    init(_ css: String) {
        let text = css.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "")
        var rules: [Rule] = []
        var selector = ""
        var body = ""
        var depth = 0
        for character in text {
            switch character {
            case "{":
                depth += 1
            case "}":
                depth -= 1
                guard depth == 0 else { continue }
                let name = selector.trimmingCharacters(in: .whitespacesAndNewlines)
                if !name.hasPrefix("@") {
                    rules.append(Rule(selector: name, declarations: Self.declarations(body)))
                }
                selector = ""
                body = ""
            default:
                if depth == 0 { selector.append(character) } else { body.append(character) }
            }
        }
        self.rules = rules
    }

    private static func declarations(_ body: String) -> [String: String] {
        var declarations: [String: String] = [:]
        for declaration in body.split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            if parts.count == 2 { declarations[parts[0]] = parts[1] }
        }
        return declarations
    }

    /// The colour of a custom property of `:root`: `--code-hl`.
    func colour(_ property: String) -> SchemeColour? {
        rules.lazy.filter { $0.selector == ":root" }
            .compactMap { $0.declarations[property] }.first.flatMap { SchemeColour($0[...]) }
    }
}
