import Testing
import Text

@Suite struct ScalarClassTests {
    private func all(_ text: String, _ test: (Unicode.Scalar) -> Bool) -> Bool {
        text.unicodeScalars.allSatisfy(test)
    }

    @Test func takesForCJKWhatTheAmendedEmphasisRuleTakes() {
        #expect(all("中ア한。、Ａ（〰🈂㊗ᅡ﨑㐧ㇿ𰻞⻲︙㋐、\u{2EE5D}") { $0.isCJK })
        #expect(!"aé“”…·😀①⌚\u{FE00}\u{E0100}".unicodeScalars.contains { $0.isCJK })
    }

    @Test func tellsTheScriptsApart() {
        #expect(all("中々〇㐀𠀀") { $0.isHan && !$0.isKana && !$0.isHangul })
        #expect(all("かカーｶﾞ゛ㇰ㌀𛀀") { $0.isKana && !$0.isHan && !$0.isHangul })
        #expect(all("한가ㄱ㉠") { $0.isHangul && !$0.isHan && !$0.isKana })
        #expect(!"aé。，😀1".unicodeScalars.contains { $0.isHan || $0.isKana || $0.isHangul })
    }

    @Test func callsOnlyWidePunctuationCJKPunctuation() {
        #expect(all("，。、；：？！「」『』（）【】《》～︙") { $0.isCJKPunctuation })
        #expect(!",.“”‘’…—·中あ\u{3000}😀㊗🈂️".unicodeScalars.contains { $0.isCJKPunctuation })
    }

    @Test func agreesWithCommonMarkOnPunctuationAndWhitespace() {
        #expect(all("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”…€∇，") { $0.isUnicodePunctuation })
        #expect(!"a1 \u{A0}中é\u{301}\u{7F}".unicodeScalars.contains { $0.isUnicodePunctuation })
        #expect(
            all(" \t\n\u{C}\r\u{A0}\u{1680}\u{2003}\u{202F}\u{205F}\u{3000}") {
                $0.isUnicodeWhitespace
            })
        #expect(!"\u{B}\u{200B}a".unicodeScalars.contains { $0.isUnicodeWhitespace })
    }

    /// The fast paths and tables against the definition, over every scalar there is.
    @Test func answersAsTheDefinitionsDoForEveryScalar() {
        let odd = (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).first {
            $0.isCJK != ($0.isHangul || ($0.isEastAsianWide && !$0.properties.isEmojiPresentation))
                || ($0.isKana && !$0.isEastAsianWide) || ($0.isHan && !$0.isCJK)
        }
        #expect(odd == nil)
    }
}
