import Addresses
import Diagnostics
import Foundation
import Testing

@testable import Output

/// House: "Nothing changed, nothing done".
@Suite struct BuildStateTests {
    private typealias State = BuildState<[String: Int]>

    let site: TemporaryFolder
    let output: OutputFolder
    private let warning = Diagnostic.warning(
        .init("test/warning"), "标题 is 'odd'",
        at: Place(file: SourcePath("content/a.md"), range: 3..<9),
        explanation: "why", notes: [.init("here")], fixes: [.init("mend it")])

    init() throws {
        site = try TemporaryFolder()
        try site.build(["a": "A"])
        output = try OutputFolder(site.file("public"))
    }

    private func state(validFrom: Int64? = nil, validUntil: Int64? = nil) throws -> State {
        State(
            inputs: "digest", validFrom: validFrom, validUntil: validUntil,
            output: try #require(OutputFingerprint.of(output)), diagnostics: [warning],
            report: ["posts": 3, "exitCode": 1])
    }

    @Test func givesBackWhatTheLastBuildSaid() throws {
        try state(validFrom: -5, validUntil: 1_700_000_000).save(to: site.path)
        let loaded = try #require(State.load(from: site.path))
        #expect(loaded.diagnostics == [warning])
        #expect(loaded.report == ["posts": 3, "exitCode": 1])
        #expect(loaded.validFrom == -5)
        #expect(loaded.validUntil == 1_700_000_000)
        #expect(loaded.holds(inputs: "digest", now: 0, output: output))
        #expect(try site.names(".galley") == ["build.json"])
    }

    @Test func holdsOnlyForTheSameInputsAndAnUntouchedOutput() throws {
        let state = try state()
        #expect(state.holds(inputs: "digest", now: 0, output: output))
        #expect(!state.holds(inputs: "other", now: 0, output: output))
        try site.write("public/b", "")
        #expect(!state.holds(inputs: "digest", now: 0, output: output))
    }

    @Test func holdsWhileNoPostBecomesDueOrExpires() throws {
        let state = try state(validFrom: 10, validUntil: 20)
        let instants: [Int64] = [9, 10, 19, 20]
        #expect(
            instants.map { state.holds(inputs: "digest", now: $0, output: output) }
                == [false, true, true, false])
    }

    @Test func replacesTheStateOfTheBuildBefore() throws {
        try state().save(to: site.path)
        try site.build(["a": "B"])
        try state(validFrom: 7).save(to: site.path)
        #expect(State.load(from: site.path)?.validFrom == 7)
        #expect(try site.names(".galley") == ["build.json"])
    }

    @Test func ignoresWhatItCannotRead() throws {
        #expect(State.load(from: site.path) == nil)
        try state().save(to: site.path)
        let text = try site.text(".galley/build.json")
        #expect(BuildState<[String: String]>.load(from: site.path) == nil)
        let version = try #require(text.range(of: "\"version\":1"))
        for broken in [
            "", "{}", "not JSON", String(text.dropLast(9)), "\u{FFFF}",
            text.replacingCharacters(in: version, with: "\"version\":0"),
            text.replacingCharacters(in: version, with: "\"version\":2"),
        ] {
            try site.write(".galley/build.json", broken)
            #expect(State.load(from: site.path) == nil, "\(broken)")
        }
    }

    @Test func saysWhereItCannotBeSaved() throws {
        try site.write("blog/.galley", "a file")
        let state = try state()
        let error = #expect(throws: OutputError.self) { try state.save(to: site.file("blog")) }
        #expect(
            error?.description
                == "cannot write '\(site.file("blog/.galley/build.json"))': Not a directory")
    }
}
