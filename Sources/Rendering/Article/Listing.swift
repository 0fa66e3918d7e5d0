import Content
import Highlighting
import Markdown
import Snippets
import Text

/// Writes a code block as the page's listing: one element per line, numbers drawn by CSS.
///
///     <figure class="listing numbered"><figcaption>main.go</figcaption>
///     <pre tabindex="0"><code class="language-go"><span class="line"><span class="kn">package</span> main
///     </span>…</code></pre></figure>
///
/// The text of the listing is the block's text, character for character. Lines of a session that
/// came back from a program are `<span class="line out">`, and prompts `<span class="gp">`, so that
/// what remains is what was typed.
package struct Listing: Sendable {
    let style: Configuration.Highlight
    /// Names the scrollable region for screen readers where there is no title.
    let label: String

    package init(style: Configuration.Highlight, label: String) {
        self.style = style
        self.label = label
    }

    /// Appends the listing of `code` with what its info string asks for. O(bytes).
    ///
    /// - Parameters:
    ///   - id: of the figure; its lines are then `ID-L20`, by the numbers that a reader sees.
    ///   - foot: appends what is below the code, in the figure.
    package func append(
        _ code: ArraySlice<UInt8>, info: InfoString, id: String? = nil, to out: inout [UInt8],
        foot: (inout [UInt8]) -> Void = { _ in }
    ) {
        let highlighter = Highlighter(label: info.label)
        let name = Self.name(of: highlighter, info)
        let highlighted = highlighter.highlight(code)
        switch style.listing {
        case .figure: appendFigure(highlighted, info, name, id, &out)
        case .hexo: appendHexoTable(highlighted, info, name, id, &out)
        }
        foot(&out)
        out.append(utf8: "</figure>\n")
    }

    /// The same as feeds have it: `<pre><code class="language-go">…</code></pre>`, without a class
    /// where the block names no language. O(bytes).
    static func appendPlain(_ code: ArraySlice<UInt8>, info: InfoString, to out: inout [UInt8]) {
        out.append(utf8: "<pre><code")
        if !info.label.isEmpty {
            out.append(utf8: " class=\"language-")
            out.append(html: name(of: Highlighter(label: info.label), info))
            out.append(utf8: "\"")
        }
        out.append(utf8: ">")
        out.append(html: code)
        out.append(utf8: "</code></pre>\n")
    }

    /// The language's one name, whatever the author calls it: `go` of `GoLang`.
    private static func name(of highlighter: Highlighter, _ info: InfoString) -> String {
        highlighter.language?.name ?? (info.label.isEmpty ? "text" : info.label)
    }

    private func appendFigure(
        _ code: HighlightedCode, _ info: InfoString, _ name: String, _ id: String?,
        _ out: inout [UInt8]
    ) {
        let isNumbered = info.lineNumbers ?? style.lineNumbers
        out.append(utf8: "<figure class=\"listing")
        if isNumbered {
            out.append(utf8: " numbered")
            appendDigits(ofLast: info.start + code.lineCount - 1, to: &out)
        }
        out.append(utf8: "\"")
        append(id: id, to: &out)
        out.append(utf8: ">")
        appendCaption(info, to: &out)
        out.append(utf8: "<pre tabindex=\"0\" role=\"group\" aria-label=\"")
        out.append(html: info.title ?? "\(label) \(name)")
        out.append(utf8: "\"><code class=\"language-")
        out.append(html: name)
        out.append(utf8: "\">")
        code.append(to: &out) { line, out in
            out.append(utf8: "<span class=\"line")
            if line.isOutput { out.append(utf8: " out") }
            if info.highlighted.contains(line.index + 1) { out.append(utf8: " hl") }
            if info.inserted.contains(line.index + 1) { out.append(utf8: " ins") }
            if info.deleted.contains(line.index + 1) { out.append(utf8: " del") }
            out.append(utf8: "\"")
            append(id: id, line: info.start + line.index, to: &out)
            if isNumbered, info.start != 1 {
                out.append(utf8: " data-line=\"")
                out.append(decimal: info.start + line.index)
                out.append(utf8: "\"")
            }
            out.append(utf8: ">")
        } close: { out in
            out.append(utf8: "\n</span>")
        }
        out.append(utf8: "</code></pre>")
    }

    /// ` digits-4` for a listing whose last number is 1000 or more: its gutter is wider.
    private func appendDigits(ofLast number: Int, to out: inout [UInt8]) {
        guard number > 999 else { return }
        out.append(utf8: " digits-")
        out.append(decimal: String(number).utf8.count)
    }

    /// ` id="map"`, or of a line ` id="map-L20"`.
    private func append(id: String?, line: Int? = nil, to out: inout [UInt8]) {
        guard let id else { return }
        out.append(utf8: " id=\"")
        out.append(html: id)
        if let line {
            out.append(utf8: "-L")
            out.append(decimal: line)
        }
        out.append(utf8: "\"")
    }

    private func appendCaption(_ info: InfoString, to out: inout [UInt8]) {
        guard let title = info.title, !title.isEmpty else { return }
        out.append(utf8: "<figcaption>")
        if let link = info.link {
            out.append(utf8: "<a href=\"")
            out.append(html: link)
            out.append(utf8: "\">")
            out.append(html: title)
            out.append(utf8: "</a>")
        } else {
            out.append(html: title)
        }
        out.append(utf8: "</figcaption>")
    }

    /// Hexo's `figure.highlight` table, for sites that keep the style sheet of a Hexo theme.
    private func appendHexoTable(
        _ code: HighlightedCode, _ info: InfoString, _ name: String, _ id: String?,
        _ out: inout [UInt8]
    ) {
        out.append(utf8: "<figure class=\"highlight ")
        out.append(html: name)
        out.append(utf8: "\"")
        append(id: id, to: &out)
        out.append(utf8: ">")
        appendCaption(info, to: &out)
        out.append(utf8: "<table><tr>")
        if info.lineNumbers ?? style.lineNumbers {
            out.append(utf8: "<td class=\"gutter\"><pre>")
            for index in 0..<code.lineCount {
                out.append(utf8: "<span class=\"line\">")
                out.append(decimal: info.start + index)
                out.append(utf8: "</span><br>")
            }
            out.append(utf8: "</pre></td>")
        }
        out.append(utf8: "<td class=\"code\"><pre>")
        code.append(to: &out) { line, out in
            let isMarked = info.highlighted.contains(line.index + 1)
            out.append(utf8: "<span class=\"line")
            if line.isOutput { out.append(utf8: " out") }
            if isMarked { out.append(utf8: " marked") }
            out.append(utf8: "\"")
            append(id: id, line: info.start + line.index, to: &out)
            out.append(utf8: ">")
        } close: { out in
            out.append(utf8: "</span><br>")
        }
        out.append(utf8: "</pre></td></tr></table>")
    }
}
