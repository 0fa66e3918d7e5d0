/// An external program that checks texts: an entry of the table ``all``.
///
/// Texts lie as files `x0.go`, `x1.go`, … in an otherwise empty folder (`x` is random, so that code
/// cannot name the file of another block), which is the working folder;
/// stdin is closed, stdout and stderr go to one file. A tool never runs what it reads.
package struct Tool: Sendable {
    /// In verdicts and in `[snippets.tools]`: `gofmt`.
    package let name: String
    /// Programs to look for in `PATH`, the first that is there is taken, each with arguments that
    /// always come first: `[["luac5.4"], ["luac"]]`.
    package let commands: [[String]]
    /// What makes the program tell its version, instead of all other arguments.
    package let versionArguments: [String]
    /// A program that is asked for the version in its place: `go` for `gofmt`.
    package let versionCommand: String?
    /// The arguments before the names of the files.
    package let arguments: [String]
    package let mode: Mode
    /// The Debian package that has it, for messages; nil: none.
    package let debianPackage: String?
    /// The bound on its address space in MiB; nil where it reserves far more than it uses (Java,
    /// Node.js) and is bounded by its own options.
    package let memory: Int?
    /// Reads what it wrote.
    package let read: @Sendable (ToolOutput) -> [ToolReading]

    package enum Mode: Sendable {
        /// One process is given many files.
        case batch
        /// One process per file, all started by one shell; what each says is parted by marker lines.
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

/// What one run of a tool left.
package struct ToolOutput: Sendable {
    /// The names of the files that it was given, in order: `0.go`.
    package let files: [String]
    /// stdout and stderr as they came, invalid UTF-8 repaired. In mode `.each` only what was said
    /// of the one file in ``files``.
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

/// What a tool says of one file.
package enum ToolReading: Sendable, Hashable, Codable {
    case accepted
    /// What is wrong, never empty, the first first.
    case rejected([ToolFinding])
    /// The tool can't judge it: `header 'x.h' not found`. What the process found holds.
    case undecided(String)
    /// The tool itself failed on it. Not kept in the cache.
    case crashed(String)
}

/// What a tool says of a place in a file.
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
