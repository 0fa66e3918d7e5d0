import Foundation
import Testing

/// docs/diagnostics.md lists every id that the code can give, and no other.
struct DiagnosticsPageTests {
    private func declared() throws -> Set<String> {
        let pattern = /Diagnostic\.ID\("([a-z0-9-]+\/[a-z0-9-\/]+)"\)/
        var ids: Set<String> = []
        for file in try Repository.files(below: "Sources", extension: "swift") {
            for match in try Repository.text(file).matches(of: pattern) {
                ids.insert(String(match.output.1))
            }
        }
        return ids
    }

    private func documented() throws -> Set<String> {
        let pattern = /\n### `([a-z0-9-\/]+)`/
        let page = try Repository.text("docs/diagnostics.md")
        return Set(page.matches(of: pattern).map { String($0.output.1) })
    }

    @Test func documentsEveryID() throws {
        #expect(try declared().subtracting(documented()).sorted() == [])
    }

    @Test func documentsNoIDThatIsGone() throws {
        #expect(try documented().subtracting(declared()).sorted() == [])
    }

    @Test func everyIDIsTriggeredByATest() throws {
        var tests = ""
        for file in try Repository.files(below: "Tests", extension: "swift") {
            tests += try Repository.text(file)
        }
        let names = try idNames()
        let untested = try declared().filter { id in
            !tests.contains(id) && !(names[id].map { tests.contains(".\($0)") } ?? false)
        }
        #expect(untested.sorted() == [])
    }

    /// The Swift name of each id: `static let noDate = Diagnostic.ID("content/no-date")`.
    private func idNames() throws -> [String: String] {
        let pattern = /static let (\w+)\s*=\s*Diagnostic\.ID\("([a-z0-9-\/]+)"\)/
        var names: [String: String] = [:]
        for file in try Repository.files(below: "Sources", extension: "swift") {
            for match in try Repository.text(file).matches(of: pattern) {
                names[String(match.output.2)] = String(match.output.1)
            }
        }
        return names
    }
}
