import Addresses
import Markdown

/// A document of a text, as every test here makes it.
func document(
    _ text: String, _ options: MarkdownOptions = .standard, isHTML: Bool? = nil
) -> Document {
    Document(
        parsing: Array(text.utf8), file: SourcePath("a.md"), options: options, isHTML: isHTML)
}

/// The HTML of a text.
func html(
    _ text: String, _ options: MarkdownOptions = .standard, _ settings: HTMLSettings = .init()
) -> String {
    String(decoding: html(of: document(text, options), settings), as: UTF8.self)
}

/// `.standard` with changes.
func standard(_ change: (inout MarkdownOptions) -> Void) -> MarkdownOptions {
    var options = MarkdownOptions.standard
    change(&options)
    return options
}

/// Settings with changes.
func settings(_ change: (inout HTMLSettings) -> Void) -> HTMLSettings {
    var settings = HTMLSettings()
    change(&settings)
    return settings
}

extension Document {
    /// The ids of the diagnostics with the text at their places: `markdown/x: [^1]`.
    var findings: [String] {
        diagnostics.map { diagnostic in
            let text = diagnostic.place.map {
                String(decoding: source[$0.range], as: UTF8.self)
            }
            return "\(diagnostic.id): \(text ?? "")"
        }
    }
}
