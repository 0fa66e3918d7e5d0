import Languages
import Text

/// The kind of an info string's first word.
enum LanguageLabel: Hashable {
    /// Without a label.
    case empty
    /// A name or an alias in galley's table: `golang`.
    case known(Language)
    /// A language that exists, but has no entry in galley: `brainfuck`.
    case other
    /// The name of a file instead of a language, and the right label: `config.toml`, `toml`.
    case file(String)
    /// A language with the prefix of a class in HTML, `language-bash`, and the label itself.
    case prefixed(String)
    /// Almost the name of this language.
    case misspelt(String)
    /// Unknown.
    case unknown

    /// The longest label to compare with names.
    private static let longest = 24

    init(_ label: String) {
        let lower = label.lowercased()
        if lower.isEmpty {
            self = .empty
        } else if let language = Language.named(lower) {
            self = .known(language)
        } else if let language = Self.withoutVue(lower) {
            self = .known(language)
        } else if LanguageNames.others.contains(lower) {
            self = .other
        } else if let rest = Self.withoutPrefix(lower), Self.isName(rest) {
            self = .prefixed(rest)
        } else if let name = Self.language(ofFile: label) {
            self = .file(name)
        } else if let nearest = Self.nearest(to: lower) {
            self = .misspelt(nearest)
        } else {
            self = .unknown
        }
    }

    /// The language of a label; a file's name or a class (`language-go`) means its language.
    var language: Language? {
        switch self {
        case .known(let language): language
        case .file(let name), .prefixed(let name): Language.named(name)
        case .empty, .other, .misspelt, .unknown: nil
        }
    }

    private static func isName(_ label: String) -> Bool {
        Language.named(label) != nil || LanguageNames.others.contains(label)
    }

    /// `js-vue` of VitePress, whose block may hold `{{ }}` of Vue.
    private static func withoutVue(_ label: String) -> Language? {
        label.hasSuffix("-vue") ? Language.named(String(label.dropLast(4))) : nil
    }

    private static func withoutPrefix(_ label: String) -> String? {
        for prefix in ["language-", "lang-", "highlight-", "source-"] where label.hasPrefix(prefix)
        {
            return String(label.dropFirst(prefix.count))
        }
        return nil
    }

    /// From the table, or from an extension that is itself a label: `policy.csv`.
    private static func language(ofFile label: String) -> String? {
        if let language = Language.ofFile(label) { return language.name }
        guard let dot = label.lastIndex(of: "."), dot != label.startIndex else { return nil }
        let ending = label[label.index(after: dot)...].lowercased()
        return isName(ending) ? ending : nil
    }

    /// Short labels are similar by chance, so only swapped letters count for them.
    private static func nearest(to label: String) -> String? {
        let length = label.utf8.count
        guard length >= 3, length <= longest else { return nil }
        let names = candidates.filter { abs($0.utf8.count - length) <= 2 && $0.utf8.count > 2 }
        let limit = length < 8 ? 1 : 2
        guard let nearest = nearestName(to: label, in: names, within: limit) else { return nil }
        if length < 5 { return nearest.sorted() == label.sorted() ? nearest : nil }
        return nearest
    }

    private static let candidates =
        Language.all.map(\.name) + Language.all.flatMap(\.aliases) + LanguageNames.others.sorted()
}
