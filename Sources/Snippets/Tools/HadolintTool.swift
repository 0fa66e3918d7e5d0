extension Tool {
    /// Dockerfiles. There is no configuration in its working folder nor in its home, which is the
    /// same; what it says of style is passed over.
    package static let hadolint = Tool(
        "hadolint", commands: [["hadolint"]],
        arguments: ["--no-color", "--format", "tty", "--no-fail"],
        read: HadolintOutput.readings)
}

/// Reads `0.dockerfile:4:1 unexpected 'F' expecting '#', ADD, ARG`, the parser's one message of a
/// file; those of rules have no column. Columns are 1-based, in Unicode scalars.
enum HadolintOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        var findings: [String: [ToolFinding]] = [:]
        for line in output.lines {
            guard let space = line.firstIndex(of: " "),
                let (file, number, column, rest) = ToolLines.parts(of: line[..<space] + ":"),
                let column, rest.isEmpty
            else { continue }
            findings[file, default: []].append(
                ToolFinding(
                    line: number, column: column, unit: .scalars, message(line[space...])))
        }
        return ToolLines.readings(of: output, findings)
    }

    /// The list of all that could stand there says little: the first part does.
    private static func message(_ text: Substring) -> String {
        let words = text.drop { $0 == " " }
        guard let list = words.firstRange(of: " expecting ") else { return String(words) }
        return String(words[..<list.lowerBound])
    }
}
