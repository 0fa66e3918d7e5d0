import Text

/// What a block obviously is in place of what its label says.
enum MistakenLabel: Sendable {
    case console
    case html
    /// What a program wrote: a tree of files, messages.
    case output
    /// A program with its changed lines marked by `+` and `-`.
    case diff

    /// nil where the label may be right. O(bytes).
    init?(_ code: [UInt8]) {
        var isFirst = true
        var start = 0
        while start < code.count {
            let end = code.firstIndex(of: .lineFeed, from: start) ?? code.count
            let line = code[start..<end]
            start = end + 1
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            if text.isEmpty { continue }
            if isFirst && Self.prompts.contains(where: { text.starts(with: $0.utf8) })
                || Self.isNumberedPrompt(text)
            {
                self = .console
                return
            }
            let isOutput =
                isFirst && Self.outputs.contains { text.starts(with: $0.utf8) }
                || isFirst && Self.isException(text) || Self.isTrace(text)
            if isOutput {
                self = .output
                return
            }
            isFirst = false
            if line.first == UInt8(ascii: "<"),
                Self.tags.contains(where: { line.starts(with: $0.utf8) })
            {
                self = .html
                return
            }
            if Self.isChange(line) {
                self = .diff
                return
            }
        }
        return nil
    }

    /// A label that is wrong leaves the block unchecked; the remark says why.
    var examination: Examination {
        switch self {
        case .console:
            var examination = Examination(.undecided("it is a transcript"))
            examination.remarks = [
                .label("the block is a transcript of a terminal", write: "console")
            ]
            return examination
        case .html:
            var examination = Examination(.undecided("it is HTML"))
            examination.remarks = [.label("the block is HTML", write: "html")]
            return examination
        case .output: return Examination(.undecided("it is the output of a program"))
        case .diff: return Examination(.undecided("its changed lines are marked"))
        }
    }

    private static let prompts = [
        "$ ", "PS C:\\", "C:\\>", "mysql> ", "sqlite> ", "postgres=# ", "irb(main)", ">>> ",
        "php > ",
        "MariaDB [", "swift> ", "jshell> ", "(lldb) ", "(gdb) ",
    ]

    private static let outputs = [
        "├──", "└──", "error: ", "warning: ", "Exception in thread ", "Compiled from \"",
        "Caused by: ",
        "SLF4J: ", "make: ", "java.lang.",
    ]

    /// At the start of a line: what a Vue component or a page has, and JSX has not.
    private static let tags = [
        "<!DOCTYPE", "<!doctype", "<!--", "<html", "<head>", "<body", "<template", "<script",
        "<style", "</script>", "</template>", "</style>", "<link ", "<meta ", "<?xml",
    ]

    /// `java.io.IOException: it is closed`.
    private static func isException(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), text[colon...].count > 1,
            text[colon + 1] == 0x20
        else { return false }
        let name = String(decoding: text[..<colon], as: UTF8.self)
        return !name.contains(" ") && (name.hasSuffix("Exception") || name.hasSuffix("Error"))
    }

    /// `at android.os.Parcel.readException(Parcel.java:1425)`.
    private static func isTrace(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: "a") && text.starts(with: "at ".utf8)
            && text.last == UInt8(ascii: ")")
            && !text.contains(UInt8(ascii: ",")) && text.contains(UInt8(ascii: "."))
    }

    /// `  7> let x = 1`, of Swift's interpreter.
    private static func isNumberedPrompt(_ text: ArraySlice<UInt8>) -> Bool {
        let rest = text.drop { (0x30...0x39).contains($0) }
        return rest.startIndex > text.startIndex && rest.starts(with: "> ".utf8)
    }

    /// `+ added`, `+added` or `- removed`, as no program's line begins.
    private static func isChange(_ line: ArraySlice<UInt8>) -> Bool {
        let second = line.dropFirst().first
        switch line.first {
        case UInt8(ascii: "d"): return line.starts(with: "diff --git ".utf8)
        case UInt8(ascii: "@"): return line.starts(with: "@@ -".utf8)
        case UInt8(ascii: "+"): return second != UInt8(ascii: "+") && second != UInt8(ascii: "=")
        case UInt8(ascii: "-"): return second == 0x20 || second == 0x09 || second == nil
        default: return false
        }
    }
}
