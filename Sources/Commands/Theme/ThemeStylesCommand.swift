import ArgumentParser
import Foundation
import Text

/// `galley theme styles NAME`: a style of Pygments as a style sheet for galley's listings, whose
/// classes are those of Pygments.
struct ThemeStylesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "styles",
        abstract: "Write a style of Pygments as a style sheet for listings, to stdout.",
        discussion: "Asks the Python module 'pygments'. Without NAME it lists the styles.")

    @Argument(help: "A style of Pygments: monokai, xcode, solarized-dark.")
    var name: String?

    /// Prints the names of all styles, one a line, or a style sheet; ends with 3 where Python has
    /// no Pygments.
    private static let script = """
        import sys
        try:
            from pygments.formatters import HtmlFormatter
            from pygments.styles import get_all_styles
        except ImportError:
            sys.exit(3)
        if len(sys.argv) < 2:
            print("\\n".join(sorted(get_all_styles())))
        else:
            print(HtmlFormatter(style=sys.argv[1]).get_style_defs(".listing pre"))
        """

    func run() async throws {
        let terminal = Terminal()
        try await Outcome.exit(terminal) {
            let names = try Self.python([]).split(whereSeparator: \.isNewline).map(String.init)
            guard let name else {
                return terminal.put(Array((names.joined(separator: "\n") + "\n").utf8))
            }
            guard names.contains(name) else {
                throw CannotRun(
                    "Pygments has no style '\(name)'",
                    hint: nearestName(to: name, in: names).map { "did you mean '\($0)'?" }
                        ?? "'galley theme styles' lists them")
            }
            terminal.put(Array(Self.sheet(try Self.python([name]), name).utf8))
        }
    }

    /// The rules of Pygments that are about tokens and the listing itself; line numbers are
    /// galley's own, and its highlighted lines are called `marked`.
    static func sheet(_ css: String, _ name: String) -> String {
        let rules = css.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(".listing pre") }
            .map { $0.replacing(".listing pre .hll", with: ".listing pre .line.marked") }
        return "/* The style '\(name)' of Pygments, written by 'galley theme styles'. */\n"
            + rules.map { $0 + "\n" }.joined()
    }

    private static func python(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch {
            throw CannotRun("cannot run python3: \(error.localizedDescription)")
        }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        switch process.terminationStatus {
        case 0: return String(decoding: bytes, as: UTF8.self)
        case 127: throw CannotRun("there is no python3", hint: "install Python and Pygments")
        case 3:
            throw CannotRun(
                "Python has no module 'pygments'", hint: "install it: pip install pygments")
        default: throw CannotRun("Pygments could not write the style")
        }
    }
}
