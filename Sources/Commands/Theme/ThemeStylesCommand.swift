import ArgumentParser
import Foundation
import Output
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

    /// What the style's rules begin with: galley's listings and Hexo's.
    private static let scope = ":is(.listing, figure.highlight)"

    /// Prints the names of all styles, one a line, or a style sheet; ends with 3 where Python has
    /// no Pygments.
    ///
    /// Few styles have all the colors that a listing needs: marked lines and numbers that could
    /// not be read, and those of changes, which no style has, are mixed from the style's own.
    private static let script = """
        import sys
        try:
            from pygments.formatters import HtmlFormatter
            from pygments.styles import get_all_styles
            from pygments.token import Token
        except ImportError:
            sys.exit(3)
        if len(sys.argv) < 2:
            print("\\n".join(sorted(get_all_styles())))
            sys.exit()

        def rgb(text, fallback):
            text = (text or "").lstrip("#")
            text = "".join(c * 2 for c in text) if len(text) == 3 else text
            try:
                return [int(text[i:i + 2], 16) for i in (0, 2, 4)]
            except ValueError:
                return fallback

        def luminance(colour):
            parts = [c / 255 for c in colour]
            parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

        def contrast(one, other):
            low, high = sorted([luminance(one), luminance(other)])
            return (high + 0.05) / (low + 0.05)

        def mix(ground, colour, part):
            return [round(g + (c - g) * part) for g, c in zip(ground, colour)]

        formatter = HtmlFormatter(style=sys.argv[1])
        style = formatter.style
        ground = rgb(style.background_color, [255, 255, 255])
        dark = luminance(ground) < 0.18
        ink = rgb(style.style_for_token(Token)["color"], [232] * 3 if dark else [24] * 3)
        marked = rgb(style.highlight_color, ground)
        if contrast(marked, ink) < 4.5 or marked == ground:
            marked = mix(ground, ink, 0.15)
        gutter = rgb(style.line_number_color, ground)
        if contrast(gutter, ground) < 4.5:
            gutter = mix(ground, ink, 0.75)
        if contrast(gutter, ground) < 4.5:
            gutter = ink
        colours = {
            "code": ground, "code-hl": marked, "code-ins": mix(ground, [46, 160, 67], 0.2),
            "code-del": mix(ground, [218, 54, 51], 0.2), "code-ink": ink, "gutter": gutter,
        }
        print("color-scheme: " + ("dark" if dark else "light") + ";")
        for name, colour in colours.items():
            print("--%s: #%02x%02x%02x;" % (name, *colour))
        print(formatter.get_style_defs(sys.argv[2]))
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
            terminal.put(Array(Self.sheet(try Self.python([name, Self.scope]), name).utf8))
        }
    }

    /// The properties that the script found, as a listing's own, and the rules of Pygments that are
    /// about tokens: line numbers and marked lines are galley's.
    ///
    /// A scheme of their own lets a title and the copy button fit the style on a page of the other
    /// scheme. On paper the listing has the site's light colors.
    static func sheet(_ output: String, _ name: String) -> String {
        let lines = output.split(whereSeparator: \.isNewline)
        let properties = lines.filter { $0.hasPrefix("--") || $0.hasPrefix("color-scheme:") }
        let tokens = lines.filter {
            $0.hasPrefix(scope + " .") && !$0.hasPrefix(scope + " .hll ")
        }
        let marked =
            [".line.hl", ".line.marked"].map { scope + " " + $0 }.joined(separator: ", ")
            + " { background: var(--code-hl) }"
        let ink = "\(scope) pre { color: var(--code-ink) }"
        return """
            /* The style '\(name)' of Pygments, written by 'galley theme styles'. */
            @media screen {
            \(scope) {
            \(properties.map { "  " + $0 }.joined(separator: "\n"))
              background: var(--code);
            }
            \(([ink, marked] + tokens.map(String.init)).joined(separator: "\n"))
            }

            """
    }

    private static func python(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch {
            throw CannotRun("cannot run python3: \(error.reason)")
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
