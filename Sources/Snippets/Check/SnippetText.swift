import Languages

/// The input of a checker in the process.
package struct SnippetText: Sendable {
    /// The block's text, UTF-8, each line ended by LF.
    package let code: [UInt8]
    package let info: InfoString
    /// The language of the label.
    package let language: Language
    /// The level that the author or the site requests.
    package let level: CheckLevel

    package init(code: [UInt8], info: InfoString, language: Language, level: CheckLevel = .parse) {
        self.code = code
        self.info = info
        self.language = language
        self.level = level
    }
}
