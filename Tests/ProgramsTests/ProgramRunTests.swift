import Foundation
import Testing

@testable import Programs

struct ProgramRunTests {
    private func run(
        _ script: String, input: String = "", time: Duration = .seconds(20)
    ) async -> ProgramRun.Result {
        await ProgramRun(
            ["/bin/sh", "-c", script], environment: ["GREETING": "hello"],
            input: Array(input.utf8), time: time
        ).run()
    }

    @Test func givesTheExitCodeAndBothStreams() async {
        let result = await run("echo out; echo err >&2; exit 3")
        #expect(
            result
                == .init(
                    ending: .exited(3), output: Array("out\n".utf8), errors: Array("err\n".utf8)))
    }

    @Test func feedsInputLargerThanAPipe() async {
        let text = String(repeating: "line\n", count: 200_000)
        let result = await run("cat", input: text)
        #expect(result.output == Array(text.utf8))
    }

    @Test func endsAsTheProgramEndsThoughInputIsLeft() async {
        let text = String(repeating: "line\n", count: 200_000)
        #expect(await run("exit 4", input: text).ending == .exited(4))
    }

    @Test func passesNothingButTheGivenEnvironment() async {
        let result = await run("echo \"$GREETING ${HOME-no home}\"")
        #expect(String(decoding: result.output, as: UTF8.self) == "hello no home\n")
    }

    @Test func killsTheWholeGroupAtTheEndOfItsTime() async {
        let start = ContinuousClock.now
        let result = await run("sleep 100 & sleep 100", time: .milliseconds(200))
        #expect(result.ending == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func saysThatAProgramIsMissing() async {
        let result = await ProgramRun(["/no/such/program"], environment: [:], time: .seconds(5))
            .run()
        guard case .failed = result.ending else {
            Issue.record("\(result.ending)")
            return
        }
    }
}
