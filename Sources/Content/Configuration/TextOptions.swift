import Markdown

extension Configuration {
    /// The options for reading one text: those of `[markdown]`, overridden by its front matter.
    package func markdown(of head: FrontMatter) -> MarkdownOptions { markdown.settled(by: head) }
}

extension MarkdownOptions {
    /// The options, overridden by a text's front matter.
    package func settled(by head: FrontMatter) -> MarkdownOptions {
        guard let hasFormulas = head.hasFormulas else { return self }
        var options = self
        options.mathematics = hasFormulas ? .on : .off
        return options
    }
}

extension FrontMatter {
    /// The value of `math`, `mathjax` or `katex`, the first that exists; nil without one.
    ///
    /// `true`, a name such as `katex`, and a table as in LoveIt (`math: {enable: true}`) are yes.
    package var hasFormulas: Bool? {
        if params.isEmpty { return nil }
        let key = ["math", "mathjax", "katex"].first { params[$0] != nil } ?? otherSpelling
        return key.flatMap { params[$0] }.flatMap(Self.isYes)
    }

    /// `MathJax` or `mathJax`.
    private var otherSpelling: String? {
        params.keys.sorted().first { ["math", "mathjax", "katex"].contains($0.lowercased()) }
    }

    private static func isYes(_ value: Value) -> Bool? {
        switch value {
        case .null: return nil
        case .boolean(let flag): return flag
        case .integer(let number): return number != 0
        case .string(let text): return !["", "false", "no", "off", "0"].contains(text.lowercased())
        case .table(let table):
            guard let own = table["enable"] ?? table["enabled"] else { return true }
            return isYes(own)
        case .number, .date, .list: return true
        }
    }
}
