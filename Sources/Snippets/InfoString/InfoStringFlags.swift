import Languages
import Text

/// Bare words of an info string with a meaning for galley or for the tool that the text was written
/// for.
enum InfoStringFlags {
    /// The attributes of rustdoc (The rustdoc book, "Attributes"), and those that mdBook and the
    /// Rust Book add.
    private static let rust: Set<String> = [
        "no_run", "ignore", "should_panic", "compile_fail", "test_harness", "standalone_crate",
        "standalone", "custom", "rust", "edition2015", "edition2018", "edition2021", "edition2024",
        "editable", "runnable", "noplayground", "noplaypen", "playground", "mdbook-runnable",
        "should_fail", "does_not_compile", "panics", "not_desired_behavior", "noplaypen",
    ]

    /// Words that turn on line numbers, and switches of other generators that galley ignores.
    private static let others: Set<String> = [
        "linenos", "nolinenos", "showLineNumbers", "lineNumbers", "noLineNumbers", "numberLines",
        "numberlines", "line-numbers", "no-line-numbers", "no-lines", "number-lines",
        // Docusaurus, MDX playgrounds.
        "live", "noInline", "npm2yarn", "yarn2npm", "metastring", "editable", "runnable",
        "playground",
        "noplayground", "mdx-code-block",
        // Twoslash.
        "twoslash", "twoslasher", "twoslash-ignore", "noErrors",
        // Expressive Code, Shiki, VitePress, Nextra.
        "wrap", "nowrap", "preserveIndent", "no-frame", "frame", "collapse", "fold", "expand",
        "copy", "nocopy", "no-copy", "ascii", "vue", "svelte", "codegroup", "code-group", "tab",
        "collapsed", "focus", "diff", "word-wrap", "folded", "unfolded", "dark", "light",
        // DocC, ExDoc, Julia, Scala's mdoc.
        "wrapped", "silent", "compile-only", "passthrough", "crash", "invisible", "to-string",
        "reset",
    ]

    /// Words that are a label of their own without a language before: rustdoc reads such blocks as
    /// Rust.
    static let rustLabels: Set<String> = [
        "no_run", "should_panic", "compile_fail", "test_harness", "standalone_crate", "edition2015",
        "edition2018", "edition2021", "edition2024",
    ]

    /// Whether a word has a meaning in a block of a language.
    static func isKnown(_ word: String, in label: String) -> Bool {
        if others.contains(word) { return true }
        if word.hasPrefix(":") {
            return ["line-numbers", "no-line-numbers", "collapsed-lines", "no-collapsed-lines"]
                .contains(String(word.dropFirst().prefix { $0 != "=" }))
        }
        guard isRust(label) else { return false }
        return rust.contains(word) || word.hasPrefix("ignore-") || isErrorCode(word)
    }

    /// The word that a misspelled one was meant to be: `compile-fail`, `shouldpanic`,
    /// `showLinenumbers`; nil if no word is close.
    static func nearest(to word: String, in label: String) -> String? {
        let names = isRust(label) ? rustSuggestions + suggestions : suggestions
        let plain = withoutSeparators(word)
        if let same = names.first(where: { withoutSeparators($0) == plain }) {
            return same == word ? nil : same
        }
        return nearestName(to: word, in: names, within: word.utf8.count < 9 ? 1 : 2)
    }

    /// Words that can only be meant as attributes.
    private static let suggestions = [
        "linenos", "nolinenos", "showLineNumbers", "hl_lines", "linenostart", "first_line",
        "line_number", "twoslash", "npm2yarn", "noInline", "preserveIndent",
    ]
    private static let rustSuggestions = [
        "no_run", "should_panic", "compile_fail", "test_harness", "edition2015", "edition2018",
        "edition2021", "edition2024", "editable", "noplayground", "ignore",
    ]

    private static func withoutSeparators(_ word: String) -> String {
        word.lowercased().filter { $0 != "-" && $0 != "_" }
    }

    private static func isRust(_ label: String) -> Bool {
        label.isEmpty || rustLabels.contains(label) || Language.named(label)?.name == "rust"
    }

    /// `E0308`.
    private static func isErrorCode(_ word: String) -> Bool {
        word.utf8.count == 5 && word.hasPrefix("E")
            && word.utf8.dropFirst().allSatisfy {
                (0x30...0x39).contains($0)
            }
    }
}
