/// Splits the code of a language into tokens.
protocol Grammar: Sendable {
    /// Reads the token stream's code from its index to its end; accepts any bytes. O(bytes).
    func read(_ tape: inout Tape)
}

/// Text without any tokens.
struct PlainText: Grammar {
    func read(_ tape: inout Tape) {
        tape.index = tape.end
    }
}
