extension Tool {
    /// `node --check`, which parses a file and runs nothing; for JavaScript where esbuild is not
    /// there. Files are modules (`.mjs`), so that `import` and `await` may stand at the top.
    static let node = Tool(
        "node", commands: [["node"], ["nodejs"]], arguments: ["--check"], mode: .each,
        debianPackage: "nodejs", memory: nil, read: NodeOutput.readings)
}

/// Reads `/folder/0.mjs:2⏎f(1 2);⏎    ^⏎⏎SyntaxError: missing )`: the column is the caret's.
enum NodeOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        output.files.map { _ in reading(output) }
    }

    private static func reading(_ output: ToolOutput) -> ToolReading {
        if output.status == 0 { return .accepted }
        let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let error = lines.first(where: { $0.hasPrefix("SyntaxError: ") }),
            let start = lines.firstIndex(where: { $0.contains(".mjs:") }),
            let number = lines[start].split(separator: ":").last.flatMap({ Int($0) })
        else { return .crashed("ended with \(output.status)") }
        var column: Int?
        if start + 2 < lines.count, let caret = lines[start + 2].firstIndex(of: "^") {
            column = lines[start + 2].distance(from: lines[start + 2].startIndex, to: caret) + 1
        }
        let message = String(error.dropFirst("SyntaxError: ".count))
        if isOfContext(message) { return .undecided("node: \(message)") }
        return .rejected([ToolFinding(line: number, column: column, unit: .utf16, message)])
    }

    /// What holds of a whole module in strict mode and not of a snippet: it may declare a name again
    /// to show another way, and older code than modules is code.
    private static func isOfContext(_ message: String) -> Bool {
        message.hasSuffix("has already been declared") || message.contains("strict mode")
            || message.contains("Strict mode")
    }
}
