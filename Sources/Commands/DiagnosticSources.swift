import Addresses
import Content
import Rendering

/// Where the text of a diagnostic's file comes from: the site, or the theme inside the program.
struct DiagnosticSources: Sendable {
    private let files: CheckedFiles

    init(_ folder: SiteFolder) {
        self.init(CheckedFiles(folder: folder))
    }

    init(_ files: CheckedFiles) {
        self.files = files
    }

    /// The bytes of a file; nil where it can't be read, so that the report goes without its line.
    func bytes(_ file: SourcePath) -> [UInt8]? {
        // Places of a text count in its repaired bytes.
        let isText = file.isMarkdown || file.fileExtension == "mdx"
        if isText || files.replaced[file] != nil, let text = try? files.read(file).0 { return text }
        if let bytes = try? files.folder.read(file) { return bytes }
        return ThemeFile.builtIn.first { $0.source == file }?.bytes
    }
}
