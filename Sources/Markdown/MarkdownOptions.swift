/// The language of a document: CommonMark 0.30, or galley's dialect on top of it.
package struct MarkdownOptions: Sendable, Hashable {
    /// How a heading without an id of its own gets one.
    package enum HeadingIDs: Sendable, Hashable {
        /// `<h2>` without an id, as CommonMark has it.
        case none
        /// As GitHub does: `## gRPC 的 Channel!` gives `grpc-的-channel`.
        case github
        /// As Hexo does, case and full-width punctuation kept: `gRPC-的-Channel`.
        case hexo
    }

    /// GFM tables: a line of cells, a delimiter row with as many, and rows.
    package var tables = true
    /// `~~gone~~`; a single `~`, which Chinese writes for ranges, is text.
    package var strikethrough = true
    /// `- [x] done`.
    package var taskLists = true
    /// `https://…`, `www.…` and `a@b.c` in prose become links.
    package var autolinks = true
    /// `[^1]` and `[^1]: …`.
    package var footnotes = true
    /// `> [!NOTE]`.
    package var callouts = true
    /// `## Title {#id .class}`.
    package var headingAttributes = true
    /// `**重要。**这` is strong (markdown-cjk-friendly), for runs of two or more.
    package var cjkEmphasis = true
    /// A line break between Chinese or Japanese characters leaves no space.
    package var cjkBreaks = true
    /// A line break in a paragraph becomes `<br>`; then `cjkBreaks` does nothing.
    package var hardBreaks = false
    /// `"quotes"`, `--` and `...` become typographic, except in addresses.
    package var smart = false
    /// Raw HTML passes; otherwise it is dropped, and so are `javascript:` addresses.
    package var unsafeHTML = true
    /// Elements of raw HTML end within the block that they begin in, even if their author left them
    /// open.
    package var repairsHTML = true
    /// `<!-- more -->` ends the excerpt rather than being a comment.
    package var moreMarkers = true
    /// TeX between `$`, `$$`, `\(` and `\)`, `\[` and `\]` stays verbatim.
    package var mathematics = Mathematics.auto
    /// Tags of other generators, `{% note %}`, `{{< figure >}}`, stay verbatim.
    package var templateTags = true
    package var headingIDs = HeadingIDs.github
    /// Ids of the page around the text, which headings avoid.
    package var pageIDs: Set<String> = ["content", "more"]

    /// Every extension that is on by default.
    package init() {}

    /// galley's dialect with the defaults of `[markdown]` in galley.toml.
    package static let standard = MarkdownOptions()

    /// CommonMark 0.30 and nothing else: all 652 examples of the specification.
    package static let commonMark: MarkdownOptions = {
        var options = MarkdownOptions()
        options.tables = false
        options.strikethrough = false
        options.taskLists = false
        options.autolinks = false
        options.footnotes = false
        options.callouts = false
        options.headingAttributes = false
        options.cjkEmphasis = false
        options.cjkBreaks = false
        options.repairsHTML = false
        options.moreMarkers = false
        options.mathematics = .off
        options.templateTags = false
        options.headingIDs = .none
        return options
    }()
}
