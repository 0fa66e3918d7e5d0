import Addresses
import Diagnostics
import Markdown

/// The contents of `galley.toml`, with every default filled in.
package struct Configuration: Sendable {
    package var site: Site
    package var build = Build()
    package var posts = Posts()
    package var pages = Pages()
    package var archives = ListPages()
    package var terms = Terms()
    /// `[redirects]`: old addresses of the site to the new ones, as written.
    package var redirects: [String: String] = [:]
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
    /// The place of each key: `posts.permalink` to its place, for errors of later stages.
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

        /// With every default, before title and address are read.
        init() { self.init(title: "", address: .unknown) }

        /// Whether the file gave title and address.
        var isComplete: Bool { !title.isEmpty && address != .unknown }
    }

    /// `[build]`: folders under the site's folder, and which posts are built.
    package struct Build: Sendable {
        package var content = SourcePath("content")
        /// As written: relative to the site's folder, or absolute.
        package var output = "public"
        /// The configured output if the command line names another: it is not content either.
        package var replacedOutput: String?
        package var theme = "paper"
        package var drafts = false
        package var future = false
        /// Files and folders to neither read nor copy.
        package var exclude: [PathPattern] = []
        /// Files and folders to include, whatever else excludes them.
        package var include: [PathPattern] = []
        /// Whether `exclude` matches a file or folder.
        package func excludes(_ path: SourcePath) -> Bool {
            exclude.match(path) && !include.match(path)
        }

        /// Whether expired texts are shown, to determine the addresses that they had; no key sets
        /// it.
        package var expired = false

        /// With every default.
        package init() {}
    }

    /// `[posts]`.
    package struct Posts: Sendable, Hashable {
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
        /// The name that replaces `:category` for a post without a category; empty: the part is
        /// dropped.
        package var defaultCategory = ""
        package var categoryToken = CategoryToken.first
        /// The folder of the list of posts on a site with a home page of its own; empty for none.
        package var list = "blog/"
        /// Whether addresses from the pattern are in lower case, as in Hugo.
        package var lowercase = false
        /// Whether `:path` keeps the name of an `index.md`, as in Hexo: `a/index`.
        package var keepsIndex = false
        package var offsets = OffsetMeaning.own
        package var aliases = AliasBase.site

        /// With every default.
        package init() {}
    }

    /// `[pages]`: the addresses of undated texts without a `permalink` of their own.
    package struct Pages: Sendable, Hashable {
        /// Empty: `/:path/`, and files in HTML keep their names.
        package var permalink = ""
        /// For the pages below a folder of content, by the folder; the innermost counts. `:path`
        /// begins below it.
        package var permalinks: [String: String] = [:]
        package var lowercase = false
        /// Whether an `_index.md` with a text is a page where galley has no list.
        package var sections = false

        /// With every default.
        package init() {}
    }

    /// `[terms]`: the lists and addresses of tags, categories and series.
    package struct Terms: Sendable {
        /// 0: one page with all; nil: the value of `[posts]`.
        package var perPage: Int?
        package var slug = TermSlug.galley
        /// Names that replace terms in addresses, before they become segments.
        package var map: [String: String] = [:]

        /// With every default.
        package init() {}

        /// A term as one segment of an address.
        package func segment(_ name: String) -> String {
            slug.segment(map.isEmpty ? name : map[name] ?? name)
        }
    }

    /// The day of a date that is written with an offset.
    package enum OffsetMeaning: String, Sendable, CaseIterable {
        /// As written.
        case own
        /// As clocks in the site's zone show it, as in Jekyll.
        case site
    }

    /// The folder that an alias without a leading `/` starts from.
    package enum AliasBase: String, Sendable, CaseIterable {
        case site
        /// The folder that contains the page, as in Hugo.
        case page
    }

    /// `[archives]`: the lists by year and month.
    package struct ListPages: Sendable {
        /// 0: one page with all; nil: the value of `[posts]`.
        package var perPage: Int?

        /// With every default.
        package init() {}
    }

    /// The part of a post in a listing if it has neither `excerpt` nor a marker.
    package enum AutomaticExcerpt: String, Sendable, CaseIterable {
        case auto, whole, none
    }

    /// The meaning of `categories: [A, B]`.
    package enum CategoryMeaning: String, Sendable, CaseIterable {
        /// The one path A/B, as in Hexo.
        case path
        /// The two categories A and B, as in Hugo and Jekyll.
        case list
    }

    /// The category of a post that replaces `:category` of a permalink.
    package enum CategoryToken: String, Sendable, CaseIterable {
        case first
        /// As in Hexo.
        case last
    }

    /// One entry of `[[menu]]`.
    package struct MenuItem: Sendable, Hashable {
        package var name: String
        /// As written: root-relative within the site, or absolute.
        package var url: String

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

    /// `[snippets]`; names of languages and tools are checked where they are known.
    package struct Snippets: Sendable {
        package var levels = CheckLevels()
        /// Languages whose tools are required.
        package var require: [String] = []
        /// An older key for ``DiagnosticSettings/baseline``, which receives its value.
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
        /// Further hosts under which the preview answers.
        package var hosts: [HostPattern] = []

        /// With every default.
        package init() {}
    }

    /// `[diagnostics]`: ids with another severity on this site, and the baseline.
    package struct DiagnosticSettings: Sendable {
        package var warn: Set<String> = []
        package var off: Set<String> = []
        /// The baseline file, relative to the site's folder; empty: the default file, if it exists.
        package var baseline = ""
        /// The address of docs/diagnostics.md, for reports; empty: unknown.
        package var manual = ""

        /// With every default.
        package init() {}
    }
}
