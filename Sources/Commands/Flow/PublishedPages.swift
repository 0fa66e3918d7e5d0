import Planning
import Rendering

extension Site {
    /// The pages that have their address, as indices into the library's. The others gave way to a list,
    /// which was reported. O(pages).
    var publishedPages: [Int] {
        library.pages.indices.filter { index in
            plan.route(at: plan.pagePaths[index])?.content == .page(index)
        }
    }
}
