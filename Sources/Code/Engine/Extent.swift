import Text

/// How much of a refused block its language refuses: whether the block is code with a fault in it, or
/// something else than the language that its label names.
extension CodeLanguage {
    /// The number of lines that have to be taken out of a refused block, each at a fault, before the
    /// rest is accepted. A fault that one edit mends is mended; the first counts no line.
    ///
    /// Reads the block once a fault.
    ///
    /// - Returns: nil if `most` lines are not enough.
    package func refusedLines(in code: [UInt8], at fault: CodeFault, most: Int) -> Int? {
        var code = code
        var fault = fault
        var lines = 0
        for round in 0..<(most + Self.mostEdits) {
            if let edit = fault.edit {
                code.replaceSubrange(edit.range, with: edit.replacement.utf8)
                // A sign of another keyboard is written all over a block; other faults are not.
                if round > 0, fault.kind != .token { lines += 1 }
            } else {
                lines += 1
                if fault.kind == .unclosed, isAccepted(code, closing: fault) { return lines }
                guard takeOut(fault, of: &code) else { return nil }
            }
            if lines > most { return nil }
            switch read(code) {
            case .accepted: return lines
            case .gaveUp: return nil
            case .refused(let next): fault = next
            }
        }
        return nil
    }

    /// Whether nothing is wrong with a block but that a bracket of it is open to its end.
    private func isAccepted(_ code: [UInt8], closing fault: CodeFault) -> Bool {
        let closers: [UInt8: String] = [0x28: ")", 0x5B: "]", 0x7B: "}"]
        guard let opener = code[fault.range].last, let closer = closers[opener] else {
            return false
        }
        if case .accepted = read(code + Array(closer.utf8)) { return true }
        return false
    }

    /// Edits of one block, besides the lines that are taken out.
    private static let mostEdits = 6

    /// Makes blanks of the line of a fault, but for the brackets that it opens or closes for other
    /// lines; of a bracket that is never closed, of the bracket alone.
    ///
    /// - Returns: false where nothing is left to take out.
    private func takeOut(_ fault: CodeFault, of code: inout [UInt8]) -> Bool {
        if fault.kind == .unclosed {
            for index in fault.range { code[index] = 0x20 }
            return true
        }
        var start = min(fault.range.lowerBound, code.count)
        while start > 0, code[start - 1] != 0x0A { start -= 1 }
        if grammar?.blamesOpenBracket == true, let head = headWithoutBody(before: start, code) {
            for index in head where !code[index].isBlank { code[index] = 0x20 }
            code[head.upperBound - 1] = UInt8(ascii: "0")
            return true
        }
        let end = code[start...].firstIndex(of: 0x0A) ?? code.count
        let line = start..<end
        let before = Array(code[line])
        let kept = unpairedBrackets(code, line)
        let last = code[line].last { !$0.isBlank }
        for index in line where !code[index].isBlank && !kept.contains(index) { code[index] = 0x20 }
        if grammar?.blamesOpenBracket == true { keepIndentation(line, last, before, &code) }
        return !before.elementsEqual(code[line])
    }

    /// The text of the line before an offset where it ends in a colon and nothing is indented below
    /// it, from its first sign to the colon.
    private func headWithoutBody(before start: Int, _ code: [UInt8]) -> Range<Int>? {
        guard start > 0 else { return nil }
        var head = start - 1
        while head > 0, code[head - 1] != 0x0A { head -= 1 }
        let text = code[head..<start - 1]
        guard let colon = text.lastIndex(where: { !$0.isBlank }), code[colon] == UInt8(ascii: ":"),
            let first = text.firstIndex(where: { !$0.isBlank })
        else { return nil }
        let indent = code[start...].prefix { $0.isBlank }.count
        return indent <= first - head ? first..<colon + 1 : nil
    }

    /// Where indentation counts, an empty line ends no block and begins none.
    private func keepIndentation(
        _ line: Range<Int>, _ last: UInt8?, _ before: [UInt8], _ code: inout [UInt8]
    ) {
        let indent = before.prefix { $0.isBlank }.count
        let text = last == UInt8(ascii: ":") ? "if 0:" : "0"
        guard before.count - indent >= text.utf8.count, before.contains(where: { !$0.isBlank })
        else { return }
        let start = line.lowerBound + indent
        for index in line where index >= start { code[index] = 0x20 }
        code.replaceSubrange(start..<start + text.utf8.count, with: text.utf8)
    }

    /// The brackets of a line whose partners are in other lines, those in quotes left out.
    private func unpairedBrackets(_ code: [UInt8], _ line: Range<Int>) -> Set<Int> {
        var open: [Int] = []
        var closing: Set<Int> = []
        var quote: UInt8 = 0
        for index in line {
            let byte = code[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "`"): quote = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(index)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if open.popLast() == nil { closing.insert(index) }
            default: break
            }
        }
        return closing.union(open)
    }
}
