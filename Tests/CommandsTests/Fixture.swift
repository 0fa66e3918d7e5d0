import Foundation

/// A text file of Tests/Fixtures: a whole site, or the whole output of one.
enum Fixture {
    static func text(_ name: String) throws -> String {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: tests.appending(path: "Fixtures/" + name), encoding: .utf8)
    }
}
