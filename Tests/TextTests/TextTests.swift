import Testing

@testable import Text

struct ByteWritingTests {
    private func html(_ text: String) -> String {
        var out: [UInt8] = []
        out.append(html: text)
        return String(decoding: out, as: UTF8.self)
    }

    @Test func escapesWhatHTMLGivesMeaning() {
        #expect(html(#"a<b> & "c" 'd'"#) == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")
        #expect(html("") == "")
    }

    @Test func escapesBytesSoThatNoCombiningMarkHidesThem() {
        #expect(html("\u{600}<script") == "\u{600}&lt;script")
        #expect(html("x\"\u{301} onload=1") == "x&quot;\u{301} onload=1")
        #expect(html("&\u{200D}") == "&amp;\u{200D}")
    }

    /// Eight bytes are looked at together: every byte, at every offset in them.
    @Test func escapesEachByteWhereverItStands() {
        let entities: [UInt8: String] = [
            UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;", UInt8(ascii: "&"): "&amp;",
            UInt8(ascii: "\""): "&quot;", UInt8(ascii: "'"): "&#39;",
        ]
        for byte in UInt8.min...UInt8.max {
            for offset in 0..<17 {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 17)
                bytes[offset] = byte
                var out: [UInt8] = []
                out.append(html: bytes)
                let expected = bytes.flatMap { entities[$0].map { Array($0.utf8) } ?? [$0] }
                #expect(out == expected, "\(byte) at \(offset)")
            }
        }
    }

    @Test func writesNumbersInDecimalDigits() {
        for number in [0, 7, 10, 99, 100, -1, -10, 2_026, Int.max, Int.min] {
            var out: [UInt8] = []
            out.append(decimal: number)
            #expect(String(decoding: out, as: UTF8.self) == "\(number)")
        }
    }

    @Test func quotesBytesInJSONAsTheirText() {
        for text in ["", "a\"\\\n</script>\u{2028}\u{1}中"] {
            var ofText: [UInt8] = []
            var ofBytes: [UInt8] = []
            ofText.append(json: text)
            ofBytes.append(json: Array(text.utf8))
            #expect(ofText == ofBytes)
        }
    }

    @Test func dropsWhatXMLForbids() {
        var out: [UInt8] = []
        out.append(xml: "a\u{8}\u{0}\u{1B}b\u{FFFE}\u{FFFF}c\t\n<\u{FFFD}中")
        #expect(String(decoding: out, as: UTF8.self) == "abc\t\n&lt;\u{FFFD}中")
    }

    @Test func quotesJSONSoThatItMayStandInAScript() {
        var out: [UInt8] = []
        out.append(json: "a\"\\\n</script>\u{2028}\u{1}中")
        #expect(
            String(decoding: out, as: UTF8.self)
                == #""a\"\\\n\u003c/script>\u2028\u0001中""#)
    }
}

struct PercentCodingTests {
    @Test func encodesOnceAndKeepsWhatRFC3986Allows() {
        #expect(PercentCoding.encode(path: "/标/a b/") == "/%E6%A0%87/a%20b/")
        #expect(PercentCoding.encode(path: "/a%20b#?\"[]") == "/a%2520b%23%3F%22%5B%5D")
        #expect(PercentCoding.encode(path: "/!$&'()*+,;=:@-._~") == "/!$&'()*+,;=:@-._~")
    }

    @Test func keepsTheUnreservedAndWhatSegmentsAllow() {
        let plain = Set(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=:@")
        for byte in UInt8(0)..<0x80 {
            let character = Character(UnicodeScalar(byte))
            let coded = PercentCoding.encode(path: String(character))
            #expect((coded == String(character)) == plain.contains(character), "\(byte)")
        }
    }

    @Test func givesTheSameBytesBehindAPrefix() {
        for path in ["/标/a b/", "/a/b/", "", "中", "a中", "中a"] {
            let bytes = PercentCoding.bytes(ofPath: path, after: "/blog")
            #expect(
                String(decoding: bytes, as: UTF8.self) == "/blog" + PercentCoding.encode(path: path)
            )
            #expect(bytes.count == 5 + PercentCoding.encode(path: path).utf8.count)
        }
    }

    @Test func decodesWhatItEncodes() {
        for text in ["/标签/go 语言/", "/100%/", "/a+b/", "/é/"] {
            #expect(PercentCoding.decode(PercentCoding.encode(path: text)) == text)
        }
        #expect(PercentCoding.decode("%zz%4") == "%zz%4")
        #expect(PercentCoding.decode("%E6%A0") == nil)
    }
}

struct NearestNameTests {
    @Test func findsAMisspeltName() {
        #expect(nearestName(to: "per_pgae", in: ["permalink", "per_page"]) == "per_page")
        #expect(nearestName(to: "javasciprt", in: ["java", "javascript"]) == "javascript")
        #expect(nearestName(to: "Tags", in: ["tags"]) == "tags")
    }

    @Test func doesNotGuessWild() {
        #expect(nearestName(to: "xyz", in: ["tags", "title"]) == nil)
        #expect(nearestName(to: "", in: ["tags"]) == nil)
    }
}
