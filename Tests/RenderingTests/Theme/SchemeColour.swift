import Foundation

/// A colour of a style sheet in both schemes: `light-dark(#25231f, #d8d5ce)`, or one for both.
struct SchemeColour: Equatable {
    enum Scheme: CaseIterable {
        case light, dark
    }

    let light: RGB
    let dark: RGB

    /// nil where `text` is no hexadecimal colour and no pair of them.
    init?(_ text: Substring) {
        let pair = text.wholeMatch(of: /light-dark\(\s*(\S+)\s*,\s*(\S+)\s*\)/)
        guard let light = RGB(pair?.1 ?? text), let dark = RGB(pair?.2 ?? text) else { return nil }
        self.light = light
        self.dark = dark
    }

    subscript(scheme: Scheme) -> RGB { scheme == .light ? light : dark }

    /// An opaque sRGB colour.
    struct RGB: Equatable {
        /// 0…1 each.
        let channels: [Double]

        /// `#fff` or `#1a1b1d`.
        init?(_ text: Substring) {
            guard text.first == "#" else { return nil }
            let digits = text.dropFirst().compactMap(\.hexDigitValue)
            guard digits.count == text.count - 1, [3, 6].contains(digits.count) else { return nil }
            let pairs =
                digits.count == 3
                ? digits.map { $0 * 17 }
                : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
            channels = pairs.map { Double($0) / 255 }
        }

        /// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
        var luminance: Double {
            let linear = channels.map { channel in
                channel <= 0.04045
                    ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
            }
            return zip(linear, [0.2126, 0.7152, 0.0722]).map(*).reduce(0, +)
        }

        /// 1…21, whichever of the two is the text.
        /// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
        func contrast(with other: RGB) -> Double {
            let both = [luminance, other.luminance].sorted()
            return (both[1] + 0.05) / (both[0] + 0.05)
        }
    }
}
