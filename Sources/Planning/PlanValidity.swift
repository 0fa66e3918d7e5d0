import Content

// Checks whether a plan is still valid after a text changed: most edits change a body or a title,
// and planning ten thousand posts takes longer than a reader of a preview wants to wait.
extension SitePlan {
    /// Whether this plan, made without a diagnostic, equals the plan with the new version of a text
    /// in place of the old one.
    ///
    /// Only values that the text's own page, cards and feeds show may differ; everything else,
    /// known to this function or not, must be equal.
    package static func holds(
        after replacement: Library.Replacement, in library: Library, _ configuration: Configuration
    ) -> Bool {
        // Whether the part of an address that comes from the title is unchanged.
        func titleHolds(_ old: String, _ new: String, _ head: FrontMatter) -> Bool {
            old == new
                || !((head.permalink ?? configuration.posts.permalink).contains("title"))
        }
        switch replacement {
        case .post(let index, let old):
            let new = library.posts[index]
            return old.date == new.date && old.slug == new.slug && old.pathSlug == new.pathSlug
                && old.bundle == new.bundle && old.isDraft == new.isDraft
                && old.isFuture == new.isFuture && old.head.planned == new.head.planned
                && titleHolds(old.title, new.title, new.head)
        case .page(let index, let old):
            let new = library.pages[index]
            return old.segments == new.segments && old.bundle == new.bundle
                && old.isDraft == new.isDraft && old.stub == new.stub
                && old.head.planned == new.head.planned
                && titleHolds(old.title, new.title, new.head)
        case .listText(let index, let old):
            let new = library.listTexts[index]
            return old.path == new.path && old.head.hiddenBelow == new.head.hiddenBelow
        }
    }
}

extension FrontMatter {
    /// The head without the values that no plan reads.
    fileprivate var planned: FrontMatter {
        var head = self
        head.title = nil
        head.updated = nil
        head.excerpt = nil
        head.description = nil
        head.cover = nil
        head.original = nil
        head.language = nil
        head.snippets = nil
        head.showsVerdicts = nil
        head.bodyOffset = 0
        // They occur only in diagnostics, and there were none.
        head.places = [:]
        return head
    }
}
