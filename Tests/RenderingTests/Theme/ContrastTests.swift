import Testing

@testable import Rendering

/// Every text that `paper` shows has 4.5:1 or more against what is behind it, in both schemes
/// (https://www.w3.org/TR/WCAG22/#contrast-minimum), computed from the style sheets.
struct ContrastTests {
    private static func sheet(_ name: String) throws -> String {
        let file = try #require(ThemeFile.builtIn.first { $0.path == "assets/" + name })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// `kd on --code-del, dark: 4.1`, for each pair under `minimum`.
    private static func failures(
        _ texts: [(name: String, colour: SchemeColour)],
        on backgrounds: [(name: String, colour: SchemeColour)], minimum: Double = 4.5
    ) -> [String] {
        var failures: [String] = []
        for text in texts {
            for background in backgrounds {
                for scheme in SchemeColour.Scheme.allCases {
                    let ratio = text.colour[scheme].contrast(with: background.colour[scheme])
                    if ratio < minimum {
                        let rounded = (ratio * 100).rounded(.down) / 100
                        failures.append("\(text.name) on \(background.name), \(scheme): \(rounded)")
                    }
                }
            }
        }
        return failures
    }

    private static func named(
        _ properties: [String], in sheet: StyleSheet
    ) throws -> [(name: String, colour: SchemeColour)] {
        try properties.map { ($0, try #require(sheet.colour($0), "no colour \($0)")) }
    }

    // MARK: Code

    /// All that stands in a listing: plain code, gutter numbers, and each rule's tokens.
    private static func failuresOfCode(_ css: String) throws -> [String] {
        let sheet = StyleSheet(css)
        let backgrounds = try named(
            ["--code", "--code-hl", "--code-ins", "--code-del"], in: sheet)
        var texts = try named(["--code-ink", "--gutter"], in: sheet)
        for rule in sheet.rules {
            guard let value = rule.declarations["color"] else { continue }
            let colour = try #require(SchemeColour(value[...]), "\(rule.selector): \(value)")
            texts.append((rule.selector, colour))
        }
        try #require(texts.count > 10)
        return failures(texts, on: backgrounds)
    }

    @Test func everyTokenAndNumberReadsOnEveryKindOfLine() throws {
        #expect(try Self.failuresOfCode(Self.sheet("syntax.css")) == [])
    }

    @Test(arguments: [
        ("#66615a", "#8a857d", "pre :is(.c, .c1, .ch, .cm, .cs) on --code, light"),
        ("#a8a399", "#807b72", "--gutter on --code, dark"),
        ("#fce1dc", "#c98a80", "pre .gi on --code-del, light"),
    ])
    func aColourThatIsTooFaintIsFound(_ good: String, _ bad: String, _ failure: String) throws {
        let css = try Self.sheet("syntax.css")
        #expect(css.contains(good))
        let found = try Self.failuresOfCode(css.replacing(good, with: bad))
        #expect(found.contains { $0.hasPrefix(failure + ": ") }, "\(found)")
    }

    /// Pygments' classes that the highlighter does not write are for sheets made elsewhere; those
    /// that it writes must not be forgotten.
    @Test func oneRuleColoursEachClass() throws {
        let classes = StyleSheet(try Self.sheet("syntax.css")).rules
            .filter { $0.declarations["color"] != nil }
            .flatMap(\.classes)
        #expect(Set(classes).count == classes.count)
        let plain: Set = ["l", "w", "ge", "gs"]
        let written = Set(Self.writtenClasses).subtracting(plain)
        #expect(written.subtracting(classes) == [])
    }

    private static let writtenClasses =
        """
        c ch c1 cm cp cpf cs k kc kd kn kp kr kt na nb bp nc nd ne nf fm ni nl nn no nt nv vi vg vm
        py m mi mf mh mo mb il o ow p s s1 s2 sb sc sd sh sa se si sr ss sx l ld gd gi gh gu ge gs
        gr gt gp go
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    // MARK: Text

    /// Which colours of text may stand on which grounds.
    @Test(arguments: [
        (
            [
                "--ink", "--faint", "--link", "--accent", "--note", "--tip", "--important",
                "--warning",
                "--caution",
            ], ["--paper", "--panel"]
        ),
        // The sign in a callout's disc is the other way round; the link of a footnote that is marked.
        (["--ink", "--link"], ["--mark"]),
        (["--paper"], ["--ink", "--note", "--tip", "--important", "--warning", "--caution"]),
    ])
    func everyTextReadsOnItsGround(_ texts: [String], _ grounds: [String]) throws {
        let sheet = StyleSheet(try Self.sheet("paper.css"))
        #expect(
            Self.failures(try Self.named(texts, in: sheet), on: try Self.named(grounds, in: sheet))
                == [])
    }

    /// https://www.w3.org/TR/WCAG22/#non-text-contrast
    @Test func focusRingsAndTheEdgesOfLinesAreSeen() throws {
        let paper = StyleSheet(try Self.sheet("paper.css"))
        let syntax = StyleSheet(try Self.sheet("syntax.css"))
        let grounds =
            try Self.named(["--paper", "--panel"], in: paper)
            + Self.named(["--code"], in: syntax)
        let rings = try Self.named(["--link", "--faint"], in: paper)
        #expect(Self.failures(rings, on: grounds, minimum: 3) == [])
        for (edge, ground) in [
            ("--warning", "--code-hl"), ("--tip", "--code-ins"), ("--caution", "--code-del"),
        ] {
            let edges = try Self.named([edge], in: paper)
            #expect(
                Self.failures(edges, on: try Self.named([ground], in: syntax), minimum: 3) == [])
        }
    }

    // MARK: The reckoning

    /// Ratios that are known from elsewhere, to two decimals.
    @Test(arguments: [
        ("#fff", "#000000", 21.0), ("#777777", "#ffffff", 4.47), ("#767676", "#fff", 4.54),
        ("#ff0000", "#ffffff", 3.99),
    ])
    func reckonsAsWCAGDoes(_ first: String, _ second: String, _ ratio: Double) throws {
        let one = try #require(SchemeColour(first[...])).light
        let other = try #require(SchemeColour(second[...])).light
        #expect((one.contrast(with: other) * 100).rounded(.down) / 100 == ratio)
    }
}
