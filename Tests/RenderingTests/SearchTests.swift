import Content
import Foundation
import Planning
import Testing

@testable import Rendering

/// The index as Swift writes it, read back by a search written here, and by `search.js` under node.
struct SearchTests {
    /// Posts with what readers look for in Chinese and English; the newest first.
    private func site() throws -> RenderedSite {
        var site = try RenderedSite()
        try site.post(
            "tags", "2021-06-01", title: "标签里的词", "正文。\n"
        ) { $0.tags = ["C++", "锁"] }
        try site.post(
            "atomic", "2021-05-01", title: "Go atomic 的内存模型",
            "处理器**缓存一**致性。用 `sync.Map` 与 WaitGroup，café ＡＢＣ。\n")
        try site.post(
            "gc", "2021-04-01", title: "垃圾回收",
            "三色标记。\n\n```go\nfunc gcMarkDone() { runtime_pollWait(0xc000123456789) }\n```\n")
        try site.post(
            "goroutines", "2021-03-01", title: "Goroutines",
            "# Scheduler\n\nA goroutine is parked. The scheduler wakes it. 调度器回收线程。\n")
        return site
    }

    @Test func findsTheWordsOfRawHTML() throws {
        var site = try RenderedSite()
        try site.post(
            "a", "2021-01-01", title: "T",
            "<table><tr><td>cell</td><td>two</td></tr></table>\n\nx\n")
        try site.post("b", "2020-01-01", title: "U", "<pre>\nfunc deep</pre>\n")
        let files = try Files(site)
        for term in ["cell", "two", "func", "deep"] { #expect(files.digits(term).count == 1) }
        #expect(files.digits("td").isEmpty)
    }

    private struct Files {
        var texts: [String: String] = [:]

        init(_ fixture: RenderedSite) throws {
            let site = try fixture.site()
            let summaries = fixture.articles(site).map { Optional($0.summary) }
            let index = try #require(SearchIndex(site: site, summaries: summaries))
            for route in site.plan.routes {
                guard case .searchFile(let file) = route.content else { continue }
                texts[file.name] = String(decoding: index.file(file), as: UTF8.self)
            }
        }

        /// The digits of a term's posts, whichever file they are in.
        func digits(_ term: String) -> [String] {
            texts.values.flatMap { text in
                text.split(separator: "\n").filter { $0.hasPrefix(term + " ") }
                    .map { String($0.dropFirst(term.count + 1)) }
            }
        }
    }

    @Test func writesEachFileOfASmallSite() throws {
        var site = try RenderedSite()
        try site.post("b", "2021-02-01", title: "调度", "go\n")
        try site.post("a", "2021-01-01", title: "Go", "go go go 调度器\n")
        let files = try Files(site)
        #expect(
            files.texts == [
                "index.json": "{\"posts\":2,\"shards\":1,\"page\":8}\n",
                // Title 3, body 0; the second post is 1 behind the first: 0 << 2.
                "terms/0.txt": "\ngo DA\n度 D\n度器 A\n调 D\n调度 AD\n"
                    .replacing("度 D", with: "度 H").replacing("调 D", with: "调 H"),
                "posts/0.json": """
                [["Go","/blog/2021/01/01/a/","2021-01-01","January 1, 2021","go go go 调度器"],
                ["调度","/blog/2021/02/01/b/","2021-02-01","February 1, 2021","go"]]

                """,
            ])
    }

    @Test func findsWhatReadersLookFor() throws {
        let files = try Files(site())
        // Posts are numbered from the oldest: goroutines 0, gc 1, atomic 2, tags 3.
        for (term, digits) in [
            // In the title of 1 and the body of 0.
            ("回收", "AD"), ("垃圾", "H"), ("圾回", "H"),
            // Across the ends of an emphasis, and not across a full stop.
            ("存一", "I"), ("一致", "I"), ("性用", nil),
            ("goroutine", "D"), ("goroutines", nil), ("scheduler", "C"),
            ("sync", "I"), ("map", "I"), ("waitgroup", "I"), ("wait", "EA"), ("group", "I"),
            ("cafe", "I"), ("abc", "I"), ("gcmarkdone", "E"), ("mark", "E"), ("runtime", "E"),
            ("runtime_pollwait", "E"), ("0xc000123456789", nil),
            ("c++", "O"), ("锁", "O"), ("三", nil),
        ] as [(String, String?)] {
            #expect(files.digits(term) == (digits.map { [$0] } ?? []), "\(term)")
        }
    }

    @Test func leavesCodeOutWhenAsked() throws {
        var site = try site()
        site.configuration.search.code = false
        let files = try Files(site)
        #expect(files.digits("gcmarkdone") == [])
        #expect(files.digits("三色") == ["E"])
    }

    @Test func anotherPostChangesNoOthersNumber() throws {
        var before = try RenderedSite()
        try before.post("a", "2021-01-01", title: "One", "word\n")
        var after = try RenderedSite()
        try after.post("b", "2021-02-01", title: "Two", "other\n")
        try after.post("a", "2021-01-01", title: "One", "word\n")
        #expect(try Files(before).digits("word") == ["A"])
        #expect(try Files(after).digits("word") == ["A"])
    }

    @Test func rendersAPartAsTheWhole() throws {
        var fixture = try RenderedSite()
        for number in (0..<300).reversed() {
            try fixture.post("p\(number)", "2021-01-01", title: "词 \(number)", "公共 word\(number)\n")
        }
        let site = try fixture.site()
        let summaries = fixture.articles(site).map { Optional($0.summary) }
        let index = try #require(SearchIndex(site: site, summaries: summaries))
        #expect(site.plan.search?.shards == 128)
        var whole: [Int: [UInt8]] = [:]
        for bucket in 0..<index.buckets {
            for (shard, bytes) in index.terms(inBucket: bucket) { whole[shard] = bytes }
        }
        #expect(whole.count == 128)
        for shard in 0..<128 { #expect(index.file(.terms(shard)) == whole[shard]) }
    }

    // MARK: search.js

    private static let node: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node", "--version"]
        process.standardOutput = Pipe()
        process.standardError = Pipe()
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Runs a program of JavaScript that may import the theme's `search.js` as `./search.mjs`, in a
    /// folder that holds the index.
    private func run(_ program: String, _ files: Files) throws -> String {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "galley-search-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try #require(ThemeFile.builtIn.first { $0.path == "assets/search.js" })
        let texts = files.texts.merging([
            "search.mjs": String(decoding: script.bytes, as: UTF8.self), "main.mjs": program,
        ]) { $1 }
        for (name, text) in texts {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node", "main.mjs"]
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    @Test(.enabled(if: node, "node is not installed"))
    func theScriptFindsWhatTheIndexHas() throws {
        let program = """
            import { readFileSync } from "node:fs";
            import { search } from "./search.mjs";
            const read = async (name) => {
              const text = readFileSync(name, "utf8");
              return name.endsWith(".json") ? JSON.parse(text) : text;
            };
            const queries = [
              "回收", "垃圾回收", "goroutines", "GOROUTINE", "调度器 scheduler", "sync.Map", "WaitGroup",
              "C++", "锁", "Café", "ＡＢＣ", "缓存一致性", "runtime_pollWait", "没有这个", "", "回收 没有这个",
            ];
            for (const query of queries) {
              console.log(query, JSON.stringify((await search(query, read)).posts));
            }
            """
        let output = try run(program, Files(site()))
        #expect(
            output == """
                回收 [1,0]
                垃圾回收 [1]
                goroutines [0]
                GOROUTINE [0]
                调度器 scheduler [0]
                sync.Map [2]
                WaitGroup [2]
                C++ [3]
                锁 [3]
                Café [2]
                ＡＢＣ [2]
                缓存一致性 [2]
                runtime_pollWait [1]
                没有这个 []
                 []
                回收 没有这个 [1,0]

                """)
    }

    @Test(.enabled(if: node, "node is not installed"))
    func aLongQueryIsLookedUpByWhatTellsMost() throws {
        let program = """
            import { telling, terms } from "./search.mjs";
            for (const query of [
              "what does word expunged mean in sync map", "调度器在通道为空时挂起协程 goroutine", "a b c",
            ]) console.log(telling(terms(query)).join(" "));
            """
        #expect(
            try run(program, Files(site())) == """
                expunged what word mean sync doe
                goroutine 调度 器在 通道 为空 时挂
                a b c

                """)
    }

    /// Every query made of a text of the index has terms of the index, whatever the characters.
    @Test(.enabled(if: node, "node is not installed"))
    func theScriptCutsAndFoldsAsTheIndexDoes() throws {
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x24F, 0x370...0x52F, 0x1E00...0x1EFF, 0x2000...0x206F, 0x2100...0x214F,
            0x2460...0x24FF, 0x3000...0x30FF, 0x3400...0x3440, 0x4E00...0x4E80, 0xAC00...0xAC40,
            0xF900...0xF940, 0xFB00...0xFB06, 0xFF00...0xFFDC, 0x20000...0x20020,
        ]
        var words: [String] = []
        for value in blocks.joined() {
            guard let scalar = Unicode.Scalar(value), scalar.properties.age != nil else { continue }
            words.append("q\(scalar)z")
            words.append("语\(scalar)言")
        }
        words += [
            "class", "status", "buses", "C#", "c++", "x_y", "__init__", "a1b2", "12345678",
            "123456789",
        ]
        let shards = SearchShards(count: 1024)
        var tokenizer = SearchTokenizer(shards: shards)
        var fixture = try RenderedSite()
        try fixture.post("a", title: "t", "x\n")
        let lines = words.map { word -> String in
            tokenizer = SearchTokenizer(shards: shards)
            tokenizer.add(word, .body)
            return tokenizer.sorted.joined(separator: " ")
        }
        let list = try #require(String(data: JSONEncoder().encode(words), encoding: .utf8))
        let program = """
            import { shard, terms } from "./search.mjs";
            for (const word of \(list)) {
              console.log(terms(word).join(" "));
            }
            console.log(shard("调度", 1024), shard("goroutine", 1024));
            """
        let output = try run(program, Files(fixture)).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (word, (own, script)) in zip(words, zip(lines, output)) {
            let missing = Set(script.split(separator: " ")).subtracting(own.split(separator: " "))
            #expect(missing == [], "\(word.unicodeScalars.map { String($0.value, radix: 16) })")
        }
        let numbers = ["调度", "goroutine"].map { term -> Int in
            let bytes = Array(term.utf8)
            return shards.shard(ofHash: SearchShards.hash(bytes, bytes.indices))
        }
        #expect(output.dropLast().last.map(String.init) == "\(numbers[0]) \(numbers[1])")
    }
}
