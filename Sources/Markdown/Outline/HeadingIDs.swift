import Text

/// Gives the headings of one document their ids.
struct HeadingIDs {
    private let style: MarkdownOptions.HeadingIDs
    private let pageIDs: Set<String>
    /// The ids in use, each with the next number to try.
    private var taken: [String: Int] = [:]

    /// The id of a heading without a letter or a digit.
    static let fallback = "section"

    /// - Parameters:
    ///   - reserved: the ids that authors gave. They stay; generated ones avoid them.
    ///   - pageIDs: ids of the page around the text, and of its footnotes.
    ///   - count: how many headings there are.
    init(
        _ style: MarkdownOptions.HeadingIDs, reserved: some Sequence<String>,
        pageIDs: Set<String> = [], count: Int
    ) {
        self.style = style
        self.pageIDs = pageIDs
        taken.reserveCapacity(count)
        for id in reserved { taken[id] = 1 }
    }

    /// The id for a heading's text in UTF-8: `a b` gives `a-b`, then `a-b-1`, `a-b-2`.
    mutating func next(for text: [UInt8]) -> String {
        let base: [UInt8]
        switch style {
        case .none: return ""
        case .github: base = Self.github(text)
        case .hexo: base = Self.hexo(text)
        }
        return unique(base.isEmpty ? Self.fallback : String(decoding: base, as: UTF8.self))
    }

    private mutating func unique(_ base: String) -> String {
        let known = taken.updateValue(1, forKey: base)
        guard known != nil || pageIDs.contains(base) else { return base }
        var number = known ?? 1
        while isTaken("\(base)-\(number)") { number += 1 }
        let id = "\(base)-\(number)"
        taken[base] = number + 1
        taken[id] = 1
        return id
    }

    private func isTaken(_ id: String) -> Bool { taken[id] != nil || pageIDs.contains(id) }

    /// As GitHub does (github-slugger): lower case; letters, marks, numbers, connectors, `-` and
    /// spaces are kept, each space as `-`. `gRPC 的 Channel（一）` gives `grpc-的-channel一`.
    static func github(_ text: [UInt8]) -> [UInt8] {
        var id: [UInt8] = []
        id.reserveCapacity(text.count)
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte < 0x80 {
                if byte == .space {
                    id.append(.hyphen)
                } else if byte.isLetter || byte.isDigit || byte == .hyphen || byte == .underscore {
                    id.append(byte.lowercased)
                }
                i += 1
                continue
            }
            let scalar = text.scalar(at: i)
            let width = UTF8.width(scalar)
            if scalar.isHan {
                id += text[i..<min(i + width, text.count)]
            } else if isWordScalar(scalar) {
                id += Array(scalar.properties.lowercaseMapping.utf8)
            }
            i += width
        }
        return id
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
    static func hexo(_ text: [UInt8]) -> [UInt8] {
        var id: [UInt8] = []
        id.reserveCapacity(text.count)
        var hasGap = false
        var i = 0
        while i < text.count {
            let scalar = text.scalar(at: i)
            i += UTF8.width(scalar)
            if scalar.value < 0x20 && !(0x09...0x0D).contains(scalar.value) { continue }
            if isHexoGap(scalar) {
                hasGap = true
                continue
            }
            if hasGap, !id.isEmpty { id.append(.hyphen) }
            hasGap = false
            id += Array(LatinAccents.removed(from: scalar).utf8)
        }
        return id
    }

    /// A separator to slugize: white space and ASCII punctuation.
    private static func isHexoGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar.isUnicodePunctuation || (0x09...0x20).contains(scalar.value)
            : scalar.isUnicodeWhitespace || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
    }
}
