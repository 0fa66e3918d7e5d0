/// The prompt at the beginning of a line of a session.
///
///     $ ls        user@host:~/src$ make        [root@db ~]# id        (gdb) bt
///     >>> 1 + 1   mysql> SELECT 1;             postgres=# \d          PS C:\> dir
///
/// Reads at most the first 100 bytes of a line.
struct Prompt {
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
    static func at(_ line: Int, in tape: Tape, acceptsHash: Bool) -> Prompt? {
        let start = tape.afterBlanks(line)
        guard start < tape.end, tape.code[start] != .lineFeed else { return nil }
        return sign(start, tape, acceptsHash) ?? parenthesised(start, tape) ?? named(start, tape)
            ?? ofRuby(start, tape) ?? place(start, tape)
    }

    /// The prompt for more of a statement: `    -> ` of MySQL, `   ...> ` of SQLite, `   ...: ` of
    /// IPython, `db-# ` of PostgreSQL. Elsewhere such lines may be anything.
    static func more(of language: Language, at line: Int, in tape: Tape) -> Prompt? {
        let start = tape.afterBlanks(line)
        let signs: [StaticString]
        switch language {
        case .other("sql"): signs = ["->", "'>", "\">", "`>", "...>"]
        case .other("python"): signs = ["...:"]
        default: signs = []
        }
        for sign in signs where tape.starts(with: sign, at: start) {
            return prompt(start + sign.utf8CodeUnitCount, tape, language)
        }
        return language == .other("sql") ? moreOfPostgres(start, tape) : nil
    }

    /// `db-# `, `db(# `, `db'> `: the open construct comes before the sign.
    private static func moreOfPostgres(_ start: Int, _ tape: Tape) -> Prompt? {
        let name = min(tape.afterName(start), start + longest)
        guard name > start, "-('\"$*".utf8.contains(tape[name]) else { return nil }
        let sign = tape[name + 1]
        guard sign == .hash || sign == UInt8(ascii: ">") else { return nil }
        return prompt(name + 2, tape, .other("sql"))
    }

    /// A prompt up to `end`, which a blank or the end of the line must follow.
    private static func prompt(_ end: Int, _ tape: Tape, _ language: Language) -> Prompt? {
        if end >= tape.end || tape.code[end] == .lineFeed {
            return Prompt(end: end, language: language)
        }
        return tape.code[end].isBlank ? Prompt(end: end + 1, language: language) : nil
    }

    private static func sign(_ i: Int, _ tape: Tape, _ acceptsHash: Bool) -> Prompt? {
        switch tape[i] {
        case .dollar: return prompt(i + 1, tape, .shell)
        case UInt8(ascii: "%"): return prompt(i + 1, tape, .shell)
        case .hash: return acceptsHash ? prompt(i + 1, tape, .shell) : nil
        case UInt8(ascii: ">"):
            if tape.starts(with: ">>>", at: i) { return prompt(i + 3, tape, .other("python")) }
            return prompt(i + 1, tape, .shell)
        case UInt8(ascii: ".") where tape.starts(with: "...", at: i):
            return prompt(i + 3, tape, .other("python"))
        default: break
        }
        for mark: StaticString in ["➜", "❯", "➤", "λ"] where tape.starts(with: mark, at: i) {
            return prompt(i + mark.utf8CodeUnitCount, tape, .shell)
        }
        return nil
    }

    /// `(gdb) `, `(venv) $ `, `In [1]: `.
    private static func parenthesised(_ i: Int, _ tape: Tape) -> Prompt? {
        for name: StaticString in [
            "(gdb)", "(lldb)", "(dlv)", "(Pdb)", "(pdb)", "(ipdb)", "(pprof)", "(rdb:1)",
        ]
        where tape.starts(with: name, at: i) {
            return prompt(i + name.utf8CodeUnitCount, tape, .debugger)
        }
        if tape.starts(with: "In [", at: i) {
            var end = i + 4
            while tape[end].isDigit { end += 1 }
            return tape.starts(with: "]:", at: end) ? prompt(end + 2, tape, .other("python")) : nil
        }
        guard tape[i] == UInt8(ascii: "(") else { return nil }
        var end = i + 1
        while end < i + 40, tape[end].isNamePart || tape[end] == UInt8(ascii: "-") { end += 1 }
        guard tape[end] == UInt8(ascii: ")"), tape[end + 1].isBlank else { return nil }
        let next = tape.afterBlanks(end + 1)
        return tape[next] == .dollar ? prompt(next + 1, tape, .shell) : place(next, tape)
    }

    /// `mysql> `, `MariaDB [db]> `, `db=# `, `127.0.0.1:6379> `, `irb(main):001:0> `.
    private static func named(_ i: Int, _ tape: Tape) -> Prompt? {
        if tape.starts(with: "irb(", at: i) || tape.starts(with: "iex(", at: i) {
            let name = tape[i + 1] == UInt8(ascii: "r") ? "ruby" : "elixir"
            var end = i
            while end < i + 40, tape[end] != UInt8(ascii: ">"), tape[end] != .lineFeed { end += 1 }
            return tape[end] == UInt8(ascii: ">") ? prompt(end + 1, tape, .other(name)) : nil
        }
        guard tape[i].isLetter || tape[i].isDigit else { return nil }
        var end = i
        while end < i + 60, tape[end].isNamePart || ".:-".utf8.contains(tape[end]) { end += 1 }
        if tape.starts(with: "=#", at: end) || tape.starts(with: "=>", at: end)
            || tape.starts(with: "-#", at: end)
        {
            return tape[end + 1] == .hash ? prompt(end + 2, tape, .other("sql")) : nil
        }
        if tape[end] == .space, tape[end + 1] == UInt8(ascii: "[") {
            var close = end + 2
            while close < end + 40, tape[close] != UInt8(ascii: "]"), tape[close] != .lineFeed {
                close += 1
            }
            let isOne = tape.starts(with: "]>", at: close)
            return isOne ? prompt(close + 2, tape, .other("sql")) : nil
        }
        guard tape[end] == UInt8(ascii: ">"), end > i + 1 else { return nil }
        let name = String(decoding: tape.code[i..<end], as: UTF8.self)
        let language: Language =
            .other(languages[name] ?? (name.contains(":") ? "redis" : "text"))
        return prompt(end + 1, tape, language)
    }

    /// `[1] pry(main)> `, `pry(main)> `, `2.3.1 :003 > `.
    private static func ofRuby(_ start: Int, _ tape: Tape) -> Prompt? {
        var i = start
        if tape[i] == UInt8(ascii: "[") {
            i += 1
            while tape[i].isDigit, i < start + 8 { i += 1 }
            guard tape.starts(with: "] ", at: i) else { return nil }
            i += 2
        }
        if tape.starts(with: "pry(", at: i) {
            while i < start + longest, tape[i] != UInt8(ascii: ">"), tape[i] != .lineFeed { i += 1 }
            return tape[i] == UInt8(ascii: ">") ? prompt(i + 1, tape, .other("ruby")) : nil
        }
        guard i == start, tape[i].isDigit else { return nil }
        while i < start + 12, tape[i].isDigit || tape[i] == UInt8(ascii: ".") { i += 1 }
        guard tape.starts(with: " :", at: i), tape[i + 2].isDigit else { return nil }
        i += 2
        while i < start + 20, tape[i].isDigit { i += 1 }
        return tape.starts(with: " >", at: i) ? prompt(i + 2, tape, .other("ruby")) : nil
    }

    /// `user@host:~$ `, `[root@host dir]# `, `~/src $ `, `PS C:\> `, `sh-5.1$ `.
    private static func place(_ start: Int, _ tape: Tape) -> Prompt? {
        var i = tape[start] == UInt8(ascii: "[") ? start + 1 : start
        if tape.starts(with: "PS ", at: i) || tape.starts(with: ":\\", at: i + 1) {
            while i < start + longest, tape[i] != UInt8(ascii: ">"), tape[i] != .lineFeed { i += 1 }
            let isPowerShell = tape.starts(with: "PS ", at: start)
            guard tape[i] == UInt8(ascii: ">") else { return nil }
            return prompt(i + 1, tape, isPowerShell ? .other("powershell") : .other("batch"))
        }
        var hasAt = tape[i] == UInt8(ascii: "~")
        var spaces = 0
        while i < min(start + longest, tape.end) {
            let byte = tape.code[i]
            if byte == .lineFeed || "'\"=<|`".utf8.contains(byte) { return nil }
            if byte == UInt8(ascii: "@"), i > start { hasAt = true }
            if byte.isBlank { spaces += 1 }
            if spaces > 2 { return nil }
            let isSign = byte == .dollar || byte == .hash || byte == UInt8(ascii: "%")
            if isSign, tape[i + 1].isSpace || i + 1 >= tape.end {
                let isShell =
                    hasAt || tape.starts(with: "sh-", at: start)
                    || tape.starts(with: "bash", at: start)
                return isShell ? prompt(i + 1, tape, .shell) : nil
            }
            i += 1
        }
        return nil
    }
}
