import Snippets
import Testing

@testable import Rendering

/// Galley's own reasons in the page's language; words of authors as they are.
struct VerdictNoteTests {
    private func text(_ verdict: Verdict, _ language: String) throws -> String {
        var site = try RenderedSite()
        site.configuration.site.language = language
        let theme = try #require(site.theme().0)
        return VerdictNote(theme.strings).text(verdict)
    }

    @Test(arguments: [
        (Verdict.unchecked("gofmt not run"), "未检查：没有运行 gofmt", "Not checked: gofmt not run"),
        (.unchecked("gofmt not found"), "未检查：找不到 gofmt", "Not checked: gofmt not found"),
        (
            .unchecked("no checker for brainfuck"), "未检查：没有 brainfuck 的检查器",
            "Not checked: no checker for brainfuck"
        ),
        (.unchecked("no language"), "未检查：没有写明语言", "Not checked: no language"),
        (.skipped("labelled as text"), "未检查：标为纯文本", "Not checked: labelled as text"),
        (.skipped("no reason given"), "未检查：没有写明原因", "Not checked: no reason given"),
        // Without words of this language.
        (
            .unchecked("nested too deeply"), "未检查", "Not checked: nested too deeply"
        ),
        (.unchecked("no language of this kind"), "未检查", "Not checked: no language of this kind"),
        // An author's.
        (.skipped("needs a GPU"), "未检查：needs a GPU", "Not checked: needs a GPU"),
    ])
    func givesAReason(_ verdict: Verdict, _ chinese: String, _ english: String) throws {
        #expect(try text(verdict, "zh-CN") == chinese)
        #expect(try text(verdict, "en") == english)
    }
}
