/// Recognizes the prompts of shells, debuggers, databases and interpreters.
///
///     user@host:~/src$ make        [root@db ~]# ls        bash-5.1$ id
///     ➜  app git:(main) ✗ npm i    PS C:\> dir            (venv) $ python
///     (gdb) bt                     postgres=# \d          irb(main):001:0> 1
///
/// Reads at most the first 120 bytes of a line.
struct PromptReader {
    private let lines: CodeLines
    private let line: Range<Int>
    /// The first visible byte.
    private let start: Int

    private init(_ lines: CodeLines, _ line: Range<Int>) {
        self.lines = lines
        self.line = line.lowerBound..<min(line.upperBound, line.lowerBound + 120)
        start = lines.skippingBlanks(self.line).lowerBound
    }

    /// The prompt at the beginning of a line; nil without one.
    static func prompt(of line: Range<Int>, in lines: CodeLines) -> Prompt? {
        let reader = PromptReader(lines, line)
        guard reader.start < reader.line.upperBound else { return nil }
        return reader.symbol() ?? reader.parenthesised() ?? reader.interpreter()
            ?? reader.named() ?? reader.windows() ?? reader.place()
    }

    private func scalar(_ index: Int) -> Unicode.Scalar { lines.scalar(index, in: line) }

    private func has(_ text: StaticString, at index: Int) -> Bool {
        lines.has(text, at: index, in: line)
    }

    /// A prompt up to `end`, which a space or the end of the line must follow.
    private func prompt(
        _ program: Prompt.Program, _ certainty: Prompt.Certainty = .sure, to end: Int
    ) -> Prompt? {
        if end >= line.upperBound {
            return Prompt(program: program, certainty: certainty, end: end)
        }
        guard scalar(end) == " " else { return nil }
        return Prompt(program: program, certainty: certainty, end: end + 1)
    }

    // MARK: Signs

    private func symbol() -> Prompt? {
        switch scalar(start) {
        case "$": return prompt(.shell, to: start + 1)
        case "#": return prompt(.shell, .hash, to: start + 1)
        case "%":
            // With blanks before it, it is curl's progress meter.
            guard start == line.lowerBound, scalar(start + 2) != " " else { return nil }
            return prompt(.shell, .likely, to: start + 1)
        case ">":
            if has(">>>", at: start) { return chevrons() }
            return prompt(.other, .angle, to: start + 1)
        case "-" where has("->", at: start):
            return prompt(.sql, .continuation, to: start + 2)
        case "'", "\"":
            guard scalar(start + 1) == ">", start > line.lowerBound else { return nil }
            return prompt(.sql, .continuation, to: start + 2)
        case ".": return dots()
        default: break
        }
        if lines.code[start] < 0x80 { return nil }
        if has("➜", at: start) { return arrow() }
        for sign: StaticString in ["❯", "➤", "λ"] where has(sign, at: start) {
            return prompt(.shell, to: start + sign.utf8CodeUnitCount)
        }
        return nil
    }

    /// Python's prompt, whose blank gets lost; `>>>>>>> main` is a conflict.
    private func chevrons() -> Prompt? {
        if scalar(start + 3) == ">" { return nil }
        return prompt(.python, to: start + 3)
            ?? Prompt(program: .python, certainty: .sure, end: start + 3)
    }

    /// `... ` of Python, `...> ` of SQLite, `...: ` of IPython, `...(1)> ` of Elixir.
    private func dots() -> Prompt? {
        guard has("...", at: start) else { return nil }
        switch scalar(start + 3) {
        case ">": return prompt(.sql, .continuation, to: start + 4)
        case ":": return prompt(.python, .continuation, to: start + 4)
        default: return prompt(.python, .continuation, to: start + 3)
        }
    }

    /// `➜  dir git:(main) ✗ `; after a single space, `➜ ls`, there is no folder.
    private func arrow() -> Prompt? {
        var end = start + 3
        guard scalar(end) == " " else { return nil }
        guard scalar(end + 1) == " " || has("~", at: end + 1) else {
            return prompt(.shell, to: end)
        }
        end += lines.count(from: end, in: line) { $0 == " " }
        end += lines.count(from: end, in: line) { $0 != " " }
        if has(" git:(", at: end) {
            end += 1 + lines.count(from: end + 1, in: line) { $0 != " " }
        }
        for mark: StaticString in [" ✗", " ✘"] where has(mark, at: end) {
            end += mark.utf8CodeUnitCount
        }
        return prompt(.shell, to: end)
    }

    // MARK: Programs

    private static let parenthesised: [String: Prompt.Program] = [
        "gdb": .gdb, "rr": .gdb, "cuda-gdb": .gdb, "lldb": .lldb, "dlv": .dlv, "pprof": .other,
        "Pdb": .python, "ipdb": .python, "byebug": .ruby, "rdbg": .ruby, "jdb": .other,
    ]

    /// `(gdb) `, and `(venv) ` before a shell's prompt.
    private func parenthesised() -> Prompt? {
        guard scalar(start) == "(" else { return nil }
        // A name of two words, `(lfs chroot)`, is one before another prompt.
        let count = lines.count(from: start + 1, in: line) {
            $0.isNameByte || $0 == "/" || $0 == " "
        }
        let close = start + 1 + count
        guard count > 0, scalar(close) == ")" else { return nil }
        let name = lines.string(start + 1..<close)
        if let program = Self.parenthesised[name] { return prompt(program, to: close + 1) }
        guard scalar(close + 1) == " ", close + 2 < line.upperBound else { return nil }
        let rest = PromptReader(lines, close + 2..<line.upperBound)
        if rest.scalar(rest.start) == "$" { return rest.symbol() }
        return rest.windows() ?? rest.place()
    }

    /// `In [1]: `, `irb(main):001:0> `, `iex(1)> `, `[1] pry(main)> `.
    private func interpreter() -> Prompt? {
        switch scalar(start) {
        case "I", "i", "[": break
        default: return nil
        }
        if has("In [", at: start) {
            let count = lines.count(from: start + 4, in: line) { $0.isASCIIDigit || $0 == " " }
            let end = start + 4 + count
            return has("]:", at: end) ? prompt(.python, to: end + 2) : nil
        }
        if has("irb(", at: start) || has("[", at: start) && has("pry(", at: start + 4) {
            let end = start + lines.count(from: start, in: line) { $0 != ">" && $0 != "*" }
            return prompt(.ruby, scalar(end) == "*" ? .continuation : .sure, to: end + 1)
        }
        if has("iex(", at: start) {
            let end = start + lines.count(from: start, in: line) { $0 != ">" }
            return prompt(.other, to: end + 1)
        }
        return nil
    }

    private static let named: [String: Prompt.Program] = [
        "mysql": .sql, "sqlite": .sql, "SQL": .sql, "hive": .sql, "cqlsh": .sql, "duckdb": .sql,
        "spark-sql": .sql, "redis": .redis, "irb": .ruby, "pry": .ruby, "node": .node,
        "deno": .node, "scala": .other, "ghci": .other, "Prelude": .other, "julia": .other,
        "jshell": .other, "mongo": .other, "ftp": .other, "sftp": .other, "dubbo": .other,
        "telnet": .other, "lua": .other, "php": .other, "PS": .powershell,
    ]

    /// `mysql> `, `MariaDB [db]> `, `db=# `, `127.0.0.1:6379> `, `gore> `.
    private func named() -> Prompt? {
        let count = lines.count(from: start, in: line) { $0.isNameByte || $0 == ":" }
        var end = start + count
        guard count > 0 else { return nil }
        let sign = scalar(end)
        switch sign {
        case "=", "-", "(", "'", "\"", "*":
            // psql: the second sign says what it expects.
            guard scalar(end + 1) == "#" else { return superuserless(end) }
            return prompt(.sql, sign == "=" ? .sure : .continuation, to: end + 2)
        case "#", ">", "[": break
        case " " where scalar(end + 1) == "[": break
        default: return nil
        }
        let name = lines.string(start..<end)
        switch sign {
        case "#" where name.hasSuffix("-"):
            return prompt(.sql, .continuation, to: end + 1)
        case ">" where name.hasSuffix("-"):
            return prompt(.sql, .continuation, to: end + 1)
        case "[" where name.utf8.contains(UInt8(ascii: ":")):
            end += 1 + lines.count(from: end + 1, in: line) { $0.isASCIIDigit } + 1
        case " " where name == "MariaDB" && scalar(end + 1) == "[":
            end += lines.count(from: end, in: line) { $0 != "]" } + 1
            return scalar(end) == ">" ? prompt(.sql, to: end + 1) : nil
        default: break
        }
        guard scalar(end) == ">" else { return nil }
        if isAddress(name) { return prompt(.redis, to: end + 1) }
        if name.hasPrefix("cqlsh:") { return prompt(.sql, to: end + 1) }
        if let program = Self.named[name] { return prompt(program, to: end + 1) }
        // `cat> file` redirects; an unknown word is a prompt if other lines have it too.
        guard name.unicodeScalars.first?.isASCIILetter == true, !name.hasSuffix(":"),
            !ShellWords.commands.contains(name)
        else { return nil }
        return prompt(.other, .likely, to: end + 1)
    }

    /// `db=> SELECT`, for a user without privileges; `key=> value` is a hash.
    private func superuserless(_ sign: Int) -> Prompt? {
        guard scalar(sign) == "=" || scalar(sign) == "-", scalar(sign + 1) == ">",
            scalar(sign + 2) == " "
        else { return nil }
        let word = lines.string(
            sign + 3..<sign + 3 + lines.count(from: sign + 3, in: line) { $0.isASCIILetter })
        let verbs: Set<String> = [
            "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "EXPLAIN", "SET",
            "SHOW", "BEGIN", "COMMIT", "GRANT", "WITH",
        ]
        if scalar(sign) == "=" {
            guard scalar(sign + 3) == "\\" || verbs.contains(word.uppercased()) else { return nil }
            return prompt(.sql, to: sign + 2)
        }
        return prompt(.sql, .continuation, to: sign + 2)
    }

    /// `127.0.0.1:6379`.
    private func isAddress(_ name: String) -> Bool {
        guard let colon = name.lastIndex(of: ":") else { return false }
        let port = name[name.index(after: colon)...]
        return !port.isEmpty && port.allSatisfy(\.isNumber) && colon != name.startIndex
    }

    /// `C:\Users\me> `, `C:\>dir`, `PS C:\> `.
    private func windows() -> Prompt? {
        guard scalar(start).isASCIILetter else { return nil }
        if has("PS ", at: start), scalar(start + 4) == ":" || scalar(start + 3) == "/" {
            let end = start + lines.count(from: start, in: line) { $0 != ">" }
            return prompt(.powershell, to: end + 1)
        }
        guard has(":\\", at: start + 1) else { return nil }
        let end =
            start + lines.count(from: start, in: line) { !">|<\"*?".unicodeScalars.contains($0) }
        guard scalar(end) == ">" else { return nil }
        let typed = scalar(end + 1) == " " ? end + 2 : end + 1
        return Prompt(program: .batch, certainty: .sure, end: min(typed, line.upperBound))
    }

    // MARK: Shells that show where they are

    /// `user@host:~$ `, `[root@host dir]# `, `host:dir user$ `, `~/src $ `, `/app # `, `sh-5.1$ `.
    private func place() -> Prompt? {
        var index = start
        if scalar(index) == "[" { index += 1 }
        let isBracketed = index > start
        if scalar(index) == "~" || scalar(index) == "/" { return folder(index, isBracketed) }
        let user = lines.count(from: index, in: line) { $0.isNameByte }
        guard user > 0 else { return nil }
        let after = index + user
        switch scalar(after) {
        case "@":
            let host = lines.count(from: after + 1, in: line) { $0.isNameByte }
            return host > 0 ? sign(from: after + 1 + host, isBracketed) : nil
        case ":" where !isBracketed:
            // macOS: `MacBook:src me$ `; `user:~/src$ `.
            var end = after + 1
            if scalar(end) == "~" || scalar(end) == "/" {
                let folder = lines.count(from: end, in: line) {
                    $0.isNameByte || "~/".unicodeScalars.contains($0)
                }
                if scalar(end + folder) == "$" { return prompt(.shell, to: end + folder + 1) }
                if scalar(end + folder) == "#" { return prompt(.shell, to: end + folder + 1) }
            }
            end += lines.count(from: end, in: line) { $0 != " " && $0 != "$" }
            guard scalar(end) == " " else { return nil }
            end += 1 + lines.count(from: end + 1, in: line) { $0.isNameByte }
            return scalar(end) == "$" ? prompt(.shell, to: end + 1) : nil
        case "$", "#":
            let name = lines.string(index..<after)
            let isShell = ["bash", "sh", "zsh", "ksh", "dash"].contains {
                name == $0 || name.hasPrefix("\($0)-")
            }
            return isShell ? prompt(.shell, to: after + 1) : nil
        default: return nil
        }
    }

    /// Up to the sign after a folder: at most three words, `:~/src (main)`.
    private func sign(from index: Int, _ isBracketed: Bool) -> Prompt? {
        guard [":", " ", "$", "#", "%", ">", "]"].contains(scalar(index)) else { return nil }
        var end = index
        var spaces = 0
        while end < line.upperBound {
            let next = scalar(end)
            let isLast = end + 1 >= line.upperBound || scalar(end + 1) == " "
            if ["$", "#", "%", ">"].contains(next), isLast, !isBracketed || scalar(end - 1) == "]" {
                return prompt(next == ">" ? .fish : .shell, to: end + 1)
            }
            if next == " " { spaces += 1 }
            if spaces > 3 || next == "'" || next == "\"" { return nil }
            end += 1
        }
        return nil
    }

    private func folder(_ index: Int, _ isBracketed: Bool) -> Prompt? {
        var end = index + lines.count(from: index, in: line) { $0 != " " && $0 != "$" && $0 != "#" }
        if scalar(end) == " " { end += 1 }
        switch scalar(end) {
        case "$": return prompt(.shell, to: end + 1)
        case "#": return prompt(.shell, .hash, to: end + 1)
        default: return nil
        }
    }
}
