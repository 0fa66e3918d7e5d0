import Foundation
import TestSupport

/// One edit of a site: what is written and removed, and what a watcher reports of it.
struct SiteEdit {
    let name: String
    /// By path; nil: the file is removed.
    var files: [String: String?] = [:]
    /// In addition to the files: folders.
    var folders: [String] = []
}

/// Edits by chance, as authors make them: of posts, front matter, lists, files, the theme and galley.toml;
/// new, renamed and deleted ones; broken ones, which are mended later. Equal seeds give equal edits.
struct RandomEdits {
    private var chance: Chance
    /// What is on the disk.
    private(set) var files: [String: String]
    /// The sound texts of the files that are broken now; nil: the file was not there.
    private var mends: [String: String?] = [:]
    private var settings: [String: String] = [:]
    private var count = 0

    init(_ files: [String: String], seed: UInt64) {
        self.files = files
        chance = Chance(state: seed)
        // Seeds that are close to each other begin with other edits.
        for _ in 0..<8 { _ = chance.next(2) }
    }

    /// Whether some file is broken now.
    var isBroken: Bool { !mends.isEmpty }

    /// A number from 0 up to, and not including, `bound`.
    mutating func next(_ bound: Int) -> Int { chance.next(bound) }

    /// The next edit, which ``files`` has already.
    mutating func next() -> SiteEdit {
        while true {
            guard let edit = attempt() else { continue }
            apply(edit)
            return edit
        }
    }

    /// The edits after which no file is broken.
    mutating func mended() -> [SiteEdit] {
        let edits = mends.keys.sorted().map { path in
            SiteEdit(name: "mend \(path)", files: [path: mends[path] ?? nil])
        }
        mends = [:]
        for edit in edits { apply(edit) }
        return edits
    }

    /// An edit that removes a file.
    mutating func removal(of path: String) -> SiteEdit {
        let edit = SiteEdit(name: "remove \(path)", files: [path: nil])
        apply(edit)
        return edit
    }

    private mutating func apply(_ edit: SiteEdit) {
        for (path, text) in edit.files { files[path] = text }
    }

    private mutating func attempt() -> SiteEdit? {
        switch chance.next(20) {
        case 0...3: editBody()
        case 4...8: editHead()
        case 9: addText()
        case 10: addFile()
        case 11: rename()
        case 12: moveFolder()
        case 13: delete()
        case 14: editFile()
        case 15: editTheme()
        case 16, 17: configure()
        case 18: breakFile()
        default: mendOne()
        }
    }

    // MARK: Choices

    private mutating func choice<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[chance.next(values.count)]
    }

    private mutating func sound(_ isMeant: (String) -> Bool) -> String? {
        choice(files.keys.filter { isMeant($0) && !mends.keys.contains($0) }.sorted())
    }

    private static func isText(_ path: String) -> Bool {
        path.hasPrefix("content/") && (path.hasSuffix(".md") || path.hasSuffix(".html"))
    }

    private mutating func number() -> Int {
        count += 1
        return count
    }

    /// How a text of the content folder writes a link to a file of it.
    private static func link(from text: String, to file: String) -> String {
        let depth = text.split(separator: "/").count - 2
        return String(repeating: "../", count: depth) + file.dropFirst("content/".count)
    }

    private static func svg(_ width: Int) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"9\"/>\n"
    }

    // MARK: Texts

    private mutating func editBody() -> SiteEdit? {
        guard let path = sound(Self.isText), let text = files[path] else { return nil }
        let edit = { (name: String, text: String) in
            SiteEdit(name: "\(name) of \(path)", files: [path: text])
        }
        let isOfFolder = path.hasSuffix("index.md")
        if chance.next(isOfFolder ? 4 : 16) == 0 { return edit("empty body", Self.head(of: text)) }
        let target = sound(Self.isText) ?? path
        let parts = [
            "一段新的文字 \(number())。", "## 之后 \(number()) {#end}", "<!-- more -->",
            "[看这里](\(Self.link(from: path, to: target)))",
            "[那里](\(Self.link(from: path, to: target))#end)", "[无](nowhere-\(number()).md)",
            "[海](/2021/03/08/sea/) 与 [标签](/tags/go/)", "![图](/pictures/a.svg)",
            "![波](wave.svg)", "```json\n{\"a\": 1\n```", "```go\npackage main\n```",
            "公式 $$x^2$$ 和 {{ tag }}", "| a | b |\n|---|---|\n| 1 | 2 |",
            "<script src=\"https://example.com/a.js\"></script>", "[注][^1]\n\n[^1]: 注释。",
        ]
        return edit("paragraph", text + "\n" + parts[chance.next(parts.count)] + "\n")
    }

    private mutating func editHead() -> SiteEdit? {
        guard let path = sound({ Self.isText($0) && $0.hasSuffix(".md") }), let text = files[path]
        else { return nil }
        let n = number()
        let values: [(String, [String?])] = [
            ("title", ["题目 \(n)", "Title \(n)"]),
            ("date", ["2021-0\(1 + n % 9)-1\(n % 10) 08:00:00", "2030-01-0\(1 + n % 9)"]),
            ("tags", ["[go]", "[海, Go]", "[]", "[标签 \(n)]", nil]),
            ("categories", ["[Go, Runtime]", "[[Go], [杂记]]", "[海]", nil]),
            ("series", ["浪", nil]), ("draft", ["true", nil]), ("unlisted", ["true", nil]),
            ("sticky", ["1", "9", nil]), ("slug", ["slug-\(n)", nil]),
            ("aliases", ["[/old/\(n)/]", nil]), ("cover", ["wave.svg", "/pictures/a.svg", nil]),
            ("excerpt", ["写的 \(n)", nil]), ("description", ["一句 \(n)", nil]),
            ("updated", ["2021-12-0\(1 + n % 9)", nil]), ("lang", ["en", nil]),
            ("expires", ["2020-06-01", "2040-01-01", nil]), ("sitemap", ["false", nil]),
            ("hiddenFromHomePage", ["true", nil]), ("hiddenFromSearch", ["true", nil]),
            ("headless", ["true", nil]),
            ("author", ["某人 \(n)", nil]), ("mood", ["\(n)", nil]),
        ]
        guard var (key, choices) = choice(values) else { return nil }
        if path.hasSuffix("_index.md"), chance.next(4) == 0 {
            (key, choices) = ("cascade", ["{draft: true}", nil])
        }
        guard let value = choice(choices) else { return nil }
        if key == "date", !path.hasPrefix("content/posts/") { return nil }
        let new = Self.setting(key, value, in: text)
        return new == text ? nil : SiteEdit(name: "\(key) of \(path)", files: [path: new])
    }

    private static func head(of text: String) -> String {
        guard text.hasPrefix("---\n"), let end = text.range(of: "\n---\n") else { return "" }
        return String(text[..<end.upperBound])
    }

    private static func setting(_ key: String, _ value: String?, in text: String) -> String {
        let head = head(of: text)
        let body = text.dropFirst(head.count)
        var lines = head.split(separator: "\n").dropFirst().dropLast().map(String.init)
        lines.removeAll { $0.hasPrefix(key + ":") }
        if let value { lines.append("\(key): \(value)") }
        return "---\n" + lines.map { $0 + "\n" }.joined() + "---\n" + body
    }

    private mutating func addText() -> SiteEdit? {
        let n = number()
        let dated = "---\ntitle: 新 \(n)\ndate: 2021-05-1\(n % 10) 0\(n % 9):00:00\ntags: [海]\n---\n"
        let bundle = choice(bundles())
        let texts: [(String, String)] = [
            ("content/posts/new-\(n).md", dated + "新的。\n"),
            ("content/posts/2020-02-0\(1 + n % 9)-dated-\(n).md", "# 有日期 \(n)\n\n文。\n"),
            ("content/posts/folder/deep-\(n).md", dated + "深。\n"),
            ("content/posts/bundle-\(n)/index.md", dated + "![图](b.svg)\n"),
            ("content/posts/second.en.md", dated + "Another language.\n"),
            ("content/page-\(n).md", "# 页 \(n)\n\n页。\n"),
            ("content/pages/other-\(n).md", "# 页 \(n)\n\n页。\n"),
            ("content/part/text-\(n).html", "---\ntitle: 网页 \(n)\n---\n<p>页</p>\n"),
            ("content/part/file-\(n).html", "<!doctype html><title>页</title>\n"),
            ("content/_drafts/idea-\(n).md", "想法 \(n)。\n"),
            ("content/tags/index.md", "---\ntitle: 标签\n---\n"),
            ("content/archives/index.md", "---\ntitle: 归档\n---\n"),
            ("content/tags/go/_index.md", "---\ntitle: Go \(n)\n---\n说明。\n"),
            ("content/archives/_index.md", "---\ntitle: 旧文 \(n)\n---\n说明。\n"),
            ("content/part/_index.md", "---\ntitle: 无处 \(n)\n---\n"),
            ("content/posts/_index.md", "---\ntitle: 文章 \(n)\n---\n"),
            ((bundle ?? "content/posts/sea") + "/notes-\(n).md", "# 旁注 \(n)\n\n旁。\n"),
        ]
        guard let (path, text) = choice(texts), files[path] == nil else { return nil }
        return SiteEdit(name: "new \(path)", files: [path: text])
    }

    // MARK: Files

    private mutating func addFile() -> SiteEdit? {
        let n = number()
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
        let made: [(String, String)] = [
            ("static/files/\(n).txt", "文件 \(n)\n"), ("static/pictures/a.svg", Self.svg(n)),
            ("static/pictures/b-\(n).png", "not a picture"), ("static/data.json", "{}\n"),
            ("static/favicon.svg", Self.svg(16)), ("static/404.html", "<p>没有</p>\n"),
            ("static/slides/index.html", "<title>\(n)</title>\n"),
            ("static/hidden-\(n).txt", "---\ndraft: true\n---\n藏\n"),
            ("content/posts/pointer-\(n).png", pointer), ("content/posts/sea/b.svg", Self.svg(n)),
            ("content/notes-\(n).txt", "---\ndraft: true\n---\n藏\n"),
            ("content/copy-\(n).md~", "备份\n"), ("content/data-\(n).xml", "{{ site.title }}\n"),
        ]
        guard let (path, text) = choice(made), files[path] == nil else { return nil }
        return SiteEdit(name: "new \(path)", files: [path: text])
    }

    private mutating func editFile() -> SiteEdit? {
        let isFile = { (path: String) in
            !Self.isText(path) && (path.hasPrefix("static/") || path.hasPrefix("content/"))
        }
        guard let path = sound(isFile) else { return nil }
        let n = number()
        let texts = [
            "另外 \(n)\n", Self.svg(n), "---\ndraft: true\n---\n藏 \(n)\n", "{{ page.title }} \(n)\n",
            "version https://git-lfs.github.com/spec/v1\noid sha256:\(n)\nsize 1\n",
        ]
        return SiteEdit(name: "other \(path)", files: [path: texts[chance.next(texts.count)]])
    }

    private mutating func rename() -> SiteEdit? {
        guard let path = sound({ $0.hasPrefix("content/") || $0.hasPrefix("static/") }),
            let text = files[path]
        else { return nil }
        let n = number()
        let ending = path.hasSuffix(".md") ? ".md" : "." + (path.split(separator: ".").last ?? "")
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        var names = ["\(folder)/renamed-\(n)\(ending)"]
        if path.hasPrefix("content/posts/"), path.hasSuffix(".md") {
            names += [
                "content/_drafts/renamed-\(n).md", "content/posts/moved-\(n)/index.md",
                "\(folder)/.renamed-\(n).md",
            ]
            if !path.hasSuffix("/index.md") { names.append("\(folder)/index.md") }
        }
        guard let name = choice(names), files[name] == nil else { return nil }
        return SiteEdit(name: "rename \(path) to \(name)", files: [path: nil, name: text])
    }

    private mutating func delete() -> SiteEdit? {
        guard
            let path = sound({
                ($0.hasPrefix("content/") || $0.hasPrefix("static/"))
                    && $0 != "content/posts/pinned.md"
            })
        else { return nil }
        return SiteEdit(name: "delete \(path)", files: [path: nil])
    }

    /// The folders with an `index.md`.
    private func bundles() -> [String] {
        let end = "/index.md"
        return files.keys.filter { $0.hasPrefix("content/posts/") && $0.hasSuffix(end) }.sorted()
            .map { String($0.dropLast(end.count)) }.filter { $0 != "content/posts" }
    }

    private mutating func moveFolder() -> SiteEdit? {
        guard let folder = choice(bundles()) else { return nil }
        let inside = files.filter { $0.key.hasPrefix(folder + "/") }
        if inside.keys.contains(where: mends.keys.contains) { return nil }
        var edit = SiteEdit(name: "delete \(folder)/", folders: [folder])
        for path in inside.keys { edit.files[path] = .some(nil) }
        if chance.next(3) == 0 { return edit }
        let other = "content/posts/lake-\(number())"
        edit = SiteEdit(name: "move \(folder)/ to \(other)/", files: edit.files, folders: [folder])
        for (path, text) in inside { edit.files[other + path.dropFirst(folder.count)] = text }
        return edit
    }

    // MARK: Theme and configuration

    private mutating func editTheme() -> SiteEdit? {
        let n = number()
        let own = "theme/layouts/404.mustache"
        if files[own] != nil, !mends.keys.contains(own), chance.next(3) == 0 {
            return SiteEdit(name: "delete \(own)", files: [own: nil])
        }
        if mends.keys.contains(where: { $0.hasPrefix("theme") }) { return nil }
        let post = "themes/tiny/layouts/post.mustache"
        let strings = "themes/tiny/strings/zh-CN.toml"
        let texts: [(String, String)] = [
            (own, "{{site.title}} \(n)\n"), ("themes/tiny/assets/search.js", "find(\(n))\n"),
            ("themes/tiny/assets/more.css", "p { margin: \(n)px }\n"),
            (post, (files[post] ?? "") + "<p id=\"part-\(n)\">\n"),
            (post, (files[post] ?? "") + "{{#post.related}}{{title}}{{/post.related}}\n"),
            (strings, (files[strings] ?? "").replacing("阅读更多\"", with: "读\(n)\"")),
        ]
        guard let (path, text) = choice(texts) else { return nil }
        return SiteEdit(name: "theme \(path)", files: [path: text])
    }

    private static let configuration = "galley.toml"

    private mutating func configure() -> SiteEdit? {
        if mends.keys.contains(Self.configuration) { return nil }
        let choices: [(String, [String?])] = [
            ("site.title", ["\"海边 \(number())\""]),
            ("site.url", ["\"https://example.org/\"", "\"https://example.org/blog/\""]),
            ("build.drafts", ["true", nil]), ("build.future", ["true", nil]),
            ("build.exclude", ["[\"content/posts/2*\"]", "[\"*.txt\"]", nil]),
            ("posts.per_page", ["1", "3", "0"]),
            ("posts.permalink", ["\"/p/:slug/\"", "\"/:year/:title/\"", nil]),
            ("posts.excerpt", ["\"whole\"", "\"none\"", nil]),
            ("markdown.hard_breaks", ["true", nil]),
            ("markdown.heading_ids", ["\"hexo\"", nil]), ("feeds.terms", ["true", nil]),
            ("feeds.content", ["\"excerpt\"", nil]), ("search.page", ["\"find/\"", "\"\"", nil]),
            ("diagnostics.off", ["[\"link/broken\"]", nil]),
            ("diagnostics.warn", ["[\"content/hidden-file\"]", nil]),
            ("snippets.show", ["true", nil]), ("snippets.level", ["\"shape\"", nil]),
            ("highlight.line_numbers", ["false", nil]),
        ]
        guard let (key, values) = choice(choices), let value = choice(values),
            settings[key] != value
        else { return nil }
        settings[key] = value
        return SiteEdit(
            name: "\(key) = \(value ?? "default")", files: [Self.configuration: toml])
    }

    private var toml: String {
        var tables: [String: [String: String]] = [
            "site": [
                "title": "\"海边手记\"", "url": "\"https://example.org/blog/\"",
                "language": "\"zh-CN\"", "timezone": "\"Asia/Shanghai\"",
            ], "build": ["theme": "\"tiny\""], "posts": ["per_page": "2"],
            "feeds": ["atom": "\"\"", "json": "\"\""],
        ]
        for (key, value) in settings {
            let parts = key.split(separator: ".").map(String.init)
            tables[parts[0], default: [:]][parts[1]] = value
        }
        return tables.sorted { $0.key < $1.key }.map { table, keys in
            "[\(table)]\n" + keys.sorted { $0.key < $1.key }.map { "\($0) = \($1)\n" }.joined()
        }.joined()
    }

    // MARK: Broken files

    private mutating func breakFile() -> SiteEdit? {
        let n = number()
        let clash = "---\ntitle: 同 \(n)\ndate: 2021-01-01\npermalink: /same-\(n)/\n---\n同。\n"
        let layout = "themes/tiny/layouts/home.mustache"
        var edits = [
            SiteEdit(name: "broken theme", files: [layout: "{{#page}}"]),
            SiteEdit(name: "broken galley.toml", files: [Self.configuration: "[site"]),
            SiteEdit(
                name: "unknown key",
                files: [Self.configuration: (files[Self.configuration] ?? "") + "[sites]\n"]),
            SiteEdit(
                name: "two posts of one address",
                files: ["content/posts/a-\(n).md": clash, "content/posts/b-\(n).md": clash]),
            SiteEdit(name: "two home pages", files: ["static/index.html": "<p>静</p>\n"]),
            SiteEdit(name: "no galley.toml", files: [Self.configuration: nil]),
        ]
        let broken = "---\ntitle: 坏\ntags: @x\n---\n坏。\n"
        for _ in 0..<4 {
            guard let path = sound({ Self.isText($0) && $0.hasSuffix(".md") }) else { continue }
            edits.append(SiteEdit(name: "broken \(path)", files: [path: broken]))
        }
        let edit = edits[chance.next(edits.count)]
        if edit.files.keys.contains(where: mends.keys.contains) { return nil }
        for path in edit.files.keys { mends.updateValue(files[path], forKey: path) }
        return edit
    }

    private mutating func mendOne() -> SiteEdit? {
        guard let path = choice(mends.keys.sorted()), let text = mends.removeValue(forKey: path)
        else { return nil }
        return SiteEdit(name: "mend \(path)", files: [path: text])
    }
}
