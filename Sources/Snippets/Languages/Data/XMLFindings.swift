import Text

/// The findings for XML that is not well-formed.
enum XMLFindings {
    static func neverClosed(_ name: String, _ range: Range<Int>) -> Finding {
        Finding("'<\(name)>' is never closed", at: range, fix: "close it with '</\(name)>'")
    }

    static func mismatch(_ end: String, open: String, _ range: Range<Int>) -> Finding {
        Finding("'</\(end)>' is where '<\(open)>' has to be closed", at: range)
    }

    static func closesNothing(_ name: String, _ range: Range<Int>) -> Finding {
        Finding("'</\(name)>' closes nothing", at: range)
    }

    static func openTag(_ range: Range<Int>) -> Finding {
        Finding("the tag is not closed", at: range, fix: "close it with '>'")
    }

    static func open(_ what: String, with close: String, _ range: Range<Int>) -> Finding {
        Finding("\(what) is not closed", at: range, fix: "close it with '\(close)'")
    }

    static func openQuote(_ at: Int) -> Finding {
        Finding("the quote is not closed", at: at..<(at + 1), fix: "close the attribute's value")
    }

    static func bareAmpersand(_ at: Int) -> Finding {
        Finding(
            "'&' begins no entity", at: at..<(at + 1), fix: "write '&amp;'", replacement: "&amp;")
    }

    static func bareLess(_ at: Int) -> Finding {
        Finding("'<' begins no tag", at: at..<(at + 1), fix: "write '&lt;'", replacement: "&lt;")
    }

    static func noValue(_ name: String, _ range: Range<Int>) -> Finding {
        Finding("the attribute '\(name)' has no value", at: range, fix: "give it one in quotes")
    }

    static func given(twice name: String, _ range: Range<Int>) -> Finding {
        Finding("the attribute '\(name)' is given twice", at: range)
    }

    static func unquoted(_ range: Range<Int>, in bytes: [UInt8]) -> Finding {
        let text = String(decoding: bytes[range], as: UTF8.self)
        if let plain = WideMark.plain(of: text), plain != " " {
            return Finding(
                "'\(text)' is where XML has '\(plain)'", at: range, fix: "write '\(plain)'",
                replacement: plain)
        }
        return Finding("the value of an attribute is in quotes", at: range)
    }
}
