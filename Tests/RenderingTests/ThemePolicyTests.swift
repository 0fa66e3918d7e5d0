import Content
import Diagnostics
import Testing

@testable import Rendering

/// What a theme declares for the Content-Security-Policy.
struct ThemePolicyTests {
    private typealias Sources = [PolicyAdditions.Directive: Set<String>]

    private func load(
        _ parameters: [String: Value] = [:], theme: String? = nil
    ) throws -> (Sources?, [String]) {
        var site = try RenderedSite()
        site.configuration.themeParameters = parameters
        if let theme { site.overrides["theme.toml"] = theme }
        let (loaded, diagnostics) = site.theme()
        return (
            loaded?.policy.sources,
            diagnostics.map { diagnostic in
                let at = diagnostic.place?.range.lowerBound ?? 0
                let line = (theme ?? "").utf8.prefix(at).count { $0 == 0x0A } + 1
                return "\(diagnostic.id) \(line): \(diagnostic.summary)"
            }
        )
    }

    @Test func declaresNothingForWhatIsOff() throws {
        #expect(try load().0 == [:])
    }

    @Test func declaresWhatEachServiceLoads() throws {
        #expect(
            try load(["giscus": .table(["repo": .string("a/b")])]).0 == [
                .script: ["https://giscus.app"], .style: ["https://giscus.app"],
                .frame: ["https://giscus.app"],
            ])
        #expect(
            try load(["utterances": .table(["repo": .string("a/b")])]).0 == [
                .script: ["https://utteranc.es"], .style: ["'unsafe-inline'"],
                .frame: ["https://utteranc.es"],
            ])
        #expect(
            try load(["waline": .table(["server": .string("https://talk.example.org/x")])]).0 == [
                .script: ["https://unpkg.com"], .style: ["https://unpkg.com"],
                .connect: ["https://talk.example.org"], .img: ["https:"],
            ])
        #expect(
            try load(["goatcounter": .table(["site": .string("https://me.goatcounter.com")])]).0
                == [
                    .script: ["https://gc.zgo.at"], .connect: ["https://me.goatcounter.com"],
                    .img: ["https://me.goatcounter.com"],
                ])
        #expect(
            try load(["umami": .table(["id": .string("1")])]).0 == [
                .script: ["https://cloud.umami.is"],
                .connect: [
                    "https://cloud.umami.is", "https://gateway.umami.is", "https://*.umami.dev",
                ],
            ])
        #expect(
            try load(["busuanzi": .table(["script": .string("//busuanzi.ibruce.info/b.js")])]).0
                == [
                    .script: ["https://busuanzi.ibruce.info"],
                    .connect: ["https://busuanzi.ibruce.info"],
                ])
    }

    @Test func namesAnInternationalHostAndReportsOneThatIsNone() throws {
        #expect(
            try load(["goatcounter": .table(["site": .string("https://统计.example.cn/x")])]).0?[
                .connect] == ["https://xn--lo0a64x.example.cn"])
        let (_, problems) = try load(["goatcounter": .table(["site": .string("https://a b/")])])
        #expect(
            problems.contains { $0.contains("needs an address with a host, not 'https://a b/'") })
    }

    /// A copy under static/ is of the site itself.
    @Test func needsNoSourceForAnAddressWithinTheSite() throws {
        let waline: [String: Value] = [
            "server": .string("https://talk.example.org:8360/"), "client": .string("/waline/"),
        ]
        #expect(
            try load(["waline": .table(waline)]).0
                == [
                    .script: [], .style: [], .connect: ["https://talk.example.org:8360"],
                    .img: ["https:"],
                ].filter { !$0.value.isEmpty })
    }

    @Test func aThemeReplacesATableOfTheThemeItStandsOn() throws {
        let theme = """
            [params]
            stats = "https://stats.example.org/s.js"
            [csp.giscus]
            when = "giscus.repo"
            frame = ["https://own.example.org"]
            [csp.stats]
            when = "stats"
            script = ["{stats}", "data:"]
            """
        #expect(
            try load(["giscus": .table(["repo": .string("a/b")])], theme: theme).0 == [
                .frame: ["https://own.example.org"],
                .script: ["https://stats.example.org", "data:"],
            ])
    }

    @Test func reportsWhatSaysNothing() throws {
        let theme = """
            [csp.a]
            when = "giscus.rep"
            script = ["{nowhere}"]
            [csp.b]
            scripts = ["https://a.example"]
            img = "https://a.example"
            style = ["unsafe-inline"]
            [csp]
            c = 3
            """
        #expect(
            try load(theme: theme).1 == [
                "theme/parameter 3: 'nowhere' is not a parameter of the theme",
                "theme/parameter 2: 'giscus.rep' is not a parameter of the theme",
                "theme/parameter 6: 'csp.b.img' must be a list, not text",
                "theme/unknown-key 5: unknown key 'csp.b.scripts'",
                "theme/parameter 7: 'csp.b.style' must have sources such as 'https://example.org', "
                    + "not 'unsafe-inline'",
                "theme/parameter 9: 'csp.c' must be a table, not a number",
            ])
    }
}
