import Addresses
import Testing

@testable import Content

/// Keys that hide a text and stand in no front matter.
struct StrayKeysTests {
    private func ids(_ text: String) -> [String] {
        let (head, found) = readHead(
            of: Array(text.utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        return (head == nil ? ["left out"] : []) + found.map(\.id.string)
    }

    @Test(arguments: [
        "{title: \"x\", draft: true}\nText", "{'title': 'x', 'draft': true}\nText",
        "{\n  title: 'x',\n  draft: true\n}\nText",
        "---json\n{\"title\": \"x\", \"draft\": true}\n---\n",
        "---js\n{\n\"draft\": true\n}\n---\n",
        ";;;json\n{\n\"title\": \"x\",\n\"draft\": true\n}\n;;;\n",
        "title = \"x\"\ndraft = true\n+++\nText", "title = \"x\"\npublished = false\n\nText",
        "draft：true\ntitle：x\n---\nText", "title:x\ndraft:true\n---\nText",
        "Title: x\nDraft: true\n\nText", "Title: x\r\nStatus: draft\r\n\r\nText",
        "# a note\ntitle: x\ndraft: true\n---\nText", "标题：x\ndraft: true\n---\nText",
        "[//]: # (note)\n---\ntitle: x\ndraft: true\n---\nText",
        "<br>\n---\ntitle: x\ndraft: true\n---\nText",
        "（草稿）\n---\ntitle: x\ndraft: true\n---\nText",
        "ï»¿---\ntitle: x\ndraft: true\n---\nText", "---\n---\ntitle: x\ndraft: true\n---\nText",
        "---\ntitle: x\n---\n---\ndraft: true\n---\nText",
        "---\ntitle: x\n---\ndraft: true\n---\nText",
        "---\ntitle: x\n...\ntags: [a]\nhidden: true\n---\nText",
        "---\n---\n---\ntitle: x\nhidden: true\n---\n",
        "Note\n\n---\ntitle: x\npassword: abc\n---\nText",
    ])
    func leaveTheTextOut(text: String) {
        #expect(ids(text) == ["left out", "front-matter/doubtful"])
    }

    @Test(arguments: [
        "Text\n\nMore: text\n\n---\n\nEnd",
        "Write this:\n\n```\n---\ntitle: x\ndraft: true\n---\n```\n",
        "Write this:\n\n    title: x\n    draft: true\n\nEnd", "Title: x\nDraft: false\n\nText",
        "Password: abc\n\nText", "status: open\n\nText", "{% raw %}\ndraft\n{% endraw %}\n",
        "<style>\n.a {\nvisibility: hidden\n}\n</style>\n", "Draft: this is one\n\nText",
        "---\ntitle: x\n---\n---\n\nText\n\n---\n",
        "---\ntitle: x\n---\nText\n---\ndraft: true\n---\n",
        "---\ntitle: x\n---\nNote: this\n---\n", "---\ntitle: x\n---\ndraft: true\n\nText",
        "Set draft: true\n\nto hide it", "Expires: 2020-01-01 says the label\n\nText",
    ])
    func areNoneInProse(text: String) {
        #expect(ids(text) == [])
    }

    @Test func areNotLookedForFarBelow() {
        let prose = String(repeating: "Some words.\n\n", count: 12)
        #expect(ids(prose + "draft: true\n\nText") == [])
    }

    @Test(arguments: [
        ("2020-01-01 10:00 Asia/Shanghai", "2020-01-01T10:00:00+08:00"),
        ("2020-01-01 10:00 Etc/GMT-8", "2020-01-01T10:00:00+08:00"),
        ("2020-01-01 10:00 America/New_York", "2020-01-01T10:00:00-05:00"),
        ("2020-01-01 10:00 pm Asia/Shanghai", "2020-01-01T22:00:00+08:00"),
    ])
    func datesMayHaveAnyZone(text: String, expected: String) {
        guard case .moment(let moment) = LooseDate.read(text, in: .utc) else {
            Issue.record("\(LooseDate.read(text, in: .utc))")
            return
        }
        #expect(moment.rfc3339 == expected)
    }

    @Test(arguments: ["publishDate", "expires"])
    func datesThatHideNeedAKnownZone(key: String) {
        #expect(
            ids("---\n\(key): 2020-01-01 10:00 BST\n---\n") == [
                "left out", "front-matter/bad-date",
            ])
        #expect(ids("---\ndate: 2020-01-01 10:00 BST\n---\n") == ["front-matter/bad-date"])
    }
}
