import Languages

/// What a checker in the process is given of a snippet.
package struct SnippetText: Sendable {
    /// The block's text, UTF-8, each line ended by LF.
    package let code: [UInt8]
    package let info: InfoString
    /// What the label means.
    package let language: Language
    /// How far the author or the site wants it checked.
    package let level: CheckLevel

    package init(code: [UInt8], info: InfoString, language: Language, level: CheckLevel = .parse) {
        self.code = code
        self.info = info
        self.language = language
        self.level = level
    }
}
