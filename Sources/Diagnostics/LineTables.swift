import Addresses

/// The line tables of the files in a report, each made once while it is needed.
package struct LineTables {
    private let source: (SourcePath) -> [UInt8]?
    private var tables: [SourcePath: LineTable?] = [:]

    /// A table keeps its file's bytes. Findings are grouped by file, so few files are read twice,
    /// and the whole site need not stay in memory.
    private static let limit = 64

    /// - Parameter source: returns the bytes of a source file; nil if it can't be read.
    package init(_ source: @escaping (SourcePath) -> [UInt8]?) {
        self.source = source
    }

    /// The table of a file; nil if it can't be read.
    package mutating func table(_ file: SourcePath) -> LineTable? {
        if let known = tables[file] { return known }
        if tables.count >= LineTables.limit { tables.removeAll(keepingCapacity: true) }
        let table = source(file).map { LineTable($0) }
        tables[file] = .some(table)
        return table
    }
}
