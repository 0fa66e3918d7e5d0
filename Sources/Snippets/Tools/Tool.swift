/// An external program that checks texts: an entry of the table ``all``.
///
/// Texts are files `x0.go`, `x1.go`, … in an otherwise empty folder (`x` is random, so that code
/// cannot name the file of another block), which is the working folder; stdin is closed, stdout and
/// stderr go to one file. A tool never runs what it reads.
package struct Tool: Sendable {
    /// Its name in verdicts and in `[snippets.tools]`: `gofmt`.
    package let name: String
    /// Programs to look for in `PATH`, each with arguments that always come first; the first that
    /// exists is used: `[["luac5.4"], ["luac"]]`.
    package let commands: [[String]]
    /// The arguments that make the program print its version, instead of all others.
    package let versionArguments: [String]
    /// Another program that prints the version: `go` for `gofmt`.
    package let versionCommand: String?
    /// The arguments before the file names.
    package let arguments: [String]
    package let mode: Mode
    /// The Debian package that contains it, for messages; nil without one.
    package let debianPackage: String?
    /// The limit of its address space in MiB; nil if it reserves far more than it uses (Java,
    /// Node.js) and its own options limit it.
    package let memory: Int?
    /// Reads its output.
    package let read: @Sendable (ToolOutput) -> [ToolReading]

    package enum Mode: Sendable {
        /// One process for many files.
        case batch
        /// One process per file, all started by one shell; marker lines separate their output.
        case each
    }

    package init(
        _ name: String, commands: [[String]], versionArguments: [String] = ["--version"],
        versionCommand: String? = nil, arguments: [String], mode: Mode = .batch,
        debianPackage: String? = nil, memory: Int? = 2048,
        read: @escaping @Sendable (ToolOutput) -> [ToolReading]
    ) {
        self.name = name
        self.commands = commands
        self.versionArguments = versionArguments
        self.versionCommand = versionCommand
        self.arguments = arguments
        self.mode = mode
        self.debianPackage = debianPackage
        self.memory = memory
        self.read = read
    }
}

/// The result of one run of a tool.
package struct ToolOutput: Sendable {
    /// The names of its files, in order: `0.go`.
    package let files: [String]
    /// stdout and stderr in order, invalid UTF-8 repaired. In mode `.each` only the output for the
    /// one file in ``files``.
    package let text: String
    /// Its exit code; a signal's number negated.
    package let status: Int32

    /// ``text`` cut at LF; see ``ToolLines/lines(of:)``.
    var lines: [Substring] { ToolLines.lines(of: text) }

    package init(files: [String], text: String, status: Int32) {
        self.files = files
        self.text = text
        self.status = status
    }
}

/// A tool's answer about one file.
package enum ToolReading: Sendable, Hashable, Codable {
    case accepted
    /// The problems, never empty, in order.
    case rejected([ToolFinding])
    /// The tool can't check it: `header 'x.h' not found`. The process's own result applies.
    case undecided(String)
    /// The tool itself failed on it. Not cached.
    case crashed(String)
}

/// A tool's message about a place in a file.
package struct ToolFinding: Sendable, Hashable, Codable {
    /// 1-based.
    package let line: Int
    /// 1-based; nil: the whole line.
    package let column: Int?
    package let unit: Unit
    package let message: String

    /// What a column counts.
    package enum Unit: String, Sendable, Hashable, Codable {
        case bytes, scalars, utf16
    }

    package init(line: Int, column: Int?, unit: Unit = .bytes, _ message: String) {
        self.line = line
        self.column = column
        self.unit = unit
        self.message = message
    }
}
