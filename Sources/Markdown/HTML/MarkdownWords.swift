/// The words that galley adds to the HTML of a document, in the site's language.
package struct MarkdownWords: Sendable, Hashable {
    /// Titles of callouts without one of their own.
    package var note = "Note"
    package var tip = "Tip"
    package var important = "Important"
    package var warning = "Warning"
    package var caution = "Caution"
    /// The name of the notes' section, for screen readers.
    package var footnotes = "Footnotes"
    /// The name of the link from a note back to the text; its number follows.
    package var backToText = "Back to reference"
    /// The label of a task's box, which has no other label: its state.
    package var taskDone = "Done"
    package var taskOpen = "To do"

    /// English.
    package init() {}

    package init(
        note: String, tip: String, important: String, warning: String, caution: String,
        footnotes: String, backToText: String, taskDone: String, taskOpen: String
    ) {
        self.note = note
        self.tip = tip
        self.important = important
        self.warning = warning
        self.caution = caution
        self.footnotes = footnotes
        self.backToText = backToText
        self.taskDone = taskDone
        self.taskOpen = taskOpen
    }

    /// The title of a callout without one of its own.
    package func title(of kind: CalloutKind) -> String {
        switch kind {
        case .note: note
        case .tip: tip
        case .important: important
        case .warning: warning
        case .caution: caution
        }
    }
}
