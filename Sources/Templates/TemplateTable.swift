/// Values under names that are known only during rendering.
@usableFromInline
package struct TemplateTable: Sendable, Hashable {
    /// Sorted by name, byte for byte.
    private let names: [[UInt8]]
    private let values: [TemplateValue]

    package init(_ values: [String: TemplateValue]) {
        let entries = values.map { (name: Array($0.key.utf8), value: $0.value) }
            .sorted { $0.name.lexicographicallyPrecedes($1.name) }
        names = entries.map(\.name)
        self.values = entries.map(\.value)
    }

    /// A table without names.
    package static let empty = TemplateTable([:])

    /// The value under `name`, which may be `.none`; nil if the table lacks the name.
    subscript(name: [UInt8]) -> TemplateValue? {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle] == name { return values[middle] }
            if names[middle].lexicographicallyPrecedes(name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return nil
    }
}
