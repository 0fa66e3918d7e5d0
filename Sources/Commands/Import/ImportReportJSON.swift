import Addresses
import Foundation
import Import

extension ImportReport {
    private struct Document: Encodable {
        let version = 1
        let generator: String
        let built: Bool
        let texts: Texts
        let counts: [String: Counts]
        let addresses: [Address]
        let features: [Feature]
        let errors: [String]
        let notes: [String]
    }

    private struct Texts: Encodable {
        let `in`: Int
        let out: Int
        let missing: [MissingText]
    }

    private struct Counts: Encodable {
        let same: Int
        let redirected: Int
        let missing: Int
    }

    /// An address that is not as before.
    private struct Address: Encodable {
        let kind: String
        let path: String
        let source: String?
        let state: String
        let target: String?
        let reason: String?
    }

    private struct Feature: Encodable {
        let name: String
        let count: Int
        let first: String
        let treatment: String
        let help: String
    }

    /// The report with every address that is not as before.
    func json() throws -> [UInt8] {
        var counts: [String: Counts] = [:]
        for kind in OldAddress.Kind.allCases {
            let results = addresses.results.filter { $0.old.kind == kind }
            if results.isEmpty { continue }
            counts[kind.rawValue] = Counts(
                same: results.count { $0.state == .same },
                redirected: results.count { $0.isRedirected },
                missing: results.count { $0.isMissing })
        }
        let document = Document(
            generator: generator.rawValue, built: isBuilt,
            texts: Texts(in: textsIn, out: textsOut, missing: missingTexts), counts: counts,
            addresses: addresses.results.compactMap(Self.address),
            features: features.map {
                Feature(
                    name: $0.name, count: $0.count, first: "\($0.file):\($0.line)",
                    treatment: $0.treatment.rawValue, help: $0.help)
            },
            errors: errors.map { ($0.place.map { "\($0.file): " } ?? "") + $0.summary },
            notes: notes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(document)) + [0x0A]
    }

    private static func address(_ result: AddressComparison.Result) -> Address? {
        let old = result.old
        func address(_ state: String, _ target: URLPath?, _ reason: String?) -> Address {
            Address(
                kind: old.kind.rawValue, path: old.path.string, source: old.source?.string,
                state: state, target: target?.string, reason: reason)
        }
        switch result.state {
        case .same: return nil
        case .redirected(let target): return address("redirected", target, nil)
        case .missing(let now, let reason): return address("missing", now, reason)
        }
    }
}
