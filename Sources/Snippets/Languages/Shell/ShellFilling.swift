/// Replaces what stands for something else in a command by a word of the same length, so that a
/// shell can parse it: `<your-token>`, `(--a|--b)`, `{{ .Values.x }}`.
///
/// What it replaces holds no quote and no `$`, so that it may stand in a string as well.
struct ShellFilling {
    private let code: [UInt8]

    /// The commands' text: each line of the block that is given, LF and all. Of a whole block it is
    /// the block's text byte for byte, so that offsets hold in both.
    static func text(of lines: [Range<Int>], in code: [UInt8]) -> CheckedText {
        let filling = ShellFilling(code: code)
        var text = CheckedText()
        text.reserve(code.count + 1)
        for line in lines { filling.append(line, to: &text) }
        return text
    }

    private func append(_ line: Range<Int>, to text: inout CheckedText) {
        if isElision(line) { text.elisions += 1 }
        let hasReturn = line.last.map { code[$0] == 0x0D } ?? false
        let end = hasReturn ? line.upperBound - 1 : line.upperBound
        var kept = line.lowerBound
        var index = line.lowerBound
        while index < end {
            guard Self.mayBegin(with: code[index]),
                let stop = placeholder(index, line.lowerBound..<end)
            else {
                index += 1
                continue
            }
            text.append(code, kept..<index)
            text.append(
                standingFor: index..<stop, repeatElement(UInt8(ascii: "x"), count: stop - index))
            index = stop
            kept = stop
        }
        text.append(code, kept..<end)
        if hasReturn { text.append(standingFor: end..<end + 1, [0x20]) }
        if line.upperBound < code.count, code[line.upperBound] == 0x0A {
            text.append(code, line.upperBound..<line.upperBound + 1)
        } else {
            text.append(written: "\n")
        }
    }

    /// `<`, `(` or `{`: a short look, for every byte is asked.
    private static func mayBegin(with byte: UInt8) -> Bool {
        byte == 0x3C || byte == 0x28 || byte == 0x7B
    }

    /// A line of dots alone, or a comment of dots alone.
    private func isElision(_ line: Range<Int>) -> Bool {
        guard line.count <= 40,
            let first = code[line].first(where: { !Self.isFrame($0) }),
            first == UInt8(ascii: ".") || first >= 0x80
        else { return false }
        let words = code[line].filter { !Self.isFrame($0) }
        return ["…", "……", "⋮"].contains(String(decoding: words, as: UTF8.self))
            || words.count >= 3 && words.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    private static func isFrame(_ byte: UInt8) -> Bool {
        byte.isBlank || byte == UInt8(ascii: "#")
    }

    /// The end of a placeholder that begins at `index`.
    private func placeholder(_ index: Int, _ line: Range<Int>) -> Int? {
        switch Unicode.Scalar(code[index]) {
        case "<": angle(index, line)
        case "(": choice(index, line)
        case "{": template(index, line)
        default: nil
        }
    }

    /// `<your token>`, `<a|b>`; not `<file`, `<in >out`, `<<EOF`, `<(command)`.
    private func angle(_ index: Int, _ line: Range<Int>) -> Int? {
        if index > line.lowerBound, code[index - 1] == UInt8(ascii: "<") { return nil }
        var end = index + 1
        while end < line.upperBound, end - index <= 80 {
            let scalar = Unicode.Scalar(code[end])
            if scalar == ">" { break }
            let isPlain =
                scalar.isNameByte || code[end] >= 0x80
                || " :/|,@=+*[]#%~".unicodeScalars.contains(scalar)
            guard isPlain else { return nil }
            end += 1
        }
        guard end < line.upperBound, code[end] == UInt8(ascii: ">"), end > index + 1 else {
            return nil
        }
        let first = Unicode.Scalar(code[index + 1])
        guard first.isWordByte || first == "/" || code[index + 1] >= 0x80,
            code[end - 1] != 0x20
        else { return nil }
        // `<a>&2` and `<a>>b` redirect.
        let next: UInt8 = end + 1 < line.upperBound ? code[end + 1] : 0
        return next == UInt8(ascii: ">") || next == UInt8(ascii: "&") ? nil : end + 1
    }

    /// `(--a=x|--b)` as manuals write it, behind a word and a blank.
    private func choice(_ index: Int, _ line: Range<Int>) -> Int? {
        guard index > line.lowerBound, code[index - 1] == 0x20 else { return nil }
        var before = index - 1
        while before > line.lowerBound, code[before] == 0x20 { before -= 1 }
        guard !" ;|&({=!".utf8.contains(code[before]) else { return nil }
        var end = index + 1
        var hasBar = false
        while end < line.upperBound, code[end] != UInt8(ascii: ")") {
            let scalar = Unicode.Scalar(code[end])
            if scalar == "|" { hasBar = true }
            guard scalar.isNameByte || "|=$/:,<>[]".unicodeScalars.contains(scalar) else {
                return nil
            }
            end += 1
        }
        guard hasBar, end < line.upperBound else { return nil }
        let isLast = end + 1 >= line.upperBound || code[end + 1] == 0x20
        return isLast ? end + 1 : nil
    }

    /// `{{ .Values.x }}`, `{{< shortcode >}}`, `{% raw %}`.
    private func template(_ index: Int, _ line: Range<Int>) -> Int? {
        guard index + 1 < line.upperBound else { return nil }
        let second = code[index + 1]
        guard second == UInt8(ascii: "{") || second == UInt8(ascii: "%") else { return nil }
        let close = second == UInt8(ascii: "{") ? second + 2 : second
        var end = index + 2
        while end + 1 < line.upperBound, end - index <= 120 {
            if code[end] == UInt8(ascii: "'") || code[end] == UInt8(ascii: "$") { return nil }
            if code[end] == close, code[end + 1] == UInt8(ascii: "}") {
                let quotes = code[index..<end].count { $0 == UInt8(ascii: "\"") }
                return quotes % 2 == 0 ? end + 2 : nil
            }
            end += 1
        }
        return nil
    }
}
