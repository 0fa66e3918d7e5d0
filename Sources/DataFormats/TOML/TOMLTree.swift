/// The items of a TOML text during parsing, and the rules by which each key and table is defined
/// once (specification, sections "Keys", "Table", "Inline Table" and "Array of Tables").
struct TOMLTree {
    /// The node of the root table.
    static let root = 0
    /// A table with up to this many items is searched linearly.
    private static let fewItems = 16

    private let bytes: [UInt8]
    private(set) var nodes = [TOMLNode(kind: .table, definition: .header, key: 0..<0, range: 0..<0)]
    private(set) var escapedNames: [Int: [UInt8]] = [:]
    private(set) var moments: [TOMLMoment] = []
    private var index = TOMLKeyIndex()

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        nodes.reserveCapacity(32)
    }

    // MARK: Adding

    /// Adds an element to an array. O(1).
    mutating func append(
        _ node: TOMLNode, to array: Int
    ) throws(TOMLProblem) -> Int {
        var node = node
        node.parent = array
        node.depth = nodes[array].depth + 1
        if node.depth > TOMLDocument.deepest {
            var problem = TOMLProblem(
                "tables and arrays are nested over \(TOMLDocument.deepest) levels deep",
                at: node.key.isEmpty ? node.range : node.key)
            problem.kind = .tooDeep
            throw problem
        }
        let new = nodes.count
        nodes.append(node)
        let last = nodes[array].last
        if last == 0 { nodes[array].first = new } else { nodes[last].next = new }
        nodes[array].last = new
        nodes[array].count += 1
        return new
    }

    /// Adds a key to a table that lacks it.
    private mutating func add(
        _ node: TOMLNode, _ key: TOMLKey, to table: Int
    ) throws(TOMLProblem) -> Int {
        let new = try append(node, to: table)
        nodes[new].name = key.name
        if let name = key.escapedName { escapedNames[new] = name }
        let count = nodes[table].count
        if count == Self.fewItems + 1 {
            var item = nodes[table].first
            while item != 0 {
                insert(item)
                item = nodes[item].next
            }
        } else if count > Self.fewItems + 1 {
            insert(new)
        }
        return new
    }

    private mutating func insert(_ node: Int) {
        index.insert(node, TOMLKeyIndex.hash(name(of: node), in: nodes[node].parent))
    }

    /// Stores a date or time; returns the bits of its node.
    mutating func keep(_ moment: TOMLMoment) -> UInt64 {
        moments.append(moment)
        return UInt64(moments.count - 1)
    }

    /// Sets the end of a value, once it is found.
    mutating func close(_ node: Int, at end: Int) {
        nodes[node].range = nodes[node].range.lowerBound..<end
    }

    // MARK: Finding

    func name(of node: Int) -> ArraySlice<UInt8> {
        if !escapedNames.isEmpty, let name = escapedNames[node] { return name[...] }
        return bytes[nodes[node].name]
    }

    /// The item of a table; nil if it lacks the key. O(key) on average.
    private func find(_ key: TOMLKey, in table: Int) -> Int? {
        if nodes[table].count > Self.fewItems {
            let name = key.escapedName?[...] ?? bytes[key.name]
            return index.first(TOMLKeyIndex.hash(name, in: table)) {
                nodes[$0].parent == table && isName(of: $0, key)
            }
        }
        var item = nodes[table].first
        while item != 0 {
            if isName(of: item, key) { return item }
            item = nodes[item].next
        }
        return nil
    }

    private func isName(of node: Int, _ key: TOMLKey) -> Bool {
        if key.escapedName != nil || !escapedNames.isEmpty {
            return name(of: node) == key.escapedName?[...] ?? bytes[key.name]
        }
        let name = nodes[node].name
        guard name.count == key.name.count else { return false }
        for offset in 0..<name.count
        where bytes[name.lowerBound + offset] != bytes[key.name.lowerBound + offset] {
            return false
        }
        return true
    }

    // MARK: Keys

    /// Defines a key of a table.
    mutating func define(
        _ node: TOMLNode, _ key: TOMLKey, in table: Int
    ) throws(TOMLProblem) -> Int {
        if let first = find(key, in: table) { throw collision(of: key.range, with: first, .key) }
        return try add(node, key, to: table)
    }

    /// The table of a dotted key, `a` of `a.b = 1`, created if needed.
    mutating func enter(dotted key: TOMLKey, in table: Int) throws(TOMLProblem) -> Int {
        guard let found = find(key, in: table) else {
            return try add(
                TOMLNode(
                    kind: .table, definition: .dottedKey, key: key.range, range: key.range), key,
                to: table)
        }
        switch nodes[found].definition {
        case .dottedKey: return found
        case .implied:
            nodes[found].definition = .dottedKey
            return found
        case .value, .header, .arrayOfTables:
            throw collision(of: key.range, with: found, .path)
        }
    }

    // MARK: Headers

    /// The table on the path of a header, `a` of `[a.b]`; for an array of tables the last element.
    mutating func enter(header key: TOMLKey, in table: Int) throws(TOMLProblem) -> Int {
        guard let found = find(key, in: table) else {
            return try add(
                TOMLNode(kind: .table, definition: .implied, key: key.range, range: key.range),
                key, to: table)
        }
        switch nodes[found].definition {
        case .implied, .header, .dottedKey: return found
        case .arrayOfTables: return nodes[found].last
        case .value: throw collision(of: key.range, with: found, .path)
        }
    }

    /// Defines the table of `[a]`.
    mutating func defineTable(
        _ key: TOMLKey, in table: Int, header: Range<Int>
    ) throws(TOMLProblem) -> Int {
        guard let found = find(key, in: table) else {
            return try add(
                TOMLNode(kind: .table, definition: .header, key: key.range, range: header), key,
                to: table)
        }
        guard nodes[found].definition == .implied else {
            throw collision(of: key.range, with: found, .table)
        }
        nodes[found].definition = .header
        nodes[found].key = key.range
        nodes[found].name = key.name
        nodes[found].range = header
        escapedNames[found] = key.escapedName
        return found
    }

    /// Defines the next element of `[[a]]`.
    mutating func defineElement(
        _ key: TOMLKey, in table: Int, header: Range<Int>
    ) throws(TOMLProblem) -> Int {
        let element = TOMLNode(kind: .table, definition: .header, key: key.range, range: header)
        guard let found = find(key, in: table) else {
            let array = try add(
                TOMLNode(kind: .array, definition: .arrayOfTables, key: key.range, range: header),
                key, to: table)
            return try append(element, to: array)
        }
        guard nodes[found].definition == .arrayOfTables else {
            throw collision(of: key.range, with: found, .element)
        }
        return try append(element, to: found)
    }
}
