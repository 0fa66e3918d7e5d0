extension Tool {
    /// A C compiler that reads a text and writes nothing.
    ///
    /// Since version 11, gcc counts display columns unless an option makes it count bytes.
    static let cc = compiler(
        "cc", [["clang"], ["gcc", "-fdiagnostics-column-unit=byte"]], debianPackage: "gcc")
    /// The same for C++.
    static let cxx = compiler(
        "c++", [["clang++"], ["g++", "-fdiagnostics-column-unit=byte"]], debianPackage: "g++")

    private static func compiler(
        _ name: String, _ commands: [[String]], debianPackage: String
    ) -> Tool {
        Tool(
            name, commands: commands,
            arguments: ["-fsyntax-only", "-w", "-fdiagnostics-color=never"],
            mode: .each, debianPackage: debianPackage, read: CCompilerMessages.readings)
    }
}

/// Reads the output of gcc and clang.
enum CCompilerMessages {
    /// In a file `0.types.c` every error counts. In `0.c` only syntax errors count: once a name is
    /// unknown, other messages may follow from that, and the file is undecided.
    static func readings(of output: ToolOutput) -> [ToolReading] {
        let errors = ToolLines.findings(in: output.text) { rest in
            for kind in ["error: ", "fatal error: "] where rest.hasPrefix(kind) {
                return String(rest.dropFirst(kind.count))
            }
            return nil
        }
        let readings = ToolLines.readings(of: output, errors)
        return zip(output.files, readings).map { file, reading in
            guard case .rejected(let findings) = reading, !file.contains(".types.") else {
                return reading
            }
            guard let other = findings.first(where: { !isSyntax($0.message) }),
                !findings.contains(where: { isLexical($0.message) })
            else { return .rejected(findings.filter { isSyntax($0.message) }) }
            return .undecided(other.message)
        }
    }

    /// Whether an error is about a character that is invalid in C: a typographic quote turns the
    /// words of its string into unknown names.
    private static func isLexical(_ message: String) -> Bool {
        message.hasPrefix("stray ") || message.hasPrefix("unexpected character")
            || message.contains("not allowed in an identifier")
            || message.contains("is not valid in an identifier")
    }

    /// Whether an error is about syntax, by the messages of gcc 12 and clang 14 and later.
    static func isSyntax(_ message: String) -> Bool {
        starts.contains { message.hasPrefix($0) } || parts.contains { message.contains($0) }
    }

    private static let starts = [
        "expected ", "missing terminating ", "stray ", "unterminated ", "extraneous ",
        "unexpected character", "#else ", "#endif ", "unbalanced ", "empty character constant",
        "invalid suffix ", "invalid digit ", "non-ASCII characters are not allowed",
    ]
    private static let parts = [
        "is not valid in an identifier", "not allowed in an identifier", "without a previous 'if'",
        "before '", "before ‘", "at end of input",
    ]
}
