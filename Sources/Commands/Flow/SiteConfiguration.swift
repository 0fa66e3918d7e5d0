import Addresses
import Content
import Diagnostics
import Foundation
import Text

/// Reads galley.toml, with what the command line sets over it.
enum SiteConfiguration {
    /// The configuration and its diagnostics; nil where an error leaves none.
    static func load(
        _ folder: SiteFolder, _ request: BuildRequest
    ) throws -> (Configuration?, [Diagnostic]) {
        let bytes = try folder.read(SiteFiles.configuration)
        var (configuration, diagnostics) = Configuration.load(
            bytes, file: SiteFiles.configuration)
        if request.isUntrusted { diagnostics += configuration?.leaveOutCommands() ?? [] }
        if let url = request.url {
            guard let address = SiteAddress(url) else {
                throw CannotRun(
                    "'\(url)' is not an absolute http or https URL",
                    hint: "write it as https://example.org/")
            }
            configuration?.site.address = address
        }
        if request.drafts { configuration?.build.drafts = true }
        if request.future { configuration?.build.future = true }
        // `--output` counts from the working folder, the configured one from the site's.
        if let output = request.output {
            let configured = configuration?.build.output
            configuration?.build.replacedOutput = configured
            configuration?.build.output = URL(fileURLWithPath: output).standardizedFileURL.path
        }
        return (configuration, diagnostics)
    }

    /// The configuration for a command that needs it whole; says what is wrong and stops.
    static func read(
        _ folder: SiteFolder, _ terminal: Terminal, isUntrusted: Bool = false
    ) throws -> Configuration {
        var request = BuildRequest()
        request.isUntrusted = isUntrusted
        let (configuration, diagnostics) = try load(folder, request)
        guard let configuration, !diagnostics.hasErrors else {
            terminal.report(diagnostics.sortedByPlace()) { try? folder.read($0) }
            throw ExitStatus.siteHasErrors
        }
        return configuration
    }
}
