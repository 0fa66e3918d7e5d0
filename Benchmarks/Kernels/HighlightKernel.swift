import Highlighting
import Text

/// Highlighting of one language: text to classified pieces, and to HTML.
struct HighlightKernel {
    let label: String
    let text: [UInt8]

    /// Two lines of a report.
    func run(_ stopwatch: Stopwatch) -> [String] {
        let highlighter = Highlighter(label: label)
        var pieces = 0
        let spans = stopwatch.megabytesPerSecond(of: text.count) {
            pieces += highlighter.highlight(text[...]).count
        }
        var out: [UInt8] = []
        let html = stopwatch.megabytesPerSecond(of: text.count) {
            out.removeAll(keepingCapacity: true)
            highlighter.highlight(text[...]).append(to: &out) { _, out in
                out.append(utf8: "<span class=\"line\">")
            } close: { out in
                out.append(utf8: "\n</span>")
            }
        }
        return [
            "highlight \(label) pieces \(Int(spans)) MB/s",
            "highlight \(label) html   \(Int(html)) MB/s (\(out.count * 10 / text.count)/10 of the text)",
        ]
    }
}
