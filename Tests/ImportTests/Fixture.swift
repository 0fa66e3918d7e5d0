import Addresses
import Import

/// A site of another generator in memory.
func oldFiles(_ texts: [String: String]) -> OldFiles {
    OldFiles(texts.keys.map { SourcePath($0) }) { path in
        texts[path.string].map { Array($0.utf8) }
    }
}

/// The lines of a configuration that say something, without their comments.
func settings(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        String(line.firstRange(of: "  # ").map { line[..<$0.lowerBound] } ?? line)
    }
}

extension [OldAddress] {
    /// `post /a/`, sorted.
    var lines: [String] { map { "\($0.kind.rawValue) \($0.path)" }.sorted() }
}
