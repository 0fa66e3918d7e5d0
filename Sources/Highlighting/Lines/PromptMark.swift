/// The prompt at the beginning of a line of a session.
///
///     $ ls        user@host:~/src$ make        [root@db ~]# id        (gdb) bt
///     >>> 1 + 1   mysql> SELECT 1;             postgres=# \d          PS C:\> dir
///
/// Reads at most the first 100 bytes of a line.
struct PromptMark {
    enum Language: Equatable {
        case shell
        case debugger
        case other(String)
    }

    /// Where the typed text begins.
    let end: Int
    let language: Language

    private static let longest = 100
    private static let languages = [
        "mysql": "sql", "sqlite": "sql", "SQL": "sql", "hive": "sql", "node": "javascript",
        "redis": "redis", "ghci": "haskell", "scala": "scala", "irb": "ruby", "pry": "ruby",
        "psql": "sql", "sqlite3": "sql", "mongo": "javascript", "jshell": "java",
    ]

    /// - Parameter acceptsHash: whether `# ` is one, which also begins a comment.
    static func at(_ line: Int, in sink: TokenSink, acceptsHash: Bool) -> PromptMark? {
        let start = sink.afterBlanks(line)
        guard start < sink.end, sink.code[start] != .lineFeed else { return nil }
        return sign(start, sink, acceptsHash) ?? parenthesised(start, sink) ?? named(start, sink)
            ?? ofRuby(start, sink) ?? place(start, sink)
    }

    /// The prompt for more of a statement: `    -> ` of MySQL, `   ...> ` of SQLite, `   ...: ` of
    /// IPython, `db-# ` of PostgreSQL. Elsewhere such lines may be anything.
    static func more(of language: Language, at line: Int, in sink: TokenSink) -> PromptMark? {
        let start = sink.afterBlanks(line)
        let signs: [StaticString]
        switch language {
        case .other("sql"): signs = ["->", "'>", "\">", "`>", "...>"]
        case .other("python"): signs = ["...:"]
        default: signs = []
        }
        for sign in signs where sink.starts(with: sign, at: start) {
            return prompt(start + sign.utf8CodeUnitCount, sink, language)
        }
        return language == .other("sql") ? moreOfPostgres(start, sink) : nil
    }

    /// `db-# `, `db(# `, `db'> `: the open construct comes before the sign.
    private static func moreOfPostgres(_ start: Int, _ sink: TokenSink) -> PromptMark? {
        let name = min(sink.afterName(start), start + longest)
        guard name > start, "-('\"$*".utf8.contains(sink[name]) else { return nil }
        let sign = sink[name + 1]
        guard sign == .hash || sign == UInt8(ascii: ">") else { return nil }
        return prompt(name + 2, sink, .other("sql"))
    }

    /// A prompt up to `end`, which a blank or the end of the line must follow.
    private static func prompt(_ end: Int, _ sink: TokenSink, _ language: Language) -> PromptMark? {
        if end >= sink.end || sink.code[end] == .lineFeed {
            return PromptMark(end: end, language: language)
        }
        return sink.code[end].isBlank ? PromptMark(end: end + 1, language: language) : nil
    }

    private static func sign(_ i: Int, _ sink: TokenSink, _ acceptsHash: Bool) -> PromptMark? {
        switch sink[i] {
        case .dollar: return prompt(i + 1, sink, .shell)
        case UInt8(ascii: "%"): return prompt(i + 1, sink, .shell)
        case .hash: return acceptsHash ? prompt(i + 1, sink, .shell) : nil
        case UInt8(ascii: ">"):
            if sink.starts(with: ">>>", at: i) { return prompt(i + 3, sink, .other("python")) }
            return prompt(i + 1, sink, .shell)
        case UInt8(ascii: ".") where sink.starts(with: "...", at: i):
            return prompt(i + 3, sink, .other("python"))
        default: break
        }
        for mark: StaticString in ["➜", "❯", "➤", "λ"] where sink.starts(with: mark, at: i) {
            return prompt(i + mark.utf8CodeUnitCount, sink, .shell)
        }
        return nil
    }

    /// `(gdb) `, `(venv) $ `, `In [1]: `.
    private static func parenthesised(_ i: Int, _ sink: TokenSink) -> PromptMark? {
        for name: StaticString in [
            "(gdb)", "(lldb)", "(dlv)", "(Pdb)", "(pdb)", "(ipdb)", "(pprof)", "(rdb:1)",
        ]
        where sink.starts(with: name, at: i) {
            return prompt(i + name.utf8CodeUnitCount, sink, .debugger)
        }
        if sink.starts(with: "In [", at: i) {
            var end = i + 4
            while sink[end].isDigit { end += 1 }
            return sink.starts(with: "]:", at: end) ? prompt(end + 2, sink, .other("python")) : nil
        }
        guard sink[i] == UInt8(ascii: "(") else { return nil }
        var end = i + 1
        while end < i + 40, sink[end].isNamePart || sink[end] == UInt8(ascii: "-") { end += 1 }
        guard sink[end] == UInt8(ascii: ")"), sink[end + 1].isBlank else { return nil }
        let next = sink.afterBlanks(end + 1)
        return sink[next] == .dollar ? prompt(next + 1, sink, .shell) : place(next, sink)
    }

    /// `mysql> `, `MariaDB [db]> `, `db=# `, `127.0.0.1:6379> `, `irb(main):001:0> `.
    private static func named(_ i: Int, _ sink: TokenSink) -> PromptMark? {
        if sink.starts(with: "irb(", at: i) || sink.starts(with: "iex(", at: i) {
            let name = sink[i + 1] == UInt8(ascii: "r") ? "ruby" : "elixir"
            var end = i
            while end < i + 40, sink[end] != UInt8(ascii: ">"), sink[end] != .lineFeed { end += 1 }
            return sink[end] == UInt8(ascii: ">") ? prompt(end + 1, sink, .other(name)) : nil
        }
        guard sink[i].isLetter || sink[i].isDigit else { return nil }
        var end = i
        while end < i + 60, sink[end].isNamePart || ".:-".utf8.contains(sink[end]) { end += 1 }
        if sink.starts(with: "=#", at: end) || sink.starts(with: "=>", at: end)
            || sink.starts(with: "-#", at: end)
        {
            return sink[end + 1] == .hash ? prompt(end + 2, sink, .other("sql")) : nil
        }
        if sink[end] == .space, sink[end + 1] == UInt8(ascii: "[") {
            var close = end + 2
            while close < end + 40, sink[close] != UInt8(ascii: "]"), sink[close] != .lineFeed {
                close += 1
            }
            let isOne = sink.starts(with: "]>", at: close)
            return isOne ? prompt(close + 2, sink, .other("sql")) : nil
        }
        guard sink[end] == UInt8(ascii: ">"), end > i + 1 else { return nil }
        let name = String(decoding: sink.code[i..<end], as: UTF8.self)
        let language: Language =
            .other(languages[name] ?? (name.contains(":") ? "redis" : "text"))
        return prompt(end + 1, sink, language)
    }

    /// `[1] pry(main)> `, `pry(main)> `, `2.3.1 :003 > `.
    private static func ofRuby(_ start: Int, _ sink: TokenSink) -> PromptMark? {
        var i = start
        if sink[i] == UInt8(ascii: "[") {
            i += 1
            while sink[i].isDigit, i < start + 8 { i += 1 }
            guard sink.starts(with: "] ", at: i) else { return nil }
            i += 2
        }
        if sink.starts(with: "pry(", at: i) {
            while i < start + longest, sink[i] != UInt8(ascii: ">"), sink[i] != .lineFeed { i += 1 }
            return sink[i] == UInt8(ascii: ">") ? prompt(i + 1, sink, .other("ruby")) : nil
        }
        guard i == start, sink[i].isDigit else { return nil }
        while i < start + 12, sink[i].isDigit || sink[i] == UInt8(ascii: ".") { i += 1 }
        guard sink.starts(with: " :", at: i), sink[i + 2].isDigit else { return nil }
        i += 2
        while i < start + 20, sink[i].isDigit { i += 1 }
        return sink.starts(with: " >", at: i) ? prompt(i + 2, sink, .other("ruby")) : nil
    }

    /// `user@host:~$ `, `[root@host dir]# `, `~/src $ `, `PS C:\> `, `sh-5.1$ `.
    private static func place(_ start: Int, _ sink: TokenSink) -> PromptMark? {
        var i = sink[start] == UInt8(ascii: "[") ? start + 1 : start
        if sink.starts(with: "PS ", at: i) || sink.starts(with: ":\\", at: i + 1) {
            while i < start + longest, sink[i] != UInt8(ascii: ">"), sink[i] != .lineFeed { i += 1 }
            let isPowerShell = sink.starts(with: "PS ", at: start)
            guard sink[i] == UInt8(ascii: ">") else { return nil }
            return prompt(i + 1, sink, isPowerShell ? .other("powershell") : .other("batch"))
        }
        var hasAt = sink[i] == UInt8(ascii: "~")
        var spaces = 0
        while i < min(start + longest, sink.end) {
            let byte = sink.code[i]
            if byte == .lineFeed || "'\"=<|`".utf8.contains(byte) { return nil }
            if byte == UInt8(ascii: "@"), i > start { hasAt = true }
            if byte.isBlank { spaces += 1 }
            if spaces > 2 { return nil }
            let isSign = byte == .dollar || byte == .hash || byte == UInt8(ascii: "%")
            if isSign, sink[i + 1].isSpace || i + 1 >= sink.end {
                let isShell =
                    hasAt || sink.starts(with: "sh-", at: start)
                    || sink.starts(with: "bash", at: start)
                return isShell ? prompt(i + 1, sink, .shell) : nil
            }
            i += 1
        }
        return nil
    }
}
