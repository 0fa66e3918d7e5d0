import Text

/// The size of an SVG file: `width` and `height` of its outermost element, else those of its
/// `viewBox` (SVG 2, sections 8.2 and 8.6).
struct SVGHead {
    private let bytes: [UInt8]

    /// In a valid file no element begins later.
    private static let longestProlog = 1 << 16

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = Array(bytes.prefix(Self.longestProlog))
    }

    /// nil without an `<svg` element, or without a usable size: `width="100%"` alone.
    func size() -> ImageSize? {
        guard let attributes = rootAttributes() else { return nil }
        let width = attributes["width"].flatMap(Self.pixels)
        let height = attributes["height"].flatMap(Self.pixels)
        let box = attributes["viewbox"].flatMap(Self.box)
        switch (width, height, box) {
        case (let width?, let height?, _): return Self.size(width, height)
        case (let width?, nil, let box?): return Self.size(width, width * box.height / box.width)
        case (nil, let height?, let box?): return Self.size(height * box.width / box.height, height)
        case (nil, nil, let box?): return Self.size(box.width, box.height)
        default: return nil
        }
    }

    private static func size(_ width: Double, _ height: Double) -> ImageSize? {
        guard width > 0, height > 0, width < 1e6, height < 1e6 else { return nil }
        return ImageSize(
            width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
    }

    /// A length in CSS pixels (CSS Values 3, section 6.2): `24`, `24px`; nil for `1.5em`.
    private static func pixels(_ text: String) -> Double? {
        let units: [(String, Double)] = [
            ("px", 1), ("pt", 4.0 / 3), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54),
            ("in", 96),
        ]
        let text = text.trimmed
        for (unit, factor) in units where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * factor }
        }
        return Double(text)
    }

    private static func box(_ text: String) -> (width: Double, height: Double)? {
        let numbers = text.split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }
            .map { Double($0) }
        guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width > 0,
            height > 0
        else { return nil }
        return (width, height)
    }

    /// The attributes of the first element, if it is `svg`; skips comments, declarations and a
    /// prefix such as `svg:`.
    private func rootAttributes() -> [String: String]? {
        var i = bytes.startIndex
        while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
            i = open + 1
            guard i < bytes.endIndex else { return nil }
            switch bytes[i] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): i = end(ofMarkup: i)
            default:
                let name = bytes[i...].prefix { !$0.isSpace && $0 != 0x3E && $0 != 0x2F }
                let local = name.split(separator: UInt8(ascii: ":")).last ?? name[...]
                guard local.elementsEqual("svg".utf8) else { return nil }
                return attributes(from: name.endIndex)
            }
        }
        return nil
    }

    private func end(ofMarkup start: Int) -> Int {
        let isComment = bytes[start...].starts(with: "!--".utf8)
        var i = start
        // A document type may hold declarations in brackets.
        var brackets = 0
        while i < bytes.endIndex {
            if isComment {
                if bytes[i...].starts(with: "-->".utf8) { return i + 3 }
            } else if bytes[i] == UInt8(ascii: "[") {
                brackets += 1
            } else if bytes[i] == UInt8(ascii: "]") {
                brackets -= 1
            } else if bytes[i] == UInt8(ascii: ">"), brackets <= 0 {
                return i + 1
            }
            i += 1
        }
        return i
    }

    /// By their names in lower case. XML has no value without quotes.
    private func attributes(from start: Int) -> [String: String] {
        var attributes: [String: String] = [:]
        var tag = TagReader(bytes, from: start, before: bytes.count)
        while let attribute = tag.next() {
            guard attribute.isQuoted else { return attributes }
            if attributes[attribute.name] == nil {
                attributes[attribute.name] = String(
                    decoding: bytes[attribute.value], as: UTF8.self)
            }
        }
        return attributes
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
