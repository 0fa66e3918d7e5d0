import Foundation
import Templates
import TestSupport
import Testing

/// The modules of mustache/spec 1.4 that galley's language has, each case whole, and a sample of our own
/// that always runs.
struct MustacheSpecificationTests {
    @Test func passesTheSampleOfOurOwn() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/conformance/mustache.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        #expect(cases.count == 45)
        try expect(cases)
    }

    @Test(
        .enabled(if: ConformanceFolder.url != nil, "the conformance folder is not at hand"),
        arguments: [
            ("comments", 12), ("delimiters", 14), ("inheritance", 27), ("interpolation", 42),
            ("inverted", 22), ("partials", 12), ("sections", 34),
        ])
    func passesEachCaseOfTheModule(_ module: String, _ count: Int) throws {
        let folder = try #require(ConformanceFolder.url)
        let file = folder.appending(path: "mustache/\(module).json")
        let cases = try JSONDecoder().decode(Module.self, from: Data(contentsOf: file)).tests
        #expect(cases.count == count)
        try expect(cases)
    }

    private func expect(_ cases: [Case]) throws {
        for test in cases {
            let (text, problems) = try render(test)
            #expect(text == test.expected, "\(test.name)")
            #expect(problems.isEmpty, "\(test.name)")
        }
    }

    private func render(_ test: Case) throws -> (String, [TemplateProblem]) {
        var sources = [source("the case's template", test.template)]
        for (name, text) in test.partials ?? [:] { sources.append(source(name, text)) }
        let (library, problems) = TemplateLibrary.load(
            sources, layouts: [TemplateLayout("the case's template", root: .free)],
            rules: .specification)
        let id = try #require(library["the case's template"])
        var bytes: [UInt8] = []
        #expect(library.render(id, test.data.value, into: &bytes) == nil)
        return (String(decoding: bytes, as: UTF8.self), problems)
    }
}

private struct Module: Decodable {
    let tests: [Case]
}

private struct Case: Decodable {
    let name: String
    let data: JSONValue
    let template: String
    let partials: [String: String]?
    let expected: String
}

private enum JSONValue: Decodable {
    case null
    case boolean(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case list([JSONValue])
    case table([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .decimal(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .table(try container.decode([String: JSONValue].self))
        }
    }

    var value: TemplateValue {
        switch self {
        case .null: .none
        case .boolean(let flag): .flag(flag)
        case .integer(let number): .number(number)
        case .decimal(let number): .decimal(number)
        case .string(let text): TemplateValue(text)
        case .list(let items): .list(items.map(\.value))
        case .table(let values): .table(TemplateTable(values.mapValues(\.value)))
        }
    }
}
