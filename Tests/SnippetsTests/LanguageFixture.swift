import Foundation

/// Blocks of one language and what checking them must give: `Tests/Fixtures/snippets/go.txt`.
///
///     === good
///     x := 1
///     === elided 1
///     f(...)
///     === broken 1:6
///     f(1, 2
enum LanguageFixture {
    /// A block and what must come of it.
    struct Section: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// Passes as a whole file or a usual block.
            case good
            /// Passes though it is a part of something.
            case fragment
            /// Passes with that number of elisions.
            case elided(Int)
            /// Fails, first at that line and column of the block, 1-based, in scalars.
            case broken(line: Int, column: Int)
        }

        let kind: Kind
        /// From behind the heading up to the next one, the last line break with it.
        let text: [UInt8]
        /// 1-based, of the heading in the fixture, to name the section in messages.
        let line: Int
    }

    /// What is wrong with a fixture, and where: `go.txt:3: …`.
    struct Malformed: Error, CustomStringConvertible {
        let description: String

        init(_ language: String, line: Int, _ message: String) {
            description = "\(language).txt:\(line): \(message)"
        }
    }

    /// The languages that have a fixture, sorted; none without the folder.
    static var languages: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// The sections of a language's fixture in order, never none.
    static func load(language: String) throws -> [Section] {
        let file = folder.appending(path: language + ".txt")
        return try sections(of: Array(Data(contentsOf: file)), language: language)
    }

    /// Cuts a fixture into sections. Bytes of a block may be anything; lines end at LF.
    static func sections(of bytes: [UInt8], language: String) throws -> [Section] {
        var sections: [Section] = []
        var heading: (kind: Section.Kind, line: Int)?
        var text: [UInt8] = []
        for (index, line) in lines(of: bytes).enumerated() {
            guard line.starts(with: "=== ".utf8) else {
                guard heading != nil else {
                    throw Malformed(language, line: index + 1, "text before the first heading")
                }
                text += line
                continue
            }
            if let heading {
                sections.append(Section(kind: heading.kind, text: text, line: heading.line))
            }
            text = []
            let words = String(decoding: line.dropFirst(4), as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            guard let kind = kind(words) else {
                throw Malformed(
                    language, line: index + 1,
                    "not 'good', 'fragment', 'elided N' or 'broken LINE:COLUMN'")
            }
            heading = (kind, index + 1)
        }
        guard let heading else { throw Malformed(language, line: 1, "no section") }
        sections.append(Section(kind: heading.kind, text: text, line: heading.line))
        return sections
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/snippets")

    /// The lines with their LF; the last may lack it.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    private static func kind(_ words: [Substring]) -> Section.Kind? {
        switch (words.first, words.count) {
        case ("good", 1): return .good
        case ("fragment", 1): return .fragment
        case ("elided", 2): return Int(words[1]).flatMap { $0 > 0 ? .elided($0) : nil }
        case ("broken", 2):
            let parts = words[1].split(separator: ":", omittingEmptySubsequences: false)
                .map { Int($0) ?? 0 }
            guard parts.count == 2, parts.allSatisfy({ $0 > 0 }) else { return nil }
            return .broken(line: parts[0], column: parts[1])
        default: return nil
        }
    }
}
