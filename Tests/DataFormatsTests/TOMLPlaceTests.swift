import Testing

@testable import DataFormats

/// Every key and every value has its place.
struct TOMLPlaceTests {
    /// `path=KEY|VALUE` for all items, with the texts that their places mark.
    private func places(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        let document = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
        func mark(_ range: Range<Int>) -> String {
            let line = bytes[..<range.lowerBound].count { $0 == 0x0A } + 1
            return "\(line) \(String(decoding: bytes[range], as: UTF8.self))"
        }
        func all(_ items: TOMLItems, _ path: String, isArray: Bool) -> [String] {
            items.enumerated().flatMap { index, item in
                let own = path + "/" + (isArray ? String(index) : item.key)
                let line = "\(own)=\(mark(item.keyRange))|\(mark(item.range))"
                switch item.value {
                case .array(let items): return [line] + all(items, own, isArray: true)
                case .table(let items): return [line] + all(items, own, isArray: false)
                default: return [line]
                }
            }
        }
        return all(document.items, "", isArray: false)
    }

    @Test func marksKeysAndValues() throws {
        #expect(
            try places("a = 1 # c\n'b c' = \"x\"\r\nd.\"e\" = [1, '二']\n") == [
                "/a=1 a|1 1", "/b c=2 'b c'|2 \"x\"", "/d=3 d|3 d", "/d/e=3 \"e\"|3 [1, '二']",
                "/d/e/0=3 |3 1", "/d/e/1=3 |3 '二'",
            ])
    }

    @Test func marksInlineTables() throws {
        #expect(
            try places("m = [\n {a = 1, b.c = 2000-01-01 00:00:00Z}, # x = 1\n]\n") == [
                "/m=1 m|1 [\n {a = 1, b.c = 2000-01-01 00:00:00Z}, # x = 1\n]",
                "/m/0=2 |2 {a = 1, b.c = 2000-01-01 00:00:00Z}", "/m/0/a=2 a|2 1",
                "/m/0/b=2 b|2 b", "/m/0/b/c=2 c|2 2000-01-01 00:00:00Z",
            ])
    }

    @Test func marksHeaders() throws {
        #expect(
            try places("[ x . y ]\nb=2\n[x]\n[[m]]\n[[ m ]]\nc = '''\n'''") == [
                "/x=3 x|3 [x]", "/x/y=1 y|1 [ x . y ]", "/x/y/b=2 b|2 2", "/m=4 m|4 [[m]]",
                "/m/0=4 m|4 [[m]]", "/m/1=5 m|5 [[ m ]]", "/m/1/c=6 c|6 '''\n'''",
            ])
    }

    @Test func countsFromTheStartOfTheFile() throws {
        let bytes = Array("+++\na = 'x'\n+++\n".utf8)
        let document = try TOMLDocument(parsing: bytes, in: 4..<12)
        #expect(document.items.map(\.keyRange) == [4..<5])
        #expect(document.items.map(\.range) == [8..<11])
        #expect(throws: TOMLProblem.self) { _ = try TOMLDocument(parsing: bytes, in: 4..<10) }
    }
}
