import Addresses
import Content
import Foundation
import Testing

@testable import Rendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The three feeds as whole texts, with whatever a title may hold.
struct FeedTests {
    private func feed(entries: Bool = true) throws -> Feed {
        let address = try #require(SiteAddress("https://example.org/blog/"))
        let published = try #require(Moment("2021-03-08T21:30:00+08:00", zone: .utc))
        let updated = try #require(Moment("2021-04-01T00:00:00+08:00", zone: .utc))
        let hostile = FeedEntry(
            title: "a]]>b </title> <b> & \"q\" \u{8}\u{FFFE}",
            permalink: address.permalink(URLPath("/海/")),
            published: published, updated: updated, tags: ["C&A", "海"], summary: "x < y",
            content: Array("<p>]]></p>\u{1}\n".utf8), language: "en")
        let plain = FeedEntry(
            title: "第二", permalink: address.permalink(URLPath("/2/")), published: published,
            updated: nil, tags: [], summary: "", content: Array("<p>正文</p>\n".utf8), language: nil)
        return Feed(
            title: "海边 <手记>", description: "A & B", author: "林", language: "zh-CN",
            home: address.permalink(.root), address: address.permalink(URLPath("/feed")),
            entries: entries ? [hostile, plain] : [])
    }

    @Test func writesRSS() throws {
        let text = String(decoding: RSSFeed(feed: try feed()).bytes(), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
                xmlns:content="http://purl.org/rss/1.0/modules/content/" \
                xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel>
                <title>海边 &lt;手记&gt;</title>
                <link>https://example.org/blog/</link>
                <description>A &amp; B</description>
                <language>zh-CN</language>
                <lastBuildDate>Thu, 01 Apr 2021 00:00:00 +0800</lastBuildDate>
                <generator>galley</generator>
                <atom:link href="https://example.org/blog/feed" rel="self" \
                type="application/rss+xml"/>
                <item>
                <title>a]]&gt;b &lt;/title&gt; &lt;b&gt; &amp; &quot;q&quot; </title>
                <link>https://example.org/blog/%E6%B5%B7/</link>
                <guid isPermaLink="true">https://example.org/blog/%E6%B5%B7/</guid>
                <pubDate>Mon, 08 Mar 2021 21:30:00 +0800</pubDate>
                <dc:creator>林</dc:creator>
                <category>C&amp;A</category>
                <category>海</category>
                <description>x &amp;lt; y</description>
                <content:encoded><![CDATA[<p>]]]]><![CDATA[></p>
                ]]></content:encoded>
                </item>
                <item>
                <title>第二</title>
                <link>https://example.org/blog/2/</link>
                <guid isPermaLink="true">https://example.org/blog/2/</guid>
                <pubDate>Mon, 08 Mar 2021 21:30:00 +0800</pubDate>
                <dc:creator>林</dc:creator>
                <description></description>
                <content:encoded><![CDATA[<p>正文</p>
                ]]></content:encoded>
                </item>
                </channel>
                </rss>

                """)
    }

    @Test func writesAtom() throws {
        let text = String(decoding: AtomFeed(feed: try feed()).bytes(), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
                <title>海边 &lt;手记&gt;</title>
                <subtitle>A &amp; B</subtitle>
                <id>https://example.org/blog/</id>
                <link rel="alternate" type="text/html" href="https://example.org/blog/"/>
                <link rel="self" type="application/atom+xml" \
                href="https://example.org/blog/feed"/>
                <updated>2021-04-01T00:00:00+08:00</updated>
                <author>
                <name>林</name>
                </author>
                <generator>galley</generator>
                <entry xml:lang="en">
                <title>a]]&gt;b &lt;/title&gt; &lt;b&gt; &amp; &quot;q&quot; </title>
                <id>https://example.org/blog/%E6%B5%B7/</id>
                <link rel="alternate" type="text/html" \
                href="https://example.org/blog/%E6%B5%B7/"/>
                <published>2021-03-08T21:30:00+08:00</published>
                <updated>2021-04-01T00:00:00+08:00</updated>
                <category term="C&amp;A"/>
                <category term="海"/>
                <summary>x &lt; y</summary>
                <content type="html">&lt;p&gt;]]&gt;&lt;/p&gt;
                </content>
                </entry>
                <entry>
                <title>第二</title>
                <id>https://example.org/blog/2/</id>
                <link rel="alternate" type="text/html" href="https://example.org/blog/2/"/>
                <published>2021-03-08T21:30:00+08:00</published>
                <updated>2021-03-08T21:30:00+08:00</updated>
                <content type="html">&lt;p&gt;正文&lt;/p&gt;
                </content>
                </entry>
                </feed>

                """)
    }

    @Test func writesJSON() throws {
        let text = String(decoding: JSONFeed(feed: try feed()).bytes(), as: UTF8.self)
        #expect(
            text == #"""
                {
                  "version": "https://jsonfeed.org/version/1.1",
                  "title": "海边 \u003c手记>",
                  "home_page_url": "https://example.org/blog/",
                  "feed_url": "https://example.org/blog/feed",
                  "language": "zh-CN",
                  "description": "A & B",
                  "authors": [{"name": "林"}],
                  "items": [
                  {
                  "id": "https://example.org/blog/%E6%B5%B7/",
                  "url": "https://example.org/blog/%E6%B5%B7/",
                  "title": "a]]>b \u003c/title> \u003cb> & \"q\" ",
                  "date_published": "2021-03-08T21:30:00+08:00",
                  "date_modified": "2021-04-01T00:00:00+08:00",
                  "language": "en",
                  "summary": "x \u003c y",
                  "content_html": "\u003cp>]]>\u003c/p>\n",
                  "tags": ["C&A", "海"]
                  },
                  {
                  "id": "https://example.org/blog/2/",
                  "url": "https://example.org/blog/2/",
                  "title": "第二",
                  "date_published": "2021-03-08T21:30:00+08:00",
                  "content_html": "\u003cp>正文\u003c/p>\n",
                  "tags": []
                  }
                  ]
                }

                """#)
        #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil)
    }

    @Test(arguments: [true, false])
    func isWellFormedXML(_ hasEntries: Bool) throws {
        let feed = try feed(entries: hasEntries)
        for bytes in [RSSFeed(feed: feed).bytes(), AtomFeed(feed: feed).bytes()] {
            #expect(XMLParser(data: Data(bytes)).parse())
        }
    }

    @Test func anEmptyFeedHasNoDateOfTheBuild() throws {
        let feed = try feed(entries: false)
        let rss = String(decoding: RSSFeed(feed: feed).bytes(), as: UTF8.self)
        let atom = String(decoding: AtomFeed(feed: feed).bytes(), as: UTF8.self)
        let json = String(decoding: JSONFeed(feed: feed).bytes(), as: UTF8.self)
        #expect(!rss.contains("lastBuildDate"))
        #expect(atom.contains("<updated>1970-01-01T00:00:00Z</updated>"))
        #expect(json.contains("\"items\": [\n  ]"))
    }

    @Test func splitsTheEndOfACDATASection() {
        var out: [UInt8] = []
        out.append(cdata: Array("a]]>b]]]>\u{8}c".utf8))
        #expect(
            String(decoding: out, as: UTF8.self)
                == "<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>c]]>")
    }

    // MARK: Feeds of a site

    private func site() throws -> RenderedSite {
        var site = try RenderedSite()
        try site.post(
            "new", "2021-03-02",
            """
            Root [a](/old/), file [b](old.md), up [c](../../../01/01/old/#x), self [d](#part), \
            gone [e](gone/), out [f](https://example.com/), ![g](/img/g.png) \
            <img src="/img/g.png">

            ## Part

            Note.[^1]

            [^1]: Text.

            """
        ) { $0.tags = ["Go"] }
        try site.post("old", "2021-01-01", "Short.\n\n<!-- more -->\n\n# x\n") { $0.tags = ["go"] }
        site.asset("img/g.png")
        return site
    }

    @Test(arguments: ["/rss.xml", "/atom.xml", "/feed.json"])
    func everyLinkIsAbsolute(_ path: String) throws {
        let feed = try site().render(path).replacing("&quot;", with: "\"")
            .replacing("\\\"", with: "\"")
        let links = feed.matches(of: /(?:href|src)="([^"]*)"/).map { $0.output.1 }
        #expect(links.count > 8)
        // Notes lead to each other inside the entry, by ids that no other entry has.
        #expect(links.filter { !$0.hasPrefix("https://") } == ["#new-fn-1", "#new-fnref-1"])
        #expect(feed.contains("id=\"new-fn-1\""))
        #expect(links.contains("https://example.org/blog/2021/01/01/old/#x"))
        #expect(links.contains("https://example.org/blog/2021/03/02/new/#part"))
        #expect(links.contains("https://example.org/blog/img/g.png"))
        #expect(!feed.contains("id=\"part\""))
        #expect(!feed.contains("id=\"more\""))
    }

    @Test func showsExcerptsWhenAskedFor() throws {
        var site = try site()
        site.configuration.feeds.content = .excerpt
        let feed = try site.render("/rss.xml")
        #expect(feed.contains("<![CDATA[<p>Short.</p>\n]]>"))
    }

    @Test func endsAtTheLimit() throws {
        var site = try site()
        site.configuration.feeds.limit = 1
        let feed = try site.render("/atom.xml")
        #expect(feed.contains("<title>new</title>"))
        #expect(!feed.contains("<title>old</title>"))
    }

    @Test func aTermHasAFeedOfItsOwnUnderItsMergedName() throws {
        var site = try site()
        site.configuration.feeds.terms = true
        let feed = try site.render("/tags/Go/rss.xml")
        #expect(feed.contains("<channel>\n<title>Go · Notes</title>\n"))
        #expect(feed.contains("<link>https://example.org/blog/tags/Go/</link>"))
        #expect(feed.matches(of: /<category>Go<\/category>/).count == 2)
    }

    // MARK: Sitemap and robots.txt

    @Test func theSitemapGivesTrueDatesOnly() throws {
        var site = try RenderedSite()
        try site.post("海", "2021-03-02") { $0.updated = Moment("2021-04-01", zone: .utc) }
        site.page("about") { $0.aliases = ["/me/"] }
        #expect(
            try site.render("/sitemap.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://example.org/blog/2021/03/02/%E6%B5%B7/</loc>\
                <lastmod>2021-04-01T00:00:00Z</lastmod></url>
                <url><loc>https://example.org/blog/about/</loc></url>
                <url><loc>https://example.org/blog/archives/2021/03/</loc></url>
                <url><loc>https://example.org/blog/archives/2021/</loc></url>
                <url><loc>https://example.org/blog/archives/</loc></url>
                <url><loc>https://example.org/blog/categories/</loc></url>
                <url><loc>https://example.org/blog/</loc></url>
                <url><loc>https://example.org/blog/tags/</loc></url>
                </urlset>

                """)
        #expect(XMLParser(data: Data(try site.render("/sitemap.xml").utf8)).parse())
    }

    @Test func robotsNamesTheSitemap() throws {
        #expect(
            try RenderedSite().render("/robots.txt") == """
                User-agent: *
                Allow: /

                Sitemap: https://example.org/blog/sitemap.xml

                """)
    }
}
