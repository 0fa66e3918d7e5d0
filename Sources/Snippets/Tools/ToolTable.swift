extension Tool {
    /// Every external program that galley knows to ask; see docs/extending.md.
    package static let all: [Tool] = [
        cc, cxx, swiftFormat, ruby, hadolint, crossplane,
    ]
}
