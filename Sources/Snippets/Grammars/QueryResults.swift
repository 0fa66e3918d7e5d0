import Languages

/// Recognizes what a database prints after a query: framed tables, rows below each other, counts
/// and errors.
enum QueryResults {
    /// Whether code begins with output of a database. O(bytes of its first lines).
    static func begin(_ code: [UInt8]) -> Bool {
        let first = code.split(separator: .lineFeed, maxSplits: 20).first { line in
            !line.allSatisfy(\.isBlank)
        }
        return first.map(isPrinted) ?? false
    }

    /// Whether a line is output of a database. O(bytes).
    static func areIn(_ code: [UInt8]) -> Bool {
        code.split(separator: .lineFeed).contains(where: isPrinted)
    }

    /// `+----+----+`, `*** 1. row ***`, `Query OK, 1 row affected`, `ERROR 1105 (HY000): …`,
    /// `psql: FATAL:  …`, `HINT:  …`.
    private static func isPrinted(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop(while: \.isBlank)
        if text.starts(with: "+--".utf8) || text.starts(with: "***".utf8) {
            return text.last { !$0.isBlank }.map { "+*".utf8.contains($0) } ?? false
        }
        return [
            "Query OK,", "Empty set (", "Empty set,", "psql: ", "ERROR:  ", "HINT:  ", "DETAIL:  ",
        ].contains {
            text.starts(with: $0.utf8)
        }
            || text.starts(with: "ERROR ".utf8)
                && text.dropFirst(6).first.map { (0x30...0x39).contains($0) } == true
    }
}
