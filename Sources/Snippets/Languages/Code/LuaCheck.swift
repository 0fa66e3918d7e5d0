extension LanguageCheck {
    package static let lua = LanguageCheck("lua") { text in
        FragmentGrammar(
            tool: "lua", style: ElisionStyle(dots: [.varargs, .prefix, .suffix, .parameter]),
            // A chunk, a value, fields of a table, statements behind a return.
            wrappings: [.none, Wrapping("return "), Wrapping("return {", "}")],
            // `[==[`.
            isBalanced: false
        ).examine(text, fileExtension: "lua")
    }
}
