/// The elisions, placeholders and template tags of a YAML text, filled in.
///
/// Every byte keeps its place: what is filled in is as long as what was there.
struct YAMLElisions {
    /// The text with an elision on a line of its own as a comment, placeholders as words, lines of
    /// template tags blank; and `// …` as a comment.
    private(set) var filled: [UInt8]
    /// The elisions that have lines of their own.
    private var lineElisions: [Range<Int>] = []
    /// Elisions as an item, as a value, on a line of their own, or as a comment (`# ...`).
    private(set) var elisions = 0

    private let code: [UInt8]
    private static let dash = UInt8(ascii: "-")

    /// O(bytes).
    init(_ code: [UInt8]) {
        self.code = code
        filled = code
        var start = 0
        var isFirst = true
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            let text = code[start..<end].firstIndex { $0 != 0x20 } ?? end
            if text < end, code[text] == 0x09,
                let visible = code[text..<end].firstIndex(where: { !$0.isBlank }),
                DataElision.elisionEnd(in: code, at: visible) != nil
            {
                // An elision may be indented by a tab, and in a text of several lines.
                elisions += 1
                write(0x20, text..<end)
            } else if text < end {
                fill(start..<end, from: text, isFirst: isFirst)
                isFirst = false
            }
            start = end + 1
        }
    }

    private mutating func fill(_ line: Range<Int>, from text: Int, isFirst: Bool) {
        if code[text] == UInt8(ascii: "#") {
            if DataElision.isElision(comment: code[(text + 1)..<line.upperBound]) { elisions += 1 }
            return
        }
        var item = text
        while item + 1 < line.upperBound, code[item] == Self.dash, code[item + 1] == 0x20 {
            item += 1
            while item < line.upperBound, code[item] == 0x20 { item += 1 }
        }
        if item < line.upperBound, DataElision.elisionEnd(in: code, at: item) != nil {
            fillElision(item..<line.upperBound, isItem: item > text)
            return
        }
        // YAML has no such comments, but authors write them, mostly with a file's name.
        let isSlashed = code[text..<line.upperBound].starts(with: "//".utf8)
        if isSlashed || isFirst && isFileName(text..<line.upperBound) {
            comment(out: text..<line.upperBound)
            return
        }
        fillInline(item..<line.upperBound, isItem: item > text)
    }

    private mutating func fillElision(_ range: Range<Int>, isItem: Bool) {
        if isItem {
            elisions += 1
            write(UInt8(ascii: "x"), range)
        } else if !endsDocument(range) {
            elisions += 1
            comment(out: range)
            lineElisions.append(range)
        }
    }

    var hasLineElisions: Bool { !lineElisions.isEmpty }

    /// ``filled`` with each elision on a line of its own as a document separator: the text around
    /// it may come from anywhere in a file.
    var parted: [UInt8] {
        var parted = filled
        for range in lineElisions {
            let start = code[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            for index in start..<range.upperBound {
                parted[index] = index < start + 3 ? Self.dash : 0x20
            }
        }
        return parted
    }

    /// YAML 1.1, section 9.1.3: `...` ends a document, if another begins after it.
    private func endsDocument(_ range: Range<Int>) -> Bool {
        guard range.count == 3, range.lowerBound == 0 || code[range.lowerBound - 1] == 0x0A else {
            return false
        }
        let rest = code[range.upperBound...].drop { $0 == 0x0A || $0 == 0x20 }
        return rest.starts(with: "---".utf8) || rest.first == UInt8(ascii: "%")
    }

    /// `config/prometheus.yml` above the file's text.
    private func isFileName(_ line: Range<Int>) -> Bool {
        let text = code[line]
        return text.allSatisfy { DataElision.isNameByte($0) || $0 == UInt8(ascii: "/") }
            && (text.suffix(4).elementsEqual(".yml".utf8)
                || text.suffix(5).elementsEqual(".yaml".utf8))
    }

    private mutating func fillInline(_ line: Range<Int>, isItem: Bool) {
        var index = line.lowerBound
        var isAllTemplate = true
        var lastVisible: UInt8 = 0
        while index < line.upperBound {
            let byte = code[index]
            if byte == UInt8(ascii: "{"),
                let end = DataElision.templateEnd(in: code, at: index) ?? nameEnd(at: index, line)
            {
                write(UInt8(ascii: "x"), index..<end)
                index = end
                lastVisible = byte
                continue
            }
            if byte != 0x20 { isAllTemplate = false }
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "*"),
                let end = DataElision.placeholderEnd(in: code, at: index)
            {
                write(UInt8(ascii: "x"), index..<end)
                index = end
                lastVisible = byte
                continue
            }
            if byte == UInt8(ascii: ".") || byte == 0xE2, ":-[{,".utf8.contains(lastVisible),
                let end = DataElision.elisionEnd(in: code, at: index),
                isValueEnd(end, line.upperBound)
            {
                elisions += 1
                index = end
                continue
            }
            if byte != 0x20 { lastVisible = byte }
            index += 1
        }
        if isAllTemplate, !isItem { write(0x20, line) }
    }

    /// The end of a `{NAME}` that is not a mapping: a name in capital letters, or joined to the
    /// text before or after it, `{owner}/{name}`.
    private func nameEnd(at start: Int, _ line: Range<Int>) -> Int? {
        let name = code[(start + 1)..<line.upperBound].word(with: "_-. ")
        let end = name.endIndex + 1
        guard !name.isEmpty, name.count < 64, end <= line.upperBound,
            code[end - 1] == UInt8(ascii: "}")
        else { return nil }
        let isLoud = name.allSatisfy { !(0x61...0x7A).contains($0) }
        let before = start > line.lowerBound ? code[start - 1] : 0x20
        let after = end < line.upperBound ? code[end] : 0x20
        let isJoined =
            DataElision.isNameByte(before) || before == UInt8(ascii: "/")
            || before == UInt8(ascii: "}")
            || DataElision.isNameByte(after) || after == UInt8(ascii: "/")
            || after == UInt8(ascii: "{")
        return isLoud || isJoined ? end : nil
    }

    private func isValueEnd(_ index: Int, _ lineEnd: Int) -> Bool {
        let next = code[index..<lineEnd].first { $0 != 0x20 }
        return next.map { ",]}#".utf8.contains($0) } ?? true
    }

    private mutating func comment(out range: Range<Int>) {
        write(UInt8(ascii: "x"), range)
        filled[range.lowerBound] = UInt8(ascii: "#")
    }

    private mutating func write(_ byte: UInt8, _ range: Range<Int>) {
        for index in range { filled[index] = byte }
    }
}
