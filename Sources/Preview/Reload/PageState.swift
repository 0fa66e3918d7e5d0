import Addresses
import Diagnostics
import Text

/// The message for an open tab: the whole state of its page, never a difference, so that a tab that
/// missed some changes is right after the next message.
///
///     {"page": "1a2b", "styles": {"/a.css": "/a.1a2b3c4d5e.css"}, "problems": [], "notes": []}
struct PageState {
    let page: PreviewPage
    /// The bytes of a source file; nil if it can't be read.
    let text: (SourcePath) -> [UInt8]?

    /// How many problems are shown: with more, the first ones are fixed first.
    private static let most = 20

    /// One line of JSON.
    var json: [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{")
        out.append(member: "page", page.identity)
        out.append(member: "styles")
        out.append(utf8: "{")
        for (name, address) in page.styles.sorted(by: { $0.key < $1.key }) {
            out.beginElement()
            out.append(json: name)
            out.append(utf8: ": ")
            out.append(json: address)
        }
        out.append(utf8: "}")
        out.append(member: "mark", page.mark)
        out.append(member: "problems")
        out.append(utf8: "[")
        var tables = LineTables(text)
        for problem in page.problems.prefix(Self.most) {
            out.beginElement()
            append(problem, &tables, to: &out)
        }
        out.append(utf8: "]")
        out.append(member: "more", max(0, page.problems.count - Self.most))
        out.append(member: "notes")
        out.append(utf8: "[")
        for note in page.notes {
            out.beginElement()
            out.append(utf8: "{")
            out.append(member: "kind", note.kind)
            out.append(member: "text", note.text)
            out.append(utf8: "}")
        }
        out.append(utf8: "]}")
        return out
    }

    private func append(
        _ problem: Diagnostic, _ tables: inout LineTables, to out: inout [UInt8]
    ) {
        out.append(utf8: "{")
        out.append(member: "severity", problem.severity.rawValue)
        out.append(member: "id", problem.id.string)
        out.append(member: "summary", problem.summary)
        out.append(member: "explanation", problem.explanation)
        var (file, frame): (String?, SourceFrame?) = (problem.place?.file.string, nil)
        if let place = problem.place, let table = tables.table(place.file) {
            let position = table.position(of: place.range.lowerBound)
            file = "\(place.file):\(position.line):\(position.column)"
            frame = SourceFrame(place, table)
        }
        out.append(member: "place", file)
        // The source line and its caret, and which characters of it take two columns.
        out.append(member: "code", frame?.text)
        out.append(member: "wide", frame?.wideCharacters)
        out.append(member: "fixes")
        out.append(utf8: "[")
        for fix in problem.fixes {
            out.beginElement()
            out.append(json: fix.text)
        }
        out.append(utf8: "]}")
    }
}
