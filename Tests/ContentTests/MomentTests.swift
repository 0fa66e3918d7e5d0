import Testing

@testable import Content

@Suite struct MomentTests {
    @Test(arguments: [
        (1_628_777_890, 28_800, "2021-08-12T22:18:10+08:00", "Thu, 12 Aug 2021 22:18:10 +0800"),
        (0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
        (-1, 0, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
        (951_782_400, -12_600, "2000-02-28T20:30:00-03:30", "Mon, 28 Feb 2000 20:30:00 -0330"),
        // Local mean time of Shanghai, +08:05:43: the instant stays, the offset loses its seconds.
        (-2_208_988_800, 29_143, "1900-01-01T08:05:00+08:05", "Mon, 01 Jan 1900 08:05:00 +0805"),
    ])
    func printsInstantAndOffset(instant: Int, offset: Int, rfc3339: String, rfc822: String) {
        let moment = Moment(instant: Int64(instant), offset: Int32(offset))
        #expect(moment.rfc3339 == rfc3339)
        #expect(moment.rfc822 == rfc822)
    }

    @Test func givesCivilFieldsOfItsOwnOffset() {
        let moment = Moment(instant: 1_628_777_890, offset: 28_800)
        #expect(
            [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
                == [2021, 8, 12, 22, 18, 10])
    }

    @Test func ordersByTheInstantAlone() {
        #expect(Moment(instant: 1, offset: 3_600) < Moment(instant: 2, offset: 0))
    }

    @Test func countsEveryDayOfEightCenturies() {
        var expected = CivilDate(year: 1600, month: 1, day: 1).days
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...31 {
                    let date = CivilDate(year: year, month: month, day: day)
                    guard date.exists else { continue }
                    #expect(date.days == expected)
                    #expect(CivilDate(days: expected) == date)
                    expected += 1
                }
            }
        }
        #expect(expected == CivilDate(year: 2400, month: 1, day: 1).days)
    }
}
