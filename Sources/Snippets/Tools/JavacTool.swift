extension Tool {
    /// Java, stopped behind its parser: names and types are not asked for, annotation processors
    /// not run, no class is written.
    package static let javac = Tool(
        "javac", commands: [["javac"]],
        arguments: [
            "-J-Xmx512m", "-J-Xss4m", "-J-XX:-UsePerfData", "-J-XX:TieredStopAtLevel=1",
            "-J-XX:+UseSerialGC", "-proc:none", "-implicit:none", "-Xmaxerrs", "100000",
            "-XDshould-stop.ifError=PARSE", "-XDshould-stop.ifNoError=PARSE", "-encoding", "UTF-8",
        ],
        // A Java machine reserves far more than it uses: -Xmx bounds it.
        debianPackage: "default-jdk-headless", memory: nil, read: JavacOutput.readings)
}

/// Reads javac's messages; the caret's line tells the column, in UTF-16 units:
///
///     0.java:4: error: illegal start of expression
///       int a = ;
///               ^
enum JavacOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        // It stops where its stack ends (3): then it has not judged the rest.
        guard output.status == 0 || output.status == 1 else {
            return output.files.map { _ in .crashed("javac ended with \(output.status)") }
        }
        var findings: [String: [ToolFinding]] = [:]
        var open: (file: String, line: Int, message: String)?
        func close(_ column: Int?) {
            guard let (file, line, message) = open else { return }
            open = nil
            findings[file, default: []].append(
                ToolFinding(line: line, column: column, unit: .utf16, message))
        }
        for line in output.lines {
            if let head = headline(line) {
                close(nil)
                open = head
                if isPardoned(head.message) { open = nil }
            } else if line.last == "^", line.dropLast().allSatisfy({ $0 == " " || $0 == "\t" }) {
                close(line.utf16.count)
            }
        }
        close(nil)
        return ToolLines.readings(of: output, findings)
    }

    /// A listing leaves out what follows, `try { f(); } ...`; and what this version has only as a
    /// preview is right in a later one.
    private static func isPardoned(_ message: String) -> Bool {
        message.hasPrefix("'try' without 'catch'") || message.contains("preview feature")
    }

    private static func headline(
        _ line: Substring
    ) -> (file: String, line: Int, message: String)? {
        guard let (file, number, column, rest) = ToolLines.parts(of: line), column == nil,
            rest.hasPrefix("error: ")
        else { return nil }
        return (file, number, String(rest.dropFirst(7)))
    }
}
