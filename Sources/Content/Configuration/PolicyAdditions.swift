import Diagnostics

/// Sources that a Content-Security-Policy allows in addition to those visible in the pages: what
/// scripts load while they run.
///
///     [security.csp]
///     script = ["https://stats.example.org"]
///     connect = ["https://stats.example.org"]
package struct PolicyAdditions: Sendable, Hashable {
    /// The kind of resource; the raw value is the key.
    package enum Directive: String, Sendable, Hashable, CaseIterable {
        case script, style, img, connect, frame, font, media, worker, manifest, object, form

        /// Its name in a policy: `script-src`.
        package var name: String { self == .form ? "form-action" : rawValue + "-src" }
    }

    /// Source expressions, each as written in a policy.
    package private(set) var sources: [Directive: Set<String>] = [:]

    package init() {}

    package mutating func add(_ source: String, to directive: Directive) {
        sources[directive, default: []].insert(source)
    }

    package mutating func add(_ other: PolicyAdditions) {
        sources.merge(other.sources) { $0.union($1) }
    }

    private static let keywords: Set<String> = [
        "self", "unsafe-inline", "unsafe-eval", "wasm-unsafe-eval", "unsafe-hashes",
        "strict-dynamic", "report-sample",
    ]

    /// Why a text is not a source expression (Content Security Policy Level 3, section 2.3.1); nil:
    /// it is valid, such as `https://*.example.org`, `data:` and `'unsafe-inline'`.
    package static func flaw(of source: String) -> Flaw? {
        if keywords.contains(source) || source == "none" { return .keywordWithoutQuotes }
        if source.hasPrefix("'"), source.hasSuffix("'"), source.utf8.count > 2 {
            let inside = String(source.dropFirst().dropLast())
            let isHash = inside.wholeMatch(of: /sha(?:256|384|512)-[A-Za-z0-9+\/_-]+=*/) != nil
            return isHash || keywords.contains(inside) ? nil : .unknownKeyword
        }
        let scheme = /[A-Za-z][A-Za-z0-9+.-]*:/
        let host =
            /(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/)?(?:\*|(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(?::(?:[0-9]+|\*))?(?:\/[!-~&&[^;,'"]]*)?/
        let isSource = source.wholeMatch(of: scheme) != nil || source.wholeMatch(of: host) != nil
        return isSource ? nil : .noSource
    }

    package enum Flaw: Sendable, Hashable {
        /// `self`, which names a host without its quotes.
        case keywordWithoutQuotes
        case unknownKeyword
        case noSource
    }
}

extension ConfigurationSection {
    /// A table with lists of source expressions by the kind of resource.
    mutating func read(_ key: String, into target: inout PolicyAdditions) {
        var table: [String: Value] = [:]
        read(key, into: &table)
        if table.isEmpty { return }
        var section = section(key)
        let directives = PolicyAdditions.Directive.allCases
        section.checkKeys(directives.map(\.rawValue))
        for directive in directives {
            var sources: [String] = []
            section.read(directive.rawValue, into: &sources)
            for source in sources {
                if let flaw = PolicyAdditions.flaw(of: source) {
                    section.refuse(
                        directive.rawValue,
                        "'\(section.path).\(directive.rawValue)' must have sources such as "
                            + "'https://example.org', not '\(source)'",
                        nearest: flaw == .keywordWithoutQuotes && source != "none"
                            ? "\"'\(source)'\"" : nil)
                } else {
                    target.add(source, to: directive)
                }
            }
        }
        report(section.diagnostics)
    }
}
