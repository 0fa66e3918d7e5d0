import DataFormats

/// What a text is read as, and what is wrong with it, each in one line that tests can compare.
enum TOMLRendering {
    /// `{a: 1, b: {c: 'x'}}` in the order of the text; the problem of one that is refused.
    static func values(_ text: String) -> String {
        let bytes = Array(text.utf8)
        do {
            return values(try TOMLDocument(parsing: bytes, in: 0..<bytes.count).items)
        } catch {
            return "\(error)"
        }
    }

    private static func values(_ items: TOMLItems) -> String {
        "{" + items.map { "\($0.key): \(value($0.value))" }.joined(separator: ", ") + "}"
    }

    private static func value(_ value: TOMLValue) -> String {
        switch value {
        case .string(let text): "'\(text)'"
        case .integer(let number): String(number)
        case .float(let number): String(number)
        case .array(let items):
            "[" + items.map { self.value($0.value) }.joined(separator: ", ") + "]"
        case .table(let items): values(items)
        case .boolean, .offsetDateTime, .localDateTime, .localDate, .localTime:
            if case .scalar(_, let text) = TaggedTOML(value) { text } else { "" }
        }
    }

    static func problem(_ text: String) -> TOMLProblem? {
        let bytes = Array(text.utf8)
        do {
            _ = try TOMLDocument(parsing: bytes, in: 0..<bytes.count)
            return nil
        } catch {
            return error
        }
    }

    /// `2:5 'MARKED': message [fix]`, with the place in lines and bytes and the text that is marked.
    static func report(_ text: String) -> String {
        guard let problem = problem(text) else { return "read" }
        let fix = problem.fix.map { " [\($0)]" } ?? ""
        let marked = String(decoding: Array(text.utf8)[problem.range], as: UTF8.self)
        return "\(place(problem.range, in: text)) '\(marked)': \(problem.message)\(fix)"
    }

    /// `2:5`
    static func place(_ range: Range<Int>, in text: String) -> String {
        let before = Array(text.utf8)[..<range.lowerBound]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return "\(line):\(range.lowerBound - start + 1)"
    }

    /// The text with the replacement that its problem proposes, again and again while there is one.
    static func mended(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<20 {
            guard let problem = problem(String(decoding: bytes, as: UTF8.self)),
                let replacement = problem.replacement
            else { break }
            bytes.replaceSubrange(problem.range, with: replacement.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
