/// What a head means depends on, besides its bytes.
package struct HeadRules: Sendable {
    /// Of dates without an offset.
    package var zone: Zone
    /// What `[A, B]` means.
    package var categories: Configuration.CategoryMeaning
    /// Whether a text without brackets in `tags` and `categories` is divided at white space.
    package var splitsTerms = false
    /// Whether nothing but the head can give the text its date, so that one that cannot be read leaves
    /// the text out.
    package var needsDate = false
    /// Keys besides `slug` and `permalink` that the address is made of, by galley's own names.
    package var addressKeys: Set<String> = []

    package init(zone: Zone, categories: Configuration.CategoryMeaning) {
        self.zone = zone
        self.categories = categories
    }
}
