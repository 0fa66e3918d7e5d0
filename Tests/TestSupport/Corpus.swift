import Foundation

/// Texts of this repository that fuzzing begins with.
package enum Corpus {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All files below some folders whose names end so, in the order of their paths.
    package static func files(_ folders: [String], endings: [String]) -> [[UInt8]] {
        folders.flatMap { folder in
            let base = root.appending(path: folder)
            let names =
                FileManager.default.enumerator(atPath: base.path)?
                .compactMap { $0 as? String } ?? []
            return names.sorted().filter { name in endings.contains { name.hasSuffix($0) } }
                .compactMap { try? Array(Data(contentsOf: base.appending(path: $0))) }
        }
    }

    /// Where fuzzing leaves the inputs that failed.
    static let findings = root.appending(path: ".build/fuzz")

    /// What fuzzing found once, in `Tests/Fixtures/fuzz/NAME/`.
    static func found(_ name: String) -> [[UInt8]] {
        files(["Tests/Fixtures/fuzz/\(name)"], endings: [""])
    }
}
