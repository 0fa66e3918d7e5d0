import Addresses

extension Library {
    /// What a text was and what it is now, in a library that is the same but for it.
    package enum Replacement: Sendable {
        case post(Int, old: Post)
        case page(Int, old: Page)
        case listText(Int, old: ListText)
    }

    /// Puts another version of a text in the place of the one that the library has, so that a
    /// preview need not sort ten thousand posts anew for one word. O(texts), without a comparison of
    /// dates.
    ///
    /// - Returns: nil, with nothing done, where it would not stand in the same place: another date,
    ///   another kind, hidden before or after.
    package mutating func replace(_ text: LoadedText) -> Replacement? {
        switch text.outcome {
        case .post(let post):
            guard let index = posts.firstIndex(where: { $0.source == text.path }),
                case let old = posts[index], old.date == post.date, old.bundle == post.bundle
            else { return nil }
            posts[index] = post
            return .post(index, old: old)
        case .page(let page):
            guard let index = pages.firstIndex(where: { $0.source == text.path }),
                case let old = pages[index], old.bundle == page.bundle,
                old.within == page.within
            else { return nil }
            pages[index] = page
            return .page(index, old: old)
        case .listText(let listText):
            guard let index = listTexts.firstIndex(where: { $0.source == text.path }) else {
                return nil
            }
            let old = listTexts[index]
            listTexts[index] = listText
            return .listText(index, old: old)
        // A draft without a date has that of the newest post.
        case .undatedDraft, .hidden: return nil
        }
    }
}
