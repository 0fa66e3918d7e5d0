import Foundation
import Testing
import Text

@Suite struct NormalFormTests {
    @Test func agreesWithFoundationOnEveryScalar() {
        let scalars = (0...0x3_FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        let differing = scalars.filter { scalar in
            // Alone, and behind characters that marks compose with.
            ["", "a", "か", "\u{1100}"].contains { base in
                let text = base + String(scalar)
                return !text.nfc.unicodeScalars.elementsEqual(
                    text.precomposedStringWithCanonicalMapping.unicodeScalars)
            }
        }
        #expect(differing == [])
    }

    @Test func composesWhatIsApart() {
        #expect(Array("e\u{301}".nfc.unicodeScalars) == ["\u{E9}"])
        #expect(Array("か\u{3099}".nfc.unicodeScalars) == ["が"])
    }
}
