import ArgumentParser

/// `--untrusted`, for commands that read a galley.toml which a stranger may have written.
struct TrustOption: ParsableArguments {
    @Flag(
        help: """
            Run no program that galley.toml names, and take nothing from it that reaches beyond the \
            site: for pull requests. What is left out is reported.
            """)
    var untrusted = false
}
