import Testing
import Text

@Suite struct ScalarWidthTests {
    @Test(
        arguments: [
            ("a", 1), ("é", 1), ("中", 2), ("。", 2), ("Ａ", 2), ("ｱ", 1), ("한", 2), ("😀", 2),
            ("\u{301}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{1}", 0), ("\u{85}", 0), ("“", 1),
            ("…", 1), ("①", 1), ("\u{AD}", 1), ("\u{1161}", 0), ("₩", 1), ("￦", 2), ("𠀀", 2),
            ("\u{3000}", 2), ("⌚", 2), ("㊗", 2), ("🈂", 2), ("~", 1), (" ", 1),
        ] as [(Unicode.Scalar, Int)])
    func countsTerminalColumns(_ scalar: Unicode.Scalar, _ columns: Int) {
        #expect(scalar.columns == columns)
    }

    @Test func knowsEastAsianWidthAtTheEdgesOfItsRanges() {
        let wide: [UInt32] = [
            0x1100, 0x115F, 0x20A9, 0x3000, 0x303E, 0x3400, 0x4DBF, 0x4DC0, 0x4E00, 0x9FFF, 0xA000,
            0xAC00, 0xD7A3, 0xFF01, 0xFF61, 0xFFEE, 0x1F600, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD,
        ]
        let narrow: [UInt32] = [
            0x41, 0x10FF, 0x1160, 0x20A8, 0x20AA, 0x2018, 0x2026, 0x303F, 0x3040, 0x3097, 0xA48D,
            0xD7A4, 0xE000, 0xFF00, 0xFFBF, 0x1F5FA, 0x2FFFE, 0x40000,
        ]
        #expect(wide.filter { Unicode.Scalar($0)?.isEastAsianWide != true } == [])
        #expect(narrow.filter { Unicode.Scalar($0)?.isEastAsianWide != false } == [])
    }

    /// The committed table against the standard library: what emoji presentation implies.
    @Test func callsEveryEmojiWideThatIsShownAsAPicture() {
        let odd = (UInt32(0x231A)...0x1FFFF).compactMap(Unicode.Scalar.init).filter {
            $0.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains($0.value)
                && !$0.isEastAsianWide
        }
        #expect(odd == [])
    }
}
