import Addresses
import Foundation
import Synchronization
import Testing

@testable import Preview

/// The watcher over a real folder, by the kernel and by looking again and again.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct SiteWatchTests {
    private static let folders = WatchedFolders(
        roots: [SourcePath("content"), SourcePath("static"), SourcePath("theme")],
        excluded: [SourcePath("content/public")], linked: [SourcePath("theme")])

    /// A watch that runs, and what it told so far.
    private final class Watching {
        let watch: SiteWatch
        private var batches: AsyncStream<FileChanges>.Iterator

        init(_ site: TemporarySite, polls: Bool) async throws {
            watch = try #require(SiteWatch(site.path, SiteWatchTests.folders, polls: polls))
            #expect(await watch.start() == (polls ? .polling : .inotify))
            batches = watch.changes.makeAsyncIterator()
        }

        deinit { watch.stop() }

        /// Waits until all of these paths were told of; gives all that were.
        func paths(until wanted: [String]) async -> Set<String> {
            var seen: Set<String> = []
            while !seen.isSuperset(of: wanted), let batch = await next() {
                seen.formUnion(batch.paths.map(\.string))
                if batch.isEverything { seen.insert("*") }
            }
            return seen
        }

        func next() async -> FileChanges? { await batches.next() }
    }

    private func site() throws -> TemporarySite {
        let site = try TemporarySite()
        try site.write("galley.toml", "")
        try site.write("content/posts/a.md", "a")
        return site
    }

    @Test(arguments: [false, true])
    func seesAWriteInPlaceAndAnAtomicSave(_ polls: Bool) async throws {
        let site = try site()
        let watching = try await Watching(site, polls: polls)
        try site.write("content/posts/a.md", "ab")
        #expect(await watching.paths(until: ["content/posts/a.md"]).contains("content/posts/a.md"))
        try site.write("content/posts/.a.md.swp", "x")
        try site.write("content/posts/4913", "x")
        try site.write("content/posts/a.md~", "x")
        try site.write("content/posts/new.tmp", "abc")
        try site.move("content/posts/new.tmp", "content/posts/a.md")
        let seen = await watching.paths(until: ["content/posts/a.md"])
        #expect(seen.subtracting(["content/posts"]) == ["content/posts/a.md"])
    }

    @Test(arguments: [false, true])
    func seesADeletionARenameAndTheConfiguration(_ polls: Bool) async throws {
        let site = try site()
        try site.write("content/posts/b.md", "b")
        let watching = try await Watching(site, polls: polls)
        try site.remove("content/posts/a.md")
        try site.move("content/posts/b.md", "content/posts/c.md")
        try site.write("galley.toml", "[site]")
        let wanted = [
            "content/posts/a.md", "content/posts/b.md", "content/posts/c.md", "galley.toml",
        ]
        #expect(await watching.paths(until: wanted).isSuperset(of: wanted))
    }

    @Test(arguments: [false, true])
    func seesWhatIsMadeInNewFoldersAtOnce(_ polls: Bool) async throws {
        let site = try site()
        let watching = try await Watching(site, polls: polls)
        // No time to watch them in between.
        try site.write("content/posts/x/y/z/index.md", "z")
        try site.write("theme/layouts/home.mustache", "t")
        let wanted = ["content/posts/x/y/z/index.md", "theme/layouts/home.mustache"]
        #expect(await watching.paths(until: wanted).isSuperset(of: wanted))
        try site.write("content/posts/x/y/z/index.md", "zz")
        #expect(!(await watching.paths(until: [wanted[0]])).isEmpty)
    }

    @Test(arguments: [false, true])
    func followsAFolderThatIsRenamedAndComesBack(_ polls: Bool) async throws {
        let site = try site()
        let watching = try await Watching(site, polls: polls)
        try site.move("content", "elsewhere")
        #expect(await watching.paths(until: ["content"]).contains("content"))
        try site.move("elsewhere", "content")
        #expect(await watching.paths(until: ["content/posts/a.md"]).contains("content/posts/a.md"))
        try site.write("content/posts/a.md", "abc")
        #expect(!(await watching.paths(until: ["content/posts/a.md"])).isEmpty)
    }

    @Test func looksNeitherIntoTheOutputNorIntoGit() async throws {
        let site = try site()
        try site.makeFolder("content/public")
        try site.makeFolder("content/.git")
        try site.makeFolder("other")
        let watching = try await Watching(site, polls: false)
        // The site's folder, content and content/posts.
        #expect(watching.watch.watchCount == 3)
        try site.write("content/public/index.html", "x")
        try site.write("content/.git/HEAD", "x")
        try site.write("other/a.md", "x")
        try site.write("content/posts/a.md", "last")
        #expect(await watching.paths(until: ["content/posts/a.md"]) == ["content/posts/a.md"])
    }

    @Test func followsALinkToAFolderOnceAndEndsInACircle() async throws {
        let site = try site()
        try site.write("shared/b.md", "b")
        try site.makeFolder("theme")
        try site.link("theme/linked", to: site.absolute("shared"))
        try site.link("content/posts/up", to: "..")
        let watching = try await Watching(site, polls: false)
        try site.write("shared/b.md", "bb")
        #expect(
            await watching.paths(until: ["theme/linked/b.md"]).contains("theme/linked/b.md"))
    }

    @Test func leavesALinkAloneThatLeadsOutOfTheContent() async throws {
        let site = try site()
        try site.write("shared/b.md", "b")
        try site.link("content/out", to: site.absolute("shared"))
        let watching = try await Watching(site, polls: false)
        try site.link("content/later", to: site.absolute("shared"))
        try site.write("shared/b.md", "bb")
        try site.write("content/posts/a.md", "last")
        let seen = await watching.paths(until: ["content/posts/a.md"])
        #expect(seen.allSatisfy { !$0.hasSuffix("b.md") }, "\(seen)")
    }

    @Test func tellsManyWritesInOneBatch() async throws {
        let site = try site()
        let watching = try await Watching(site, polls: false)
        for index in 0..<500 { try site.write("content/posts/n\(index).md", "x") }
        var (batches, seen) = (0, Set<SourcePath>())
        while seen.count < 500, let batch = await watching.next() {
            batches += 1
            seen.formUnion(batch.paths)
        }
        #expect(batches < 10)
    }

    @Test func looksAtEverythingWhenTheKernelLostCount() async throws {
        let site = try site()
        let limit = try Int(
            String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines))
        try #require((limit ?? .max) < 100_000)
        // A tree of its own, whose events nobody reads until the queue is full.
        let walk = TreeWalk(top: site.path, folders: Self.folders)
        guard var tree = InotifyTree(walk) else {
            Issue.record("no inotify")
            return
        }
        try site.write("content/posts/b.md", "b")
        let files = ["a.md", "b.md"].map { site.absolute("content/posts/" + $0) }
        // One event each, for equal ones in a row would be one.
        for index in 0...(limit ?? 0) { _ = chmod(files[index % 2], 0o600) }
        try site.makeFolder("content/late")
        var changes = FileChanges()
        while tree.collect(into: &changes) {}
        #expect(changes.isEverything)
        // The folder whose event was lost is watched all the same.
        var later = FileChanges()
        try site.write("content/late/c.md", "x")
        while tree.collect(into: &later) {}
        #expect(later.paths.contains(SourcePath("content/late/c.md")))
    }

    @Test func keepsNoWatchOfFoldersThatCameAndWent() async throws {
        let site = try site()
        let walk = TreeWalk(top: site.path, folders: Self.folders)
        guard var tree = InotifyTree(walk) else {
            Issue.record("no inotify")
            return
        }
        let before = tree.count
        var changes = FileChanges()
        for index in 0..<200 {
            try site.write("content/posts/d\(index)/e/a.md", "x")
            if index.isMultiple(of: 3) { while tree.collect(into: &changes) {} }
            if index.isMultiple(of: 2) {
                try site.remove("content/posts/d\(index)")
            } else {
                try site.move("content/posts/d\(index)", "moved\(index)")
            }
        }
        while tree.collect(into: &changes) {}
        #expect(tree.count == before)
    }

    @Test func watchesOtherFoldersWhenItIsTold() async throws {
        let site = try site()
        let watching = try await Watching(site, polls: false)
        try site.makeFolder("source")
        watching.watch.watch(WatchedFolders(roots: [SourcePath("source")]))
        #expect(await watching.paths(until: ["*"]).contains("*"))
        try site.write("source/a.md", "x")
        #expect(await watching.paths(until: ["source/a.md"]).contains("source/a.md"))
    }

    @Test func endsWhenItIsStopped() async throws {
        let site = try site()
        let watching = try await Watching(site, polls: false)
        watching.watch.stop()
        #expect(await watching.next() == nil)
    }

    #if os(Linux)
        /// What the watch said of what the system does not give.
        private final class Shortages: Sendable {
            let all = Mutex<[SiteWatch.Shortage]>([])
        }

        @Test func looksByItselfOnceTheWatchesRunOutWhileItRuns() async throws {
            let site = try site()
            let shortages = Shortages()
            // The site's folder, content and content/posts; no more.
            let made = SiteWatch(
                site.path, Self.folders, polls: false, watchLimit: 3,
                whenOutOfWatches: { shortage in
                    shortages.all.withLock { $0.append(shortage) }
                })
            let watch = try #require(made)
            defer { watch.stop() }
            #expect(await watch.start() == .inotify)
            var batches = watch.changes.makeAsyncIterator()
            func wait(for path: String) async {
                while let batch = await batches.next() {
                    if batch.isEverything || batch.paths.contains(SourcePath(path)) { return }
                }
            }
            try site.write("content/posts/a.md", "ab")
            await wait(for: "content/posts/a.md")
            #expect(shortages.all.withLock { $0 } == [])
            // The change that took the last watch is not lost: everything is read again.
            try site.write("content/posts/new/b.md", "b")
            var isEverything = false
            while !isEverything, let batch = await batches.next() {
                isEverything = batch.isEverything
            }
            #expect(isEverything)
            #expect(shortages.all.withLock { $0 } == [.watches])
            #expect(watch.watchCount == 0)
            for text in ["bb", "bbb"] {
                try site.write("content/posts/new/b.md", text)
                await wait(for: "content/posts/new/b.md")
            }
            #expect(shortages.all.withLock { $0 } == [.watches])
        }

        @Test func saysAtTheStartThatThereAreNoWatches() async throws {
            let site = try site()
            let shortages = Shortages()
            let made = SiteWatch(
                site.path, Self.folders, polls: false, watchLimit: 1,
                whenOutOfWatches: { shortage in
                    shortages.all.withLock { $0.append(shortage) }
                })
            let watch = try #require(made)
            defer { watch.stop() }
            #expect(await watch.start() == .pollingForLackOfWatches)
            #expect(shortages.all.withLock { $0 } == [.watches])
        }
    #endif
}
