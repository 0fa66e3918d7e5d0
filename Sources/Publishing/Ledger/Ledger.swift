import Addresses
import Text

/// Every URL that the site was published with, and the id of every post in its feeds: the file
/// `galley.lock`, which is committed.
///
///     # Every published address. Written by: galley publish --accept
///     url /2021/go/
///     term /tags/Go/
///     feed https://example.org/2021/go/ content/posts/go.md
///
/// A line per entry, sorted by bytes, so that two branches merge (with `merge=union` in
/// .gitattributes even adjacent lines; order and repetitions are ignored when it is read).
package struct Ledger: Sendable, Hashable {
    /// Decoded: `/标签/go/`.
    package private(set) var urls: Set<URLPath>
    /// Addresses of tags, categories and series, and of their feeds: they end with the last post
    /// with the term. Empty in a file from an older galley.
    package private(set) var terms: Set<URLPath>
    /// The ids of feed entries, each with the source of its post.
    package private(set) var feeds: [String: SourcePath]

    package init(
        urls: Set<URLPath> = [], terms: Set<URLPath> = [], feeds: [String: SourcePath] = [:]
    ) {
        self.urls = urls.union(terms)
        self.terms = terms
        self.feeds = feeds
    }

    private static let heading = "# Every published address. Written by: galley publish --accept"

    package var bytes: [UInt8] {
        let feedLines = feeds.map { "feed \($0.key) \($0.value)" }
        let urlLines = urls.map { (terms.contains($0) ? "term " : "url ") + $0.string }
        let lines = (feedLines + urlLines).sorted { a, b in
            a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        return Array(([Self.heading] + lines).map { $0 + "\n" }.joined().utf8)
    }

    /// A line that is not valid in a ledger.
    package struct BadLine: Error, Equatable {
        /// In bytes from the start of the file.
        package let range: Range<Int>
    }

    /// Reads a file; ignores blank lines and those that begin with `#`.
    package init(_ bytes: [UInt8]) throws(BadLine) {
        self.init()
        for (range, line) in Self.lines(bytes) where !line.isEmpty && !line.hasPrefix("#") {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { throw BadLine(range: range) }
            switch words[0] {
            case "url" where words[1].hasPrefix("/"): urls.insert(URLPath(words[1]))
            case "term" where words[1].hasPrefix("/"):
                urls.insert(URLPath(words[1]))
                terms.insert(URLPath(words[1]))
            case "feed":
                let parts = words[1].split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw BadLine(range: range) }
                feeds[parts[0]] = SourcePath(parts[1])
            default: throw BadLine(range: range)
            }
        }
    }

    /// The place of each URL in a file.
    static func places(_ bytes: [UInt8]) -> [URLPath: Range<Int>] {
        var places: [URLPath: Range<Int>] = [:]
        for (range, line) in lines(bytes) {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            if words.count == 2, words[0] != "feed" { places[URLPath(words[1])] = range }
        }
        return places
    }

    private static func lines(_ bytes: [UInt8]) -> [(range: Range<Int>, text: String)] {
        var lines: [(Range<Int>, String)] = []
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let end = line.lastIndex { $0 != 0x0D }.map { $0 + 1 } ?? line.startIndex
            let text = String(decoding: line[..<end], as: UTF8.self)
            lines.append((start..<start + line.count, text))
            start += line.count + 1
        }
        return lines
    }
}
