/// The settings on which the meaning of a head depends, in addition to its bytes.
package struct HeadRules: Sendable {
    /// For dates without an offset.
    package var zone: Zone
    /// The meaning of `[A, B]`.
    package var categories: Configuration.CategoryMeaning
    /// Whether a text without brackets in `tags` and `categories` is split at white space.
    package var splitsTerms = false
    /// Whether only the head can give the text its date, so that an unreadable one leaves the text
    /// out.
    package var needsDate = false
    /// Keys other than `slug` and `permalink` that determine the address, by galley's own names.
    package var addressKeys: Set<String> = []

    package init(zone: Zone, categories: Configuration.CategoryMeaning) {
        self.zone = zone
        self.categories = categories
    }
}
