import Addresses
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

struct LoadTests {
    /// 2020-01-01T00:00:00Z.
    let now: Int64 = 1_577_836_800

    private func load(
        _ site: SiteText, _ change: (inout Configuration) -> Void = { _ in }
    ) async throws -> (Library, [Diagnostic]) {
        let configuration = try Configuration.sample(change)
        let (list, _) = try scan(site.folder, configuration)
        return try await Content.load(list, from: site.folder, configuration, now: now)
    }

    @Test func ordersPostsNewestFirstThenBySource() async throws {
        let site = try SiteText(
            """
            -- content/posts/2018-02-01-b.md
            -- content/posts/2018-02-01-a.md
            -- content/posts/2019-02-01-c.md
            -- content/posts/z/2017-1-2-d.md
            """)
        let (library, diagnostics) = try await load(site)
        #expect(diagnostics == [])
        #expect(library.posts.map(\.slug) == ["c", "a", "b", "d"])
        #expect(library.posts.map(\.slug) == ["c", "a", "b", "d"])
    }

    @Test func takesTheTitleFromFrontMatterThenFirstHeadingThenFileName() async throws {
        let site = try SiteText(
            """
            -- content/a.md
            ---
            title: Given
            ---
            # Heading
            -- content/b.md
            Some text.

            # The *first* `heading`

            # The second
            -- content/c.md
            ```sh
            # no heading
            ```
            -- content/d.md
            在标题里
            ========
            -- content/e/index.md
            No heading.
            """)
        let (library, _) = try await load(site)
        #expect(
            library.pages.map(\.title) == ["Given", "The first heading", "c", "在标题里", "e"])
    }

    @Test func takesTheDateFromTheFileNameWhereThereIsNoKey() async throws {
        let site = try SiteText(
            """
            -- content/posts/2019-01-02-slug.md
            -- content/posts/2018-3-04-folder/index.md
            -- content/posts/2017-01-02-key.md
            ---
            date: 2016-05-06
            ---
            """)
        let posts = try await load(site).0.posts
        #expect(posts.map(\.slug) == ["slug", "folder", "key"])
        #expect(
            posts.map { $0.date.rfc3339.prefix(10) } == ["2019-01-02", "2018-03-04", "2016-05-06"])
    }

    @Test func leavesOutAPostWithoutADate() async throws {
        let site = try SiteText("-- content/posts/a.md")
        let (library, diagnostics) = try await load(site)
        let file = SourcePath("content/posts/a.md")
        #expect(library.posts.isEmpty)
        #expect(library.hidden == [Hidden(source: file, reason: .broken)])
        #expect(diagnostics.map(\.id) == [.noDate])
        #expect(diagnostics.map(\.severity) == [.error])
        #expect(diagnostics.first?.place == Place(file: file))
    }

    @Test func leavesOutATextWhoseFrontMatterIsBroken() async throws {
        let site = try SiteText(
            """
            -- content/posts/2019-01-02-a.md
            ---
            title: [
            ---
            -- content/posts/2019-01-02-b.md
            """)
        let (library, diagnostics) = try await load(site)
        #expect(library.posts.map(\.slug) == ["b"])
        #expect(library.hidden.map(\.reason) == [.broken])
        #expect(diagnostics.hasErrors)
    }

    static let drafts = """
        -- content/posts/2019-01-02-shown.md
        -- content/posts/2019-01-03-key.md
        ---
        draft: true
        ---
        -- content/_drafts/undated.md
        -- content/_drafts/deep/2018-01-01-dated.md
        -- content/_drafts/deep/cat.txt
        -- content/pages/_drafts/page.md
        -- content/posts/_drafts/bundle/index.md
        -- content/posts/_drafts/bundle/dog.txt
        -- content/posts/2019-01-04-b/index.md
        ---
        draft: true
        ---
        -- content/posts/2019-01-04-b/cow.txt
        """

    @Test func hidesDraftsAndTheirFiles() async throws {
        let (library, diagnostics) = try await load(try SiteText(Self.drafts))
        #expect(diagnostics == [])
        #expect(library.posts.map(\.slug) == ["shown"])
        #expect(library.pages.isEmpty)
        #expect(library.assets.isEmpty)
        #expect(library.hidden.count == 6)
        #expect(library.hidden.allSatisfy { $0.reason == .draft })
    }

    @Test func showsDraftsWithAnUndatedOneAmongTheNewest() async throws {
        let (library, diagnostics) = try await load(try SiteText(Self.drafts)) {
            $0.build.drafts = true
        }
        #expect(diagnostics == [])
        #expect(
            library.posts.map { "\($0.slug) \($0.date.rfc3339.prefix(10)) \($0.isDraft)" } == [
                "undated 2019-01-04 true", "b 2019-01-04 true", "bundle 2019-01-04 true",
                "key 2019-01-03 true", "shown 2019-01-02 false", "dated 2018-01-01 true",
            ])
        #expect(library.pages.map(\.segments) == [["page"]])
        #expect(library.pages.map(\.isDraft) == [true])
        #expect(library.assets.count == 3)
        #expect(library.hidden == [])
    }

    static let timed = """
        -- content/posts/2019-01-02-past.md
        -- content/posts/2020-06-01-soon.md
        -- content/posts/2021-01-01-later.md
        -- content/posts/2019-01-01-gone.md
        ---
        expires: 2019-12-31
        ---
        -- content/posts/2019-01-01-going.md
        ---
        expires: 2020-03-01
        ---
        -- content/old.md
        ---
        expires: 2019-01-01
        ---
        """

    @Test func hidesFutureAndExpiredTextsAndSaysUntilWhenThatHolds() async throws {
        let (library, _) = try await load(try SiteText(Self.timed))
        #expect(library.posts.map(\.slug) == ["past", "going"])
        #expect(library.pages.isEmpty)
        let reasons = library.hidden.map { hidden in
            switch hidden.reason {
            case .draft: "\(hidden.source.name) draft"
            case .withoutPage: "\(hidden.source.name) without a page"
            case .cascade, .broken, .excluded, .unwanted: "\(hidden.source.name) broken"
            case .future(let date): "\(hidden.source.name) future \(date.rfc3339.prefix(10))"
            case .expired(let date): "\(hidden.source.name) expired \(date.rfc3339.prefix(10))"
            }
        }
        #expect(
            reasons == [
                "old.md expired 2019-01-01", "2019-01-01-gone.md expired 2019-12-31",
                "2020-06-01-soon.md future 2020-06-01", "2021-01-01-later.md future 2021-01-01",
            ])
        // 2020-03-01T00:00:00Z, when "going" goes.
        #expect(library.decidedUntil == 1_583_020_800)
    }

    @Test func showsFutureTextsWhereConfigured() async throws {
        let (library, _) = try await load(try SiteText(Self.timed)) { $0.build.future = true }
        #expect(
            library.posts.map { "\($0.slug) \($0.isFuture)" } == [
                "later true", "soon true", "past false", "going false",
            ])
    }

    @Test func isDecidedForEverWhereNothingIsTimed() async throws {
        let site = try SiteText("-- content/posts/2019-01-02-a.md")
        #expect(try await load(site).0.decidedUntil == nil)
    }

    @Test func dropsPagesFolderFromAddressesOfPages() async throws {
        let site = try SiteText(
            """
            -- content/index.md
            -- content/pages/about.md
            -- content/pages/a b/c/index.md
            -- content/docs/2019-01-02-x.md
            -- content/docs/pages/y.md
            ---
            slug: z
            ---
            """)
        let (library, _) = try await load(site)
        #expect(
            library.pages.map { "\($0.source) \($0.segments)" } == [
                #"content/docs/2019-01-02-x.md ["docs", "2019-01-02-x"]"#,
                #"content/docs/pages/y.md ["docs", "pages", "z"]"#,
                #"content/index.md []"#,
                #"content/pages/a b/c/index.md ["a-b", "c"]"#,
                #"content/pages/about.md ["about"]"#,
            ])
        #expect(library.pages.compactMap(\.bundle?.string) == ["content/pages/a b/c"])
    }

    @Test func givesAssetsTheirPathsAndListTextsTheirFolders() async throws {
        let site = try SiteText(
            """
            -- content/posts/2019-01-02-a/index.md
            -- content/posts/2019-01-02-a/cat.txt
            -- content/_index.md
            -- content/tags/go/_index.md
            -- static/favicon.ico
            """)
        let (library, _) = try await load(site)
        #expect(
            library.assets.map { "\($0.source) \($0.path) \($0.isStatic)" } == [
                "content/posts/2019-01-02-a/cat.txt /posts/2019-01-02-a/cat.txt false",
                "static/favicon.ico /favicon.ico true",
            ])
        #expect(library.listTexts.map(\.path.string) == ["/", "/tags/go/"])
        #expect(library.posts.first?.bundle?.string == "content/posts/2019-01-02-a")
    }

    @Test func refusesATextThatIsTooLarge() async throws {
        let site = try SiteText("-- content/posts/")
        let bytes = [UInt8](repeating: 0x61, count: SiteFolder.largestText + 1)
        try site.write("content/posts/2019-01-02-a.md", bytes: bytes)
        let (library, diagnostics) = try await load(site)
        #expect(library.hidden.map(\.reason) == [.broken])
        #expect(diagnostics.map(\.id) == [.textTooLarge])
    }

    @Test func digestChangesWithEachByteNameAndFileAndNothingElse() async throws {
        let text = """
            -- content/posts/2019-01-02-a.md
            x
            -- content/cat.txt
            cat
            -- static/dog.txt
            dog
            """
        let site = try SiteText(text)
        let first = try await load(site).0.inputDigest
        #expect(try await load(try SiteText(text)).0.inputDigest == first)
        var seen: Set<ContentDigest> = [first]
        for (file, bytes) in [
            ("content/posts/2019-01-02-a.md", "y"), ("content/cat.txt", "cau"),
            ("static/dog.txt", "dot"), ("static/new", ""), ("content/_drafts/n.md", ""),
        ] {
            try site.write(file, bytes: Array(bytes.utf8))
            #expect(seen.insert(try await load(site).0.inputDigest).inserted, "\(file)")
        }
        try FileManager.default.moveItem(
            atPath: site.absolute("static/new"), toPath: site.absolute("static/old"))
        #expect(seen.insert(try await load(site).0.inputDigest).inserted)
    }

    @Test func keepsTheOrderOfThousandsOfFilesThatAreReadInParallel() async throws {
        let headers = (1...1000).map { "-- content/p\(10_000 + $0).md\n" }
        let (library, _) = try await load(try SiteText(headers.joined()))
        #expect(library.pages.map(\.title) == (1...1000).map { "p\(10_000 + $0)" })
    }
}
