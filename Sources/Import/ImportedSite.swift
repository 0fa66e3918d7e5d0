import Addresses
import Content

/// A site of another generator as galley takes it over: what its `galley.toml` says, and the addresses
/// that it had.
package struct ImportedSite: Sendable {
    package let generator: Generator
    private let settings: Settings
    private let site: any OldSite

    /// Reads the configuration of the old generator in place; changes nothing.
    package init(_ generator: Generator, _ files: OldFiles) {
        self.generator = generator
        switch generator {
        case .hexo: site = HexoSite(files)
        case .hugo: site = HugoSite(files)
        case .jekyll: site = JekyllSite(files)
        case .zola: site = ZolaSite(files)
        }
        settings = site.settings
    }

    /// `galley.toml` as text.
    ///
    /// - Parameter redirects: addresses that are others under galley.
    package func configuration(redirects: [Redirect] = []) -> String {
        settings.text(redirects: redirects)
    }

    /// What the site had and galley does not take over, in sentences.
    package var notes: [String] { settings.notes }

    /// The addresses that the old generator gave the texts and lists of the site, each once.
    ///
    /// - Parameter now: seconds since 1970, for texts of the future.
    package func addresses(now: Int64) -> [OldAddress] {
        var seen: Set<URLPath> = []
        return site.addresses(now: now).filter { seen.insert($0.path).inserted }
    }

    /// The texts that the old generator reads, in no order.
    package var texts: [SourcePath] { site.texts }
}

/// What each generator's site gives.
protocol OldSite: Sendable {
    var settings: Settings { get }
    /// The source files of its texts.
    var texts: [SourcePath] { get }
    func addresses(now: Int64) -> [OldAddress]
}
