/// What was typed and what came back: a block read as a session.
///
///     $ cat <<EOF          typed: `cat <<EOF`, `hello`, `EOF`
///     > hello
///     > EOF
///     hello                output
///
/// Text before the first prompt is output as well. Any bytes are read; O(bytes).
struct Transcript: Sendable {
    /// One command and its output.
    struct Entry: Sendable, Hashable {
        let program: Prompt.Program
        /// What was typed, line by line, without prompts and LF; never empty, though a line may be.
        let typed: [Range<Int>]
        /// Whole lines, LF and all; empty without output.
        let output: Range<Int>
    }

    let entries: [Entry]
    /// Whether anything that is neither a prompt nor a comment nor blank stands outside of what
    /// was typed.
    let hasOutput: Bool

    /// nil for a block without a prompt.
    ///
    /// - Parameter isConsole: whether the block's label says that it is a session, which makes
    ///   `# ls` and `> 1 + 1` prompts where they would be a comment and a quotation.
    init?(_ lines: CodeLines, isConsole: Bool = false) {
        var reader = TranscriptReader(lines, isConsole: isConsole)
        guard reader.read() else { return nil }
        entries = reader.entries
        hasOutput = reader.hasOutput
    }

    /// Whether a program prompts in it.
    func has(_ program: Prompt.Program) -> Bool { entries.contains { $0.program == program } }
}
