extension Tool {
    /// Every external program that galley knows to ask; see docs/extending.md.
    package static let all: [Tool] = [
        cc, cxx, bash, swiftFormat, rustfmt, ruby, php, sqlite, hadolint, crossplane,
    ]
}
