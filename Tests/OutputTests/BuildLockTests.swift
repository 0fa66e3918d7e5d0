import Foundation
import Synchronization
import Testing

@testable import Output

@Suite struct BuildLockTests {
    let site: TemporaryFolder

    init() throws {
        site = try TemporaryFolder()
    }

    @Test(arguments: [true, false])
    func secondBuildSaysThatItWaitsAndGoesOnAfterTheFirst(folderLocks: Bool) throws {
        let output = try OutputFolder(site.file("public"))
        let events = Mutex<[String]>([])
        let isBusy = DispatchSemaphore(value: 0)
        let isDone = DispatchSemaphore(value: 0)
        let first = try BuildLock(for: output, folderLocks: folderLocks, whenBusy: {})
        Thread.detachNewThread {
            let second = try? BuildLock(for: output, folderLocks: folderLocks) {
                events.withLock { $0.append("waits") }
                isBusy.signal()
            }
            events.withLock { $0.append(second == nil ? "fails" : "goes on") }
            isDone.signal()
        }
        isBusy.wait()
        events.withLock { $0.append("first ends") }
        first.release()
        isDone.wait()
        #expect(events.withLock { $0 } == ["waits", "first ends", "goes on"])
        // A folder's lock leaves nothing behind.
        #expect(try site.names() == (folderLocks ? [] : [".public.galley-lock"]))
    }

    @Test func isFreeAgainAtTheEndOfItsLife() throws {
        let output = try OutputFolder(site.file("public"))
        for _ in 0..<2 {
            let lock = try BuildLock(for: output) { Issue.record("nobody holds it") }
            #expect(lock.output == output)
        }
    }

    @Test func outputsInOtherFoldersDoNotWait() throws {
        let first = try BuildLock(for: try OutputFolder(site.file("one/public")))
        let second = try BuildLock(for: try OutputFolder(site.file("two/public"))) {
            Issue.record("another folder")
        }
        first.release()
        second.release()
    }

    @Test func removesLeftoversOfThisOutputAndNothingElse() throws {
        let hex = "0123456789abcdef"
        try site.write(".public.galley-\(hex)/2021/a", "stage")
        try site.write(".public.galley-\(hex).old/a", "old")
        try site.write("public/a", "A")
        let others = [
            ".docs.galley-\(hex)/a", ".public.galley-\(hex)0/a", ".public.galley-notes/a",
            ".public.galley-0123456789abcde/a", ".public.galley-0123456789ABCDEF/a",
            "public.galley-\(hex)/a", ".public.galley-fedcba9876543210",
        ]
        for name in others { try site.write(name, "not ours") }
        let before = try #require(try site.tree(""))
        try BuildLock(for: try OutputFolder(site.file("public"))).release()
        let after = try #require(try site.tree(""))
        #expect(
            Set(before.keys).subtracting(after.keys)
                == [".public.galley-\(hex)/2021/a", ".public.galley-\(hex).old/a"])
        #expect(after.count == others.count + 1)
    }

    @Test func outputWithANameAsLongAsCanBeIsStagedToo() throws {
        let name = String(repeating: "长", count: 85)
        let lock = try BuildLock(for: try OutputFolder(site.file(name)))
        let tree = try StagedTree(under: lock)
        try tree.write(.init("a"), [65])
        _ = try tree.commit()
        lock.release()
        #expect(try site.tree(name) == ["a": "A"])
        #expect(try site.names() == [name])
    }
}
