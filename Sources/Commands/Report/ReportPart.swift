import Foundation

/// One report of `galley check --shard I/N --format json`.
struct ReportPart {
    let file: String
    let shard: Shard
    let summary: Summary
    /// How many findings the baseline spares.
    let known: Int
    /// Every snippet as it was written, with what sorts it.
    let snippets: [Element]
    let diagnostics: [Element]

    /// How many snippets had which verdict.
    struct Summary: Decodable, Sendable, Hashable {
        var total = 0
        var passed = 0
        var failed = 0
        var expected = 0
        var skipped = 0
        var unchecked = 0

        /// Whether each number is one that a site can have, so that sums of them do not overflow.
        fileprivate var isPossible: Bool {
            [total, passed, failed, expected, skipped, unchecked].allSatisfy {
                (0...1_000_000_000).contains($0)
            }
        }
    }

    /// One object of a report.
    struct Element {
        let json: ArraySlice<UInt8>
        let file: String
        let line: Int
        let column: Int
        let isError: Bool
    }

    private struct Header: Decodable {
        let version: Int
        let shard: String?
        let summary: Summary
        let known: Int?
        let snippets: [Sorted]
        let diagnostics: [Sorted]
    }

    private struct Sorted: Decodable {
        struct Finding: Decodable { let severity: String }
        let file: String?
        let line: Int?
        let column: Int?
        let severity: String?
        let diagnostics: [Finding]?

        var isError: Bool {
            severity == "error" || diagnostics?.contains { $0.severity == "error" } == true
        }
    }

    /// Throws for anything that is not such a report.
    init(_ bytes: [UInt8], file: String) throws(CannotRun) {
        guard let head = try? JSONDecoder().decode(Header.self, from: Data(bytes)),
            head.version == 1, head.summary.isPossible,
            (0...1_000_000_000).contains(head.known ?? 0)
        else {
            throw CannotRun(
                "'\(file)' is no report of galley check",
                hint: "make it with: galley check --shard I/N --format json")
        }
        guard let text = head.shard, let shard = Shard(argument: text) else {
            throw CannotRun(
                "'\(file)' is a report on a whole site", hint: "there is nothing to merge it with")
        }
        self.file = file
        self.shard = shard
        summary = head.summary
        known = head.known ?? 0
        snippets = Self.elements(of: "snippets", head.snippets, bytes)
        diagnostics = Self.elements(of: "diagnostics", head.diagnostics, bytes)
    }

    /// The elements of a list at the top of the report, each as it was written.
    private static func elements(
        of list: String, _ heads: [Sorted], _ bytes: [UInt8]
    ) -> [Element] {
        zip(heads, objects(in: list, bytes)).map { head, json in
            Element(
                json: json, file: head.file ?? "", line: head.line ?? 0, column: head.column ?? 0,
                isError: head.isError)
        }
    }

    private static func objects(in list: String, _ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var objects: [ArraySlice<UInt8>] = []
        var depth = 0
        var isInText = false
        var start = 0
        var at = 0
        var name: ArraySlice<UInt8> = []
        var isWanted = false
        while at < bytes.count {
            let byte = bytes[at]
            if isInText {
                if byte == UInt8(ascii: "\\") { at += 1 }
                if byte == UInt8(ascii: "\"") {
                    isInText = false
                    if depth == 1 { name = bytes[start..<at] }
                }
            } else if byte == UInt8(ascii: "\"") {
                isInText = true
                if depth == 1 { start = at + 1 }
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
                if depth == 2 { isWanted = name.elementsEqual(list.utf8) }
                if depth == 3 { start = at }
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                if depth == 3, isWanted { objects.append(bytes[start...at]) }
                depth -= 1
            }
            at += 1
        }
        return objects
    }
}
