import Text

/// The words after the language of a code block, galley's and those of others.
enum InfoStringKeys {
    /// The keys that galley reads, as suggestions for misspelled ones: its own first.
    static let suggestions = [
        "title", "start", "hl", "ins", "del", "linenos", "check", "reason", "fails", "name", "file",
        "version", "language", "caption", "first_line", "linenostart", "mark", "hl_lines",
        "line_number", "lineNos", "lang", "nolinenos", "wrap",
    ]

    private static let own = Set(suggestions)

    /// Keys with a value that other generators use and galley ignores.
    private static let foreign: Set<String> = [
        // Hugo and Chroma.
        "anchorlinenos", "lineanchors", "linenumbersintable", "lineNumbersInTable", "hl_style",
        "style", "tabwidth", "tabWidth", "noclasses", "noClasses", "nobackground", "guesssyntax",
        "guessSyntax", "lineAnchors", "anchorLineNos", "hl_inline", "hl_Lines", "hlstyle",
        // Zola, Hexo, Jekyll, MkDocs, Sphinx.
        "hide_lines", "copy", "line_threshold", "url", "link", "tab_replace", "highlight",
        "linenostep", "pygments_lang_class", "emphasize-lines", "lineno-start",
        // Docusaurus, rehype-pretty-code, VitePress, Expressive Code, DocC.
        "showLineNumbers", "theme", "meta", "group", "live", "twoslash", "frame", "collapse",
        "startLineNumber", "icon", "strikeout", "nocopy", "word", "range", "tab", "sync", "label",
        "filename", "fileName", "metastring", "diff", "preserveIndent", "hangingIndent",
        "lang-frame",
        "numberLines", "outputLines", "promptUser", "promptHost", "highlightLines", "lines",
        "lineHeight",
        "collapseStyle", "errors", "npm2yarn", "twoslash-ignore", "expand", "fold", "focus",
        "nocopy",
        "useWrap", "defaultValue", "groupId", "noInline", "renderPrompt", "playground",
        // mdBook and rustdoc.
        "hidelines", "added-in", "edition",
        // HTML.
        "class", "id", "width", "height", "align", "dir", "data", "startFrom", "start-from",
        "options", "editable", "attr", "type", "role",
    ]

    /// Whether galley or another generator reads a key.
    static func isKnown(_ key: String) -> Bool {
        own.contains(key) || foreign.contains(key) || key.hasPrefix("data-")
            || key.hasPrefix("aria-")
    }
}
