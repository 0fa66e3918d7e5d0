/// Shells of the Bourne family (POSIX.1-2017, XCU 2), with bash's additions.
///
/// A block that begins with `$ ` or `user@host:~$ ` is a session, whatever its label says.
struct ShellGrammar: Grammar {
    /// Whether it already follows a prompt.
    var isCommand = false
    /// Whether it is in a makefile, whose `$(CC)` and `$@` are make's and whose `$$x` is the
    /// shell's.
    var isRecipe = false

    func read(_ sink: inout TokenSink) {
        if !isCommand, sink.depth == 0, isSession(sink) { return ConsoleGrammar().read(&sink) }
        var scanner = ShellScanner(&sink, isRecipe: isRecipe)
        scanner.run()
        scanner.giveBack(&sink)
    }

    private func isSession(_ sink: TokenSink) -> Bool {
        var i = sink.index
        while sink[i].isSpace { i += 1 }
        if sink[i] == .dollar { return sink[i + 1].isBlank }
        // The name of a user and a host, which is never the first word of a command.
        var word = i
        while word < sink.end, !sink.code[word].isSpace, sink.code[word] != UInt8(ascii: "@") {
            word += 1
        }
        return sink[word] == UInt8(ascii: "@")
            && PromptMark.at(i, in: sink, acceptsHash: false)?.language == .shell
    }

    /// Reserved words, which are reserved only where a command may begin.
    static let words = WordTable([
        .k: """
        if fi else while do done for then return function case select break continue until
        esac elif in
        """,
        .nb: """
        alias bg bind builtin caller cd command compgen complete declare dirs disown echo enable
        eval exec exit export false fc fg getopts hash help history jobs kill let local logout
        popd printf pushd pwd read readonly set shift shopt source suspend test time times trap
        true type typeset ulimit umask unalias unset wait
        """,
    ])

    /// Words after which a command may begin.
    static let openers = WordTable([.k: "if else while do then until elif ! time { exec eval sudo"])
}
