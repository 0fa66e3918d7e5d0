import Testing

@testable import Snippets

struct PlainYAMLTests {
    /// What listings are written in: none of it has to be composed.
    static let plain = [
        "a: 1\nb: two words, and more\n",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n    app.kubernetes.io/name: web\n",
        "spec:\n  ports:\n  - port: 80\n    name: http\n  - port: 443\n  type: NodePort\n",
        "- a\n- b: 1\n  c: 2\n-\n  d: 3\n- - x\n  - y\n",
        "# 说明\nkey: 值，中文（全角）  # 注释\nempty:\nlast: ~\n",
        "a: \"x: # y\"\nb: 'it'\nc: [1, \"b\", c-d]\nd: []\ne: {}\nf: {g: h, i: [j, \"前\"]}\n",
        "a: 1\n---\n- b\n---\nc: 2\n",
        "run: |\n  go test ./...\n\n    more: # no comment\n  end\nnext: >-\n  folded\n",
        "url: http://localhost:9090/metrics?x=1#top\nflag: -1\ntime: 10:30\n",
    ]

    /// What looks like it and is wrong, or is right and is left to libyaml.
    static let others = [
        "a: b: c\n", "a: 1\n  b: 2\n", "  a: 1\nb: 2\n", "a:\n    b: 1\n  c: 2\n", "a: \"x\n",
        "a: 'x' y\n", "a: [1, 2\n", "a: [1,, 2]\n", "- a\nb: 1\n", "a: 1\n- b\n", "a:\n\tb: 1\n",
        "a: @x\n", "a: &x 1\n", "a: |\n     \n  b\n", "a: x\n  y\n", "word\n", "a: \"\\q\"\n",
        "a: 1\n--- b\n", "a: {b:1}\n", "a: {b: 1,, c: 2}\n", "a: {b: 1\n", "a: [b: 1]\n",
        "a: 1\u{85}b: 2\n", "a: `x`\n", "- a: 1\n   b: 2\n",
        "a: |\n    b\n  c\n", "a: %x\n", "? a\n", "键: 1\n", "a: x #\tb\n",
    ]

    @Test(arguments: plain) func takesWhatListingsAreWrittenIn(_ text: String) {
        #expect(PlainYAML.accepts(Array(text.utf8)))
    }

    @Test(arguments: others) func leavesTheRestToLibyaml(_ text: String) {
        #expect(!PlainYAML.accepts(Array(text.utf8)))
    }

    /// Every text that is one change away from a sound one.
    @Test(arguments: plain) func takesNothingThatLibyamlRefuses(_ text: String) {
        let bytes = Array(text.utf8)
        let marks = Array(" \n\t-:#'\"[]{},|>&*!%@?x~.=".utf8)
        for index in bytes.indices where bytes[index] < 0x80 {
            var shorter = bytes
            shorter.remove(at: index)
            expectAgreement(shorter)
            for mark in marks {
                var changed = bytes
                changed[index] = mark
                expectAgreement(changed)
                var longer = bytes
                longer.insert(mark, at: index)
                expectAgreement(longer)
            }
        }
    }

    private func expectAgreement(_ text: [UInt8]) {
        guard PlainYAML.accepts(text), let problem = YAMLParse.problem(composing: text, of: text)
        else {
            return
        }
        Issue.record("\(String(decoding: text, as: UTF8.self)) has \(problem)")
    }
}
