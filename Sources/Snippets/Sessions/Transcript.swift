/// A block read as a session: commands and their output.
///
///     $ cat <<EOF          typed: `cat <<EOF`, `hello`, `EOF`
///     > hello
///     > EOF
///     hello                output
///
/// Text before the first prompt is output too. Accepts any bytes; O(bytes).
struct Transcript: Sendable {
    /// One command and its output.
    struct Entry: Sendable, Hashable {
        let program: Prompt.Program
        /// The typed text, line by line, without prompts and LF; never empty, though a line may be.
        let typed: [Range<Int>]
        /// Whole lines, including LF; empty without output.
        let output: Range<Int>
    }

    let entries: [Entry]
    /// Whether there is anything outside the typed text that is neither a prompt nor a comment nor
    /// blank.
    let hasOutput: Bool

    /// nil for a block without a prompt.
    ///
    /// - Parameter isConsole: whether the block's label says that it is a session, which makes `#
    ///   ls` and `> 1 + 1` prompts that would otherwise be a comment and a quotation.
    init?(_ lines: CodeLines, isConsole: Bool = false) {
        var reader = TranscriptReader(lines, isConsole: isConsole)
        guard reader.read() else { return nil }
        entries = reader.entries
        hasOutput = reader.hasOutput
    }

    /// Whether a program prompts in the session.
    func has(_ program: Prompt.Program) -> Bool { entries.contains { $0.program == program } }
}
