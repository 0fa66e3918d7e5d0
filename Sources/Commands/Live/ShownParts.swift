import Content
import Planning
import Rendering

/// What the pages of a preview are made from: parts that were read together, and the plan of them.
struct ShownParts: Sendable {
    let configuration: Configuration
    let theme: Theme
    var library: Library
    let plan: SitePlan
    var texts: LiveTexts
    /// What was wrong with the plan when it was taken.
    let errors: Set<String>

    /// Takes those texts of a later reading with which the plan holds; the others stay as they are.
    /// O(texts).
    mutating func follow(_ later: LiveTexts) {
        var texts = texts
        let configuration = configuration
        var library = library
        texts.follow(later) { text in
            var next = library
            guard let replacement = next.replace(text),
                SitePlan.holds(after: replacement, in: next, configuration)
            else { return false }
            library = next
            return true
        }
        self.texts = texts
        self.library = library
    }
}
