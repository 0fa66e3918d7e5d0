extension Tool {
    /// Swift; its parser takes any fragment at the outermost level.
    ///
    /// The configuration is given so that it looks for no `.swift-format` in the folders above.
    package static let swiftFormat = Tool(
        "swift-format", commands: [["swift-format"], ["swift", "format"]],
        arguments: [
            "lint", "--parallel", "--no-color-diagnostics",
            "--configuration", #"{"version":1,"rules":{}}"#,
        ],
        read: SwiftFormatOutput.readings)
}

/// Reads `/folder/0.swift:2:9: error: expected expression in variable`; warnings are of style.
enum SwiftFormatOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        var findings: [String: [ToolFinding]] = [:]
        for line in output.lines {
            guard let (path, number, column, rest) = ToolLines.parts(of: line),
                rest.hasPrefix("error: ")
            else { continue }
            findings[ToolLines.fileName(path), default: []].append(
                ToolFinding(line: number, column: column, String(rest.dropFirst(7))))
        }
        return ToolLines.readings(of: output, findings)
    }
}
