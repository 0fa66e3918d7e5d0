/// Splits the code of a language into tokens.
protocol Grammar: Sendable {
    /// Reads the token stream's code from its index to its end; accepts any bytes. O(bytes).
    func read(_ sink: inout TokenSink)
}

/// Text without any tokens.
struct PlainText: Grammar {
    func read(_ sink: inout TokenSink) {
        sink.index = sink.end
    }
}
