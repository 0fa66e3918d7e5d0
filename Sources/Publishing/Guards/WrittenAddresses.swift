import Addresses
import Foundation

/// The kind of file that galley wrote, which determines the addresses in it that are galley's own.
package enum WrittenKind: Sendable, Hashable {
    case page, xmlFeed, jsonFeed, sitemap, robots
}

/// The absolute addresses that galley itself writes into a file: canonical links, ids and links of
/// feeds, the sitemap. Addresses in articles do not count.
struct WrittenAddresses {
    let addresses: [String]

    init(in bytes: [UInt8], of kind: WrittenKind) {
        switch kind {
        case .page: addresses = Self.ofPage(bytes)
        case .xmlFeed: addresses = Self.elements(["id", "link", "guid"], bytes) + Self.links(bytes)
        case .sitemap: addresses = Self.elements(["loc"], bytes)
        case .robots:
            addresses = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                .filter { $0.hasPrefix("Sitemap: ") }.map { String($0.dropFirst(9)) }
        case .jsonFeed: addresses = Self.ofJSON(bytes)
        }
    }

    private static func ofPage(_ bytes: [UInt8]) -> [String] {
        var scan = TagScan(bytes)
        var addresses: [String] = []
        while let tag = scan.next() {
            switch tag.name {
            case "link" where tag.attributes["rel"] == "canonical":
                if let href = tag.attributes["href"] { addresses.append(href) }
            case "meta" where tag.attributes["property"] == "og:url":
                if let content = tag.attributes["content"] { addresses.append(content) }
            // Articles begin here.
            case "body": return addresses
            default: continue
            }
        }
        return addresses
    }

    /// The texts of elements without relevant attributes, `<id>…</id>`.
    private static func elements(_ names: [String], _ bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        return names.flatMap { name in
            text.matches(of: /<([a-z]+)(?: [^<>]*)?>(https?:[^<]*)<\//)
                .filter { $0.output.1 == name }.map { TagScan.decoded($0.output.2.utf8) }
        }
    }

    /// `<link href="…"/>` of Atom.
    private static func links(_ bytes: [UInt8]) -> [String] {
        var scan = TagScan(bytes)
        var addresses: [String] = []
        while let tag = scan.next() {
            if tag.name == "link" || tag.name == "atom:link", let href = tag.attributes["href"] {
                addresses.append(href)
            }
        }
        return addresses
    }

    private static func ofJSON(_ bytes: [UInt8]) -> [String] {
        struct Feed: Decodable {
            struct Item: Decodable {
                let id: String?
                let url: String?
            }
            let home: String?
            let own: String?
            let items: [Item]?

            enum CodingKeys: String, CodingKey {
                case home = "home_page_url"
                case own = "feed_url"
                case items
            }
        }
        guard let feed = try? JSONDecoder().decode(Feed.self, from: Data(bytes)) else { return [] }
        let items = (feed.items ?? []).flatMap { [$0.id, $0.url] }
        return ([feed.home, feed.own] + items).compactMap { $0 }
            .filter { $0.hasPrefix("http") }
    }
}

extension SiteAddress {
    /// Whether the host is reachable only from this machine or network.
    package var isLocal: Bool {
        var host = origin.drop { $0 != "/" }.dropFirst(2)
        if host.first == "[" {
            host = host.dropFirst().prefix { $0 != "]" }
            return host == "::1" || host == "::" || host.hasPrefix("fe80") || host.hasPrefix("fd")
        }
        host = host.prefix { $0 != ":" }
        let parts = host.split(separator: ".")
        let numbers = parts.compactMap { UInt8($0) }
        if numbers.count == 4, parts.count == 4 {
            return numbers[0] == 127 || numbers[0] == 10 || numbers[0] == 0
                || (numbers[0] == 192 && numbers[1] == 168)
                || (numbers[0] == 172 && (16...31).contains(numbers[1]))
        }
        return parts.last == "localhost" || parts.last == "local" || parts.last == "internal"
    }

    /// Whether an absolute address belongs to this site.
    package func holds(_ address: String) -> Bool {
        let top = permalink(.root).string
        return address.hasPrefix(top) || address + "/" == top
    }
}
