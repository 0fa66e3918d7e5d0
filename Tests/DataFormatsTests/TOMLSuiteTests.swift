import DataFormats
import Foundation
import TestSupport
import Testing

/// The suite toml-lang/toml-test, its files for TOML 1.0.
@Suite(.enabled(if: ConformanceFolder.url != nil, "the conformance folder is not here"))
struct TOMLSuiteTests {
    struct Valid: Decodable {
        let name: String
        let toml: String
        let expected: TaggedTOML
    }

    struct Invalid: Decodable {
        let name: String
        let toml: String?
        /// Where it is not UTF-8.
        let base64: String?

        var bytes: [UInt8] {
            toml.map { Array($0.utf8) }
                ?? base64.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? []
        }
    }

    @Test func readsEveryValidTextWithItsValues() throws {
        let cases: [Valid] = try ConformanceFolder.cases("toml/valid.json")
        #expect(cases.count == 210)
        for text in cases {
            let bytes = Array(text.toml.utf8)
            do {
                let document = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
                #expect(TaggedTOML(document.items) == text.expected, "\(text.name)")
            } catch {
                Issue.record("\(text.name): \(error)")
            }
        }
    }

    @Test func refusesEveryInvalidTextAtAPlace() throws {
        let cases: [Invalid] = try ConformanceFolder.cases("toml/invalid.json")
        #expect(cases.count == 499)
        for text in cases {
            let bytes = text.bytes
            #expect(!bytes.isEmpty, "\(text.name)")
            do {
                _ = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
                Issue.record("\(text.name) is read")
            } catch {
                #expect(
                    error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count,
                    "\(text.name)")
            }
        }
    }
}
