import Foundation
import Testing

@testable import Commands

/// `_index.md` files whose names end with a language.
struct ListTextTests {
    private func site(_ files: String) throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration.replacing("\"en\"", with: "\"zh-CN\"")
                + "-- content/posts/2020-01-01-a.md\n---\ntags: [Go]\n---\nx\n" + files)
    }

    @Test(arguments: ["_index.zh.md", "_index.zh-cn.md"])
    func aTextInTheLanguageOfTheSiteIsThatOfTheList(name: String) async throws {
        let site = try site("-- content/tags/Go/\(name)\n---\ntitle: 围棋\n---\nthe words\n")
        #expect(try await site.build().ids == ["warning content/language-suffix"])
        #expect(site.page("tags/Go/index.html")?.contains("the words") == true)
        #expect(try site.outputText().components(separatedBy: "the words").count == 2)
    }

    @Test func aTextInAnotherLanguageIsReportedOnce() async throws {
        let site = try site(
            "-- content/tags/Go/_index.md\nthe words\n-- content/tags/Go/_index.en.md\nautres\n"
                + "-- content/archives/_index.en.md\nautres\n")
        let outcome = try await site.build()
        #expect(outcome.ids == ["warning content/language-suffix"])
        #expect(outcome.diagnostics.first?.summary.contains("2 texts") == true)
        #expect(site.page("tags/Go/index.html")?.contains("the words") == true)
        #expect(!(try site.outputText()).contains("autres"))
    }
}
