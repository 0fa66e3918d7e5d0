import Foundation
import TestSupport
import Testing

@testable import Snippets

/// Tools that are shell scripts: what the runner makes of good ones and of hostile ones.
struct ToolRunnerTests {
    /// A tool that is `/bin/sh` with a script; `$@` are its files.
    private func tool(
        _ script: String, _ mode: Tool.Mode = .batch,
        read: @escaping @Sendable (ToolOutput) -> [ToolReading] = { output in
            ToolLines.readings(of: output, ToolLines.findings(in: output.text))
        }
    ) -> Tool {
        Tool(
            "fake", commands: [["/bin/sh", "-c", script, "fake"]],
            versionArguments: [], arguments: [], mode: mode, read: read)
    }

    private func readings(
        _ tool: Tool, _ texts: [String], limits: ToolRunner.Limits = .patient
    ) async throws -> [ToolReading?] {
        var toolbox = Toolbox([tool])
        var versions = ToolVersions()
        await toolbox.probe(["fake"], &versions)
        let installed = try #require(toolbox["fake"])
        let requests = texts.map {
            ToolRequest("fake", [CheckedText(Array($0.utf8))], fileExtension: "txt")
        }
        let answers = await ToolRunner(toolbox, limits: limits)
            .answers(to: requests, known: ToolAnswers())
        return requests.map { answers[ToolAnswers.key($0.texts[0], $0, installed)] }
    }

    private let greps = """
        for f; do grep -n bad "$f" | sed "s/^\\([0-9]*\\):.*/$f:\\1:2: bad word/"; done; true
        """

    @Test func givesEachTextOfABatchItsOwnReading() async throws {
        let readings = try await readings(tool(greps), ["good", "a\nbad", "fine"])
        #expect(
            readings == [
                .accepted, .rejected([ToolFinding(line: 2, column: 2, "bad word")]), .accepted,
            ])
    }

    @Test func startsAToolForEachTextWhereItTakesOnlyOne() async throws {
        let one = tool("grep -q bad \"$1\" && echo \"$1:1: no\" && exit 3; exit 0", .each)
        let readings = try await readings(one, ["good", "bad"])
        #expect(
            readings == [.accepted, .rejected([ToolFinding(line: 1, column: nil, "no")])])
    }

    @Test func saysThatAToolCrashedRatherThanThatItAccepted() async throws {
        let readings = try await readings(
            tool("for f; do grep -q crash $f && kill -SEGV $$; done; true"),
            ["good", "crash", "fine"])
        #expect(readings == [.accepted, .crashed("crashed, signal 11"), .accepted])
    }

    @Test func saysThatAToolFailedWhereItNamedNoFile() async throws {
        let readings = try await readings(
            tool("grep -q odd $1 && echo 'internal error' && exit 70; true"), ["odd"])
        #expect(readings == [.crashed("internal error")])
    }

    @Test func aTextThatHangsAToolCostsNoOtherItsReading() async throws {
        let clock = try SignalClock()
        var limits = ToolRunner.Limits.patient
        limits.clock = clock
        let hang = "{ : >\(clock.folder.path)/$$; exec tail -f /dev/null; }"
        for mode in [Tool.Mode.batch, .each] {
            let readings = try await readings(
                tool("for f; do grep -q hang $f && \(hang); done; true", mode),
                ["good", "hang", "fine"], limits: limits)
            #expect(readings == [.accepted, .crashed("timed out"), .accepted])
        }
    }

    @Test func aTextThatMakesAToolWriteWithoutEndCostsNoOtherItsReading() async throws {
        var limits = ToolRunner.Limits.patient
        limits.fileSize = 1
        let readings = try await readings(
            tool("for f; do grep -q flood $f && exec yes; done; true"), ["good", "flood", "fine"],
            limits: limits)
        #expect(readings == [.accepted, .crashed("wrote too much"), .accepted])
    }

    @Test func killsWhatAToolLeavesRunning() async throws {
        let leaver = tool("tail -f /dev/null & echo $!") { output in
            let pid = output.text.split(separator: "\n").first.flatMap { Int($0) } ?? 0
            return output.files.map { _ in .rejected([ToolFinding(line: pid, column: nil, "pid")]) }
        }
        guard case .rejected(let findings)? = try await readings(leaver, ["x"])[0] else {
            Issue.record("no process identifier")
            return
        }
        let pid = pid_t(findings[0].line)
        try #require(pid > 1)
        #expect(ProcessState.ends(pid))
    }

    @Test func showsAToolAnEmptyFolderAndNothingOfTheEnvironment() async throws {
        let teller = tool("ls -A; env | cut -d= -f1 | sort; test -t 0; cat") { output in
            [.undecided(output.text)]
        }
        guard case .undecided(let text)? = try await readings(teller, ["x"])[0] else {
            Issue.record("no answer")
            return
        }
        let told = Set(
            text.split(separator: "\n").map { $0.hasSuffix("_0.txt") ? "0.txt" : String($0) })
        let known: Set = [
            "0.txt", "PATH", "LC_ALL", "TZ", "HOME", "TMPDIR", "TERM", "NO_COLOR", "RUSTUP_HOME",
            "PWD", "OLDPWD", "SHLVL", "_",
        ]
        #expect(told.isSuperset(of: ["0.txt", "PATH", "LC_ALL"]))
        #expect(told.subtracting(known) == [])
    }

    @Test func triesTheNextTextOnlyWhereTheFirstWasNotAccepted() async throws {
        let toolbox = await installed(tool(greps))
        let installedTool = try #require(toolbox["fake"])
        func text(_ text: String) -> CheckedText { CheckedText(Array(text.utf8)) }
        let request = ToolRequest("fake", [text("good"), text("never")], fileExtension: "txt")
        let other = ToolRequest("fake", [text("bad"), text("second")], fileExtension: "txt")
        let answers = await ToolRunner(toolbox, limits: .patient).answers(
            to: [request, other], known: ToolAnswers())
        #expect(answers.count == 3)
        #expect(answers[ToolAnswers.key(other.texts[1], other, installedTool)] == .accepted)
    }

    private func installed(_ tool: Tool) async -> Toolbox {
        var toolbox = Toolbox([tool])
        var versions = ToolVersions()
        await toolbox.probe([tool.name], &versions)
        return toolbox
    }

    @Test func asksNothingThatIsKnown() async throws {
        let toolbox = await installed(tool(greps))
        let request = ToolRequest(
            "fake", [CheckedText(Array("good".utf8))], fileExtension: "txt")
        let runner = ToolRunner(toolbox, limits: .patient)
        let first = await runner.answers(to: [request], known: ToolAnswers())
        #expect(first.count == 1)
        #expect(await runner.answers(to: [request], known: first).isEmpty)
    }

    @Test func readsVersionsAsProgramsWriteThem() {
        #expect(Toolbox.version(in: "go version go1.22.3 linux/amd64") == "go1.22.3")
        #expect(Toolbox.version(in: "cc (Debian 12.2.0-14+deb12u1) 12.2.0") == "12.2.0")
        #expect(Toolbox.version(in: "libprotoc 3.21.12") == "3.21.12")
        #expect(Toolbox.version(in: "GNU bash, version 5.2.15(1)-release") == "5.2.15")
        #expect(Toolbox.version(in: "no number") == nil)
    }

    @Test func givesNoWordToAToolThatIsNotThere() {
        let toolbox = Toolbox([
            Tool("gone", commands: [["galley-no-such-program"]], arguments: []) { _ in [] }
        ])
        #expect(!toolbox.has("gone"))
    }
}
