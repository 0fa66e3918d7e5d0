import Addresses
import Diagnostics
import Testing

@testable import Content

@Suite struct FrontMatterDateTests {
    private func date(_ text: String) throws -> (String?, [String]) {
        let zone = try #require(Zone(identifier: "Asia/Shanghai"))
        let (head, found) = readHead(
            of: Array(text.utf8), file: SourcePath("a.md"), zone: zone, categories: .path)
        return (head?.date?.rfc3339, found.map { "\($0.id): \($0.summary)" })
    }

    @Test(arguments: [
        ("2021-08-12 22:18:10", "2021-08-12T22:18:10+08:00"),
        ("2018-4-3 9:05:00", "2018-04-03T09:05:00+08:00"),
        ("2018-4-3 9:05", "2018-04-03T09:05:00+08:00"),
        ("2018-4-3", "2018-04-03T00:00:00+08:00"),
        ("2013/7/13 20:46:25", "2013-07-13T20:46:25+08:00"),
        ("2013-07-13", "2013-07-13T00:00:00+08:00"),
        ("2021-08-12T22:18:10Z", "2021-08-12T22:18:10Z"),
        ("2021-08-12T22:18:10.123-03:30", "2021-08-12T22:18:10-03:30"),
        ("2021-08-12t22:18:10z", "2021-08-12T22:18:10Z"),
        ("2019-01-02 03:04:05 +0800", "2019-01-02T03:04:05+08:00"),
        ("2019-01-02 03:04:05 +08", "2019-01-02T03:04:05+08:00"),
        ("2019-01-02 03:04:05+09:00", "2019-01-02T03:04:05+09:00"),
        ("2019-01-02  03:04:05", "2019-01-02T03:04:05+08:00"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ])
    func readsDatesQuotedOrNot(text: String, expected: String) throws {
        for quoted in [text, "'\(text)'", "\"\(text)\"", "  \(text)   # since"] {
            let (found, problems) = try date("---\ndate: \(quoted)\n---\n")
            #expect(found == expected)
            #expect(problems == [])
        }
        let (json, _) = try date("{\"date\": \"\(text)\"}\n")
        #expect(json == expected)
    }

    @Test(arguments: [
        ("2021-08-12T22:18:10Z", "2021-08-12T22:18:10Z"),
        ("2021-08-12T22:18:10+09:00", "2021-08-12T22:18:10+09:00"),
        ("2021-08-12T22:18:10", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12 22:18:10", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12", "2021-08-12T00:00:00+08:00"),
        ("'2018-4-3 9:05'", "2018-04-03T09:05:00+08:00"),
    ])
    func readsDatesOfTOML(text: String, expected: String) throws {
        let (found, problems) = try date("+++\ndate = \(text)\n+++\n")
        #expect(found == expected)
        #expect(problems == [])
    }

    @Test(arguments: [
        "2021-02-30", "2021-13-01", "2021-00-10", "2021-01-01 24:00:00", "2021-01-01 10:61",
        "1900-02-29", "0000-01-01", "2021-01-01 10:00:00 +20:00",
    ])
    func refusesDaysThatDoNotExist(text: String) throws {
        let (found, problems) = try date("---\ndate: \(text)\n---\n")
        #expect(found == nil)
        #expect(
            problems == ["front-matter/bad-date: '\(text)' is no day or time of the calendar"])
    }

    @Test(arguments: [
        "yesterday", "2021", "12/08/2021", "2021-08/12", "2021-8", "20210812", "2021-08-12 x",
        "2021-08-12T22", "2021-08-12 22:18:10 CST", "2021-08-12 22:18:10 +8",
    ])
    func refusesWhatIsNoDate(text: String) throws {
        let (found, problems) = try date("---\ndate: \(text)\n---\n")
        #expect(found == nil)
        #expect(problems == ["front-matter/bad-date: '\(text)' is not a date"])
    }

    @Test func takesAnEmptyDateAsNone() throws {
        for text in ["date:", "date: ''", "date: null", "date: ~"] {
            let (found, problems) = try date("---\n\(text)\n---\n")
            #expect(found == nil)
            #expect(problems == [])
        }
    }

    @Test func readsTheDateInAFileName() throws {
        let parts = try #require(dateFromFileName("2019-01-02-slug.md"))
        #expect(parts == (2019, 1, 2, "slug.md"))
        #expect(try #require(dateFromFileName("2019-1-2-你好")) == (2019, 1, 2, "你好"))
        let zone = try #require(Zone(identifier: "Asia/Shanghai"))
        #expect(
            dateFromFileName("2019-01-02-slug", zone: zone)?.rfc3339 == "2019-01-02T00:00:00+08:00")
        for name in [
            "slug.md", "2019-02-30-a.md", "2019-01.md", "12019-01-02-a.md", "2019-01-023.md",
        ] {
            #expect(dateFromFileName(name) == nil)
        }
    }
}
