import Addresses
import Foundation
import Testing

@testable import Output

/// House: "What stops a swap": after a kill at any step the old tree stands, or the new one, whole.
@Suite struct ExchangeTests {
    let site: TemporaryFolder
    let old = ["a": "old", "b/c": "same", ".gitignore": "*\n"]
    let new = ["a": "new", "b/c": "same", "d": "new", ".gitignore": "*\n"]

    init() throws {
        site = try TemporaryFolder()
    }

    /// A build of `new` that ends at a step as a kill would end it.
    private func build(until step: TreeExchange.Step?, canExchange: Bool) throws {
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock, canExchange: canExchange) { $0 == step }
        for (name, text) in new where name != ".gitignore" {
            try tree.write(OutputPath(name), Array(text.utf8))
        }
        _ = try tree.commit()
        lock.release()
    }

    @Test(arguments: TreeExchange.Step.allCases, [true, false])
    func killedBuildLeavesAWholeTreeAndNoTraces(
        step: TreeExchange.Step, canExchange: Bool
    ) throws {
        try site.build(old)
        if step == .setAside && canExchange { return }
        #expect(throws: OutputError.self) { try build(until: step, canExchange: canExchange) }
        let expected = step == .exchanged ? new : old
        // Where the system cannot exchange, one moment has no output; its files are all there.
        #expect(try site.tree("public") == (step == .setAside ? nil : expected))
        #expect(try site.names().count == 2)

        try BuildLock(for: try OutputFolder(site.file("public"))).release()
        #expect(try site.tree("public") == expected)
        #expect(try site.names() == ["public"])

        try build(until: nil, canExchange: canExchange)
        #expect(try site.tree("public") == new)
        #expect(try site.names() == ["public"])
    }

    @Test(arguments: [true, false])
    func exchangesWithAndWithoutTheSystemsCall(canExchange: Bool) throws {
        try build(until: nil, canExchange: canExchange)
        #expect(try site.tree("public") == new.filter { $0.key != ".gitignore" })
        try site.build(old)
        try build(until: nil, canExchange: canExchange)
        #expect(try site.tree("public") == new)
        #expect(try site.names() == ["public"])
    }

    @Test func aFolderThatAppearedMeanwhileStays() throws {
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        try site.write("public/early", "mine")
        let tree = try StagedTree(under: lock)
        try tree.write(OutputPath("a"), [65])
        try site.write("public/late", "mine")
        let error = #expect(throws: OutputError.self) { _ = try tree.commit() }
        #expect(
            error?.description
                == "cannot exchange '\(site.path)/public': File exists (the folder there is "
                + "not the one from the start of the build, and stays: build again)")
        lock.release()
        #expect(try site.tree("public") == ["early": "mine", "late": "mine"])
        #expect(try site.names() == ["public"])
    }

    @Test(arguments: [true, false])
    func aFolderThatTookTheOutputsPlaceMeanwhileStays(canExchange: Bool) throws {
        try site.build(old)
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock, canExchange: canExchange) { _ in false }
        try tree.write(OutputPath("a"), [65])
        try FileManager.default.moveItem(
            atPath: site.file("public"), toPath: site.file("public.old"))
        try site.write("public/mine", "mine")
        #expect(throws: OutputError.self) { _ = try tree.commit() }
        lock.release()
        #expect(try site.tree("public") == ["mine": "mine"])
        #expect(try site.tree("public.old") == old)
    }

    @Test func anOutputThatVanishedMeanwhileIsMadeAnew() throws {
        try site.build(["a": "A"])
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        try tree.write(OutputPath("a"), [65])
        try FileManager.default.removeItem(atPath: site.file("public"))
        _ = try tree.commit()
        lock.release()
        #expect(try site.tree("public") == ["a": "A"])
        #expect(try site.names() == ["public"])
    }

    @Test func aFileThatAppearedMeanwhileStays() throws {
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        try tree.write(OutputPath("a"), [65])
        try site.write("public", "mine")
        let error = #expect(throws: OutputError.self) { _ = try tree.commit() }
        #expect(error?.description == "cannot exchange '\(site.path)/public': Not a directory")
        lock.release()
        #expect(try site.names() == ["public"])
        #expect(try site.text("public") == "mine")
    }

    @Test func symbolicLinkStaysAndItsTargetIsExchanged() throws {
        try site.write("real/site/stray", "")
        try site.link("public", to: "real/site")
        let summary = try site.build(["a": "A"])
        #expect(try site.tree("real") == ["site/a": "A"])
        #expect(try site.names("real") == ["site"])
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: site.file("public"))
        #expect(target == "real/site")
        #expect(summary.removed == 1)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
    func fullDiskLeavesTheOldTree() throws {
        let disk = try SmallDisk(at: site.path, megabytes: 1)
        defer { disk.unmount() }
        try site.build(old)
        let fingerprint = OutputFingerprint.of(try OutputFolder(site.file("public")))
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        var error: OutputError?
        do {
            let tree = try StagedTree(under: lock)
            error = #expect(throws: OutputError.self) {
                for number in 0..<100 {
                    let page = [UInt8](repeating: 65, count: 20_000)
                    try tree.write(OutputPath("\(number)/index.html"), page)
                }
                _ = try tree.commit()
            }
        }
        lock.release()
        #expect(error?.code == ENOSPC)
        #expect(error?.description.hasSuffix("/index.html': No space left on device") == true)
        #expect(try site.tree("public") == old)
        #expect(OutputFingerprint.of(try OutputFolder(site.file("public"))) == fingerprint)
        #expect(try site.names() == ["public"])
    }

    @Test(.enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
    func mountPointIsNoOutput() throws {
        try site.makeFolder("public")
        let disk = try SmallDisk(at: site.file("public"), megabytes: 1)
        defer { disk.unmount() }
        let error = #expect(throws: OutputError.self) { try site.build(["a": "A"]) }
        #expect(error?.description.contains("mount point") == true)
        #expect(try site.names() == ["public"])
        #expect(try site.names("public") == [])
    }
}
