/// A heading of a document, as tables of contents and links ask for it.
package struct Heading: Sendable, Hashable {
    /// 1–6.
    package let level: Int
    /// Unique in the document; as text, neither percent-coded nor escaped. Empty only where
    /// ``MarkdownOptions/headingIDs`` is `none` and the author gave none.
    package let id: String
    /// The text without markup: `Go 的 sync.Map`.
    package let text: String
    package let node: NodeID
}

/// Gives the headings of one document their ids.
struct HeadingIDs {
    private let style: MarkdownOptions.HeadingIDs
    private var taken: Set<String> = []
    /// The number to try next for an id that occurred.
    private var counters: [String: Int] = [:]

    /// What a heading without a letter or a digit is called.
    static let fallback = "section"

    /// `reserved` are the ids that authors gave: they stay as they are, others step aside.
    init(_ style: MarkdownOptions.HeadingIDs, reserved: Set<String>) {
        self.style = style
        taken = reserved
    }

    /// The id for a heading's text: `a b` gives `a-b`, then `a-b-1`, `a-b-2`.
    mutating func next(for text: String) -> String {
        let base: String
        switch style {
        case .none: return ""
        case .github: base = Self.github(text)
        case .hexo: base = Self.hexo(text)
        }
        return unique(base.isEmpty ? Self.fallback : base)
    }

    private mutating func unique(_ base: String) -> String {
        if counters[base] == nil, taken.insert(base).inserted {
            counters[base] = 1
            return base
        }
        var number = counters[base, default: 1]
        while !taken.insert("\(base)-\(number)").inserted { number += 1 }
        counters[base] = number + 1
        return "\(base)-\(number)"
    }

    /// As GitHub does (github-slugger): lower case; letters, marks, numbers, connectors, `-` and
    /// spaces are kept, each space as `-`. `gRPC 的 Channel（一）` gives `grpc-的-channel一`.
    static func github(_ text: String) -> String {
        var id = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case " ": id.append("-")
            case "a"..."z", "0"..."9", "-", "_", "\u{4E00}"..."\u{9FFF}": id.append(scalar)
            default: if isWordScalar(scalar) { id.append(scalar) }
            }
        }
        return String(id)
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .otherNumber, .connectorPunctuation:
            true
        default: false
        }
    }

    /// As Hexo does (hexo-util's slugize): Latin letters without their accents, no control
    /// characters, runs of ASCII punctuation and space as one `-`, none at the ends; case and
    /// full-width punctuation are kept. `吞吐量（Throughput) 一` gives `吞吐量（Throughput-一`.
    static func hexo(_ text: String) -> String {
        var id = String.UnicodeScalarView()
        var hasGap = false
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 && !(0x09...0x0D).contains(scalar.value) { continue }
            if isHexoGap(scalar) {
                hasGap = true
                continue
            }
            if hasGap, !id.isEmpty { id.append("-") }
            hasGap = false
            id.append(contentsOf: LatinAccents.removed(from: scalar))
        }
        return String(id)
    }

    private static func isHexoGap(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return scalar.properties.isWhitespace
                || #"~`!@#$%^&*()-_+=[]{}|\;:"'<>,.?/"#.unicodeScalars.contains(scalar)
        }
        return scalar.properties.isWhitespace || scalar.value == 0xFEFF
    }
}
