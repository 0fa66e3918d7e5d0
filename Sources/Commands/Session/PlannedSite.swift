import Content
import Planning
import Rendering

/// What pages are made from: parts that were read together, and the plan of them.
struct PlannedSite: Sendable {
    private(set) var site: Site
    /// The versions of the texts that the site has.
    private(set) var files: LoadedFiles
    /// What was wrong with the plan when it was made.
    let errors: Set<String>

    init(_ site: Site, _ files: LoadedFiles, errors: Set<String>) {
        self.site = site
        self.files = files
        self.errors = errors
    }

    /// The library with other versions of some texts; nil if the plan would be another one. O(texts).
    func library(replacing texts: [LoadedText]) -> Library? {
        var library = site.library
        for text in texts {
            guard let replacement = library.replace(text),
                SitePlan.holds(after: replacement, in: library, site.configuration)
            else { return nil }
        }
        return library
    }

    /// Takes a library with which the plan holds.
    mutating func take(_ library: Library, _ files: LoadedFiles) {
        site = Site(
            configuration: site.configuration, library: library, plan: site.plan,
            theme: site.theme)
        self.files = files
    }

    /// Takes those texts of a later reading with which the plan holds; the others stay as they are.
    /// O(texts).
    mutating func follow(_ later: LoadedFiles) {
        var files = files
        var library = site.library
        files.follow(later) { text in
            var next = library
            guard let replacement = next.replace(text),
                SitePlan.holds(after: replacement, in: next, site.configuration)
            else { return false }
            library = next
            return true
        }
        take(library, files)
    }
}
