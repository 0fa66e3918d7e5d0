/// How the code of a language is cut into pieces.
protocol Grammar: Sendable {
    /// Reads the tape from its index to its end; any bytes are read. O(bytes).
    func read(_ tape: inout Tape)
}

/// Text without any pieces.
struct PlainText: Grammar {
    func read(_ tape: inout Tape) {
        tape.index = tape.end
    }
}
