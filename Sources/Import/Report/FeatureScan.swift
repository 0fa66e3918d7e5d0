import Addresses

/// What texts use beyond Markdown: tags of templates by their names, raw HTML, formulas, diagrams.
package struct FeatureScan: Sendable {
    package enum Treatment: String, Sendable, Hashable {
        case rendered
        case inPart = "in part"
        case asText = "as text"
    }

    /// One feature with its uses in all texts.
    package struct Feature: Sendable, Hashable {
        /// `{% youtube %}`.
        package let name: String
        package var count: Int
        package let file: SourcePath
        /// 1-based.
        package let line: Int
        package let treatment: Treatment
        /// What would help; empty for what is rendered.
        package let help: String
    }

    private var features: [String: Feature] = [:]

    package init() {}

    /// Most frequent first.
    package var found: [Feature] {
        features.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    /// Looks through the lines of a text outside its code blocks; code in a line is skipped too.
    /// O(bytes).
    package mutating func add(_ bytes: [UInt8], of file: SourcePath) {
        var fence: Substring?
        var isHead = false
        let text = String(decoding: bytes, as: UTF8.self)
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }
        ).enumerated() {
            if index == 0, line == "---" || line == "+++" {
                isHead = true
                continue
            }
            if isHead {
                if line == "---" || line == "+++" { isHead = false }
                continue
            }
            let bare = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
            if let open = fence {
                if bare.hasPrefix(open), bare.allSatisfy({ $0 == open.first || $0 == " " }) {
                    fence = nil
                }
                continue
            }
            if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                let mark = bare.prefix { $0 == bare.first }
                let rest = bare.dropFirst(mark.count)
                if !rest.contains("`") {
                    fence = mark
                    addFence(rest, file, index + 1)
                    continue
                }
            }
            addLine(Self.withoutCode(line), file, index + 1)
        }
    }

    private mutating func addFence(_ info: Substring, _ file: SourcePath, _ line: Int) {
        let name = info.prefix { !$0.isWhitespace && $0 != "{" }.lowercased()
        guard
            ["mermaid", "plantuml", "dot", "graphviz", "echarts", "sequence", "flow"].contains(name)
        else { return }
        add(
            "```\(name)", file, line, .asText, "a picture of the diagram; galley shows its source")
    }

    private mutating func addLine(_ line: String, _ file: SourcePath, _ number: Int) {
        guard line.utf8.contains(where: { "{<$:".utf8.contains($0) }) else { return }
        for match in line.matches(of: /\{%-?\s*([A-Za-z_][\w.\-]*)/) {
            let name = String(match.output.1)
            if name.hasPrefix("end") { continue }
            add("{% \(name) %}", file, number, .asText, Self.help(name))
        }
        for match in line.matches(of: /\{\{[<%]\s*([\w\-\/.]+)/)
        where !match.output.1.hasPrefix("/") {
            let name = String(match.output.1)
            add("{{< \(name) >}}", file, number, .asText, Self.help(name))
        }
        for match in line.matches(of: /\{\{-?\s*([A-Za-z_.$][\w.$]*)/) {
            add("{{ \(match.output.1) }}", file, number, .asText, "the value itself, written out")
        }
        for _ in line.matches(of: /\{:[^}]*\}/) {
            add("{: }", file, number, .asText, "an attribute of a heading, '{#id}', or raw HTML")
        }
        if line.contains("$$") || line.contains("\\(") || line.contains("\\[") {
            add(
                "formulas", file, number, .inPart,
                "'math' under [markdown] says whether they are kept for a script")
        }
        for match in line.matches(of: /<([a-z][a-z0-9\-]*)[\s>\/]/) {
            let name = String(match.output.1)
            let isActive = ["script", "iframe", "style"].contains(name)
            add(
                "<\(name)>", file, number, isActive ? .inPart : .rendered,
                isActive ? "the Content-Security-Policy must allow it, see [security.csp]" : "")
        }
        for _ in line.matches(of: /(?:^|\s):[a-z][a-z0-9_+\-]*:(?:\s|$)/) {
            add(":emoji:", file, number, .asText, "the character itself")
        }
    }

    /// What replaces a tag of that name.
    private static func help(_ name: String) -> String {
        switch name {
        case "highlight", "codeblock", "code", "include_code": "a code block between lines of '```'"
        case "post_link", "post_url", "link", "ref", "relref":
            "a link to the source file: [text](file.md)"
        case "asset_img", "asset_path", "asset_link", "img", "figure", "image":
            "a picture of Markdown: ![text](file.png)"
        case "note", "notel", "alert", "admonition", "callout", "notice", "hint", "tip", "warning":
            "a callout: '> [!NOTE]'"
        case "blockquote", "quote", "cq", "centerquote": "a quote: '> text'"
        case "folding", "details", "fold", "spoiler", "hideToggle": "<details> and <summary>"
        case "youtube", "bilibili", "vimeo", "video", "gist", "tweet", "twitter":
            "a link, or the player's <iframe>"
        case "raw", "endraw": "nothing: galley runs no templates, so the two lines can go"
        case "include", "if", "for", "assign", "capture", "unless", "case":
            "what Liquid makes of it, written out"
        case "param": "the value itself, written out"
        default: "Markdown or raw HTML in its place"
        }
    }

    private mutating func add(
        _ name: String, _ file: SourcePath, _ line: Int, _ treatment: Treatment, _ help: String
    ) {
        if features[name] != nil {
            features[name]?.count += 1
        } else {
            features[name] = Feature(
                name: name, count: 1, file: file, line: line, treatment: treatment, help: help)
        }
    }

    /// A line without what is between backquotes.
    private static func withoutCode(_ line: Substring) -> String {
        guard line.contains("`") else { return String(line) }
        return String(line).replacing(/(`+)[^`]*\1/, with: "")
    }
}
