extension Tool {
    /// PHP: `-l` parses and runs nothing, `-n` reads no php.ini and so loads no extension.
    package static let php = Tool(
        "php", commands: [["php"]], versionArguments: ["-n", "--version"],
        arguments: [
            "-n", "-d", "display_errors=1", "-d", "log_errors=0", "-d", "html_errors=0",
            "-d", "short_open_tag=0", "-l",
        ],
        mode: .each, debianPackage: "php-cli", read: PHPOutput.readings)
}

/// Reads `Parse error: syntax error, unexpected token ";" in 0.php on line 2`. Fatal errors are of
/// names (a function declared twice) and are not the parser's.
enum PHPOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        output.files.map { file in
            for line in output.lines {
                let text = line.hasPrefix("PHP ") ? line.dropFirst(4) : line
                guard text.hasPrefix("Parse error: "),
                    let place = text.ranges(of: " in \(file) on line ").last,
                    let number = Int(text[place.upperBound...])
                else { continue }
                let message = String(text[..<place.lowerBound].dropFirst(13))
                if message == "memory exhausted" { return .crashed("php \(message)") }
                return .rejected([ToolFinding(line: number, column: nil, message)])
            }
            switch output.status {
            case 0: return .accepted
            case 255 where output.text.contains("Fatal error: "): return .accepted
            default: return .crashed("php ended with \(output.status)")
            }
        }
    }
}
