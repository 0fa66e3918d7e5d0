import Addresses
import Diagnostics
import Testing

@testable import Content

/// Keys by which galley and other tools hide a text.
@Suite struct HidingTests {
    private func read(_ lines: String) -> (FrontMatter?, [String]) {
        let (head, found) = readHead(
            of: Array("---\n\(lines)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        return (head, found.map { "\($0.severity) \($0.id)" })
    }

    @Test(arguments: [
        ("hidden: true", true), ("hide: true", true), ("unlisted: true", true),
        ("hidden: yes", true),
        ("hidden: 'true'", true), ("hidden: false", false), ("hidden:", false),
        ("hidden: ''", false),
        ("hide: [toc, navigation]", false), ("hidden: false\nhide: true", true),
        ("build: {list: never}", true), ("_build: {list: false}", true),
        ("build: {list: local}", true),
        ("build: {list: always, render: always}", false), ("build:\n  list: true", false),
        ("headless: true", true), ("headless: false", false), ("extra: {hidden: true}", true),
        ("params:\n  hidden: true", true), ("x: 1", false),
    ])
    func readsWhatKeepsATextOffLists(lines: String, expected: Bool) {
        let (head, found) = read(lines)
        #expect(head?.isUnlisted == expected)
        #expect(found == [])
    }

    @Test(arguments: [
        ("headless: true", false, true), ("build: {render: never}", false, true),
        ("build: {render: false, publishResources: false}", false, false),
        ("build: {render: link}", false, true),
        ("_build:\n  render: Never\n  list: never", false, true),
        ("build: {render: always}", true, true), ("build: {}", true, true), ("build:", true, true),
    ])
    func readsWhatMakesNoPage(lines: String, page: Bool, files: Bool) {
        let (head, found) = read(lines)
        #expect(head?.makesPage == page)
        #expect(head?.publishesFiles == files)
        #expect(found == [])
    }

    @Test(arguments: [
        "build: {render: sometimes}", "build: {list: 3}", "build: {lst: never}",
        "build: {list: [never, x]}",
        "_build: true",
    ])
    func leavesOutATextWhoseBuildCannotBeRead(lines: String) {
        let (head, found) = read(lines)
        #expect(head == nil)
        #expect(found == ["error front-matter/wrong-type"])
    }

    @Test(arguments: [
        "password: abc123", "password: 20220425", "password: true", "Password: x", "encrypt: true",
        "params: {password: x}", "extra: {password: x}",
    ])
    func leavesOutATextBehindAPassword(lines: String) {
        let (head, found) = read(lines)
        #expect(head == nil)
        #expect(found == ["error front-matter/password"])
    }

    @Test(arguments: ["password:", "password: ''", "password: false", "encrypt: no", "password: ~"])
    func takesAnEmptyPasswordAsNone(lines: String) {
        let (head, found) = read(lines)
        #expect(head != nil)
        #expect(found == [])
    }

    @Test func readsWhichTextsACascadeHides() {
        for lines in [
            "cascade: {draft: true}", "cascade:\n  build: {render: never}",
            "cascade: [{hidden: true}]",
            "cascade:\n- target: {kind: page}\n  expiryDate: 2021-01-01", "cascade: {draft: maybe}",
            "cascade: {password: x}",
        ] {
            let (head, found) = readHead(
                of: Array("---\n\(lines)\n---\n".utf8), file: SourcePath("_index.md"),
                rules: HeadRules(zone: .utc, categories: .path))
            #expect(head?.hiddenBelow.count == 1)
            #expect(found == [])
        }
        for lines in ["cascade: {draft: false, type: docs}", "cascade: {version: 1}", "cascade:"] {
            #expect(read(lines).0?.hiddenBelow == [])
            #expect(read(lines).1 == [])
        }
    }

    @Test func readsTheDatesFromAndUntilWhichATextIsShown() {
        let (head, found) = read(
            "publishDate: 2021-01-02\nunpublishdate: 2022-01-03\nexpiryDate: 2021-06-01")
        #expect(found == [])
        #expect(head?.publishDate?.day == 2)
        // The earlier of two counts.
        #expect(head?.expires?.month == 6)
        // Hugo's `published` is a date.
        #expect(read("published: 2021-01-02").0?.publishDate?.day == 2)
        #expect(read("published: '2021-01-02'").0?.publishDate?.day == 2)
    }

    @Test(arguments: [
        ("drafts: true", "draft"), ("tgas: [a]", "tags"), ("titel: x", "title"),
        ("dat: 2021", "date"),
        ("catagories: a", "categories"), ("publised: true", "published"), ("hiden: true", "hidden"),
        ("desciption: x", "description"), ("passwrod: x", "password"),
        ("unlistd: true", "unlisted"),
        ("expire: 2021-01-01", "expires"), ("permalnk: /a/", "permalink"), ("Drfat: true", "draft"),
        ("ulr: /a", "url"), ("serie: a", "series"), ("publish-date: 2021-01-01", "publishDate"),
    ])
    func warnsOfAKeyThatIsOneEditFromAnother(line: String, meant: String) {
        let (head, found) = readHead(
            of: Array("---\n\(line)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(head != nil)
        #expect(found.map(\.id) == [.frontMatterMisspelled])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.fixes.first?.text == "write '\(meant)'")
    }

    @Test(arguments: [
        "toc", "math", "images", "data", "rate", "mate", "page", "pages", "list", "link", "links",
        "type", "cover2",
        "image1", "tip", "pic", "layout", "weight", "comments", "abbrlink", "keywords", "subtitle",
        "sidebar",
        "hits", "lead", "bang", "side", "uri", "pid", "stop", "mathjax", "menu", "id", "x", "",
    ])
    func takesOtherKeysForWhatTheyAre(key: String) {
        #expect(HeadKeys.nearest(to: key) == nil)
    }
}
