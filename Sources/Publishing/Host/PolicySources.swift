import Addresses
import Crypto
import Foundation
import Text

/// The resources that pages load and run, in terms of a Content-Security-Policy.
package struct PolicySources: Sendable, Hashable {
    /// Addresses of scripts as written.
    var scripts: Set<String> = []
    /// Directive to origins other than the site's own: `img-src` to `https://img.example.org`.
    var origins: [String: Set<String>] = [:]
    /// Addresses whose host cannot be named in a policy, so that browsers load nothing from there;
    /// each shortened to one line.
    package private(set) var unnamed: Set<String> = []
    /// `'sha256-…'` of inline scripts and styles, by directive.
    var hashes: [String: Set<String>] = [:]
    /// Whether attributes such as `onclick` hold scripts.
    var hasScriptAttributes = false
    /// Whether there are `style` attributes.
    var hasStyleAttributes = false

    /// The origin of `'self'`; nil: it is named like any other.
    private let ownOrigin: String?

    package init() { ownOrigin = nil }

    /// The attributes that load something, by element (Content Security Policy Level 3, section
    /// 6.1).
    private static let loads: [String: [(attribute: String, directive: String)]] = [
        "img": [("src", "img-src"), ("srcset", "img-src")],
        "source": [("src", "media-src"), ("srcset", "img-src")],
        "video": [("src", "media-src"), ("poster", "img-src")],
        "audio": [("src", "media-src")], "track": [("src", "media-src")],
        "iframe": [("src", "frame-src")], "frame": [("src", "frame-src")],
        "embed": [("src", "object-src")], "object": [("data", "object-src")],
        "script": [("src", "script-src")], "form": [("action", "form-action")],
        "image": [("href", "img-src")], "input": [("src", "img-src")],
    ]

    /// For the elements `link`, by `rel`.
    private static let linkLoads = [
        "stylesheet": "style-src", "icon": "img-src", "apple-touch-icon": "img-src",
        "manifest": "manifest-src", "modulepreload": "script-src",
    ]

    /// Scripts of these types run; others are data, which policies ignore.
    private static let scriptTypes: Set<String> = [
        "", "module", "importmap", "speculationrules", "text/javascript", "application/javascript",
    ]

    /// The resources that one page loads and runs; O(bytes).
    ///
    /// - Parameter namesSite: whether to name the site's own origin if a page has an absolute
    ///   address there, which a page shown elsewhere needs.
    package init(page bytes: [UInt8], site: SiteAddress, namesSite: Bool = false) {
        ownOrigin = namesSite ? nil : site.origin
        var scan = TagScan(bytes)
        while let tag = scan.next() {
            for (attribute, directive) in Self.loads[tag.name] ?? [] {
                guard let value = tag.attributes[attribute] else { continue }
                let addresses = attribute == "srcset" ? SourceSet.addresses(value) : [value]
                for address in addresses { add(address, directive, site) }
                if directive == "script-src" { scripts.insert(value) }
            }
            if tag.name == "link" {
                for word in (tag.attributes["rel"] ?? "").lowercased().split(separator: " ") {
                    guard let directive = Self.linkLoads[String(word)],
                        let href = tag.attributes["href"]
                    else { continue }
                    add(href, directive, site)
                }
            }
            let type = tag.attributes["type"]?.lowercased() ?? ""
            if tag.name == "script", tag.attributes["src"] == nil, Self.scriptTypes.contains(type) {
                addHash(of: tag.rawText, "script-src")
            }
            if tag.name == "style" { addHash(of: tag.rawText, "style-src") }
            if tag.attributes["style"] != nil { hasStyleAttributes = true }
            if tag.attributes.keys.contains(where: { $0.hasPrefix("on") && $0.count > 2 }) {
                hasScriptAttributes = true
            }
        }
    }

    mutating func add(_ other: PolicySources) {
        scripts.formUnion(other.scripts)
        origins.merge(other.origins) { $0.union($1) }
        unnamed.formUnion(other.unnamed)
        hashes.merge(other.hashes) { $0.union($1) }
        hasScriptAttributes = hasScriptAttributes || other.hasScriptAttributes
        hasStyleAttributes = hasStyleAttributes || other.hasStyleAttributes
    }

    /// Adds declared source expressions, by directive: `connect-src` to `https://api.example.org`.
    package mutating func add(declared: [String: Set<String>]) {
        origins.merge(declared) { $0.union($1) }
    }

    private mutating func add(_ address: String, _ directive: String, _ site: SiteAddress) {
        let trimmed = address.trimmingCharacters(in: .whitespacesAndNewlines)
        switch Origin(of: trimmed, scheme: site.origin.prefix { $0 != ":" }) {
        case .host(let origin) where origin != ownOrigin:
            origins[directive, default: []].insert(origin)
        case .host, .relative:
            // All other directives always allow the site itself.
            if directive == "object-src", !trimmed.isEmpty {
                origins[directive, default: []].insert(SecurityPolicy.site)
            }
        case .scheme(let name):
            if name == "data" || name == "blob" {
                origins[directive, default: []].insert(name + ":")
            }
        case .unnamed: unnamed.insert(trimmed.printableLine.cut(to: 80))
        }
    }

    private mutating func addHash(of text: ArraySlice<UInt8>, _ directive: String) {
        let digest = Data(SHA256.hash(data: Array(text))).base64EncodedString()
        hashes[directive, default: []].insert("'sha256-\(digest)'")
    }
}
