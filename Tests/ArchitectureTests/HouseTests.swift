import Foundation
import Testing

/// Rules of the house that a machine can hold.
struct HouseTests {
    @Test func noFileIsLongerThan600Lines() throws {
        for folder in ["Sources", "Tests"] {
            for file in try Repository.files(below: folder, extension: "swift") {
                let text = try Repository.text(file)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
                let isGenerated = text.split(separator: "\n").first?.contains("Generated") ?? false
                #expect(lines <= 600 || isGenerated, "\(file) has \(lines) lines")
            }
        }
    }

    @Test func noDrawersWithoutAMeaning() throws {
        let drawers = [
            "Utils", "Utilities", "Helpers", "Extensions", "Models", "Common", "Manager",
        ]
        for file in try Repository.files(below: "Sources", extension: "swift") {
            for part in file.split(separator: "/") {
                #expect(!drawers.contains { part.contains($0) }, "\(file)")
            }
        }
    }

    @Test func theThemeInsideTheProgramIsTheFolder() throws {
        let code = try Repository.text("Sources/CTheme/CTheme.c")
        let embedded = code.matches(of: /#embed "..\/..\/(themes\/paper\/[^"]+)"/)
            .map { String($0.output.1) }
        let listed = code.matches(of: /ROW\("([^"]+)"/).map { "themes/paper/" + $0.output.1 }
        let base = Repository.root.appending(path: "themes/paper").path
        let files = try Repository.files(below: "themes/paper", extension: "").filter { file in
            var isFolder: ObjCBool = false
            let path = base + file.dropFirst("themes/paper".count)
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        let sorted = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(embedded == sorted)
        #expect(listed == sorted)
    }

    @Test func theReadmeBeginsWithTheTwoCommands() throws {
        let readme = try Repository.text("README.md")
        let site = try #require(readme.range(of: "make site"))
        let test = try #require(readme.range(of: "make test"))
        #expect(readme.distance(from: readme.startIndex, to: site.lowerBound) < 1500)
        #expect(readme.distance(from: readme.startIndex, to: test.lowerBound) < 1500)
    }
}
