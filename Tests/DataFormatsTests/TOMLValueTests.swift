import Testing

@testable import DataFormats

/// Each section of https://toml.io/en/v1.0.0, by cases of our own.
struct TOMLValueTests {
    @Test(arguments: [
        // Comments and key/value pairs
        ("", "{}"),
        ("# nothing\r\n\t\n", "{}"),
        ("a = 1 # one", "{a: 1}"),
        ("\u{FEFF}a = 1", "{a: 1}"),
        ("a='#'", "{a: '#'}"),
        ("a = 1\r\nb = 2\r\n", "{a: 1, b: 2}"),
        // Keys
        ("a-b_9 = 1", "{a-b_9: 1}"),
        ("1234 = 'x'", "{1234: 'x'}"),
        ("- = 1", "{-: 1}"),
        ("\"127.0.0.1\" = 1", "{127.0.0.1: 1}"),
        ("'a \"b\"' = 1", "{a \"b\": 1}"),
        ("\"\" = 1", "{: 1}"),
        ("'' = 1", "{: 1}"),
        ("\"标题\" = 1", "{标题: 1}"),
        ("\"\\u6807\\u9898\" = 1", "{标题: 1}"),
        ("a.b = 1\na.c = 2", "{a: {b: 1, c: 2}}"),
        ("a . \"b.c\" . d = 1", "{a: {b.c: {d: 1}}}"),
        ("3.14159 = 'pi'", "{3: {14159: 'pi'}}"),
        ("a.x = 1\nb = 2\na.y = 3", "{a: {x: 1, y: 3}, b: 2}"),
        ("true = false", "{true: false}"),
    ])
    func readsKeys(text: String, values: String) {
        #expect(TOMLRendering.values(text) == values)
    }

    @Test(arguments: [
        ("a = \"\"", ""),
        ("a = \"say \\\"hi\\\" \\\\ \\b\\t\\n\\f\\r\"", "say \"hi\" \\ \u{8}\t\n\u{C}\r"),
        ("a = \"\\u4e2d\\U0001F600\"", "中😀"),
        ("a = \"中文，全角\"", "中文，全角"),
        ("a = \"tab\there\"", "tab\there"),
        ("a = \"\"\"\nRoses\nViolets\"\"\"", "Roses\nViolets"),
        ("a = \"\"\"\r\nRoses\r\nViolets\"\"\"", "Roses\nViolets"),
        ("a = \"\"\"one \\\n\n   two\"\"\"", "one two"),
        ("a = \"\"\"one \\   \n   two\"\"\"", "one two"),
        ("a = \"\"\"\\\n  x\\\n  \"\"\"", "x"),
        ("a = \"\"\"a \"quoted\" \"\"b\"\"\"", "a \"quoted\" \"\"b"),
        ("a = \"\"\"\"two\"\"\"\"\"", "\"two\"\""),
        ("a = \"\"\"x\\\"\"\"\"", "x\""),
        ("a = 'C:\\Users\\n'", "C:\\Users\\n"),
        ("a = '<\\i\\c*\\s*>'", "<\\i\\c*\\s*>"),
        ("a = '''\nI [dw]on't\n'''", "I [dw]on't\n"),
        ("a = ''''quoted''''", "'quoted'"),
        ("a = ''''''", ""),
        ("a = \"\"\"\"\"\"", ""),
        ("a = '''\r\n\r\n'''", "\n"),
    ])
    func readsStrings(text: String, value: String) {
        #expect(TOMLRendering.values(text) == "{a: '\(value)'}")
    }

    @Test(arguments: [
        ("+99", "99"), ("42", "42"), ("0", "0"), ("+0", "0"), ("-0", "0"), ("-17", "-17"),
        ("1_000", "1000"), ("5_349_221", "5349221"), ("1_2_3_4_5", "12345"),
        ("0xDEADBEEF", "3735928559"), ("0xdead_beef", "3735928559"), ("0o01234567", "342391"),
        ("0o755", "493"), ("0b11010110", "214"), ("0x00", "0"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("0x7fff_ffff_ffff_ffff", "9223372036854775807"),
        ("+1.0", "1.0"), ("3.1415", "3.1415"), ("-0.01", "-0.01"), ("5e+22", "5e+22"),
        ("1e06", "1000000.0"), ("-2E-2", "-0.02"), ("6.626e-34", "6.626e-34"),
        ("224_617.445_991_228", "224617.445991228"), ("0.0", "0.0"), ("-0.0", "-0.0"),
        ("0e0", "0.0"), ("inf", "inf"), ("+inf", "inf"), ("-inf", "-inf"), ("nan", "nan"),
        ("+nan", "nan"), ("-nan", "nan"), ("1e-400", "0.0"),
        ("true", "true"), ("false", "false"),
    ])
    func readsNumbersAndFlags(text: String, value: String) {
        #expect(TOMLRendering.values("a = \(text)") == "{a: \(value)}")
        #expect(
            TOMLRendering.values("a = [\(text),{b=\(text)}]#") == "{a: [\(value), {b: \(value)}]}")
    }

    @Test(arguments: [
        ("1979-05-27T07:32:00Z", "1979-05-27T07:32:00Z"),
        ("1979-05-27T00:32:00-07:00", "1979-05-27T00:32:00-07:00"),
        ("1979-05-27T00:32:00.999999+08:30", "1979-05-27T00:32:00.999999+08:30"),
        ("1979-05-27 07:32:00z", "1979-05-27T07:32:00Z"),
        ("1979-05-27t07:32:00", "1979-05-27T07:32:00"),
        ("1979-05-27 07:32:00.5", "1979-05-27T07:32:00.5"),
        ("1979-05-27", "1979-05-27"), ("2000-02-29", "2000-02-29"), ("0000-01-01", "0000-01-01"),
        ("07:32:00", "07:32:00"), ("00:32:00.123456789012", "00:32:00.123456789"),
        ("23:59:60", "23:59:60"),
    ])
    func readsDatesAndTimes(text: String, value: String) {
        #expect(TOMLRendering.values("a = \(text) # c") == "{a: \(value)}")
        #expect(TOMLRendering.values("a = [\(text) , \(text)]") == "{a: [\(value), \(value)]}")
    }

    @Test func tellsTheKindsOfDatesApart() throws {
        let bytes = Array(
            "a = 1979-05-27T07:32:00-01:30\nb = 1979-05-27T07:32:00\nc = 1979-05-27\nd = 07:32:00.25"
                .utf8)
        let document = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
        let date = TOMLDate(year: 1979, month: 5, day: 27)
        let time = TOMLTime(hour: 7, minute: 32, second: 0, nanosecond: 0)
        let values = document.items.map(\.value)
        guard case .offsetDateTime(date, time, offset: -90) = values[0],
            case .localDateTime(date, time) = values[1], case .localDate(date) = values[2],
            case .localTime(let last) = values[3]
        else {
            Issue.record("\(values)")
            return
        }
        #expect(last.nanosecond == 250_000_000)
    }

    @Test(arguments: [
        ("a = [ 1, 2, 3 ]", "{a: [1, 2, 3]}"),
        ("a = []", "{a: []}"),
        ("a = [ [ 1, 2 ], ['x', \"y\"], [] ]", "{a: [[1, 2], ['x', 'y'], []]}"),
        ("a = [ 0.1, 1, 'x', { b = 1 } ]", "{a: [0.1, 1, 'x', {b: 1}]}"),
        ("a = [\n  1, # one\n  # nothing\n\n  2\n  ,\n]\nb = 1", "{a: [1, 2], b: 1}"),
        ("a = {}", "{a: {}}"),
        ("a = { x = 1, y.z = 2, y.w = 3 }", "{a: {x: 1, y: {z: 2, w: 3}}}"),
        ("a = { b = [\n1,\n2\n] }", "{a: {b: [1, 2]}}"),
        ("a = { b = \"\"\"\nx\n\"\"\" }", "{a: {b: 'x\n'}}"),
        ("a.b = {c = 1}\na.d = 2", "{a: {b: {c: 1}, d: 2}}"),
    ])
    func readsArraysAndInlineTables(text: String, values: String) {
        #expect(TOMLRendering.values(text) == values)
    }

    @Test(arguments: [
        ("[a]", "{a: {}}"),
        ("[a]\nx = 1\n[b]\nx = 2", "{a: {x: 1}, b: {x: 2}}"),
        ("[ a . b.'c d' ] # e\nx = 1", "{a: {b: {c d: {x: 1}}}}"),
        ("[a.b]\n[a]\nx = 1", "{a: {b: {}, x: 1}}"),
        ("[a.b]\nx = 1\n[c]\n[a.d]\ny = 2", "{a: {b: {x: 1}, d: {y: 2}}, c: {}}"),
        ("x = 1\n[a]\ny = 2", "{x: 1, a: {y: 2}}"),
        ("[a]\nb.c = 1\nb.d.e = 2\n[a.b.f]\ng = 3", "{a: {b: {c: 1, d: {e: 2}, f: {g: 3}}}}"),
        ("[a.b.c]\n[a]\nb.x = 1", "{a: {b: {c: {}, x: 1}}}"),
        ("[[a]]\nx = 1\n[[a]]\n\n[[a]]\nx = 3", "{a: [{x: 1}, {}, {x: 3}]}"),
        (
            "[[a]]\n[a.b]\nx = 1\n[[a.c]]\ny = 1\n[[a.c]]\n[[a]]\n[[a.c]]",
            "{a: [{b: {x: 1}, c: [{y: 1}, {}]}, {c: [{}]}]}"
        ),
        ("[a]\n[[a.b]]\n[a.c]", "{a: {b: [{}], c: {}}}"),
    ])
    func readsTables(text: String, values: String) {
        #expect(TOMLRendering.values(text) == values)
    }
}
