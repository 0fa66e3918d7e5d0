import Foundation
import TestSupport
import Testing

@testable import DataFormats

/// No text ends the process, takes more than its share of time, or is refused outside of itself.
struct TOMLHostileTests {
    private static let sound = """
        # c\r
        a = "x\\u4e2d\\n" # 中
        b = [1, {c = \"""\\
          x\""", d.e = -1.5e3}, '''y''', [ ], +inf ]
        [t."u v"]
        w = 1979-05-27 07:32:00.5-08:00
        [[m]]
        n = 07:32:00
        o = 0xdead_BEEF
        """

    private func check(_ bytes: [UInt8], _ what: @autoclosure () -> String) {
        do {
            let document = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
            _ = TaggedTOML(document.items)
        } catch {
            let isInside =
                error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count
                && (error.first?.upperBound ?? 0) <= bytes.count
            #expect(isInside, "\(what()): \(error)")
        }
    }

    @Test func survivesEveryTruncationAndEveryByteLost() {
        let bytes = Array(Self.sound.utf8)
        #expect(TOMLRendering.problem(Self.sound) == nil)
        for count in 0..<bytes.count {
            check(Array(bytes[..<count]), "first \(count)")
            check(Array(bytes[count...]), "from \(count)")
            check(Array(bytes[..<count] + bytes[(count + 1)...]), "without \(count)")
        }
    }

    @Test func survivesOtherBytesInAnyPlace() {
        let bytes = Array(Self.sound.utf8)
        let others = Array("\"'\\[]{}=.,#:+-_ \n\r0xeEZT".utf8) + [0, 0x7F, 0x80, 0xE4, 0xFF]
        for index in bytes.indices {
            for byte in others {
                var changed = bytes
                changed[index] = byte
                check(changed, "\(byte) at \(index)")
            }
        }
    }

    @Test func survivesMarksByChance() {
        let marks = Array("\"'\\[]{}=.,#:+-_ \n\r0123eETZtrufalsinxobu＝“".utf8) + [0, 0xFF]
        var chance = Chance(state: 15)
        for _ in 0..<3_000 {
            let count = chance.next(40)
            let bytes = (0..<count).map { _ in marks[chance.next(marks.count)] }
            check(bytes, "\(bytes)")
        }
    }

    @Test(arguments: [65, 1_000, 100_000])
    func refusesDeepNesting(levels: Int) {
        for text in [
            "a = " + String(repeating: "[", count: levels),
            "a = " + String(repeating: "{a=", count: levels),
            "a = " + String(repeating: "[{a=", count: levels / 2 + 1),
            String(repeating: "a.", count: levels) + "a = 1",
            "[" + String(repeating: "a.", count: levels) + "a]",
            "[[" + String(repeating: "a.", count: levels) + "a]]",
        ] {
            #expect(TOMLRendering.problem(text)?.kind == .tooDeep)
        }
        let nested = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(TOMLRendering.problem("a = \(nested)") == nil)
    }

    @Test(arguments: [
        "a = '", "a = \"", "a = \"\\", "'", "[", "a.", "a = [", "a = {", "#", "a = 1\n", "[[a]]\n",
        "\"\"\"", "a = '''", "a = [1,\n", "\\", "=", " ", "\r", "\r\n", "1_", "a = 2000-01-01 ",
        "＝", "“", "a = “", "a b ", "a = 1 ", "\u{FEFF}", "a = x ", "x,", "a = 'x' ",
    ])
    func takesTimeByLength(morsel: String) {
        let function = TextFunction("TOML", [morsel]) {
            _ = try? TOMLDocument(parsing: $0, in: $0.indices)
        }
        #expect(function.problems() == [])
    }

    /// Each name on a line of its own, in every form that looks something up.
    @Test func takesTimeByTheNumberOfKeys() {
        let forms = [
            "k№ = 1\n", "k.k№ = 1\n", "[k№]\n", "[k.k№.k]\n", "[[k]]\nk№ = 1\n",
            "\"\\u4e2d№\" = 1\n",
        ]
        let function = TextFunction("keys", forms) {
            _ = try? TOMLDocument(parsing: $0, in: $0.indices)
        }
        #expect(function.problems() == [])
    }
}
