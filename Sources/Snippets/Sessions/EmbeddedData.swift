/// JSON inside a session or a script: a command's output, and here-documents.
///
///     $ curl -s localhost/x            cat > x.json <<EOF
///     {"a": 1,, "b": 2}                {"a": 1,}
///                                      EOF
struct EmbeddedData {
    private let lines: CodeLines

    init(_ lines: CodeLines) {
        self.lines = lines
    }

    /// The fault of the first output or here-document that is broken JSON. O(bytes).
    ///
    /// - Parameter transcript: the block as a session; nil for a script.
    func finding(in transcript: Transcript?) -> Finding? {
        guard lines.code.contains(UInt8(ascii: "{")) else { return nil }
        for entry in transcript?.entries ?? [] {
            if let finding = finding(in: entry.output) { return finding }
            if let finding = hereDocument(entry.typed) { return finding }
        }
        return transcript == nil ? hereDocument(lines.ranges) : nil
    }

    // MARK: Here-documents

    /// Checks the first here-documents of some lines of commands.
    private func hereDocument(_ rows: [Range<Int>]) -> Finding? {
        var row = 0
        while row < rows.count {
            let delimiter = delimiter(in: rows[row])
            row += 1
            guard let delimiter else { continue }
            let first = row
            while row < rows.count, !lines.code[lines.trimmed(rows[row])].elementsEqual(delimiter) {
                row += 1
            }
            // Rows of one document are consecutive, except for the prompts before them.
            guard first < row, row < rows.count else { continue }
            var body = CheckedText()
            for range in rows[first..<row] {
                body.append(lines.code, range)
                body.append(written: "\n")
            }
            if let finding = Self.finding(in: body.bytes) { return finding.moved(body.origin) }
        }
        return nil
    }

    /// `EOF` of `<<EOF`, `<<-'EOF'` and `<< "EOF"`; nil for a line without one.
    private func delimiter(in row: Range<Int>) -> ArraySlice<UInt8>? {
        let line = lines.code[row]
        guard let mark = line.firstIndex(of: UInt8(ascii: "<")), mark + 2 < line.endIndex,
            line[mark + 1] == UInt8(ascii: "<"), line[mark + 2] != UInt8(ascii: "<")
        else { return nil }
        let word = line[(mark + 2)...].drop { " -'\"\\".utf8.contains($0) }.word(with: "_")
        return word.isEmpty ? nil : word
    }

    // MARK: JSON

    private func finding(in output: Range<Int>) -> Finding? {
        guard output.count > 2 else { return nil }
        return Self.finding(in: Array(lines.code[output]))?.moved { $0 + output.lowerBound }
    }

    /// nil for text that is not JSON, and for JSON that is valid or leaves something out.
    ///
    /// It must begin as an object with a quoted name, or a list of such, and end as it begins.
    private static func finding(in text: [UInt8]) -> Finding? {
        let marks = text.prefix(64).filter { $0 > 0x20 }.prefix(3)
        guard let first = marks.first, let last = text.last(where: { $0 > 0x20 }),
            first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
                || first == UInt8(ascii: "[") && last == UInt8(ascii: "]"),
            marks.starts(with: "{\"".utf8) || marks.elementsEqual("[{\"".utf8)
        else { return nil }
        // Not strict: typed text may have comments for the reader.
        var scan = JSONScan(text, isStrict: false)
        guard case .rejected(let finding) = scan.run(), scan.elisions == 0 else { return nil }
        return finding
    }
}
