/// The instructions of a Dockerfile, or of a part of one; the reference's sections "Format" and
/// "Here-Documents", https://docs.docker.com/reference/dockerfile/.
struct DockerfileShape: Sendable {
    private(set) var findings: [Finding] = []
    /// How many lines begin with an instruction that there is.
    private(set) var known = 0
    private(set) var elisions = 0
    private(set) var hasHereDocument = false
    /// The code with comments for the lines that leave something out.
    private(set) var filled: [UInt8]
    private let code: [UInt8]
    /// The words that here-documents of the instruction end with.
    private var terminators: ArraySlice<[UInt8]> = []
    private var isContinued = false
    private var escape = UInt8(ascii: "\\")

    /// O(bytes).
    init(_ code: [UInt8]) {
        self.code = code
        filled = code
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            read(trimmed(start..<end))
            start = end + 1
        }
    }

    private mutating func read(_ line: Range<Int>) {
        let text = code[line]
        if let terminator = terminators.first {
            if text.elementsEqual(terminator) { terminators.removeFirst() }
            return
        }
        // Blank lines and comments do not end a continued instruction.
        guard let first = text.first else { return }
        if first == UInt8(ascii: "#") { return readComment(text) }
        if isElision(text) {
            elisions += 1
            filled[line.lowerBound] = UInt8(ascii: "#")
            return
        }
        if !isContinued { readInstruction(line) }
        readHereDocuments(text)
        isContinued = text.last == escape
    }

    /// `# escape=`` ` ``, before all else, changes what continues a line.
    private mutating func readComment(_ text: ArraySlice<UInt8>) {
        if ElisionMark.isElision(comment: text) { elisions += 1 }
        guard known == 0, let equals = text.firstIndex(of: UInt8(ascii: "=")),
            String(decoding: text[..<equals], as: UTF8.self).contains("escape"),
            text.last == UInt8(ascii: "`")
        else { return }
        escape = UInt8(ascii: "`")
    }

    private mutating func readInstruction(_ line: Range<Int>) {
        let word = code[line].prefix { $0 != 0x20 && $0 != 0x09 }
        let name = String(decoding: word, as: UTF8.self).uppercased()
        if Self.instructions.contains(name) {
            known += 1
        } else {
            let isLost = name.first.map { !$0.isLetter } ?? true
            findings.append(
                Finding(
                    "unknown instruction '\(String(decoding: word, as: UTF8.self))'",
                    at: word.startIndex..<word.endIndex,
                    fix: isLost || known > 0 ? "end the line before with '\\' to continue it" : nil)
            )
        }
    }

    /// `RUN <<EOF`, `COPY <<-"EOF" /x`.
    private mutating func readHereDocuments(_ text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while index + 2 < text.endIndex {
            guard text[index] == UInt8(ascii: "<"), text[index + 1] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let rest = text[(index + 2)...].drop {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
            }
            let word = rest.prefix {
                (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
            }
            if !word.isEmpty {
                hasHereDocument = true
                terminators.append(Array(word))
            }
            index = max(index + 2, word.endIndex)
        }
    }

    /// `...`, `…`, `[...]` on a line of their own.
    private func isElision(_ text: ArraySlice<UInt8>) -> Bool {
        let core = String(decoding: text, as: UTF8.self).filter { !"[]{}() ".contains($0) }
        return !core.isEmpty && core.allSatisfy { $0 == "." || $0 == "…" }
            && (core.contains("…") || core.count >= 3)
    }

    private func trimmed(_ line: Range<Int>) -> Range<Int> {
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end, code[start] == 0x20 || code[start] == 0x09 { start += 1 }
        while end > start, code[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    private static let instructions: Set<String> = [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL",
        "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ]
}
