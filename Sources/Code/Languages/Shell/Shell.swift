extension CodeLanguage {
    /// The shells sh, dash, ksh and bash, as the union of what they take: the Shell Command Language
    /// of POSIX.1-2024, XCU chapter 2, and the Bash Reference Manual, 5.3.
    ///
    /// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html,
    /// https://www.gnu.org/software/bash/manual/bash.html
    package static let shell = CodeLanguage("shell") { code, isWhole in
        ShellParser(code, isZsh: false, isFragment: !isWhole).reading()
    }

    /// zsh: the Z Shell Manual, 5.9, chapter 6, in addition to what ``shell`` takes.
    ///
    /// https://zsh.sourceforge.io/Doc/Release/Shell-Grammar.html
    package static let zsh = CodeLanguage("zsh") { code, isWhole in
        ShellParser(code, isZsh: true, isFragment: !isWhole).reading()
    }
}

extension ShellParser {
    /// Reads the code, and looks for the cause of what is wrong.
    fileprivate func reading() -> CodeReading {
        var parser = self
        let reading = parser.run()
        guard case .refused(let fault) = reading else { return reading }
        var cause = ShellCause(self, fault)
        return .refused(cause.cause())
    }
}
