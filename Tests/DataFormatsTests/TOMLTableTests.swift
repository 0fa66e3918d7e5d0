import Testing

@testable import DataFormats

/// Keys and tables are defined once, and each collision names both places.
struct TOMLTableTests {
    /// `LATER EARLIER: message [fix]`
    private func collision(_ text: String) -> String {
        guard let problem = TOMLRendering.problem(text), let first = problem.first else {
            return TOMLRendering.report(text)
        }
        #expect(problem.kind == .duplicate)
        let places = [problem.range, first].map { TOMLRendering.place($0, in: text) }
        return places.joined(separator: " ") + ": \(problem.message)"
    }

    @Test(arguments: [
        ("a = 1\nb = 2\na = 3", "3:1 1:1: key 'a' is given twice"),
        ("a = 1\n'a' = 2", "2:1 1:1: key 'a' is given twice"),
        ("a = 1\n\"\\u0061\" = 2", "2:1 1:1: key 'a' is given twice"),
        ("[t]\na.b = 1\na.b = 2", "3:3 2:3: key 't.a.b' is given twice"),
        ("a = {b = 1, b = 2}", "1:13 1:6: key 'a.b' is given twice"),
        ("a = [{b = 1, b = 2}]", "1:14 1:7: key 'a.b' is given twice"),
        ("[a]\n[b]\n[a]", "3:2 1:2: the table 'a' is defined twice"),
        ("[a.b]\n[a]\n[a.b]", "3:4 1:4: the table 'a.b' is defined twice"),
        ("a = 1\n[a]", "2:2 1:1: 'a' is a whole number already, so it cannot be a table"),
        ("a = 'x'\na.b = 1", "2:1 1:1: 'a' is text already, so it cannot be a table"),
        ("a = 2024-01-01\n[a.b]", "2:2 1:1: 'a' is a date already, so it cannot be a table"),
        (
            "[a]\n[x]\na = 1\n[x.a]",
            "4:4 3:1: 'x.a' is a whole number already, so it cannot be a table"
        ),
        ("a.b = 1\na = 2", "2:1 1:1: 'a' is a table already, so it cannot have a value"),
        ("[a.b]\n[a]\nb = 1", "3:1 1:4: 'a.b' is a table already, so it cannot have a value"),
        (
            "[[p.a]]\n[p]\na = 1",
            "3:1 1:5: 'p.a' is an array of tables already, so it cannot have a value"
        ),
        ("a.b = 1\n[a]", "2:2 1:1: the table 'a' is defined by dotted keys already"),
        ("[f]\na.b.c = 1\n[f.a.b]", "3:6 2:3: the table 'f.a.b' is defined by dotted keys already"),
        ("[a.b]\nx = 1\n[a]\nb.y = 2", "4:1 1:4: 'a.b' is defined by its own header"),
        (
            "[p.q.r]\n[p]\nq.x = 1\n[p.q]",
            "4:4 1:4: the table 'p.q' is defined by dotted keys already"
        ),
        ("a = {b = 1}\na.c = 2", "2:1 1:1: 'a' is an inline table, to which nothing can be added"),
        ("a = {b = 1}\n[a]", "2:2 1:1: 'a' is an inline table, to which nothing can be added"),
        ("a = {b = {}}\n[a.b.c]", "2:2 1:1: 'a' is an inline table, to which nothing can be added"),
        (
            "a = {b = {}, b.c = 1}",
            "1:14 1:6: 'a.b' is an inline table, to which nothing can be added"
        ),
        ("[a]\n[[a]]", "2:3 1:2: 'a' is a table already, not an array of tables"),
        ("[a.b]\n[[a]]", "2:3 1:2: 'a' is a table already, not an array of tables"),
        ("[[a]]\n[a]", "2:2 1:3: 'a' is an array of tables already"),
        (
            "[[p.a]]\n[p]\na.x = 1",
            "3:1 1:5: 'p.a' is an array of tables, to which a dotted key cannot add"
        ),
        (
            "a = []\n[[a]]",
            "2:3 1:1: 'a' is an array with all its values, to which '[[a]]' cannot add"
        ),
        ("a = [{}]\n[a.b]", "2:2 1:1: 'a' is an array already, so it cannot be a table"),
        ("[[a]]\n[a.b]\n[a.b]", "3:4 2:4: the table 'a.b' is defined twice"),
    ])
    func refusesASecondDefinition(text: String, expected: String) {
        #expect(collision(text) == expected)
    }

    @Test func letsEachElementOfAnArrayOfTablesHaveTheSameTables() {
        #expect(
            TOMLRendering.values("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2")
                == "{a: [{b: {x: 1}}, {b: {x: 2}}]}")
    }

    /// Over eight keys a table has an index.
    @Test func findsKeysOfLargeTables() {
        let lines = (0..<1_000).map { "key-\($0) = \($0)\n\"\\u4e2d\($0)\" = 1\n" }.joined()
        #expect(TOMLRendering.problem(lines) == nil)
        #expect(TOMLRendering.problem(lines + "key-10.x = 1")?.kind == .duplicate)
        #expect(
            TOMLRendering.problem(lines + "'中999' = 2")?.message == "key '中999' is given twice")
        #expect(TOMLRendering.problem(lines + "key-1000 = 2\n[a.key-1]\nkey-1 = 1") == nil)
    }
}
