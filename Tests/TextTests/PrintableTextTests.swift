import Testing

@testable import Text

struct PrintableTextTests {
    @Test func putsATextIntoOneLine() {
        #expect("a\r\nb\rc\nd".printableLine == "a b c d")
        #expect("\ta".printableLine == "    a")
        #expect("并发 “é” 👨‍👩‍👧".printableLine == "并发 “é” 👨‍👩‍👧")
    }

    @Test func leavesNothingThatATerminalObeys() {
        #expect(
            "\u{1B}[31m\u{7F}\u{9B}2J\u{0}\u{202E}\u{2069}\u{200F}\u{2028}x".printableLine
                == "\u{FFFD}[31m\u{FFFD}\u{FFFD}2J\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}x")
    }

    @Test func cutsLinesAtEveryLineBreakAndDropsBlankOnesAtTheEnd() {
        #expect("a\r\n\r\nb\u{2028}c\n \n\n".printableLines == ["a", "", "b", "c"])
        #expect("".printableLines == [])
    }

    @Test func cutsBehindANumberOfScalars() {
        #expect("并发编程".cut(to: 2) == "并发…")
        #expect("并发".cut(to: 2) == "并发")
        #expect("".cut(to: 0) == "")
    }
}

struct JSONWritingTests {
    @Test func setsCommasBetweenMembersAndElements() {
        var out: [UInt8] = []
        out.append(utf8: "{")
        out.append(member: "line", 3)
        out.append(member: "tool", nil)
        out.append(member: "words", "[")
        out.append(member: "list")
        out.append(utf8: "[")
        for number in [1, 2] {
            out.beginElement()
            out.append(decimal: number)
        }
        out.append(utf8: "]}")
        #expect(
            String(decoding: out, as: UTF8.self)
                == #"{"line": 3, "tool": null, "words": "[", "list": [1, 2]}"#)
    }

    @Test func escapesWhatATerminalObeys() {
        var out: [UInt8] = []
        out.append(json: "\u{1B}\u{9B}\u{202E}\u{7F}\u{0}<并\"\\\n")
        #expect(
            String(decoding: out, as: UTF8.self)
                == #""\u001b\u009b\u202e\u007f\u0000\u003c并\"\\\n""#)
    }
}
