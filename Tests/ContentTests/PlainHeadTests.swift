import TestSupport
import Testing

@testable import Content

/// What is read without libyaml means what libyaml says.
@Suite struct PlainHeadTests {
    private func plain(_ text: String) -> [RawEntry]? {
        let bytes = Array(text.utf8)
        return PlainHead.entries(in: bytes, 0..<bytes.count)
    }

    private func composed(_ text: String) -> [RawEntry]? {
        let bytes = Array(text.utf8)
        return try? YAMLReader(bytes, 0..<bytes.count).read()
    }

    @Test(arguments: [
        "title: 【译文】Go 的调度器：从入门到放弃\ndate: 2021-08-12 22:18:10\ntags: [Go, 调度, \"a: b\"]\n",
        "tags:\n- Go\n- 'C++'\ncategories:\n  - 后端\n  - Go 语言\ndraft:\n\ntop: true\n",
        "title: \"一个 # 两个\"\ndescription: a:b#c d-e (f) 'g'\nurl: /a/b?c=d\nempty: \"\"\n",
        "",
    ])
    func readsWhatMostHeadsAre(text: String) {
        #expect(plain(text) != nil)
        #expect(plain(text) == composed(text))
    }

    @Test(arguments: [
        "a: b\na: c\n", "a: b: c\n", "a: [b\n", "a: [译文] b\n", "a: @b\n", "a: \"b\\n\"\n",
        "a: 'b''c'\n",
        "a: b\n  c\n", "a:\n  b: c\n", "a:\n \n- b\n", "a: |\n  b\n", "a:\tb\n", "a: b\r\n",
        "a: &b c\n",
        "a: *b\n", "a: b # c\n", "- a\n", "a: []\n", "a: [b,]\n", "a: {b: c}\n", "a: b\u{2028}c\n",
        "a: C &amp *amp\n", "a: \"*b* and &b\"\n", "a: b[c\n", "a: 'b{c'\n",
        (0..<65).map { "k\($0): a\n" }.joined(), "a:\n- b\n - c\n", "a:\n- b: c\n", "? a\n",
        "a b: c\n", "\"a\": b\n", "# a\n", "...\n",
        "a: ''b\n",
    ])
    func leavesTheRestToLibyaml(text: String) {
        #expect(plain(text) == nil)
    }

    @Test func neverDiffersFromLibyaml() {
        let parts = [
            "title", "tags", "a-b", "x_1", "2018", ":", ": ", ":\n", "\n", "\n", "- ", "  - ", "-",
            " ", "  ",
            "[", "]", ", ", ",", "\"", "'", "''", "译文", "，", "“", "\u{3000}", "#", " #", "/", "(",
            "!", "&a",
            "*", "?", "|", ">", "%", "@", "`", "{", "}", "true", "null", "~", "1.5", "2021-08-12",
            "\\", ".",
            "...", "---", "\t", "\r", "é", "\u{85}", "\u{FEFF}", "=", "<<",
        ]
        let lines = [
            "title: 一 b\n", "date: 2021-08-12 22:18:10\n", "tags: [a, 中文, \"c\"]\n",
            "list:\n- a\n- b\n",
            "other:\n  - 'a'\n", "none:\n", "k: \"v\"\n",
        ]
        var chance = Chance(state: 5)
        var taken = 0
        for _ in 0..<30_000 {
            var text = (0..<chance.next(3)).map { _ in lines[chance.next(lines.count)] }.joined()
            text +=
                "key: " + (0..<chance.next(6)).map { _ in parts[chance.next(parts.count)] }.joined()
                + "\n"
            text += (0..<chance.next(4)).map { _ in parts[chance.next(parts.count)] }.joined()
            guard let plain = plain(text) else { continue }
            taken += 1
            if plain != composed(text) { Issue.record("\(text.debugDescription)") }
        }
        #expect(taken > 1_000)
    }
}
