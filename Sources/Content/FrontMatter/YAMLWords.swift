/// Rewrites libyaml's syntax errors in terms that authors of front matter know.
enum YAMLWords {
    /// The problem without a full stop; libyaml's own words if there are no better ones.
    ///
    /// - Parameter context: what libyaml was reading, if known.
    static func problem(_ problem: String, _ context: String?) -> String {
        if problem.contains("unexpected end of stream"), context?.contains("quoted") == true {
            return "a quote is never closed"
        }
        for (part, words) in words where problem.contains(part) { return words }
        return context.map { "\(problem) \($0)" } ?? problem
    }

    private static let words: [(part: String, words: String)] = [
        ("could not find expected ':'", "a line needs a key and a colon"),
        ("mapping values are not allowed", "a colon and a space are in a value without quotes"),
        ("did not find expected key", "a line is no key and belongs to none"),
        ("did not find expected '-' indicator", "a line in a list begins with no hyphen"),
        ("did not find expected ',' or", "a list in brackets is not closed, or lacks a comma"),
        ("found unknown escape", "a backslash has another meaning between double quotes"),
        ("hexdecimal number", "a backslash has another meaning between double quotes"),
        (
            "invalid Unicode character escape",
            "a backslash has another meaning between double quotes"
        ),
        ("cannot start any token", "a value begins with a sign, and needs quotes"),
        ("found a tab character", "a tab is where spaces are needed"),
        ("block sequence entries are not allowed", "an item with a hyphen needs a line of its own"),
        ("mapping keys are not allowed", "a value begins with '? ', and needs quotes"),
        ("alphabetic or numeric character", "a value begins with '&' or '*', and needs quotes"),
        ("found undefined alias", "a value begins with '*', and needs quotes"),
        ("comment or line break", "text cannot follow '|' or '>' in its line"),
        ("indentation indicator equal to 0", "text cannot be indented by 0 spaces"),
        ("<document start>", "the lines are not all keys, or contain '---'"),
        ("node content", "a value is missing"),
        ("whitespace or line break", "a value begins with '!', and needs quotes"),
        ("undefined tag handle", "a value begins with '!', and needs quotes"),
        ("tag URI", "a value begins with '!', and needs quotes"),
        ("URI escape", "a value begins with '!', and needs quotes"),
        ("expected '!'", "a value begins with '!', and needs quotes"),
        ("expected the '>'", "a value begins with '!', and needs quotes"),
        ("directive", "a line begins with '%'"),
        ("unexpected document indicator", "a quote is never closed"),
        ("control characters are not allowed", "a control character is not allowed"),
    ]
}
