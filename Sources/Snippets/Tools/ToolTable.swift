extension Tool {
    /// Every external program that galley knows to ask; see docs/extending.md.
    package static let all: [Tool] = [
        cc, cxx, swiftFormat, ruby, hadolint, crossplane,
    ]

    /// Programs that were asked before galley read their languages itself.
    package static let retired: Set<String> = [
        "bash", "esbuild", "gofmt", "javac", "lua", "node", "php", "protoc", "python3", "rustfmt",
        "sqlite",
    ]
}
