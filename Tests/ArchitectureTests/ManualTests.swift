import Foundation
import Testing

/// docs/configuration.md and docs/writing.md name every key of front matter, of permalinks, of info strings
/// and of the theme that the code knows, and no other. ConfigurationManualTests compares the tables of
/// galley.toml.
struct ManualTests {
    /// A fault of the code's text or of the page's, which these tests read by their form.
    struct FormChanged: Error {
        let what: String
    }

    // MARK: What the code knows

    private func quoted(_ text: some StringProtocol) -> [String] {
        String(text).matches(of: /"([^"\\]+)"/).map { String($0.output.1) }
    }

    /// Each of galley's own names of front matter with the spellings of others.
    private func frontMatterKeys() throws -> [String: Set<String>] {
        let code = try Repository.text("Sources/Content/FrontMatter/HeadKeys.swift")
        let rows = code.matches(of: /\(\s*"(\w+)",\s*\[([^\]]*)\]\s*\)/)
        return Dictionary(
            rows.map { (String($0.output.1), Set(quoted($0.output.2))) },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: What the manual says

    private static let configurationPage = "docs/configuration.md"

    /// The text under a heading of the second level, up to the next.
    private func chapter(_ heading: String, of path: String) throws -> Substring {
        let page = try Repository.text(path)
        guard let start = page.range(of: "\n## \(heading)\n")?.upperBound else {
            throw FormChanged(what: "\(path) has no chapter '\(heading)'")
        }
        let end = page.range(of: "\n## ", range: start..<page.endIndex)?.lowerBound
        return page[start..<(end ?? page.endIndex)]
    }

    /// The rows of a chapter's tables that begin with a key: each row's cells.
    private func rows(_ chapter: Substring) -> [[String]] {
        chapter.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            line.replacing("\\|", with: "¦").split(separator: "|")
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    private func inCode(_ cell: String) -> [String] {
        cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }

    /// The keys that a chapter's tables document, in order.
    private func documented(_ heading: String) throws -> [String] {
        rows(try chapter(heading, of: Self.configurationPage))
            .flatMap { $0.first.map(inCode) ?? [] }
    }

    // MARK: Both

    @Test func findsTheTableOfKeysInTheCode() throws {
        #expect(try frontMatterKeys()["updated"]?.contains("lastmod") == true)
    }

    @Test func documentsEveryParameterOfTheThemeThatGalleyBrings() throws {
        let theme = try Repository.text("themes/paper/theme.toml")
        let start = try #require(theme.range(of: "\n[params]\n")).upperBound
        let parameters = theme[start...].prefix { $0 != "[" }
        let names = parameters.split(separator: "\n")
            .compactMap { $0.firstMatch(of: /^(\w+) *=/).map { String($0.output.1) } }
        #expect(!names.isEmpty)
        #expect(try documented("`[theme.params]`") == names)
    }

    /// `[params.giscus]` of theme.toml and `### giscus` of docs/paper.md, with the same keys.
    @Test func documentsEveryTableOfParametersOfTheTheme() throws {
        let theme = try Repository.text("themes/paper/theme.toml")
        let declared = Self.keys(of: theme, heading: /^\[params\.(\w+)\]/, key: /^(\w+) *=/)
        let page = try Repository.text("docs/paper.md")
        let documented = Self.keys(of: page, heading: /^### (\w+)$/, key: /^\| `(\w+)` \|/)
            .filter { !$0.value.isEmpty }
        #expect(declared.count >= 6)
        #expect(documented == declared)
    }

    /// The keys under each heading, in order.
    private static func keys(
        of text: String, heading: Regex<(Substring, Substring)>,
        key: Regex<(Substring, Substring)>
    ) -> [String: [String]] {
        var keys: [String: [String]] = [:]
        var current: String?
        for line in text.split(separator: "\n") {
            if let match = line.firstMatch(of: heading) {
                current = String(match.1)
                keys[String(match.1)] = []
            } else if line.hasPrefix("##") || line.hasPrefix("[") {
                current = nil
            } else if let current, let match = line.firstMatch(of: key) {
                keys[current]?.append(String(match.1))
            }
        }
        return keys
    }

    @Test func documentsEveryKeyOfFrontMatterWithEverySpellingAndNoOther() throws {
        var documented: [String: Set<String>] = [:]
        for row in rows(try chapter("Front matter keys", of: Self.configurationPage)) {
            let key = try #require(inCode(row[0]).first)
            documented[key] = Set(row.count > 1 ? inCode(row[1]) : [])
        }
        let known = try frontMatterKeys()
        #expect(!known.isEmpty)
        #expect(documented == known)
    }

    @Test func documentsEveryTokenOfPermalinksAndNoOther() throws {
        let code = try Repository.text("Sources/Planning/PermalinkPattern.swift")
        let table = try #require(code.firstMatch(of: /static let named: [^=]*= \[([^\]]*)\]/))
        let tokens = quoted(table.output.1).map { ":" + $0 }
        let documented = try documented("Permalinks")
        #expect(documented.filter { $0 != ":KEY" }.sorted() == tokens.sorted())
    }

    @Test func documentsEveryKeyOfInfoStrings() throws {
        let code = try Repository.text("Sources/Snippets/InfoString/InfoString.swift")
        let functions = code.components(separatedBy: "private mutating func ")
        let readers = functions.filter { $0.hasPrefix("set(_") || $0.hasPrefix("setFlag(") }
        let names = readers.flatMap { reader in
            reader.matches(
                of:
                    /case ("[^"]+"(?:,\s*"[^"]+")*): *(?:title|set|lineNumbers|isMeantToFail|\n)/
            )
            .flatMap { quoted($0.output.1) }
        }
        #expect(names.contains("hl_lines") && names.contains("nolinenos"))
        let chapter = try chapter("Code", of: "docs/writing.md")
        // A name of a key or a flag, or a value: `linenos=true`.
        #expect(
            names.filter { !chapter.contains("`\($0)") && !chapter.contains("=\($0)`") } == [])
    }
}
