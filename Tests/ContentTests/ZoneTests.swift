import Testing

@testable import Content

@Suite struct ZoneTests {
    @Test(arguments: [
        "UTC", "Asia/Shanghai", "Asia/Kolkata", "Asia/Chongqing", "Europe/Berlin",
        "America/Argentina/Buenos_Aires", "Etc/GMT-8", "America/Port-au-Prince",
    ])
    func knowsIdentifiers(identifier: String) throws {
        #expect(try #require(Zone(identifier: identifier)).identifier == identifier)
    }

    @Test(arguments: ["CST", "GMT+8", "asia/shanghai", "Asia/Nowhere", "", "/", "../etc/passwd"])
    func refusesAbbreviationsAndUnknownNames(identifier: String) {
        #expect(Zone(identifier: identifier) == nil)
    }

    @Test(arguments: [
        // The clocks skip 02:00 to 03:00; what falls into it is the time after.
        ("Europe/Berlin", [2021, 3, 28, 1, 59, 59], "2021-03-28T01:59:59+01:00"),
        ("Europe/Berlin", [2021, 3, 28, 2, 30, 0], "2021-03-28T03:30:00+02:00"),
        ("Europe/Berlin", [2021, 3, 28, 3, 0, 0], "2021-03-28T03:00:00+02:00"),
        // They show 02:00 to 03:00 twice; the first counts.
        ("Europe/Berlin", [2021, 10, 31, 2, 30, 0], "2021-10-31T02:30:00+02:00"),
        ("Europe/Berlin", [2021, 10, 31, 3, 0, 0], "2021-10-31T03:00:00+01:00"),
        ("America/New_York", [2021, 11, 7, 1, 30, 0], "2021-11-07T01:30:00-04:00"),
        ("Australia/Lord_Howe", [2021, 10, 3, 2, 15, 0], "2021-10-03T02:45:00+11:00"),
        // Samoa left out a whole day.
        ("Pacific/Apia", [2011, 12, 30, 12, 0, 0], "2011-12-31T12:00:00+14:00"),
        // China had summer time, from 1986 to 1991.
        ("Asia/Shanghai", [1988, 7, 1, 12, 0, 0], "1988-07-01T12:00:00+09:00"),
        ("Asia/Shanghai", [2021, 8, 12, 22, 18, 10], "2021-08-12T22:18:10+08:00"),
        ("UTC", [2021, 8, 12, 22, 18, 10], "2021-08-12T22:18:10Z"),
    ])
    func readsClocks(identifier: String, clock: [Int], expected: String) throws {
        let zone = try #require(Zone(identifier: identifier))
        let moment = zone.moment(
            year: clock[0], month: clock[1], day: clock[2], hour: clock[3], minute: clock[4],
            second: clock[5])
        #expect(moment.rfc3339 == expected)
    }

    @Test func clocksAndInstantsAgreeThroughAYear() throws {
        for identifier in ["Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu"] {
            let zone = try #require(Zone(identifier: identifier))
            for hour in 0..<(366 * 24) where hour % 7 == 0 {
                let moment = zone.moment(at: 1_577_836_800 + Int64(hour) * 3_600)
                let back = zone.moment(
                    year: moment.year, month: moment.month, day: moment.day, hour: moment.hour,
                    minute: moment.minute, second: moment.second)
                // The second of two equal times comes back as the first.
                #expect(back == moment || back.instant == moment.instant - 3_600)
            }
        }
    }
}
