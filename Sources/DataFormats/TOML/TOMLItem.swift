/// One key of a table with its value, or one element of an array.
package struct TOMLItem: Sendable {
    let document: TOMLDocument
    let index: Int

    private var node: TOMLNode { document.nodes[index] }

    /// One part of a key, without quotes and escapes: `b` for the value of `a.b = 1`. Empty for an
    /// element of an array.
    package var key: String {
        if let name = document.escapedNames[index] { return String(decoding: name, as: UTF8.self) }
        return String(decoding: document.bytes[node.name], as: UTF8.self)
    }

    /// The key with its quotes, in bytes of the file. For an element of `[[a]]` the `a` of its own
    /// header; for another element of an array an empty range before it.
    package var keyRange: Range<Int> { node.key }

    /// The value in bytes of the file, a string with its quotes. For a table the header or dotted
    /// key that defines it; for the array of all `[[a]]` the first header.
    package var range: Range<Int> { node.range }

    /// The value. O(bytes) for a string, O(1) for all others.
    package var value: TOMLValue {
        let node = node
        switch node.kind {
        case .string: return .string(TOMLText.text(of: node, in: document.bytes))
        case .integer: return .integer(Int(Int64(bitPattern: node.bits)))
        case .float: return .float(Double(bitPattern: node.bits))
        case .boolean: return .boolean(node.bits == 1)
        case .array: return .array(TOMLItems(document: document, parent: index))
        case .table: return .table(TOMLItems(document: document, parent: index))
        case .offsetDateTime, .localDateTime, .localDate, .localTime:
            return document.moments[Int(node.bits)].value
        }
    }
}

/// The items of a table or an array, in the order of the text.
package struct TOMLItems: Sequence, Sendable {
    let document: TOMLDocument
    let parent: Int

    package var count: Int { document.nodes[parent].count }
    package var underestimatedCount: Int { count }

    package struct Iterator: IteratorProtocol {
        let document: TOMLDocument
        var index: Int

        package mutating func next() -> TOMLItem? {
            guard index != 0 else { return nil }
            let item = TOMLItem(document: document, index: index)
            index = document.nodes[index].next
            return item
        }
    }

    package func makeIterator() -> Iterator {
        Iterator(document: document, index: document.nodes[parent].first)
    }
}
