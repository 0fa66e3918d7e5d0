import Testing

@testable import Preview

struct QuietTimerTests {
    private let start = ContinuousClock.now

    @Test func isDueAfterTheQuiet() {
        var timer = QuietTimer()
        #expect(timer.remaining(start) == nil)
        timer.touch(start)
        #expect(timer.remaining(start) == .milliseconds(50))
        timer.touch(start + .milliseconds(30))
        #expect(timer.remaining(start + .milliseconds(50)) == .milliseconds(30))
        #expect(timer.remaining(start + .milliseconds(80)) == .zero)
        timer.reset()
        #expect(timer.remaining(start) == nil)
    }

    @Test func isDueThoughWritingNeverEnds() {
        var timer = QuietTimer()
        for step in 0..<40 { timer.touch(start + .milliseconds(25 * step)) }
        #expect(timer.remaining(start + .milliseconds(999)) == .milliseconds(1))
        #expect(timer.remaining(start + .seconds(1)) == .zero)
    }
}
