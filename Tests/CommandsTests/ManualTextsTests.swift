import Diagnostics
import Foundation
import Rendering
import Testing

@testable import Commands

/// The rules of a SARIF report have the texts of docs/diagnostics.md, for every id.
struct ManualTextsTests {
    private let rules = RuleTexts(page: Manual.diagnostics)

    @Test func thePageInTheProgramIsTheOneOfTheManual() throws {
        let page = try ReportFieldsTests.page("diagnostics.md")
        #expect(Manual.diagnostics == Array(page.utf8))
    }

    @Test func everyHeadingOfAnIDIsAnEntry() throws {
        let page = try ReportFieldsTests.page("diagnostics.md")
        let headings = page.matches(of: /\n### `([^`]+)`/).map { String($0.output.1) }
        #expect(headings.count > 140)
        #expect(rules.ids == headings.sorted())
    }

    @Test func everyEntrySaysWhatIsWrongAndWhatToDo() throws {
        for id in rules.ids {
            let entry = try #require(rules[Diagnostic.ID(id)])
            #expect(!entry.title.isEmpty && entry.title.count <= 320, "\(id): \(entry.title)")
            #expect(!entry.title.hasPrefix("Error") && !entry.title.hasPrefix("Warning"), "\(id)")
            #expect(!entry.title.contains("`") && !entry.description.contains("]("), "\(id)")
            // The example and the fix follow.
            #expect(entry.help.utf8.count > entry.description.utf8.count + 20, "\(id)")
            #expect(!entry.markdown.contains("](#"), "\(id)")
        }
    }

    @Test func aBlockThatFailsHasOneEntryForAllLanguages() throws {
        let id = Diagnostic.ID("snippet/go/parse")
        #expect(rules[id]?.title == "A code block fails")
        #expect(rules.anchor(of: id) == "snippetlanguagelevel")
        #expect(rules.anchor(of: Diagnostic.ID("link/broken")) == "linkbroken")
        #expect(rules[Diagnostic.ID("no/such")] == nil)
    }
}
