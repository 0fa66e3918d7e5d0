/// A TOML 1.0 text, parsed: its items in the order of the text, each with the byte range of its key
/// and of its value.
///
///     let document = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
///     for item in document.items { print(item.key, item.keyRange, item.value) }
///
/// Specification: https://toml.io/en/v1.0.0. The items are one array of nodes, so releasing the
/// document does not recurse; values are read from the text on demand.
package final class TOMLDocument: Sendable {
    /// The deepest nesting of tables and arrays. TOML has no limit; deeper nesting is a problem
    /// here, so that code that walks a document may recurse.
    package static let deepest = 64

    let bytes: [UInt8]
    let nodes: [TOMLNode]
    /// The names of keys written with escapes, by their nodes.
    let escapedNames: [Int: [UInt8]]
    let moments: [TOMLMoment]

    /// Parses a part of a file. O(bytes), about 100 MB/s.
    ///
    /// - Parameter text: the part, in bytes; the places of all items count from the start of
    ///   `bytes`. A byte order mark at its start is skipped.
    /// - Throws: the first problem.
    package init(parsing bytes: [UInt8], in text: Range<Int>) throws(TOMLProblem) {
        var parser = TOMLParser(bytes, in: text)
        try parser.parse()
        self.bytes = bytes
        nodes = parser.tree.nodes
        escapedNames = parser.tree.escapedNames
        moments = parser.tree.moments
    }

    /// The items of the root table.
    package var items: TOMLItems { TOMLItems(document: self, parent: TOMLTree.root) }
}
