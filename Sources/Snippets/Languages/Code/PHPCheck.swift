extension LanguageCheck {
    /// A block without an opening tag is all code.
    package static let php = LanguageCheck("php") { text in
        let isPage = text.code.contains("<?".utf8)
        return FragmentGrammar(
            tool: "php", style: .php,
            // Statements, members of a class, elements of an array.
            wrappings: isPage
                ? [.none]
                : [
                    Wrapping("<?php "), Wrapping("<?php class _{", "}"),
                    Wrapping("<?php $_=[", "];"),
                ],
            // What stands outside the tags is a page, not code.
            isBalanced: !isPage
        ).examine(text, fileExtension: "php")
    }
}
