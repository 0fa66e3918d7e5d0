import Addresses
import Diagnostics
import Testing

@testable import Content

@Suite struct FrontMatterDateTests {
    private func date(_ text: String) throws -> (String?, [String]) {
        let zone = try #require(Zone(identifier: "Asia/Shanghai"))
        let (head, found) = readHead(
            of: Array(text.utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: zone, categories: .path))
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
        ("2015-01-03 22:54:43 GMT", "2015-01-03T22:54:43Z"),
        ("2015-01-03 22:54:43 UTC", "2015-01-03T22:54:43Z"),
        ("2024-01-01 00:00:00 -5", "2024-01-01T00:00:00-05:00"),
        ("2021-08-12 22:18:10 +8", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12 22:18:10 +530", "2021-08-12T22:18:10+05:30"),
        ("2021-08-12 22:18:10 GMT+8", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12 22:18:10 UTC+08:00", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12T22:18:10.1234567890123456789Z", "2021-08-12T22:18:10Z"),
        ("2021-08-12 22:18:10,5 +0800", "2021-08-12T22:18:10+08:00"),
        ("2015-12-08 19:01:14 EST", "2015-12-08T19:01:14-05:00"),
        ("2021-08-12 22:18:10 +0800 CST", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12 22:18:10.123 +0300 +03", "2021-08-12T22:18:10+03:00"),
        ("2015-12-08 19:01:14 JST", "2015-12-08T19:01:14+09:00"),
        // The site is in China, so that CST is China's.
        ("2021-08-12 22:18:10 CST", "2021-08-12T22:18:10+08:00"),
        ("2021-08-12 22:18:10 Europe/Berlin", "2021-08-12T22:18:10+02:00"),
        ("2021-08-12T22:18:10+08:00[Asia/Shanghai]", "2021-08-12T22:18:10+08:00"),
        ("Thu, 12 Aug 2021 22:18:10 +0800", "2021-08-12T22:18:10+08:00"),
        ("Thu, 12 Aug 2021 22:18:10 GMT", "2021-08-12T22:18:10Z"),
        ("12 Aug 2021", "2021-08-12T00:00:00+08:00"),
        ("12th August 2021 10:00", "2021-08-12T10:00:00+08:00"),
        ("August 12, 2021", "2021-08-12T00:00:00+08:00"),
        ("Aug 12 2021 10:18 PM", "2021-08-12T22:18:00+08:00"),
        ("Aug 12, 2021, 12:05 am", "2021-08-12T00:05:00+08:00"),
        ("Thu Aug 12 22:18:10 CST 2021", "2021-08-12T22:18:10+08:00"),
        ("Thu Aug  2 22:18:10 2021", "2021-08-02T22:18:10+08:00"),
        ("Thu Aug 12 2021 22:18:10 GMT+0800 (China Standard Time)", "2021-08-12T22:18:10+08:00"),
        ("2021年8月12日", "2021-08-12T00:00:00+08:00"),
        ("2021年08月12日 22时18分10秒", "2021-08-12T22:18:10+08:00"),
        ("2021年8月12日 星期四 下午 10:18", "2021-08-12T22:18:00+08:00"),
        ("2021.08.12", "2021-08-12T00:00:00+08:00"), ("20210812", "2021-08-12T00:00:00+08:00"),
        ("20210812T221810Z", "2021-08-12T22:18:10Z"),
        ("2021-08-12 22：18：10", "2021-08-12T22:18:10+08:00"),
        ("２０２１－０８－１２", "2021-08-12T00:00:00+08:00"),
        ("2021-08-12 Thu 22:18", "2021-08-12T22:18:00+08:00"),
        ("2021-08-12Z", "2021-08-12T00:00:00Z"),
        ("2021-08-12 22:18:10\u{200B}", "2021-08-12T22:18:10+08:00"),
    ])
    func readsDatesOfOtherTools(text: String, expected: String) throws {
        for source in ["---\ndate: \(text)\n---\n", "---\ndate: '\(text)'\n---\n"] {
            let (found, problems) = try date(source)
            #expect(found == expected)
            #expect(problems == [])
        }
    }

    @Test(arguments: [
        "2021-01-01 24:00:00", "2021-01-01 10:61", "2021-01-01 noon", "2021-01-01T22",
        "2021-01-01 x", "2021-01-01 13:00 PM", "2021-01-01 10:00 and more", "2021年1月1日晚",
        "Jan 1, 2021 at ten",
    ])
    func keepsTheDayOfATimeThatCannotBeRead(text: String) throws {
        let (found, problems) = try date("---\ndate: \(text)\n---\n")
        #expect(found == "2021-01-01T00:00:00+08:00")
        #expect(
            problems == [
                "front-matter/bad-date: '\(text)' has no time that can be read, "
                    + "so only the day counts"
            ])
    }

    @Test(arguments: [
        ("EST", "Australia/Sydney", "2021-07-01T10:00:00+10:00"),
        ("EST", "Europe/Berlin", "2021-07-01T10:00:00-05:00"),
        ("PST", "Asia/Manila", "2021-07-01T10:00:00+08:00"),
        ("PST", "Asia/Shanghai", "2021-07-01T10:00:00-08:00"),
        ("MST", "Asia/Shanghai", "2021-07-01T10:00:00-07:00"),
        ("BST", "Europe/London", "2021-07-01T10:00:00+01:00"),
        ("IST", "Asia/Kolkata", "2021-07-01T10:00:00+05:30"),
        ("CST", "Asia/Shanghai", "2021-07-01T10:00:00+08:00"),
    ])
    func takesAZoneOfSeveralForTheOneOfTheSite(
        name: String, site: String, expected: String
    ) throws {
        let zone = try #require(Zone(identifier: site))
        let (head, found) = readHead(
            of: Array("---\ndate: 2021-07-01 10:00 \(name)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: zone, categories: .path))
        #expect(head?.date?.rfc3339 == expected)
        #expect(found == [])
    }

    @Test(arguments: [
        ("CST", "It may mean +08:00, -06:00 or -05:00."),
        ("IST", "It may mean +05:30, +01:00 or +02:00."),
        ("BST", "It may mean +01:00, +06:00 or +11:00."),
    ])
    func saysWhatAnAmbiguousZoneMayMean(name: String, meanings: String) throws {
        let (head, found) = readHead(
            of: Array("---\ndate: 2021-07-01 10:00 \(name)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(head?.date?.rfc3339 == "2021-07-01T10:00:00Z")
        #expect(found.map(\.id) == [.frontMatterBadDate])
        #expect(found.first?.explanation == meanings)
    }

    @Test(arguments: [
        ("IST", "IST"), ("XYZ", "XYZ"), ("+20:00", "+20:00"), ("Mars/Olympus", "mars/olympus"),
    ])
    func takesATimeInTheSitesZoneWhereItsOwnIsUnknown(zone: String, name: String) throws {
        let (found, problems) = try date("---\ndate: 2021-01-01 10:00 \(zone)\n---\n")
        #expect(found == "2021-01-01T10:00:00+08:00")
        #expect(
            problems == [
                "front-matter/bad-date: '\(name)' is not one known time zone, "
                    + "so 'date' is in the site's"
            ])
    }

    @Test func readsAnAbbreviationOfSeveralZonesByTheSitesOwn() throws {
        func date(_ identifier: String) throws -> String? {
            let zone = try #require(Zone(identifier: identifier))
            let (head, _) = readHead(
                of: Array("---\ndate: 2021-12-08 19:01:14 CST\n---\n".utf8),
                file: SourcePath("a.md"), rules: HeadRules(zone: zone, categories: .path))
            return head?.date?.rfc3339
        }
        #expect(try date("America/Chicago") == "2021-12-08T19:01:14-06:00")
        #expect(try date("Asia/Taipei") == "2021-12-08T19:01:14+08:00")
        #expect(try date("Europe/Berlin") == "2021-12-08T19:01:14+01:00")
    }

    /// What a date that cannot be read costs: the text where it has no other, else the key alone.
    @Test func leavesOutATextWhoseOnlyDateCannotBeRead() throws {
        func read(_ lines: String, needsDate: Bool) -> (Bool, [Severity]) {
            var rules = HeadRules(zone: .utc, categories: .path)
            rules.needsDate = needsDate
            let (head, found) = readHead(
                of: Array("---\n\(lines)\n---\n".utf8), file: SourcePath("a.md"), rules: rules)
            return (head != nil, found.map(\.severity))
        }
        #expect(read("date: soon", needsDate: true) == (false, [.error]))
        #expect(read("date: soon", needsDate: false) == (true, [.warning]))
        #expect(read("date: soon\ndraft: true", needsDate: true) == (true, [.warning]))
        #expect(read("date: 2021-01-01 x", needsDate: true) == (true, [.warning]))
        #expect(read("updated: soon", needsDate: true) == (true, [.warning]))
        for key in ["expires", "expiryDate", "unpublishdate", "publishDate", "publishdate"] {
            #expect(read("\(key): soon", needsDate: false) == (false, [.error]))
            #expect(read("\(key): 2021-01-01 x", needsDate: false) == (false, [.error]))
            #expect(read("\(key):", needsDate: false) == (true, []))
        }
    }

    @Test(arguments: [
        "2021-02-30", "2021-13-01", "2021-00-10", "1900-02-29", "0000-01-01", "20211301",
    ])
    func refusesDaysThatDoNotExist(text: String) throws {
        let (found, problems) = try date("---\ndate: \(text)\n---\n")
        #expect(found == nil)
        #expect(
            problems == ["front-matter/bad-date: '\(text)' is no day or time of the calendar"])
    }

    @Test(arguments: [
        "yesterday", "2021", "12/08/2021", "2021-08/12", "2021-8", "1628777890", "Aug 2021",
        "May be 2021", "12 2021 Aug",
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
