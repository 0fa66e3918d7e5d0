extension LanguageCheck {
    /// HTTP messages: a request or status line with fields after it (RFC 9112, section 2.1). Nobody
    /// runs the messages in an article, so none is rejected.
    static let http = LanguageCheck("http") { text in
        HTTPCheck.isMessage(text.code)
            ? Examination(.accepted(.shape))
            : Examination(.undecided("not in the form of an HTTP message"))
    }
}

/// The form of an HTTP message.
private enum HTTPCheck {
    static func isMessage(_ code: [UInt8]) -> Bool {
        let lines = code.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(where: { !$0.isEmpty }) else { return true }
        let start = lines[first]
        let isStart = TranscriptLine.isHTTP(start)
        guard isStart || isField(start) else { return false }
        for line in lines[(first + 1)...] {
            // After a blank line comes the body, or another message.
            if line.allSatisfy({ $0 == 0x20 }) { return true }
            let isFolded = line.first == 0x20 || line.first == 0x09
            let isElision = DataElision.elisionEnd(in: Array(line.prefix(16)), at: 0) != nil
            guard isFolded || isElision || isField(line) || TranscriptLine.isHTTP(line) else {
                return false
            }
        }
        return true
    }

    /// `Content-Type: text/html`.
    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { DataElision.isNameByte($0) }
        return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
    }
}
