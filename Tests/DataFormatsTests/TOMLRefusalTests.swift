import Testing

@testable import DataFormats

/// What is not TOML, each at its place, with what would mend it.
struct TOMLRefusalTests {
    @Test(arguments: [
        ("= 1", "1:1 '=': a key must come before '='"),
        ("a = 1\nb", "2:1 'b': the key 'b' has no value [write b = \"…\"]"),
        ("a =", "1:3 '=': a value must follow '=' on its line [write \"\" for an empty text]"),
        (
            "a = # c\n1",
            "1:3 '=': a value must follow '=' on its line [write \"\" for an empty text]"
        ),
        ("a == 1", "1:4 '=': one '=' is enough [remove it]"),
        ("title: \"x\"", "1:6 ':': '=' must follow the key, not ':' [write '=']"),
        (
            "my key = 1",
            """
            1:1 'my key': a key of other characters than letters, digits, '_' and '-' must be in \
            quotes [write "my key"]
            """
        ),
        (
            "标题 = 1",
            """
            1:1 '标题': a key of other characters than letters, digits, '_' and '-' must be in \
            quotes [write "标题"]
            """
        ),
        ("a. = 1", "1:4 '=': a key must come before '='"),
        (
            "\"\"\"a\"\"\" = 1",
            "1:1 '\"\"\"': a key has one quotation mark on either side, not three"
        ),
        ("// note\n", "1:1 '//': a comment begins with '#' [write '#']"),
        ("; note\n", "1:1 ';': a comment begins with '#' [write '#']"),
        (
            "- Go\n- Rust\n",
            "1:1 '- Go': a list of TOML has brackets, not lines with '-' [write key = [\"…\", \"…\"]]"
        ),
        (
            "Some prose, as in a text.",
            """
            1:6 'p': '=' must follow the key 'Some'
            """
        ),
        ("a = 1 b = 2", "1:7 'b = 2': the line must end after the value [begin a new line]"),
        ("a = 'x',", "1:8 ',': the line must end after the value [remove ',']"),
        ("a = 1 // one", "1:7 '//': a comment begins with '#' [write '#']"),
    ])
    func refusesLines(text: String, report: String) {
        #expect(TOMLRendering.report(text) == report)
    }

    @Test(arguments: [
        (
            "a = Hello World # c",
            "1:5 'Hello World': text must be in quotes [write \"Hello World\"]"
        ),
        ("a = [Go, Rust]", "1:6 'Go': text must be in quotes [write \"Go\"]"),
        ("a = {b = it's}", "1:10 'it's': text must be in quotes [write \"it's\"]"),
        ("a = 你", "1:5 '你': text must be in quotes [write \"你\"]"),
        ("a = a \"b\" c", "1:5 'a \"b\" c': text must be in quotes [write 'a \"b\" c']"),
        ("a = 10 MB", "1:5 '10 MB': text must be in quotes [write \"10 MB\"]"),
        (
            "a = 3s",
            "1:5 '3s': '3s' is neither a number nor a date, so it must be in quotes [write \"3s\"]"
        ),
        ("a = True", "1:5 'True': 'True' is not a value [did you mean 'true'?]"),
        ("a = ture", "1:5 'ture': 'ture' is not a value [did you mean 'true'?]"),
        ("a = yes", "1:5 'yes': 'yes' is not a value [did you mean 'true'?]"),
        ("a = off", "1:5 'off': 'off' is not a value [did you mean 'false'?]"),
        ("a = NaN", "1:5 'NaN': 'NaN' is not a value [did you mean 'nan'?]"),
        (
            "a = null",
            "1:5 'null': 'null' is not a value, because TOML has no empty value [leave the key out]"
        ),
        ("a = .5", "1:5 '.5': '.5' is not how TOML writes numbers [write 0.5]"),
        ("a = 5.", "1:5 '5.': '5.' is not how TOML writes numbers [write 5.0]"),
        ("a = 1__0", "1:5 '1__0': '1__0' is not how TOML writes numbers [write 10]"),
        ("a = 0XFF", "1:5 '0XFF': '0XFF' is not how TOML writes numbers [write 0xFF]"),
        (
            "a = 007",
            "1:5 '007': a number has no zeros in front [write 7, or \"007\" if it is text]"
        ),
        (
            "a = 9223372036854775808",
            """
            1:5 '9223372036854775808': whole numbers go from -9223372036854775808 to \
            9223372036854775807 [write "9223372036854775808" if it is text]
            """
        ),
        (
            "a = 0x8000_0000_0000_0000",
            """
            1:5 '0x8000_0000_0000_0000': whole numbers go from -9223372036854775808 to \
            9223372036854775807 [write "0x8000_0000_0000_0000" if it is text]
            """
        ),
        ("a = 1e999", "1:5 '1e999': numbers go up to 1.8e308 [write \"1e999\" if it is text]"),
        (
            "a = 2024-5-1",
            "1:5 '2024-5-1': '2024-5-1' is not how TOML writes dates [write 2024-05-01]"
        ),
        (
            "a = 2024/05/01",
            "1:5 '2024/05/01': '2024/05/01' is not how TOML writes dates [write 2024-05-01]"
        ),
        (
            "date = 2024-05-01T00:00",
            """
            1:8 '2024-05-01T00:00': '2024-05-01T00:00' is not how TOML writes dates \
            [write 2024-05-01T00:00:00]
            """
        ),
        (
            "a = 2024-05-01 9:30:00 +0800",
            """
            1:5 '2024-05-01 9:30:00 +0800': '2024-05-01 9:30:00 +0800' is not how TOML writes \
            dates [write 2024-05-01T09:30:00+08:00]
            """
        ),
        ("a = 9:30", "1:5 '9:30': '9:30' is not how TOML writes dates [write 09:30:00]"),
        (
            "a = 2023-02-29",
            "1:5 '2023-02-29': '2023-02-29' is not a day or time of the calendar"
        ),
        (
            "start = 2024-05-01Thh:mm:ss",
            """
            1:9 '2024-05-01Thh:mm:ss': '2024-05-01Thh:mm:ss' is not a date or time of TOML; text \
            must be in quotes [write "2024-05-01Thh:mm:ss"]
            """
        ),
        (
            "a = 2024-05-01T09",
            "1:5 '2024-05-01T09': '2024-05-01T09' is not how TOML writes dates "
                + "[write 2024-05-01T09:00:00]"
        ),
    ])
    func refusesValues(text: String, report: String) {
        #expect(TOMLRendering.report(text) == report)
    }

    @Test(arguments: [
        ("a = \"x\nb = 1", "1:5 '\"x': the string is not closed [write \" at its end]"),
        ("a = 'x", "1:5 ''x': the string is not closed [write ' at its end]"),
        (
            "a = \"\"\"\nx\n\"\"\nb = 1",
            "1:5 '\"\"\"': the string is never closed [write \"\"\" at its end]"
        ),
        (
            "a = \"C:\\\"",
            "1:5 '\"C:\\\"': the string is not closed, for '\\\"' is part of its text "
                + "[write '\\\\' for a backslash]"
        ),
        (
            "a = \"C:\\Windows\"",
            "1:8 '\\W': '\\W' is not an escape [write '\\\\W', or put the text between single "
                + "quotation marks]"
        ),
        (
            "a = \"C:\\Users\"",
            "1:8 '\\U': '\\U' must be followed by 8 hexadecimal digits [write '\\\\U', or put the "
                + "text between single quotation marks]"
        ),
        (
            "a = \"\\ud800\"",
            "1:6 '\\ud800': '\\ud800' is not a character of Unicode "
                + "[write the character itself]"
        ),
        (
            "a = \"\u{1}\"",
            "1:6 '\u{1}': the control character U+0001 is not allowed [write \\u0001]"
        ),
        ("a = '\u{7F}'", "1:6 '\u{7F}': the control character U+007F is not allowed [remove it]"),
        (
            "a = \"say \"yes\"\"",
            "1:5 '\"say \"yes\"\"': the string ends at the second quotation mark "
                + "[write 'say \"yes\"']"
        ),
        (
            "a = 'it's'",
            "1:5 ''it's'': the string ends at the second quotation mark [write \"it's\"]"
        ),
        ("a = \"x\" \"y\"", "1:9 '\"y\"': the line must end after the value"),
    ])
    func refusesStrings(text: String, report: String) {
        #expect(TOMLRendering.report(text) == report)
    }

    @Test(arguments: [
        ("a = [1, 2\nb = 1", "1:5 '[': '[' is never closed [write ']' at its end]"),
        ("a = [1,\n[b]\nc = 1", "1:5 '[': '[' is never closed [write ']' at its end]"),
        ("a = [1,\nb = 1", "1:5 '[': '[' is never closed [write ']' at its end]"),
        ("a = ['x',\n[[b.c]]", "1:5 '[': '[' is never closed [write ']' at its end]"),
        ("a = [1,\n2\n", "1:5 '[': '[' is never closed [write ']' at its end]"),
        ("a = [1 2]", "1:7 '': a ',' must follow the value [write ',']"),
        ("a = [\n'x'\n'y'\n]", "2:4 '': a ',' must follow the value [write ',']"),
        ("a = [1,,2]", "1:8 ',': a value must come before ','"),
        ("a = [1, }", "1:9 '}': '}' cannot close '[' [write ']']"),
        ("a = [1}", "1:7 '}': '}' cannot close '[' [write ']']"),
        ("a = [b = 1]", "1:6 'b = 1': text must be in quotes [write \"b = 1\"]"),
        (
            "a = ['b' = 1]",
            "1:10 '=': an array has no keys [write keys and values between '{' and '}']"
        ),
        ("a = {b = 1", "1:5 '{': '{' is never closed [write '}' at its end]"),
        (
            "a = {\n b = 1 }",
            "1:5 '{': an inline table must end on its line [write it on one line, or its keys under "
                + "a header]"
        ),
        (
            "a = {b = 1,}",
            "1:11 ',': an inline table has no ',' after its last key [remove the ',']"
        ),
        ("a = {b = 1 c = 2}", "1:11 '': a ',' must follow the value [write ',']"),
        ("a = {b: 1}", "1:7 ':': '=' must follow the key, not ':' [write '=']"),
    ])
    func refusesArraysAndInlineTables(text: String, report: String) {
        #expect(TOMLRendering.report(text) == report)
    }

    @Test(arguments: [
        ("[a", "1:1 '[a': the header is not closed [write [a]]"),
        ("[a # c\nb = 1", "1:1 '[a': the header is not closed [write [a]]"),
        ("[[a]", "1:4 ']': '[[' must be closed by ']]' [write ']]']"),
        ("[]", "1:1 '[]': the header has no name [write a name between the brackets]"),
        ("[ [a]]", "1:1 '[ [': the brackets of '[[' must be next to each other [write '[[']"),
        (
            "[my table]",
            """
            1:2 'my table': a name of other characters than letters, digits, '_' and '-' must be in \
            quotes [write "my table"]
            """
        ),
        ("[a] b = 1", "1:5 'b = 1': the line must end after the header [begin a new line]"),
        ("]", "1:1 ']': ']' closes nothing"),
    ])
    func refusesHeaders(text: String, report: String) {
        #expect(TOMLRendering.report(text) == report)
    }

    @Test(arguments: [
        ("标题＝\"x\"", "\"标题\"=\"x\""),
        ("a＝“中”", "a=\"中\""),
        ("a = “say \"x\"”", "a = 'say \"x\"'"),
        ("a = ‘中’", "a = \"中\""),
        ("a = \"中”", "a = \"中\""),
        ("a：1", "a=1"),
        ("a = [1，2、3］", "a = [1,2,3]"),
        ("a = ｛b = 1｝", "a = {b = 1}"),
        ("【a】", "[a]"),
        ("a\u{3000}= 1", "a = 1"),
        ("a =\u{A0}1", "a = 1"),
        ("\u{200B}a = \u{FEFF}1", "a = 1"),
        ("title: x", "title = \"x\""),
        ("a = [True, 1__0, x y, 2024-5-1]", "a = [true, 10, \"x y\", 2024-05-01]"),
    ])
    func mendsWhatIsSure(text: String, mended: String) {
        #expect(TOMLRendering.mended(text) == mended)
    }

    @Test func refusesWhatIsNotUTF8AtItsFirstByte() {
        let bytes: [UInt8] = Array("a = \"".utf8) + [0xD6, 0xD0, 0x22]
        #expect(throws: TOMLProblem.self) {
            _ = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
        }
        do {
            _ = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
        } catch {
            #expect(error.range == 5..<6)
        }
    }
}
