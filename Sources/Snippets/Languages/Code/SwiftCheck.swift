extension LanguageCheck {
    package static let swift = LanguageCheck("swift") { text in
        FragmentGrammar(
            tool: "swift-format", style: .swift,
            // The parser takes statements and members at the outermost level; not so cases,
            // accessors and arguments. Style is not what is looked at.
            wrappings: [
                Wrapping(ignoreStyle), Wrapping(ignoreStyle + "switch _ {", "}"),
                Wrapping(ignoreStyle + "var _: _ {", "}"), Wrapping(ignoreStyle + "_(", ")"),
            ],
            block: "do {"
        ).examine(text, fileExtension: "swift")
    }

    private static let ignoreStyle = "// swift-format-ignore-file\n"
}
