import Content

// Whether a plan holds though a text changed: most edits are of a body or a title, and a plan of ten
// thousand posts takes longer to make than a reader of a preview wants to wait.
extension SitePlan {
    /// Whether this plan, made without a diagnostic, is the one that would be made with the new
    /// version of a text in the place of the old one.
    ///
    /// What only the text's own page, cards and feeds show may differ; everything else, known to
    /// this function or not, must be equal.
    package static func holds(
        after replacement: Library.Replacement, in library: Library, _ configuration: Configuration
    ) -> Bool {
        // The one part of an address that comes from the title.
        func titleHolds(_ old: String, _ new: String, _ head: Head) -> Bool {
            old == new
                || !((head.permalink ?? configuration.posts.permalink).contains(":title"))
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
                && old.isDraft == new.isDraft && old.head.planned == new.head.planned
                && titleHolds(old.title, new.title, new.head)
        case .listText(let index, let old):
            return old.path == library.listTexts[index].path
        }
    }
}

extension Head {
    /// The head without what no plan looks at.
    fileprivate var planned: Head {
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
        // They stand in diagnostics alone, and there were none.
        head.places = [:]
        return head
    }
}
