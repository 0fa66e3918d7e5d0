// Messages for a key or a table that is defined twice.
extension TOMLTree {
    /// The kind of definition that collides with an item.
    enum Definition {
        /// `a = 1`
        case key
        /// `a` of `a.b = 1` or of `[a.b]`
        case path
        /// `[a]`
        case table
        /// `[[a]]`
        case element
    }

    /// - Parameters:
    ///   - range: of the later definition.
    ///   - found: the item defined first.
    func collision(
        of range: Range<Int>, with found: Int, _ definition: Definition
    ) -> TOMLProblem {
        let name = path(of: found)
        let (message, fix) =
            nodes[found].definition == .value
            ? collision(withValue: found, name, definition)
            : collision(withTable: found, name, definition)
        var problem = TOMLProblem(message, at: range, fix: fix)
        problem.kind = .duplicate
        problem.first = nodes[found].key
        return problem
    }

    private func collision(
        withValue found: Int, _ name: String, _ definition: Definition
    ) -> (message: String, fix: String?) {
        switch (definition, nodes[found].kind) {
        case (.key, _): ("key '\(name)' is given twice", "remove one of the two")
        case (_, .table):
            (
                "'\(name)' is an inline table, to which nothing can be added",
                "write its keys between the braces, or the table under a header '[\(name)]'"
            )
        case (.element, .array):
            (
                "'\(name)' is an array with all its values, to which '[[\(name)]]' cannot add",
                "write each of its tables under '[[\(name)]]'"
            )
        case (_, let kind):
            (
                "'\(name)' is \(Self.title(of: kind)) already, so it cannot be a table",
                "give one of the two another name"
            )
        }
    }

    private func collision(
        withTable found: Int, _ name: String, _ definition: Definition
    ) -> (message: String, fix: String?) {
        switch (definition, nodes[found].definition) {
        case (.key, .arrayOfTables):
            (
                "'\(name)' is an array of tables already, so it cannot have a value",
                "remove one of the two"
            )
        case (.key, _):
            ("'\(name)' is a table already, so it cannot have a value", "remove one of the two")
        case (.path, .arrayOfTables):
            (
                "'\(name)' is an array of tables, to which a dotted key cannot add",
                "write the key below '[[\(name)]]'"
            )
        case (.path, _):
            ("'\(name)' is defined by its own header", "write the key below '[\(name)]'")
        case (.table, .arrayOfTables):
            ("'\(name)' is an array of tables already", "write '[[\(name)]]'")
        case (.table, .dottedKey):
            (
                "the table '\(name)' is defined by dotted keys already",
                "write its other keys there too"
            )
        case (.table, _):
            (
                "the table '\(name)' is defined twice",
                "join the two, or write '[[\(name)]]' for each table of a list"
            )
        case (.element, _):
            (
                "'\(name)' is a table already, not an array of tables",
                "write '[[\(name)]]' for each, or give one of the two another name"
            )
        }
    }

    /// `a.b` for the `b` of `[a.b]`; elements of arrays have no name.
    func path(of node: Int) -> String {
        var names: [String] = []
        var node = node
        while node != Self.root {
            if nodes[nodes[node].parent].kind != .array {
                names.append(String(decoding: name(of: node), as: UTF8.self))
            }
            node = nodes[node].parent
        }
        return names.reversed().joined(separator: ".")
    }

    private static func title(of kind: TOMLNode.Kind) -> String {
        switch kind {
        case .string: "text"
        case .integer: "a whole number"
        case .float: "a number"
        case .boolean: "true or false"
        case .offsetDateTime, .localDateTime, .localDate: "a date"
        case .localTime: "a time"
        case .array: "an array"
        case .table: "a table"
        }
    }
}
