extension Tool {
    /// Every external program that galley can ask; see docs/extending.md.
    package static let all: [Tool] = [
        cc, cxx,
    ]

    /// Programs used before galley read their languages itself.
    package static let retired: Set<String> = [
        "bash", "crossplane", "esbuild", "gofmt", "hadolint", "javac", "lua", "node", "php",
        "protoc", "python3", "ruby", "rustfmt", "sqlite", "swift-format",
    ]
}
