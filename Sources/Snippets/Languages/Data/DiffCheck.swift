extension LanguageCheck {
    /// Unified diffs, whose hunks must have as many lines as they state; any other form of a diff
    /// passes by its shape.
    static let diff = LanguageCheck("diff") { text in
        var scan = DiffScan(text.code)
        if let finding = scan.run() {
            return Examination(.rejected([finding], .parse), elisions: scan.elisions)
        }
        return Examination(
            .accepted(scan.hasCounts ? .parse : .shape), elisions: scan.elisions)
    }
}

/// Reads the hunks of a unified diff (POSIX, diff, "Diff -u Output Format"). O(bytes).
private struct DiffScan {
    private let bytes: [UInt8]
    private let lines: [Range<Int>]
    private var index = 0
    private(set) var elisions = 0
    /// Whether a hunk was counted.
    private(set) var hasCounts = false

    /// Whether it is output of a command, `$ git diff` or `git log`, and may be cut short.
    private let isShown: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isShown = bytes.starts(with: "$ ".utf8) || bytes.starts(with: "commit ".utf8)
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            lines.append(start..<end)
            start = end + 1
        }
        self.lines = lines
    }

    mutating func run() -> Finding? {
        while index < lines.count {
            let line = lines[index]
            index += 1
            switch DiffHeader.read(bytes, line) {
            case .none:
                if DataElision.elisionEnd(in: bytes, at: line.lowerBound) != nil { elisions += 1 }
            case .uncounted: continue
            case .broken(let finding): return finding
            case .counted(let header):
                if let finding = takeHunk(header) { return finding }
                if let finding = strayLine() { return finding }
            }
        }
        return nil
    }

    /// Reads the lines of a hunk, as many as belong to it.
    private mutating func takeHunk(_ header: DiffHeader) -> Finding? {
        hasCounts = true
        var old = 0
        var new = 0
        var gaps = 0
        var stray: Range<Int>?
        while index < lines.count {
            let line = lines[index]
            let isFull = old >= header.old && new >= header.new
            if isFull, !goesOn(line) { break }
            if startsSomethingElse(line) { break }
            index += 1
            switch bytes[line].first {
            case UInt8(ascii: "\\"): continue
            case let first where isElision(line):
                gaps += 1
                // A context line may well be `...`.
                if first == 0x20 {
                    old += 1
                    new += 1
                }
            case UInt8(ascii: "-"): old += 1
            case UInt8(ascii: "+"): new += 1
            // GNU patch and git accept an empty line, and one that begins with a tab, as context.
            case nil, 0x20, 0x09:
                old += 1
                new += 1
            default: stray = stray ?? line
            }
            if stray != nil { break }
        }
        if old == header.old, new == header.new, stray == nil { return nil }
        if gaps > 0 {
            elisions += gaps
            if stray == nil { return nil }
        }
        if let stray { return self.stray(stray) }
        let isAtEnd = index >= lines.count
        let isTrimmed = isAtEnd && header.old - old == 1 && header.new - new == 1
        let isCut = isAtEnd && isShown && old <= header.old && new <= header.new
        return isTrimmed || isCut ? nil : header.mismatch(old: old, new: new)
    }

    /// A line directly after a full hunk that has lost its first character: a line of a diff
    /// follows it, or nothing does. `patch` and git skip such lines.
    private func strayLine() -> Finding? {
        guard !isShown, index < lines.count, let first = bytes[lines[index]].first,
            !" \t\r+-\\@$#>/*…".utf8.contains(first), first < 0x80, !isElision(lines[index]),
            !Self.headers.contains(where: { bytes[lines[index]].starts(with: $0.utf8) })
        else { return nil }
        let next = index + 1 < lines.count ? bytes[lines[index + 1]].first : nil
        guard next.map({ " +-@".utf8.contains($0) }) ?? true else { return nil }
        return stray(lines[index])
    }

    private func stray(_ line: Range<Int>) -> Finding {
        Finding(
            "a line of a hunk begins with ' ', '+' or '-'",
            at: line.lowerBound..<min(line.lowerBound + 1, line.upperBound))
    }

    /// Beginnings of lines between the hunks of POSIX's diff, git and Subversion.
    private static let headers = [
        "diff ", "index ", "Index: ", "===", "Only in ", "Binary ", "GIT binary", "new file",
        "deleted file", "old mode", "new mode", "rename ", "copy ", "similarity ",
        "dissimilarity ", "Property changes", "commit ", "From ", "Author:", "Date:",
    ]

    /// Whether a line beyond the counts is nevertheless a change, which `patch` and git would
    /// silently lose. (They ignore text after a hunk, and so does galley.)
    private func goesOn(_ line: Range<Int>) -> Bool {
        switch bytes[line].first {
        case UInt8(ascii: "\\"): true
        case UInt8(ascii: "+"): !bytes[line].starts(with: "+++ ".utf8)
        case UInt8(ascii: "-"):
            // `-- ` begins the signature of git format-patch.
            !bytes[line].starts(with: "--- ".utf8) && !bytes[line].elementsEqual("-- ".utf8)
                && !bytes[line].elementsEqual("--".utf8)
        default: false
        }
    }

    private func startsSomethingElse(_ line: Range<Int>) -> Bool {
        bytes[line].starts(with: "@@".utf8) || bytes[line].starts(with: "diff --".utf8)
    }

    private func isElision(_ line: Range<Int>) -> Bool {
        var text = bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
        if text.isEmpty { return false }
        if let first = text.first, "#/".utf8.contains(first) {
            text = text.drop { "#/ *".utf8.contains($0) }
        }
        guard text.startIndex < text.endIndex else { return false }
        return DataElision.elisionEnd(in: bytes, at: text.startIndex) != nil
    }
}
