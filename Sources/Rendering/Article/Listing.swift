import Content
import Highlighting
import Markdown
import Snippets
import Text

/// Writes a code block as the page's listing: one element per line, numbers drawn by CSS.
///
///     <figure class="listing numbered"><figcaption>main.go</figcaption>
///     <pre tabindex="0"><code class="language-go"><span class="line">package main</span>
///     …</code></pre></figure>
///
/// The text of the listing is the block's text, character for character.
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
    /// - Parameter foot: appends what stands below the code, in the figure.
    package func append(
        _ code: ArraySlice<UInt8>, info: InfoString, to out: inout [UInt8],
        foot: (inout [UInt8]) -> Void = { _ in }
    ) {
        let highlighter = Highlighter(label: info.label)
        switch style.listing {
        case .figure: appendFigure(code, info, highlighter, &out)
        case .hexo: appendHexoTable(code, info, highlighter, &out)
        }
        foot(&out)
        out.append(utf8: "</figure>\n")
    }

    private func className(_ info: InfoString, _ highlighter: Highlighter) -> String {
        highlighter.language?.name ?? (info.label.isEmpty ? "text" : info.label)
    }

    private func appendFigure(
        _ code: ArraySlice<UInt8>, _ info: InfoString, _ highlighter: Highlighter,
        _ out: inout [UInt8]
    ) {
        let isNumbered = info.lineNumbers ?? style.lineNumbers
        out.append(utf8: "<figure class=\"listing")
        if isNumbered { out.append(utf8: " numbered") }
        out.append(utf8: "\">")
        appendCaption(info, to: &out)
        let name = className(info, highlighter)
        out.append(utf8: "<pre tabindex=\"0\" role=\"group\" aria-label=\"")
        out.append(html: info.title ?? "\(label) \(name)")
        out.append(utf8: "\"><code class=\"language-")
        out.append(html: name)
        out.append(utf8: "\">")
        for (index, line) in lines(of: code).enumerated() {
            out.append(utf8: "<span class=\"line")
            if info.highlighted.contains(index + 1) { out.append(utf8: " hl") }
            if info.inserted.contains(index + 1) { out.append(utf8: " ins") }
            if info.deleted.contains(index + 1) { out.append(utf8: " del") }
            out.append(utf8: "\"")
            if isNumbered, info.start != 1 {
                out.append(utf8: " data-line=\"")
                out.append(decimal: info.start + index)
                out.append(utf8: "\"")
            }
            out.append(utf8: ">")
            highlighter.append(line: line, to: &out)
            out.append(utf8: "\n</span>")
        }
        out.append(utf8: "</code></pre>")
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
        _ code: ArraySlice<UInt8>, _ info: InfoString, _ highlighter: Highlighter,
        _ out: inout [UInt8]
    ) {
        let lines = lines(of: code)
        out.append(utf8: "<figure class=\"highlight ")
        out.append(html: className(info, highlighter))
        out.append(utf8: "\">")
        appendCaption(info, to: &out)
        out.append(utf8: "<table><tr>")
        if info.lineNumbers ?? style.lineNumbers {
            out.append(utf8: "<td class=\"gutter\"><pre>")
            for index in lines.indices {
                out.append(utf8: "<span class=\"line\">")
                out.append(decimal: info.start + index)
                out.append(utf8: "</span><br>")
            }
            out.append(utf8: "</pre></td>")
        }
        out.append(utf8: "<td class=\"code\"><pre>")
        for (index, line) in lines.enumerated() {
            let isMarked = info.highlighted.contains(index + 1)
            out.append(utf8: isMarked ? "<span class=\"line marked\">" : "<span class=\"line\">")
            highlighter.append(line: line, to: &out)
            out.append(utf8: "</span><br>")
        }
        out.append(utf8: "</pre></td></tr></table>")
    }

    /// The lines without their breaks; the last break ends a line and begins none, and a block
    /// without text has no line.
    private func lines(of code: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        if code.isEmpty { return [] }
        let text = code.last == 0x0A ? code.dropLast() : code
        return text.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
}
