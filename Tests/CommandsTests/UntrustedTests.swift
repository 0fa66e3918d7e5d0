import Foundation
import TestSupport
import Testing

@testable import Commands

/// `--untrusted`: a galley.toml of a stranger runs no program of its choice.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct UntrustedTests {
    /// A site whose galley.toml names a program that leaves a trace.
    private func site(_ more: String = "") throws -> BuiltSite {
        let site = try BuiltSite(
            BuiltSite.configuration + more
                + "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n---\n```c check=types\nint a = 1;\n```\n"
                + "-- evil\n#!/bin/sh\necho \"$@\" >> \"$0.log\"\n")
        let toml = try #require(site.text.text("galley.toml"))
        let evil = site.text.absolute("evil")
        try site.write(
            "galley.toml",
            toml + "[snippets.tools]\ncc = [\"\(evil)\"]\n[serve]\nhosts = [\"evil.example\"]\n"
                + "[diagnostics]\noff = [\"configuration/untrusted\"]\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: evil)
        return site
    }

    private func run(_ site: BuiltSite, _ arguments: [String]) async throws -> GalleyProgram.Run {
        try await GalleyProgram.runAside(
            arguments, in: site.text, environment: ["PATH": GalleyProgram.path])
    }

    private static let told = [
        "'snippets.tools.cc' is left out", "'serve.hosts' is left out",
    ]

    @Test func theProgramRunsWhereTheFileIsTrusted() async throws {
        let site = try site()
        _ = try await run(site, ["check"])
        #expect(site.text.text("evil.log") != nil)
    }

    @Test(arguments: [
        ["check"], ["build"], ["build", "--strict"], ["check", "--format", "github"],
    ])
    func runsNoProgramThatTheFileNamesAndSaysSo(_ arguments: [String]) async throws {
        let site = try site()
        let run = try await run(site, arguments + ["--untrusted"])
        #expect(site.text.text("evil.log") == nil)
        // On GitHub they are annotations, which go to stdout.
        let isGitHub = arguments.contains("github")
        for line in Self.told { #expect((isGitHub ? run.output : run.errors).contains(line)) }
        let place = isGitHub ? "::warning file=galley.toml,line=6," : "galley.toml:6:1: warning"
        #expect((isGitHub ? run.output : run.errors).contains(place))
    }

    @Test func saysSoAgainWhereNothingChanged() async throws {
        let site = try site()
        _ = try await run(site, ["build"])
        for _ in 0..<2 {
            let run = try await run(site, ["build", "--untrusted"])
            #expect(run.code == 0)
            for line in Self.told { #expect(run.errors.contains(line)) }
        }
    }

    @Test func writesIntoNoFolderOutsideTheSite() async throws {
        let site = try site("[build]\noutput = \"../elsewhere-\(UUID().uuidString)\"\n")
        let run = try await run(site, ["build", "--untrusted"])
        #expect(run.errors.contains("'build.output' is left out"))
        #expect(site.page("index.html") != nil)
    }

    @Test(arguments: [
        ("type = \"rclone\"\nremote = \":sftp,ssh=\\\"touch x\\\":/a\"", "remote"),
        ("type = \"rclone\"\nremote = \"store,ssh='x':a\"", "remote"),
        ("type = \"rclone\"\nremote = \"/srv/a\"", "remote"),
        ("type = \"git\"\nremote = \"../evil.git\"", "remote"),
        ("type = \"git\"\nremote = \"codecommit::x\"", "remote"),
        ("type = \"git\"\nremote = \"https://evil.example/x\"\ntoken = \"SECRET\"", "token"),
        ("type = \"directory\"\npath = \"/tmp/elsewhere\"", "path"),
    ])
    func publishesToNoTargetThatReachesBeyondTheSite(_ target: String, _ key: String) async throws {
        let site = try site("[publish.x]\n\(target)\n")
        let run = try await run(site, ["publish", "--untrusted"])
        #expect(run.code == 1)
        #expect(run.errors.contains("error: 'publish.x.\(key)' "))
        #expect(run.errors.contains("[publish/untrusted]"))
        #expect(site.text.text("evil.log") == nil)
        #expect(site.page("index.html") == nil)
    }

    @Test func publishesIntoAFolderOfTheSite() async throws {
        let site = try site("[publish.x]\ntype = \"directory\"\npath = \".galley/pages\"\n")
        let run = try await run(site, ["publish", "--untrusted"])
        #expect(run.code == 0, "\(run.errors)")
        #expect(site.text.text("evil.log") == nil)
    }

    @Test(arguments: ["ext::sh -c x", "-x", "ssh://-oProxyCommand=x/y"])
    func refusesAnAddressThatRunsACommandAlways(_ address: String) async throws {
        let site = try site("[publish.x]\ntype = \"git\"\nremote = \"\(address)\"\n")
        let run = try await run(site, ["build"])
        #expect(run.code == 1)
        #expect(run.errors.contains("error: 'publish.x.remote' must not"))
    }

    @Test func allowsOnlyHostsOfTheCommandLine() async throws {
        let site = try site()
        var request = BuildRequest()
        request.isUntrusted = true
        let reporter = LiveReporter(say: { _ in }, show: { _ in })
        let live = LiveSite(.init(path: site.text.path), request, reporter)
        try await live.load()
        #expect(live.hosts == [])
        let trusted = LiveSite(.init(path: site.text.path), BuildRequest(), reporter)
        try await trusted.load()
        #expect(trusted.hosts.count == 1)
    }

    @Test(arguments: ["*", "*.com", "https://x.example/"])
    func refusesHostsOfStrangersInTheConfiguration(_ host: String) async throws {
        let site = try BuiltSite(BuiltSite.configuration + "[serve]\nhosts = [\"\(host)\"]\n")
        let outcome = try await site.build()
        #expect(outcome.ids == ["error configuration/bad-value"])
    }
}
