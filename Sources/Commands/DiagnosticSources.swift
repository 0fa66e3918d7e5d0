import Addresses
import Content
import Rendering

/// Where the text of a diagnostic's file comes from: the site, or the theme inside the program.
struct DiagnosticSources: Sendable {
    private let folder: SiteFolder

    init(_ folder: SiteFolder) {
        self.folder = folder
    }

    /// The bytes of a file; nil where it can't be read, so that the report goes without its line.
    func bytes(_ file: SourcePath) -> [UInt8]? {
        // Places of a text count in its repaired bytes.
        if file.isMarkdown, let text = try? folder.readText(file).0 { return text }
        if let bytes = try? folder.read(file) { return bytes }
        return ThemeFile.builtIn.first { $0.source == file }?.bytes
    }
}
