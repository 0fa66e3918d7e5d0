/// Classes of scalars for Markdown, word counts and excerpts.
extension Unicode.Scalar {
    /// A CJK character as the amended emphasis rule defines it (markdown-cjk-friendly,
    /// "specification", Unicode 17): East Asian Width W, F or H except emoji, or Hangul.
    ///
    /// `中`, `ア`, `한`, `。` and `Ａ` are; `a`, `“`, `é` and `😀` are not.
    package var isCJK: Bool {
        switch value {
        case 0..<0x1100: false
        case 0x3041...0x30FF where value != 0x3097 && value != 0x3098: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60: true
        default: isHangul || (isEastAsianWide && !isEmojiPresentation)
        }
    }

    /// Script=Hangul: Korean, which separates words with spaces, unlike Chinese and Japanese.
    package var isHangul: Bool {
        switch value {
        case 0..<0x1100: false
        case 0xAC00...0xD7A3: true
        default: ScalarRanges.hangul.contains(self)
        }
    }

    /// Script=Han: a Chinese character of any of the languages that use them.
    package var isHan: Bool {
        switch value {
        case 0..<0x2E80: false
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: true
        default: ScalarRanges.han.contains(self)
        }
    }

    /// Hiragana or Katakana, with the sound marks that both share: `か`, `カ`, `ー`, `ｶ`, `゛`.
    package var isKana: Bool {
        value >= 0x3041 && !(0x3400...0xFF65).contains(value) && ScalarRanges.kana.contains(self)
    }

    /// Displayed as a picture by default: Emoji_Presentation (UTS 51), `😀` but not `㊗`.
    package var isEmojiPresentation: Bool {
        switch value {
        // Scalars before the first emoji, and those of CJK text, are not emoji.
        case 0..<0x231A, 0x2E80...0xFFFF: false
        default: properties.isEmojiPresentation
        }
    }

    /// Punctuation that is itself East Asian wide: `，`, `。`, `「`, `（`, `～`; not `“`, `…`, `·`, nor
    /// a wide sign that represents a word, such as `㊗`.
    package var isCJKPunctuation: Bool {
        switch value {
        case 0..<0x2329, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return false
        case 0xFF01...0xFF65: return isUnicodePunctuation
        default: break
        }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return isEastAsianWide
        default: return false
        }
    }

    /// Punctuation for emphasis in CommonMark 0.31: general category P or S.
    ///
    /// (0.30 uses ASCII punctuation and category P; the `~~` of GFM uses this.)
    package var isUnicodePunctuation: Bool {
        switch value {
        case 0..<0x80:
            switch value {
            case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
            default: false
            }
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
        default:
            switch properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
                .currencySymbol, .modifierSymbol, .otherSymbol:
                true
            default: false
            }
        }
    }

    /// General category P, at which cmark-gfm ends host names; excludes symbols such as emoji.
    package var isGeneralPunctuation: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    /// White space as CommonMark 0.30 defines it (section 2.1): category Zs, tab, LF, FF and CR.
    package var isUnicodeWhitespace: Bool {
        switch value {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}
