import Addresses
import Diagnostics
import Markdown

/// What `galley.toml` says, every key with its default filled in.
package struct Configuration: Sendable {
    package var site: Site
    package var build = Build()
    package var posts = Posts()
    package var archives = ListPages()
    package var terms = ListPages()
    /// The navigation, in order; nil: the theme's default (home, archives, tags, categories).
    package var menu: [MenuItem]?
    package var markdown = MarkdownOptions.standard
    package var highlight = Highlight()
    package var feeds = Feeds()
    package var search = Search()
    /// `[theme.params]` as written; the theme checks names and types.
    package var themeParameters: [String: Value] = [:]
    package var snippets = Snippets()
    package var publish = PublishSettings()
    package var serve = Serve()
    /// `[security.csp]`, for all targets and the preview.
    package var policy = PolicyAdditions()
    package var diagnostics = DiagnosticSettings()
    /// Where each key stands: `posts.permalink` to its place, for errors that later stages find.
    package var places: [String: Place] = [:]

    package init(site: Site) {
        self.site = site
    }

    /// `[site]`.
    package struct Site: Sendable {
        package var title: String
        package var address: SiteAddress
        /// BCP 47: `zh-CN`.
        package var language = "zh-CN"
        package var zone = Zone.utc
        package var description = ""
        package var author = ""
        package var license = ""
        /// The registration number that sites in China show.
        package var icp = ""

        package init(title: String, address: SiteAddress) {
            self.title = title
            self.address = address
        }
    }

    /// `[build]`: folders under the site's folder, and which posts count.
    package struct Build: Sendable {
        package var content = SourcePath("content")
        /// As written: relative to the site's folder, or absolute.
        package var output = "public"
        /// The configured output where the command line names another: it is no content either.
        package var replacedOutput: String?
        package var theme = "paper"
        package var drafts = false
        package var future = false
        /// Files and folders that are neither read nor copied.
        package var exclude: [PathPattern] = []
        /// Those that are, whatever else keeps them out.
        package var include: [PathPattern] = []
        /// Whether `exclude` keeps a file or folder out.
        package func excludes(_ path: SourcePath) -> Bool {
            exclude.match(path) && !include.match(path)
        }

        /// Whether expired texts are shown, to know the addresses that they had; no key sets it.
        package var expired = false

        /// With every default.
        package init() {}
    }

    /// `[posts]`.
    package struct Posts: Sendable {
        /// Under the content folder; empty: the content folder itself.
        package var folder = SourcePath("posts")
        package var permalink = "/:year/:month/:day/:slug/"
        /// 0: one page with all.
        package var perPage = 10
        package var excerpt = AutomaticExcerpt.auto
        /// In words, as ``WordCount`` counts them.
        package var excerptLength = 150
        package var categories = CategoryMeaning.path
        /// Whether `tags: a b` and `categories: a b` are two terms each, as in Jekyll.
        package var splitsTerms = false
        /// What `:category` gives for a post without one, as a name; empty: the part is dropped.
        package var defaultCategory = ""
        package var categoryToken = CategoryToken.first
        /// The folder of the list of posts where the site has a home page of its own; empty for none.
        package var list = "blog/"

        /// With every default.
        package init() {}
    }

    /// `[archives]` and `[terms]`: the lists besides that of the home page.
    package struct ListPages: Sendable {
        /// 0: one page with all; nil: as many as `[posts]` says.
        package var perPage: Int?

        /// With every default.
        package init() {}
    }

    /// What a listing shows of a post that has neither `excerpt` nor a marker.
    package enum AutomaticExcerpt: String, Sendable, CaseIterable {
        case auto, whole, none
    }

    /// What `categories: [A, B]` means.
    package enum CategoryMeaning: String, Sendable, CaseIterable {
        /// The one path A/B, as in Hexo.
        case path
        /// The two categories A and B, as in Hugo and Jekyll.
        case list
    }

    /// Which of a post's categories `:category` of a permalink gives.
    package enum CategoryToken: String, Sendable, CaseIterable {
        case first
        /// As in Hexo.
        case last
    }

    /// One entry of `[[menu]]`.
    package struct MenuItem: Sendable, Hashable {
        package let name: String
        /// As written: root-relative within the site, or absolute.
        package let url: String

        package init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }

    /// `[highlight]`.
    package struct Highlight: Sendable {
        package enum Listing: String, Sendable, CaseIterable {
            case figure, hexo
        }
        package var lineNumbers = true
        package var listing = Listing.figure

        /// With every default.
        package init() {}
    }

    /// `[feeds]`: file names at the root of the site; empty for none.
    package struct Feeds: Sendable {
        package enum Content: String, Sendable, CaseIterable {
            case full, excerpt
        }
        package var rss = "rss.xml"
        package var atom = "atom.xml"
        package var json = "feed.json"
        package var limit = 20
        package var content = Content.full
        /// A feed per tag and category too.
        package var terms = false

        /// With every default.
        package init() {}
    }

    /// `[search]`.
    package struct Search: Sendable {
        /// The folder of the search page and of its index; empty for none.
        package var page = "search/"
        /// Whether the words of listings are found too.
        package var code = true

        /// With every default.
        package init() {}
    }

    /// `[snippets]`; the names of languages and tools are checked where they are known.
    package struct Snippets: Sendable {
        package var wishes = SnippetWishes()
        /// Languages whose tools must be there.
        package var require: [String] = []
        /// An older place for ``DiagnosticSettings/baseline``, which it is read into.
        package var baseline = ""
        /// Whether pages show the verdicts.
        package var show = false
        /// Other commands for tools, each with its arguments.
        package var tools: [String: [String]] = [:]

        /// With every default.
        package init() {}
    }

    /// `[serve]`.
    package struct Serve: Sendable {
        /// Further hosts that a preview may be asked under.
        package var hosts: [HostPattern] = []

        /// With every default.
        package init() {}
    }

    /// `[diagnostics]`: ids whose severity the site changes, and what is known.
    package struct DiagnosticSettings: Sendable {
        package var warn: Set<String> = []
        package var off: Set<String> = []
        /// The file of findings that are known, relative to the site's folder; empty: the default
        /// one, where it is there.
        package var baseline = ""
        /// The address of docs/diagnostics.md, for reports; empty: not known.
        package var manual = ""

        /// With every default.
        package init() {}
    }
}
