import Addresses
import Foundation

/// What would run in a browser, found in the files of a built site as a browser would read them.
struct ActiveContent {
    /// A word that every payload of a test has, so that the theme's own scripts are none.
    let mark: String

    private static let rawText: Set<String> = ["script", "style", "textarea", "title", "noscript"]
    private static let active: Set<String> = [
        "iframe", "object", "embed", "applet", "base", "frame", "frameset", "form", "animate",
        "set",
        "foreignobject", "portal",
    ]
    private static let addresses: Set<String> = [
        "href", "src", "action", "formaction", "poster", "data", "xlink:href", "background", "cite",
        "srcset", "ping", "manifest", "lowsrc", "dynsrc", "longdesc", "usemap", "to", "from",
        "values",
    ]

    /// Keys of JSON Feed, JSON-LD and the search index whose values are addresses.
    private static let addressKeys: Set<String> = [
        "url", "image", "@id", "isBasedOn", "id", "external_url", "home_page_url", "feed_url",
        "avatar",
        "icon", "banner_image", "href", "logo", "u",
    ]

    /// One line for each finding.
    func findings(inHTML html: String) -> [String] {
        var found: [String] = []
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            guard let first = rest.first, first.isASCII, first.isLetter else { continue }
            let (name, attributes, end) = tag(rest)
            rest = rest[end...]
            if Self.active.contains(name), !isSearch(name, attributes) { found.append("<\(name)>") }
            for (key, value) in attributes { found += flaws(of: name, key, value) }
            if name == "meta", attributes["http-equiv"]?.lowercased() == "refresh",
                let address = attributes["content"]?.components(separatedBy: "=").dropFirst().first,
                LinkScheme.unsafe(in: address) != nil
            {
                found.append("refresh to \(address)")
            }
            guard Self.rawText.contains(name) else { continue }
            let close = rest.range(of: "</\(name)", options: .caseInsensitive)
            let inside = rest[..<(close?.lowerBound ?? rest.endIndex)]
            rest = rest[(close?.upperBound ?? rest.endIndex)...]
            if name == "script" || name == "style" {
                if attributes["type"] == "application/ld+json" {
                    found += findings(inJSON: Data(inside.utf8))
                } else if inside.contains(mark) {
                    found.append("<\(name)> with \(inside)")
                }
            }
        }
        return found
    }

    /// The theme's own field for the words to look for.
    private func isSearch(_ name: String, _ attributes: [String: String]) -> Bool {
        name == "form" && attributes["role"] == "search"
    }

    private func flaws(of name: String, _ key: String, _ value: String) -> [String] {
        var found: [String] = []
        if key.hasPrefix("on") || key.contains(mark) || key == "srcdoc" {
            found.append("\(name) \(key)")
        }
        if key == "style", value.contains(mark) { found.append("\(name) style=\(value)") }
        if Self.addresses.contains(key) {
            let isPicture = ["img", "source", "link", "video"].contains(name)
            let parts = key == "srcset" ? value.components(separatedBy: ",") : [value]
            for part in parts where LinkScheme.unsafe(in: part, isPicture: isPicture) != nil {
                // A drive's letter opens nothing by itself.
                found.append("\(name) \(key)=\(part)")
            }
        }
        return found
    }

    /// The name of a tag, its attributes decoded, and where it ends.
    private func tag(_ text: Substring) -> (String, [String: String], Substring.Index) {
        var i = text.startIndex
        func skip(while holds: (Character) -> Bool) -> Substring {
            let start = i
            while i < text.endIndex, holds(text[i]) { i = text.index(after: i) }
            return text[start..<i]
        }
        let name = skip { !$0.isWhitespace && $0 != "/" && $0 != ">" }.lowercased()
        var attributes: [String: String] = [:]
        while i < text.endIndex {
            _ = skip { $0.isWhitespace || $0 == "/" }
            guard i < text.endIndex, text[i] != ">" else { break }
            let key = skip { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }.lowercased()
            _ = skip { $0.isWhitespace }
            var value = ""
            if i < text.endIndex, text[i] == "=" {
                i = text.index(after: i)
                _ = skip { $0.isWhitespace }
                if i < text.endIndex, text[i] == "\"" || text[i] == "'" {
                    let quote = text[i]
                    i = text.index(after: i)
                    value = String(skip { $0 != quote })
                    if i < text.endIndex { i = text.index(after: i) }
                } else {
                    value = String(skip { !$0.isWhitespace && $0 != ">" })
                }
            } else if key.isEmpty, i < text.endIndex {
                i = text.index(after: i)
            }
            attributes[key] = Self.decoded(value)
        }
        if i < text.endIndex { i = text.index(after: i) }
        return (name, attributes, i)
    }

    /// Character references as an attribute has them.
    static func decoded(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            rest = rest[start...]
            guard let match = rest.prefixMatch(of: /&(#[xX]?[0-9a-fA-F]+|[A-Za-z]+);?/) else {
                out += "&"
                rest = rest.dropFirst()
                continue
            }
            let name = String(match.output.1)
            let known = [
                "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "colon": ":",
                "Tab": "\t",
                "NewLine": "\n",
            ]
            if name.hasPrefix("#") {
                let isHex = name.dropFirst().lowercased().hasPrefix("x")
                let digits = name.dropFirst(isHex ? 2 : 1)
                let scalar = UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
                out += scalar.map { String($0) } ?? ""
            } else {
                out += known[name] ?? String(match.output.0)
            }
            rest = rest[match.range.upperBound...]
        }
        return out + rest
    }

    /// Addresses that run something, and HTML that does, in any value.
    func findings(inJSON data: Data) -> [String] {
        guard let value = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        else {
            return ["broken JSON"]
        }
        return findings(inValue: value, key: "")
    }

    private func findings(inValue value: Any, key: String) -> [String] {
        switch value {
        case let table as [String: Any]:
            table.sorted { $0.key < $1.key }.flatMap { findings(inValue: $0.value, key: $0.key) }
        case let list as [Any]: list.flatMap { findings(inValue: $0, key: key) }
        case let text as String:
            if key == "content_html" {
                findings(inHTML: text)
            } else if Self.addressKeys.contains(key),
                LinkScheme.unsafe(in: text, isPicture: true) != nil
            {
                ["\(key): \(text)"]
            } else {
                []
            }
        default: []
        }
    }

    /// A feed: its own addresses, and what it carries as HTML.
    func findings(inFeed xml: String) -> [String] {
        var found: [String] = []
        for match in xml.matches(of: /(?:href|url|src|resource)="([^"]*)"/) {
            let address = Self.decoded(String(match.output.1))
            if LinkScheme.unsafe(in: address, isPicture: true) != nil { found.append(address) }
        }
        for match in xml.matches(of: /(?s)<([a-zA-Z:]+)[^>]*>([^<]*|<!\[CDATA\[.*?\]\]>)<\//) {
            var text = String(match.output.2)
            if text.hasPrefix("<![CDATA[") {
                text = String(text.dropFirst(9).dropLast(3))
            } else {
                text = Self.decoded(text)
            }
            switch match.output.1 {
            case "link", "id", "guid", "uri", "url":
                if LinkScheme.unsafe(in: text) != nil { found.append("\(match.output.1): \(text)") }
            // A summary of Atom is plain text (RFC 4287, section 4.2.13).
            case "content", "description", "content:encoded":
                found += findings(inHTML: text)
            default: break
            }
        }
        return found
    }
}
