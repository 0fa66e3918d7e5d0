import Addresses
import Diagnostics
import Foundation
import Import

/// What an import found, as text and as JSON.
struct ImportReport: Sendable {
    enum Written: Sendable {
        case written(redirects: Int)
        /// It was there; the lines that the import would change.
        case kept(difference: [String])
        /// Only the report was asked for.
        case checked
    }

    struct MissingText: Sendable, Encodable {
        let source: SourcePath
        let reason: String
    }

    let generator: Generator
    let notes: [String]
    var configuration = Written.checked
    var isBuilt = false
    var errors: [Diagnostic] = []
    var textsIn = 0
    var textsOut = 0
    var missingTexts: [MissingText] = []
    var addresses = AddressComparison([], with: NewSite())
    var features: [FeatureScan.Feature] = []

    init(generator: Generator, notes: [String]) {
        self.generator = generator
        self.notes = notes
    }

    var hasMissing: Bool { addresses.results.contains { $0.isMissing } }

    /// The most names of one kind in the text.
    private static let mostNames = 20

    var text: String {
        var lines = ["generator  \(generator.name)"]
        switch configuration {
        case .written(let redirects):
            lines.append(
                "galley.toml  written"
                    + (redirects == 0 ? "" : ", with \(Self.count(redirects, "redirect"))"))
        case .kept(let difference) where difference.isEmpty:
            lines.append("galley.toml  is there, and an import would change nothing in it")
        case .kept(let difference):
            lines.append("galley.toml  is there; an import would change:")
            lines += difference.map { "  " + $0 }
        case .checked: break
        }
        lines.append("build      " + (isBuilt ? "done" : "stopped"))
        lines += Self.first(errors) { error in
            let place = error.place.map { "\($0.file): " } ?? ""
            return "  error: \(place)\(error.summary)"
        }
        lines.append("texts      \(textsIn) in, \(textsOut) out")
        lines += Self.first(missingTexts) { "  \($0.source): \($0.reason)" }
        lines.append("addresses")
        for kind in OldAddress.Kind.allCases {
            let results = addresses.results.filter { $0.old.kind == kind }
            if results.isEmpty { continue }
            let (same, redirected) = (
                results.count { $0.state == .same }, results.count { $0.isRedirected }
            )
            lines.append(
                "  \(kind.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0)) \(same) same, "
                    + "\(redirected) redirected, \(results.count - same - redirected) missing")
            lines += Self.first(results.filter { $0.isMissing }) { result in
                "    \(result.old.path): \(result.reason)"
            }
        }
        if !features.isEmpty {
            lines.append("features   beyond Markdown, most frequent first")
            lines += features.map { feature in
                let help = feature.help.isEmpty ? "" : "; write \(feature.help)"
                return
                    "  \(feature.name) \(feature.count)×, first \(feature.file):\(feature.line): "
                    + "\(feature.treatment.rawValue)\(help)"
            }
        }
        if !notes.isEmpty { lines.append("not taken over") }
        lines += notes.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func first<Item>(_ items: [Item], _ line: (Item) -> String) -> [String] {
        let lines = items.prefix(mostNames).map(line)
        let rest = items.count - mostNames
        return rest > 0 ? lines + ["  and \(rest) more; --format json has all"] : lines
    }

    private static func count(_ number: Int, _ one: String) -> String {
        "\(number) \(one)\(number == 1 ? "" : "s")"
    }
}

extension AddressComparison.Result {
    var isMissing: Bool { if case .missing = state { true } else { false } }

    var isRedirected: Bool { if case .redirected = state { true } else { false } }

    /// Why it is missing; empty otherwise.
    var reason: String { if case .missing(_, let reason) = state { reason } else { "" } }
}
