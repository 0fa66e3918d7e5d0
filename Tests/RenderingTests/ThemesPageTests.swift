import Content
import Foundation
import Templates
import Testing

@testable import Rendering

/// docs/themes.md has every field of every record that layouts see, with its kind, and no other; and
/// the theme that it shows builds.
struct ThemesPageTests {
    private func name(_ kind: TemplateKind) -> String {
        switch kind {
        case .text: "text"
        case .markup: "HTML"
        case .flag: "flag"
        case .number: "number"
        case .list(let element): "list of " + name(element)
        case .record(let name): name
        case .free: "free"
        }
    }

    @Test func hasEveryFieldAndNoOther() throws {
        let site = try RenderedSite()
        let schema = try #require(site.theme().0).schema
        // Their fields are a theme's own.
        let own = ["strings", "theme", "assets"]
        let fields = schema.types.filter { !own.contains($0.name) && !$0.name.hasPrefix("theme.") }
            .flatMap { type in
                type.fields.map { "\(type.name).\($0.name) \(name($0.kind))" }
            }
        let documented = try ThemesPage().fields.map { "\($0.record).\($0.name) \($0.kind)" }
        let (page, code) = (Set(documented), Set(fields))
        #expect(page.subtracting(code).sorted() == [], "only on the page")
        #expect(code.subtracting(page).sorted() == [], "only in the program")
        #expect(documented.count == fields.count)
    }

    /// The files that the page shows, by their first line: `/* themes/plain/assets/plain.css */`.
    private func plainTheme() throws -> [String: String] {
        var files: [String: String] = [:]
        for match in try ThemesPage().text.matches(
            of: /\n```\w+\n([^\n]*themes\/plain\/([\w\/.]+)[^\n]*\n(?:[^`]|`(?!``))*)```/)
        {
            files[String(match.output.2)] = String(match.output.1)
        }
        return files
    }

    @Test func theMinimalThemeBuilds() throws {
        var site = try RenderedSite()
        try site.post("a", "2021-01-01", title: "First", "Text.\n")
        site.overrides = try plainTheme()
        #expect(
            site.overrides.keys.sorted() == [
                "assets/plain.css", "layouts/base.mustache", "theme.toml",
            ])
        site.configuration.themeParameters["motto"] = .string("in brief")
        #expect(site.theme().1.isEmpty)
        let page = try site.render("/2021/01/01/a/")
        #expect(
            page.hasPrefix("\n<!DOCTYPE html>\n<html lang=\"en\">\n") || page.hasPrefix("<!DOCTYPE")
        )
        #expect(page.contains("<p><a href=\"/blog/\">Notes</a> in brief</p>"))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"/blog/assets/plain."))
        #expect(page.contains("<title>First · Notes</title>"))
        #expect(page.contains("<p>Text.</p>"))
        for path in ["/", "/archives/", "/tags/", "/search/", "/404.html"] {
            #expect(try site.render(path).contains("in brief"), "\(path)")
        }
    }
}
