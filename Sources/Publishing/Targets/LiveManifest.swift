import Addresses
import Foundation
import Text

/// The manifest of a site that is online, for targets that are empty at the start of each CI run:
/// the site itself lists its files, in `galley-manifest.json` below its address.
package struct LiveManifest: Sendable {
    private let address: String
    private let isFirst: Bool
    private let environment: [String: String]
    private let redaction: Redaction

    /// - Parameter isFirst: whether the site was never online, as the user says: any other answer
    ///   at its address is then not one of its manifests.
    package init(of site: SiteAddress, isFirst: Bool = false, environment: [String: String]) {
        address = site.permalink(URLPath(Manifest.path.string)).string
        self.isFirst = isFirst
        self.environment = environment
        redaction = Redaction(environment: environment)
    }

    /// Empty if the site has no manifest (404, 410): nothing was published yet.
    func state() async throws(PublishError) -> TargetState {
        let answer = try await ask()
        if answer.code == "404" || answer.code == "410" { return .empty }
        if answer.code == "200", let manifest = Manifest(answer.body) {
            return manifest.state(identity: "live " + manifest.digest)
        }
        if isFirst { return .empty }
        throw PublishError(
            seen(answer),
            hint: advice(answer) + "; if the site was never online, publish once with --first; "
                + "'live = false' of the target skips this, but then no guard knows what a publish "
                + "deletes")
    }

    private struct Answer {
        /// The HTTP status; nil: no answer.
        var code: String?
        /// Of the last redirect.
        var address = ""
        var body: [UInt8] = []
        /// curl's error message.
        var words = ""
    }

    private func ask() async throws(PublishError) -> Answer {
        let curl = try PublishingTool("curl", environment, redaction)
        let answer = try await curl.ask([
            "--silent", "--show-error", "--location", "--max-redirs", "5", "--max-time", "60",
            "--proto", "=http,https", "--proto-redir", "=http,https", "--write-out",
            "\n%{http_code} %{url_effective}", "--", address,
        ])
        guard answer.status == 0, let end = answer.output.lastIndex(of: UInt8(ascii: "\n")) else {
            return Answer(words: redaction.lastWords(answer.errors))
        }
        let words = String(decoding: answer.output[(end + 1)...], as: UTF8.self)
            .split(separator: " ", maxSplits: 1).map(String.init)
        return Answer(
            code: words.first, address: words.count > 1 ? words[1] : address,
            body: Array(answer.output[..<end]))
    }

    /// The answer instead of a manifest, in a sentence.
    private func seen(_ answer: Answer) -> String {
        guard let code = answer.code else {
            return "the site does not answer at '\(address)': \(answer.words)"
        }
        let isElsewhere = answer.address != address
        let place =
            isElsewhere
            ? "'\(address)', which leads to '\(redaction.clean(answer.address.printableLine.cut(to: 200)))',"
            : "'\(address)'"
        switch code {
        case "200":
            guard let title = Self.pageTitle(answer.body) else {
                return "\(place) is no manifest of galley"
            }
            return "\(place) is a page and no manifest of galley"
                + (title.isEmpty ? "" : ", with the title '\(title)'")
        case "401": return "\(place) answered with 401: it requires a password"
        case "403": return "\(place) answered with 403: nobody may read it"
        default:
            return "\(place) answered with \(code)"
                + (code.hasPrefix("5") ? ": the server reported an error" : "")
        }
    }

    /// What to do about it.
    private func advice(_ answer: Answer) -> String {
        switch answer.code {
        case nil: "see that the address is right, and publish again when it answers"
        case "200":
            "let the address lead to the host of the site, and a missing file be a 404 there"
        case "401", "403":
            "let the host give this file to everybody, and answer with 404 where it is missing"
        default: "try again later"
        }
    }

    /// The title of a page, empty for one without; nil for anything but a page. O(bytes), at most
    /// the first 64 KB.
    static func pageTitle(_ body: [UInt8]) -> String? {
        var rest = body.prefix(64 << 10).drop { $0 <= 0x20 || "\u{FEFF}".utf8.contains($0) }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard rest.prefix(5).lazy.map({ $0 | 0x20 }).elementsEqual("title".utf8) else {
                continue
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return "" }
            let text = rest[(end + 1)...].prefix { $0 != UInt8(ascii: "<") }
            let title = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            return TagScan.decoded(title.utf8).printableLine.cut(to: 80)
        }
        return ""
    }
}
