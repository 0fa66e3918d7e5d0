extension Tool {
    /// Python's own parser, asked by a program of a few lines that reads files and runs none.
    ///
    /// `-I` keeps it from the environment, from the working folder and from packages of its user.
    static let python = Tool(
        "python3", commands: [["python3"]], arguments: ["-I", "-c", PythonTool.program],
        debianPackage: "python3-minimal"
    ) { output in PythonTool.readings(of: output) }
}

/// The program that Python runs, and how to read what it writes.
enum PythonTool {
    /// Writes `FILE:LINE:COLUMN: message` for each file that Python can't parse, columns in
    /// scalars, and `FILE: undecided: words` for one that is too much for its parser.
    ///
    /// Top-level `await` is allowed; `return` and `yield` outside of a function are no matter of
    /// the parser's.
    static let program = #"""
        import ast, re, sys, warnings
        warnings.simplefilter("ignore")
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        OLD = re.compile(
            r"^\s*(print|exec)\s+[^\s(=]|^\s*except\s+[^:]*[\w)]\s*,\s*\w+\s*:|^\s*raise\s+\w+\s*,"
            r"|`[^`]*`|<>|(?<![\w.])0[0-7]+(?![\w.])|(?<![\w.])\d+L\b|\bur[\"']")
        MODE = ast.PyCF_ONLY_AST | getattr(ast, "PyCF_ALLOW_TOP_LEVEL_AWAIT", 0)
        for name in sys.argv[1:]:
            try:
                with open(name, "rb") as file:
                    text = file.read().decode("utf-8", "replace")
                compile(text, name, "exec", MODE, dont_inherit=True)
            except SyntaxError as error:
                line, column = error.lineno or 1, error.offset or 1
                words = str(error.msg).replace("\n", " ")
                rows = text.split("\n")
                row = rows[line - 1] if 0 < line <= len(rows) else ""
                if OLD.search(row):
                    words += "; this is Python 2: label it 'python2'"
                print(f"{name}:{line}:{column}: {words}")
            except (RecursionError, MemoryError):
                print(f"{name}: undecided: nested too deeply for Python")
            except (ValueError, OverflowError, OSError) as error:
                print(f"{name}: undecided: {type(error).__name__}")
        """#

    static func readings(of output: ToolOutput) -> [ToolReading] {
        var readings: [String: ToolReading] = [:]
        for line in output.text.split(separator: "\n") {
            if let (file, number, column, words) = ToolLines.parts(of: line) {
                readings[file] = .rejected([
                    ToolFinding(line: number, column: column, unit: .scalars, String(words))
                ])
            } else if let mark = line.firstRange(of: ": undecided: ") {
                readings[String(line[..<mark.lowerBound])] = .undecided(
                    String(line[mark.upperBound...]))
            }
        }
        // The program itself ends with 0 whatever the files hold.
        if output.status != 0 {
            let words = output.text.split(separator: "\n").last.map(String.init) ?? ""
            let crash = ToolReading.crashed(
                words.isEmpty ? "ended with \(output.status)" : words)
            return output.files.map { readings[$0] ?? crash }
        }
        return output.files.map { readings[$0] ?? .accepted }
    }
}
