extension Tool {
    /// Every external program that galley knows to ask; see docs/extending.md.
    package static let all: [Tool] = [
        gofmt, cc, cxx, bash, python, esbuild, node, swiftFormat, rustfmt, javac, ruby, php, lua,
        protoc,
        sqlite,
        hadolint, crossplane,
    ]
}
