import Foundation
import Testing

@testable import Content

/// The tables of docs/configuration.md are those that ``ConfigurationTable/all`` declares: key, type,
/// range, default and meaning.
///
/// With `GALLEY_WRITE_MANUAL=1` the test writes them into the page.
struct ConfigurationManualTests {
    private static let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/configuration.md")

    /// Those whose keys this page lists; `[theme.params]` has the keys of a theme.
    private static let tables = ConfigurationTable.all.filter { $0.name != "theme" }

    private func header(_ columns: Int) -> [String] {
        let names =
            columns == 4
            ? ["key", "type", "default", "means"] : ["key", "of", "type", "default", "means"]
        return [line(names), "|" + String(repeating: "---|", count: columns)]
    }

    /// `| a | b |`; a cell without text is a blank.
    private func line(_ cells: [String]) -> String {
        cells.reduce("|") { $0 + ($1.isEmpty ? " |" : " " + $1 + " |") }
    }

    /// The lines of a table in the manual.
    private func lines(_ table: ConfigurationTable) -> [String] {
        let rows = table.rows()
        return header(rows.first?.count ?? 4) + rows.map(line)
    }

    /// Where the first table of a chapter lies among the page's lines; nil without one.
    private func place(ofTableBelow heading: String, in page: [String]) -> Range<Int>? {
        guard let chapter = page.firstIndex(of: "## `\(heading)`"),
            let start = page[chapter...].firstIndex(where: { $0.hasPrefix("|") })
        else { return nil }
        let end = page[start...].firstIndex { !$0.hasPrefix("|") } ?? page.count
        let next = page[(chapter + 1)...].firstIndex { $0.hasPrefix("## ") } ?? page.count
        return start < next ? start..<end : nil
    }

    @Test func hasEveryTableWithItsKeys() throws {
        var page = try String(contentsOf: Self.page, encoding: .utf8).components(separatedBy: "\n")
        let isWriting = ProcessInfo.processInfo.environment["GALLEY_WRITE_MANUAL"] == "1"
        for table in Self.tables {
            let range = try #require(
                place(ofTableBelow: table.heading, in: page), "no table below \(table.heading)")
            if isWriting {
                page.replaceSubrange(range, with: lines(table))
            } else {
                #expect(Array(page[range]) == lines(table), "\(table.heading)")
            }
        }
        if isWriting {
            try page.joined(separator: "\n").write(to: Self.page, atomically: true, encoding: .utf8)
        }
    }

    @Test func hasNoTableThatGalleyDoesNotKnow() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let headings = page.matches(of: /\n## `(\[+[\w.]+\]+)`/).map { String($0.output.1) }
        #expect(headings.filter { $0 != "[theme.params]" } == Self.tables.map(\.heading))
    }

    /// A table may have a key twice, for two kinds, and a name has one meaning for one kind.
    @Test func declaresEachKeyOnce() {
        for table in ConfigurationTable.all {
            let rows = table.rows()
            let names = rows.map { $0.count == 4 ? [$0[0]] : Array($0.prefix(2)) }
            #expect(Set(names).count == names.count, "\(table.heading)")
            #expect(rows.allSatisfy { $0.last?.isEmpty == false }, "\(table.heading)")
        }
    }

    @Test func namesTheVersionThatBroughtAKey() {
        let key = ConfigurationKey<Configuration.Search>.flag("code", \.code, "whether")
            .since("0.2.0")
        let table = ConfigurationTable("search", \.search, [key])
        #expect(table.rows() == [["`code`", "true or false", "`true`", "whether; since 0.2.0"]])
    }
}
