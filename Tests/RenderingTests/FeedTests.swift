import Testing

@testable import Rendering

struct CDATATests {
    @Test func splitsTheEndOfASection() {
        var out: [UInt8] = []
        out.append(cdata: Array("a]]>b]]]>\u{8}c".utf8))
        #expect(
            String(decoding: out, as: UTF8.self)
                == "<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>c]]>")
    }
}
