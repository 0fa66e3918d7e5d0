extension Tool {
    /// Rust: only what its parser says counts, not what it would write otherwise.
    ///
    /// It expands no macro, so `include!` reads nothing, but it looks for the file of every
    /// `mod x;`: the texts have none.
    package static let rustfmt = Tool(
        "rustfmt", commands: [["rustfmt"]],
        arguments: [
            "--check", "-l", "--edition", "2021", "--color", "never", "--config-path", "/dev/null",
        ],
        debianPackage: "rustfmt", read: RustfmtOutput.readings)
}

/// Reads the compiler's messages, of two lines and a picture:
///
///     error: expected expression, found `;`
///      --> /folder/0.rs:1:18
///
/// Columns are 1-based, in Unicode scalars.
enum RustfmtOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        var findings: [String: [ToolFinding]] = [:]
        var message: String?
        for line in output.lines {
            if line.hasPrefix("error") {
                message = words(line)
            } else if let words = message, let arrow = line.firstRange(of: "--> "),
                let (path, number, column, _) = ToolLines.parts(of: line[arrow.upperBound...] + ":")
            {
                message = nil
                findings[ToolLines.fileName(path), default: []].append(
                    ToolFinding(line: number, column: column, unit: .scalars, words))
            }
        }
        switch output.status {
        case 0, 1:
            // Files that are written otherwise than it would write them end it with 1, too.
            return output.files.map { findings[$0].map { .rejected($0) } ?? .accepted }
        default:
            // An open string ends it (101), and the files behind it go unread.
            return output.files.map { file in
                findings[file].map { .rejected($0) }
                    ?? .crashed("rustfmt ended with \(output.status)")
            }
        }
    }

    /// `error[E0765]: unterminated double quote string` gives what stands behind the colon.
    private static func words(_ line: Substring) -> String? {
        guard let colon = line.firstRange(of: ": ") else { return nil }
        return String(line[colon.upperBound...])
    }
}
