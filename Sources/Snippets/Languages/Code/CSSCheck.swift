extension LanguageCheck {
    package static let css = LanguageCheck("css") { text in
        FragmentGrammar(
            tool: "esbuild",
            // A sheet, declarations of a rule, steps of an animation.
            wrappings: [.none, Wrapping("x{", "}"), Wrapping("@keyframes x{", "}")]
        ).examine(text, fileExtension: "css")
    }

    /// Nothing here parses SCSS: brackets, strings and comments are looked at.
    package static let scss = LanguageCheck("scss") { text in
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        let fragment = Fragment(text)
        let result: Examination.Result =
            fragment.findings.isEmpty
            ? .accepted(.shape) : .rejected(fragment.findings, .shape)
        return Examination(result, elisions: fragment.elisions)
    }
}
