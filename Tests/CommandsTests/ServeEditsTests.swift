import Addresses
import Articles
import Content
import Diagnostics
import Foundation
import Planning
import Preview
import Rendering
import Snippets
import TestSupport
import Testing

@testable import Commands

/// Whatever was edited before, a preview is the one that begins now: the same plan, the same bytes at each
/// address, the same diagnostics.
struct ServeEditsTests {
    @Test(arguments: ServeEditsTests.seeds)
    func isTheOneThatBeginsNowAfterEdits(_ seed: UInt64) async throws {
        var run = try await EditRun(seed)
        for edit in 1...50 {
            try await run.edit()
            // Soon after an edit, because a later one may read again what it should have.
            guard run.mayCompare || edit == 50 else { continue }
            try await run.mend()
            let differences = try await run.differences()
            #expect(differences == [], "seed \(seed), edit \(edit): \(run.names)")
            if !differences.isEmpty { return }
            run.names = []
        }
        #expect(try await run.served.differences().different == [], "seed \(seed)")
    }

    /// `GALLEY_EDIT_SEEDS=100..<200` tries others.
    private static let seeds: [UInt64] = {
        let value = ProcessInfo.processInfo.environment["GALLEY_EDIT_SEEDS"] ?? ""
        let bounds = value.split(separator: "..<").compactMap { UInt64($0) }
        return bounds.count == 2 && bounds[0] < bounds[1]
            ? Array(bounds[0]..<bounds[1]) : [1, 2, 14, 23, 60, 118]
    }()
}

/// A preview that is edited, and what is compared of it.
private struct EditRun {
    let served: ServedSite
    private var edits: RandomEdits
    /// Of the edits since the last comparison.
    var names: [String] = []

    init(_ seed: UInt64) async throws {
        let text =
            try Fixture.text("chinese-site.txt") + """
                -- content/posts/sea/notes.md
                # 旁注

                见[正文](index.md)。
                -- content/archives/index.md
                ---
                title: 归档
                ---
                -- static/pictures/a.svg
                <svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"/>

                """
        let files = try SiteText.sections(of: text).map { ($0.path, $0.content) }
        edits = RandomEdits(Dictionary(files) { $1 }, seed: seed)
        served = try await ServedSite(text)
    }

    mutating func edit() async throws {
        try await apply(edits.next())
        guard edits.next(2) == 0, let routes = served.live.snapshot?.site.plan.routes else {
            return
        }
        // What was looked at is kept, and may be out of date later.
        for _ in 0..<3 {
            // A file may be gone, if the plan is one from before.
            _ = try? await bytes(of: routes[edits.next(routes.count)], served)
        }
    }

    /// Whether to compare now: by chance, and not while something is broken.
    var mayCompare: Bool {
        mutating get { !edits.isBroken && edits.next(4) == 0 }
    }

    /// Mends what is broken, and removes what cannot be. A preview keeps such a file as it was, which one
    /// that begins now has never seen.
    mutating func mend() async throws {
        for edit in edits.mended() { try await apply(edit) }
        for _ in 0..<20 {
            let session = await served.live.session
            let held = edits.files.keys.sorted().filter { session.files.isHeld(SourcePath($0)) }
            let clashes = session.diagnostics.filter {
                $0.severity == .error && $0.id.string.hasPrefix("plan/")
            }.compactMap { $0.place?.file.string }
            let removed = Set(held + clashes).intersection(edits.files.keys).sorted()
            if removed.isEmpty { return }
            for path in removed { try await apply(edits.removal(of: path)) }
        }
    }

    private mutating func apply(_ edit: SiteEdit) async throws {
        names.append(edit.name)
        for (path, text) in edit.files {
            if let text {
                try served.site.write(path, text)
            } else {
                try served.site.text.remove(path)
            }
        }
        for folder in edit.folders { try served.site.text.remove(folder) }
        try await served.notice(edit.files.keys + edit.folders)
    }

    /// How the preview differs from one that begins now.
    func differences() async throws -> [String] {
        let fresh = try await ServedSite(served.site)
        guard let old = served.live.snapshot, let new = fresh.live.snapshot else {
            return ["no site"]
        }
        var differences: [String] = []
        func compare(_ what: String, _ old: [String], _ new: [String]) {
            let (gone, come) = (Set(old).subtracting(new), Set(new).subtracting(old))
            if !gone.isEmpty { differences.append("\(what), before alone: \(gone.sorted())") }
            if !come.isEmpty { differences.append("\(what), now alone: \(come.sorted())") }
            if gone.isEmpty, come.isEmpty, old != new { differences.append("\(what): order") }
        }
        compare("plan", Self.lines(old.site), Self.lines(new.site))
        compare("site", Self.lines(old.diagnostics), Self.lines(new.diagnostics))
        compare("texts", findings(served), findings(fresh))
        for route in new.site.plan.routes {
            let (before, now) = (
                try await bytes(of: route, served), try await bytes(of: route, fresh)
            )
            if before != now { differences.append("other bytes at \(route.path)") }
        }
        return differences
    }

    /// Each part of a plan that pages are made from.
    private static func lines(_ site: Site) -> [String] {
        let plan = site.plan
        let texts =
            site.library.posts.map(\.source.string) + site.library.pages.map(\.source.string)
        return texts
            + plan.routes.map { route in
                let list = plan.listText(at: route.path).map { ", text \($0)" } ?? ""
                return "\(route.path) \(route.content)\(list)"
            }
            + [
                "\(plan.postPaths) \(plan.pagePaths)", "order \(plan.order) \(plan.homeOrder)",
                "neighbors \(plan.newer) \(plan.older)", "related \(plan.related)",
                "search \(String(describing: plan.search)) \(plan.searchOrder)",
                "menu \(String(describing: plan.menu)) base \(String(describing: plan.baseOfPosts))",
                "own \(plan.ownFiles)",
            ]
    }

    private static func lines(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map {
            let place = $0.place.map { "\($0.file) \($0.range)" } ?? "-"
            return "\($0.severity) \($0.id) \(place) \($0.summary)"
        }
    }

    /// What checking finds in all texts.
    private func findings(_ served: ServedSite) -> [String] {
        guard let snapshot = served.live.snapshot else { return [] }
        let folder = SiteFolder(path: served.site.text.path)
        let articles = LiveArticles(snapshot, served.live.cache, folder)
        let texts = snapshot.site.texts.compactMap { articles.checked($0)?.findings }
        let findings = SiteFindings(texts)
        return ["\(texts.count) texts"] + Self.lines(findings.diagnostics)
            + findings.snippets.map { "\($0.file):\($0.line) \($0.verdict)" }
    }

    private func bytes(of route: Route, _ served: ServedSite) async throws -> Data? {
        let base = await served.live.basePath
        return try await served.bytes(base + route.path.string.dropFirst())
    }
}
