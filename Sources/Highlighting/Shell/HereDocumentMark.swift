/// The delimiter of a here-document, after `<<` or `<<-` (POSIX.1-2017, XCU 2.7.4).
///
///     <<EOF      <<-'END-1'      <<"END OF FILE"      <<\EOF
struct HereDocumentMark {
    /// The line that ends the document, without quotes.
    let delimiter: [UInt8]
    /// The range of the delimiter, with its quotes.
    let range: Range<Int>
    /// Whether tabs before the delimiter's line are ignored.
    let isIndented: Bool
    /// Whether `$x` in the document is literal.
    let isQuoted: Bool

    private static let metacharacters = Set(";&|<>()`".utf8)

    /// - Parameter start: after `<<`.
    /// - Returns: nil if no delimiter follows on the line before `end`.
    init?(_ sink: TokenSink, after start: Int, before end: Int) {
        var i = start
        isIndented = sink[i] == UInt8(ascii: "-")
        if isIndented { i += 1 }
        i = sink.afterBlanks(i)
        let first = i
        var delimiter: [UInt8] = []
        var isQuoted = false
        // `1 << 2` shifts.
        if sink[i].isDigit || sink[i] == UInt8(ascii: "=") || sink[i] == .dollar { return nil }
        while i < end, !sink.code[i].isSpace, !Self.metacharacters.contains(sink.code[i]) {
            let byte = sink.code[i]
            i += 1
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                isQuoted = true
                var close = i
                while close < end, sink.code[close] != byte, sink.code[close] != .lineFeed {
                    close += 1
                }
                guard close < end, sink.code[close] == byte else { return nil }
                delimiter += sink.code[i..<close]
                i = close + 1
            } else if byte == .backslash, i < end, sink.code[i] != .lineFeed {
                isQuoted = true
                delimiter.append(sink.code[i])
                i += 1
            } else {
                delimiter.append(byte)
            }
        }
        guard !delimiter.isEmpty else { return nil }
        self.delimiter = delimiter
        self.isQuoted = isQuoted
        range = first..<i
    }
}
