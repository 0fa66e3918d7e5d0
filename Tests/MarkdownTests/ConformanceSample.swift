import Foundation

/// One case of the samples in `Tests/Fixtures/conformance`, which are ours and always run; the suites of
/// the specifications themselves lie beside the project, see ``ConformanceFolder``.
struct ConformanceSample {
    /// `section: rule`.
    let name: String
    let markdown: String
    let html: String

    /// The cases of one file, in its order.
    ///
    /// `@@ name`, a line end, Markdown, `@=`, HTML; the first line of the file's text before the first `@@`
    /// says what it holds. `→`, `␍` and `␀` are a tab, a carriage return and U+0000.
    static func cases(_ file: String) throws -> [ConformanceSample] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/conformance")
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return text.components(separatedBy: "\n@@ ").dropFirst().map { part in
            let name = part.prefix { $0 != "\n" }
            let rest = part.dropFirst(name.count + 1)
            let halves = rest.components(separatedBy: "\n@=\n")
            return ConformanceSample(
                name: String(name), markdown: decoded(halves[0]),
                html: decoded(halves.count > 1 ? halves[1] : "the case has no HTML"))
        }
    }

    private static func decoded(_ text: String) -> String {
        text.replacing("→", with: "\t").replacing("␍", with: "\r").replacing("␀", with: "\0")
    }
}
