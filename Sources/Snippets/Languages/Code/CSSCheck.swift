extension LanguageCheck {
    package static let css = LanguageCheck("css") { text in
        FragmentGrammar(
            tool: "esbuild", style: .plain,
            // A sheet, declarations of a rule, steps of an animation, a selector.
            wrappings: [
                .none, Wrapping("x{", "}"), Wrapping("@keyframes x{", "}"), Wrapping("", "{}"),
            ],
            block: "x{", rewrite: CSSNesting.dropStars,
            others: { [CSSNesting.explicit($0)].compactMap { $0 } }
        ).examine(text, fileExtension: "css")
    }

    /// Nothing here parses SCSS: brackets, strings and comments are looked at.
    package static let scss = LanguageCheck("scss") { text in
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        let fragment = Fragment(text, style: .plain)
        let result: Examination.Result =
            fragment.findings.isEmpty
            ? .accepted(.shape) : .rejected(fragment.findings, .shape)
        return Examination(result, elisions: fragment.elisions)
    }
}
