import Testing

@testable import Content

@Suite struct ConfigurationKeyScanTests {
    /// Each path with the line of its key and the key's text.
    private func keys(_ text: String) -> [String: String] {
        let bytes = Array(text.utf8)
        return TOMLKeyScan(bytes, 0..<bytes.count).places.mapValues { place in
            let line = bytes[..<place.lowerBound].count { $0 == 0x0A } + 1
            return "\(line) \(String(decoding: bytes[place], as: UTF8.self))"
        }
    }

    @Test func findsTablesAndKeys() {
        #expect(
            keys("a = 1\n[ x . y ] # c\n  b=2\nc.d = 'x' # e = 1\r\n[\"q r\"]\n'k' = 1\n")
                == [
                    "a": "1 a", "x": "2 x", "x.y": "2 y", "x.y.b": "3 b", "x.y.c": "4 c",
                    "x.y.c.d": "4 d", "q r": "5 \"q r\"", "q r.k": "6 'k'",
                ])
    }

    @Test func countsTheElementsOfArraysOfTables() {
        #expect(
            keys("[[m]]\na = 1\n[[m]]\na = 2\n[m.n]\nb = 3\n")
                == [
                    "m": "1 m", "m.0": "1 m", "m.0.a": "2 a", "m.1": "3 m", "m.1.a": "4 a",
                    "m.1.n": "5 n", "m.1.n.b": "6 b",
                ])
    }

    @Test func findsKeysOfInlineTables() {
        #expect(
            keys("m = [\n  {a = 1, b = {c = 2}}, # x = 1\n  {a = [1, 2]},\n]\nd = {}\n")
                == [
                    "m": "1 m", "m.0.a": "2 a", "m.0.b": "2 b", "m.0.b.c": "2 c", "m.1.a": "3 a",
                    "d": "5 d",
                ])
    }

    @Test(arguments: [
        "a = \"x = 1 [y] # \\\" z\"\nb = 1", "a = 'x\\'\nb = 1", "a = \"#\"\nb = 1",
        "a = [\"]\", ']', 1]\nb = 1", "a = 1979-05-27 07:32:00\nb = 1",
    ])
    func isNotConfusedByStrings(text: String) {
        #expect(keys(text) == ["a": "1 a", "b": "2 b"])
    }

    @Test(arguments: [
        "a = \"\"\"\nx = 1\n[y]\n\\\"\"\"\"\nb = 1", "a = '''\nx = 1\n[y]\n'''\nb = 1",
        "a = \"\"\"\n\"x\" = 1\n\n\"\"\"\"\"\nb = 1",
    ])
    func isNotConfusedByStringsOfSeveralLines(text: String) {
        #expect(keys(text) == ["a": "1 a", "b": "5 b"])
    }

    @Test func endsOnBrokenText() {
        for text in [
            "[", "[[", "a", "a =", "= 1", "a = \"", "a = [", "a = {", "]\n}", "a = '''", ".",
        ] {
            #expect(keys(text + "\nb = 1").count <= 3)
        }
    }
}
