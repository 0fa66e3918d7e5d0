import Addresses
import Content
import Diagnostics
import Foundation
import Planning
import Rendering
import Snippets
import Synchronization

/// A site up to the point where bodies are read, with the bytes of its posts.
struct SampleSite {
    let site: Site
    /// The whole files, by the index of their post.
    let posts: [[UInt8]]

    /// What keeps a folder from being measured.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(_ path: String) throws {
        let folder = SiteFolder(path: path)
        let (read, problems) = Configuration.load(
            try folder.read(SourcePath("galley.toml")), file: SourcePath("galley.toml"))
        guard let configuration = read, !problems.hasErrors else {
            throw Failure(description: "\(path) has no sound galley.toml")
        }
        let (list, _) = try scan(folder, configuration)
        // In 2096, so that no post is one of the future.
        let now: Int64 = 4_000_000_000
        var library = try Self.wait {
            try await load(list, from: folder, configuration, now: now)
        }
        let (theme, _) = Theme.load(
            ThemeFile.builtIn, language: configuration.site.language, parameters: [:],
            place: { _ in nil })
        guard let theme else { throw Failure(description: "the theme has errors") }
        let (plan, _) = plan(&library, configuration, themeAssets: theme.assetPaths)
        site = Site(configuration: configuration, library: library, plan: plan, theme: theme)
        posts = try library.posts.map { try folder.read($0.source) }
        if posts.isEmpty { throw Failure(description: "\(path) has no posts") }
    }

    /// All bytes of all posts.
    var bytes: Int { posts.reduce(0) { $0 + $1.count } }

    private static func wait(
        _ work: @escaping @Sendable () async throws -> (Library, [Diagnostic])
    ) throws -> Library {
        let done = DispatchSemaphore(value: 0)
        let box = ResultBox()
        Task {
            await box.fill(work)
            done.signal()
        }
        done.wait()
        guard let library = try box.value?.get() else {
            throw Failure(description: "the posts cannot be read")
        }
        return library
    }

    /// What a task leaves for the thread that waits for it.
    private final class ResultBox: Sendable {
        private let result = Mutex<Swift.Result<Library, any Error>?>(nil)

        var value: Swift.Result<Library, any Error>? { result.withLock { $0 } }

        func fill(_ work: @Sendable () async throws -> (Library, [Diagnostic])) async {
            let outcome: Swift.Result<Library, any Error>
            do { outcome = .success(try await work().0) } catch { outcome = .failure(error) }
            result.withLock { $0 = outcome }
        }
    }
}
