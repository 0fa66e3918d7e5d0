import Addresses
import Content
import Diagnostics
import Foundation
import Output

/// The output folder of a site, and what a build must not delete with it.
struct BuildOutput: Sendable {
    let site: SiteFolder
    let configuration: Configuration

    /// Absolute.
    var path: String {
        let configured = configuration.build.output
        return configured.hasPrefix("/") ? configured : site.absolute(SourcePath(configured))
    }

    /// The folder, and why nothing can be built into it, whatever the user allows.
    func folder() throws -> (OutputFolder, Diagnostic?) {
        let output = try OutputFolder(path)
        return (output, output.check(protecting: protected, closed: closed, at: place))
    }

    /// Why a build may not replace what is in the folder; to be asked under its lock.
    ///
    /// - Parameters:
    ///   - last: of the output that the last build left.
    ///   - isAdopted: whether the user hands the folder over.
    func refusal(
        of output: OutputFolder, last: OutputFingerprint?, isAdopted: Bool
    ) throws -> Diagnostic? {
        let content = configuration.build.content
        // Where all of the site's folder is content, an old output of another tool may lie in it.
        let isOnlyContent = !content.string.isEmpty
        return try output.checkOrigin(
            last: last, isAdopted: isAdopted, sources: site.absolute(content),
            isSource: { isOnlyContent || SourcePath($0).isMarkdown }, at: place)
    }

    /// Where galley.toml names it; nil where the command line does.
    private var place: Place? {
        configuration.build.replacedOutput == nil ? configuration.places["build.output"] : nil
    }

    private var protected: [String] {
        [
            site.path, site.absolute(configuration.build.content), site.absolute(SiteFiles.state),
        ]
    }

    private var closed: [String] {
        let releases = configuration.publish.targets.values.filter { $0.type == .directory }
            .map { site.absolute(SourcePath($0.path)) + "/" + "releases" }
            .filter { FileManager.default.fileExists(atPath: $0) }
        var own = [SiteFiles.themes, SiteFiles.themeOverrides, SourcePath("static")]
        let content = configuration.build.content
        if !content.string.isEmpty { own.append(content) }
        return own.map { site.absolute($0) } + releases.sorted()
    }
}
