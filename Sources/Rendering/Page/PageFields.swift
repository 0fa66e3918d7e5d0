import Templates

/// A record whose fields layouts call by their name in snake case: `moreHref` is `more_href`, as
/// keys are written in galley.toml and theme.toml.
protocol SnakeCaseFields: TemplateFields {}

extension SnakeCaseFields {
    package var name: String {
        var out: [UInt8] = []
        for byte in "\(self)".utf8 {
            let isUpper = (0x41...0x5A).contains(byte)
            if isUpper { out.append(UInt8(ascii: "_")) }
            out.append(isUpper ? byte | 0x20 : byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// What every layout sees at its root; what a kind of page has not is empty.
enum RootField: Int, SnakeCaseFields {
    case site, assets, icons, feeds, menu, search, strings, theme, page
    case list, posts, years, children, terms, hasTerms, pager, post, redirect
    static var recordName: String { "root" }
    var kind: TemplateKind {
        switch self {
        case .site: .record(SiteField.self)
        case .assets: .record(ThemeAsset.listName)
        case .icons: .list(.record(IconField.self))
        case .feeds: .list(.record(FeedField.self))
        case .menu: .list(.record(MenuField.self))
        case .search: .record(SearchField.self)
        case .strings: .record(ThemeStrings.recordName)
        case .theme: .record(ThemeParameters.recordName)
        case .page: .record(PageField.self)
        case .list: .record(ListField.self)
        case .posts: .list(.record(PostField.self))
        case .years: .list(.record(YearField.self))
        case .children: .record(CrumbsField.self)
        case .terms: .list(.record(TermField.self))
        case .hasTerms: .flag
        case .pager: .record(PagerField.self)
        case .post: .record(PostField.self)
        case .redirect: .record(RedirectField.self)
        }
    }
}

/// The site: the same on every page.
enum SiteField: Int, SnakeCaseFields {
    case title, href, language, description, author, license, icp
    static var recordName: String { "site" }
    var kind: TemplateKind { .text }
}

/// One of the theme's own files, under its digest-named address; `integrity` is its SHA-384, as
/// `<script integrity>` wants it (https://www.w3.org/TR/SRI/).
enum AssetField: Int, SnakeCaseFields {
    case href, integrity
    static var recordName: String { "asset" }
    var kind: TemplateKind { .text }
}

/// A picture of the site's own that browsers show beside its title; `sizes` as
/// `<link rel="icon" sizes>` wants it (https://html.spec.whatwg.org/#attr-link-sizes).
enum IconField: Int, SnakeCaseFields {
    case href, type, sizes
    static var recordName: String { "icon" }
    var kind: TemplateKind { .text }
}

/// The search page, and the folder of the index that its script reads.
enum SearchField: Int, SnakeCaseFields {
    case href, index
    static var recordName: String { "search" }
    var kind: TemplateKind { .text }
}

/// One feed of the site.
enum FeedField: Int, SnakeCaseFields {
    case name, title, href, type
    static var recordName: String { "feed" }
    var kind: TemplateKind { .text }
}

/// One entry of the navigation.
enum MenuField: Int, SnakeCaseFields {
    case name, href, isCurrent
    static var recordName: String { "menu entry" }
    var kind: TemplateKind { self == .isCurrent ? .flag : .text }
}

/// What machines want to know of the page: its head.
enum PageField: Int, SnakeCaseFields {
    case title, documentTitle, description, permalink, type, locale, isIndexed, image
    case newerHref, olderHref, jsonLd
    static var recordName: String { "page" }
    var kind: TemplateKind {
        switch self {
        case .isIndexed: .flag
        case .image: .record(ImageField.self)
        case .jsonLd: .markup
        default: .text
        }
    }
}

/// A picture; `width` and `height` in pixels, if the file is the site's own and gives them.
enum ImageField: Int, SnakeCaseFields {
    case href, width, height, alt
    static var recordName: String { "image" }
    var kind: TemplateKind { self == .width || self == .height ? .number : .text }
}

/// The head of a list: its title, how many posts it has, and the text of its `_index.md`; of a
/// taxonomy, whether some of its terms are below others.
enum ListField: Int, SnakeCaseFields {
    case title, countText, text, isNested
    static var recordName: String { "list" }
    var kind: TemplateKind {
        switch self {
        case .text: .markup
        case .isNested: .flag
        case .title, .countText: .text
        }
    }
}

/// A post, on its own page or in a list; a page has a few of its fields.
///
/// First come the fields that archives have, then those that other lists have too, then those of the
/// post's own page, so that records end after the last field that they need.
enum PostField: Int, SnakeCaseFields {
    case title, href, language, date, updated, cover, categories, tags, hasTags, series, original
    case authors, hasAuthors, isByOthers, params, isDraft, isFuture
    case wordsText, minutesText, description, excerpt, moreHref, moreText, moreLabel, isSticky
    case newer, older, hasNeighbours, related, hasRelated
    case titleId, content, contents, hasContents, seriesPosts

    static var lastInArchives: PostField { .isFuture }
    static var lastInLists: PostField { .hasRelated }

    static var recordName: String { "post" }
    var kind: TemplateKind {
        switch self {
        case .title, .titleId, .href, .language, .description, .moreHref, .moreText,
            .moreLabel, .wordsText, .minutesText:
            .text
        case .cover: .record(ImageField.self)
        case .related: .list(.record(LinkField.self))
        case .date, .updated: .record(DateField.self)
        case .excerpt, .content: .markup
        case .contents: .list(.record(ContentsField.self))
        case .categories: .list(.record(CrumbsField.self))
        case .tags: .list(.record(TermField.self))
        case .series: .record(TermField.self)
        case .seriesPosts: .list(.record(SeriesPostField.self))
        case .hasContents, .hasTags, .isSticky, .isDraft, .isFuture, .hasNeighbours, .hasRelated,
            .hasAuthors, .isByOthers:
            .flag
        case .original: .record(OriginalField.self)
        case .authors: .list(.record(AuthorField.self))
        case .newer, .older: .record(LinkField.self)
        case .params: .free
        }
    }
}

/// A date: RFC 3339 for machines, and as the theme's language writes it.
enum DateField: Int, SnakeCaseFields {
    case machine, text, monthDay
    static var recordName: String { "date" }
    var kind: TemplateKind { .text }
}

/// A path of categories from the top, or the categories below one.
enum CrumbsField: Int, SnakeCaseFields {
    case terms
    static var recordName: String { "crumbs" }
    var kind: TemplateKind { .list(.record(TermField.self)) }
}

/// A tag, category or series; `depth` is 1 at the top.
enum TermField: Int, SnakeCaseFields {
    case name, href, count, depth
    static var recordName: String { "term" }
    var kind: TemplateKind { self == .count || self == .depth ? .number : .text }
}

/// The posts of one year in an archive.
enum YearField: Int, SnakeCaseFields {
    case year, href, text, posts
    static var recordName: String { "year" }
    var kind: TemplateKind {
        switch self {
        case .year: .number
        case .href, .text: .text
        case .posts: .list(.record(PostField.self))
        }
    }
}

/// One line of the table of contents; `depth` is 1 for the post's highest headings.
enum ContentsField: Int, SnakeCaseFields {
    case depth, href, text
    static var recordName: String { "contents entry" }
    var kind: TemplateKind { self == .depth ? .number : .text }
}

/// The article that a translation was made from.
enum OriginalField: Int, SnakeCaseFields {
    case title, href, author
    static var recordName: String { "original" }
    var kind: TemplateKind { .text }
}

/// Somebody who wrote a post; `href` where front matter has an address.
enum AuthorField: Int, SnakeCaseFields {
    case name, href
    static var recordName: String { "author" }
    var kind: TemplateKind { .text }
}

/// A link to a post.
enum LinkField: Int, SnakeCaseFields {
    case title, href
    static var recordName: String { "link" }
    var kind: TemplateKind { .text }
}

/// One post of a series, as each of its posts lists them.
enum SeriesPostField: Int, SnakeCaseFields {
    case title, href, isCurrent
    static var recordName: String { "series post" }
    var kind: TemplateKind { self == .isCurrent ? .flag : .text }
}

/// The place of this page of a list among its pages.
enum PagerField: Int, SnakeCaseFields {
    case isPaged, text, newerHref, olderHref, number, count
    static var recordName: String { "pager" }
    var kind: TemplateKind {
        switch self {
        case .isPaged: .flag
        case .number, .count: .number
        case .text, .newerHref, .olderHref: .text
        }
    }
}

/// Where an old address leads.
enum RedirectField: Int, SnakeCaseFields {
    case permalink, href, script
    static var recordName: String { "redirect" }
    var kind: TemplateKind { .text }
}
