extension LanguageCheck {
    package static let ruby = LanguageCheck("ruby") { text in
        FragmentGrammar(
            tool: "ruby", style: .plain,
            // Statements, the body of a method, pairs of a hash.
            wrappings: [.none, Wrapping("def _;", "end"), Wrapping("_={", "}")],
            // Here-documents, `?"` and `%w(` are beyond counting brackets and quotes.
            isBalanced: false
        ).examine(text, fileExtension: "rb")
    }
}
