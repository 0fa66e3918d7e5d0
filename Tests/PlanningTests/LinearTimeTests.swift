import Addresses
import Content
import TestSupport
import Testing

@testable import Planning

/// Whatever reads an address or a pattern of one takes time by its length.
struct LinearTimeTests {
    private static let functions: [TextFunction] = [
        TextFunction("a pattern of addresses", in: ("/", "/"), [":year/", ":a№", ":", "//", "../"])
        {
            _ = PermalinkPattern.parse(String(decoding: $0, as: UTF8.self))
        },
        TextFunction("a destination", ["../", "%20", "?a", "#", "a/", "://"]) {
            _ = DestinationParts(String(decoding: $0, as: UTF8.self))
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }

    /// Links that lead nowhere, to files of a name that many folders have.
    @Test func findsWhatABrokenLinkMeansInTimeByTheLinks() throws {
        var sites: [Int: (links: SiteLinks, count: Int)] = [:]
        for count in [500, 2000] {
            var site = try PlanFixture()
            for number in 0..<count { site.asset("a\(number)/Cover.png") }
            sites[count] = (site.plan().0.links, count)
        }
        func followAll(_ site: (links: SiteLinks, count: Int)?) {
            guard let site else { return }
            let (source, page) = (SourcePath("content/x.md"), URLPath("/x/"))
            for number in 0..<site.count {
                let link = "/b\(number)/cover.png"
                let target = site.links.target(of: link, from: source, at: page)
                _ = site.links.mistake(
                    in: link, leadingTo: target, from: source, at: page, isPicture: true)
            }
        }
        let problem = Growth.problem(from: 500, { sites[$0] }, followAll)
        #expect(problem == nil)
    }
}
