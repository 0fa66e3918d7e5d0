import Addresses
import Foundation

/// The manifest of a site that is online, for targets that begin empty in each run of CI: the site
/// itself tells what it has, at `galley-manifest.json` below its address.
package struct LiveManifest: Sendable {
    private let address: String
    private let environment: [String: String]
    private let redaction: Redaction

    package init(of site: SiteAddress, environment: [String: String]) {
        address = site.permalink(URLPath(Manifest.path.string)).string
        self.environment = environment
        redaction = Redaction(environment: environment)
    }

    /// Empty where the site has none (404, 410): nothing was published yet.
    func state() async throws(PublishError) -> TargetState {
        let curl = try Tool("curl", environment, redaction)
        let answer = try await curl.run(
            [
                "--silent", "--show-error", "--location", "--max-redirs", "5", "--max-time", "60",
                "--proto", "=http,https", "--proto-redir", "=http,https", "--write-out",
                "\n%{http_code}", "--", address,
            ],
            "read the manifest of the site at '\(address)'",
            hint: "without it nobody knows what this publish would take away; "
                + "'live = false' of the target goes without")
        guard let newline = answer.output.lastIndex(of: UInt8(ascii: "\n")) else { return .empty }
        let code = String(decoding: answer.output[(newline + 1)...], as: UTF8.self)
        if code == "404" || code == "410" { return .empty }
        guard code == "200" else {
            throw PublishError("'\(address)' answered with \(code)")
        }
        guard let manifest = Manifest(Array(answer.output[..<newline])) else {
            throw PublishError("'\(address)' is no manifest of galley")
        }
        return manifest.state(identity: "live " + manifest.digest)
    }
}
