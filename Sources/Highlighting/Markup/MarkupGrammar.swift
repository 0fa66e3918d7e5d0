/// XML and HTML; in HTML the content of `<style>` and `<script>` is in their languages.
struct MarkupGrammar: Grammar {
    let isHTML: Bool

    func read(_ tape: inout Tape) {
        while !tape.isAtEnd {
            let start = tape.index
            switch tape.code[start] {
            case UInt8(ascii: "<"): angle(&tape)
            case UInt8(ascii: "&"): entity(&tape)
            default: tape.index += 1
            }
        }
    }

    private func angle(_ tape: inout Tape) {
        let start = tape.index
        if tape.starts(with: "<!--", at: start) { return upTo("-->", .cm, &tape) }
        if tape.starts(with: "<![CDATA[", at: start) { return upTo("]]>", .cp, &tape) }
        if tape.starts(with: "<?", at: start) { return upTo("?>", .cp, &tape) }
        if tape.starts(with: "<!", at: start) { return upTo(">", .cp, &tape) }
        if tape.starts(with: "<%", at: start) { return upTo("%>", .cp, &tape) }
        let isClosing = tape[start + 1] == UInt8(ascii: "/")
        let name = start + (isClosing ? 2 : 1)
        guard tape[name].isNameStart else {
            tape.index += 1
            return
        }
        var end = name
        while end < tape.end, !tape.code[end].isSpace, !"/><\"'=".utf8.contains(tape.code[end]) {
            end += 1
        }
        tape.put(.p, to: name)
        tape.put(.nt, to: end)
        let isOpen = attributes(&tape)
        if isHTML, isOpen, !isClosing { content(of: name..<end, &tape) }
    }

    private func upTo(_ close: String, _ kind: TokenClass, _ tape: inout Tape) {
        let close = Array(close.utf8)
        let end = tape.find(close, from: tape.index, before: tape.end)
        tape.put(kind, to: end.map { $0 + close.count } ?? tape.end)
    }

    /// Reads up to the end of the tag; false for an empty element, `<br/>`.
    private func attributes(_ tape: inout Tape) -> Bool {
        var isEmpty = false
        while !tape.isAtEnd {
            let byte = tape.code[tape.index]
            switch byte {
            case UInt8(ascii: ">"):
                tape.put(.p, to: tape.index + 1)
                return !isEmpty
            case UInt8(ascii: "<"): return false
            case UInt8(ascii: "/"):
                isEmpty = true
                tape.put(.p, to: tape.index + 1)
                continue
            case UInt8(ascii: "="): tape.put(.o, to: tape.index + 1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                var i = tape.index + 1
                while i < tape.end, tape.code[i] != byte { i += 1 }
                tape.put(byte == UInt8(ascii: "\"") ? .s2 : .s1, to: i + 1)
            case _ where byte.isSpace:
                tape.index += 1
                continue
            default: attribute(&tape)
            }
            isEmpty = false
        }
        return false
    }

    private func attribute(_ tape: inout Tape) {
        var end = tape.index + 1
        while end < tape.end, !tape.code[end].isSpace, !"/><=\"'".utf8.contains(tape.code[end]) {
            end += 1
        }
        let isValue = tape.index > 0 && tape.code[tape.index - 1] == UInt8(ascii: "=")
        tape.put(isValue ? .s : .na, to: end)
    }

    private func content(of name: Range<Int>, _ tape: inout Tape) {
        for (element, language) in [("script", "javascript"), ("style", "css")]
        where name.count == element.utf8.count
            && tape.starts(with: Array(element.utf8), at: name.lowerBound)
        {
            let close = Array("</\(element)".utf8)
            let end = tape.find(close, from: tape.index, before: tape.end) ?? tape.end
            guard let grammar = GrammarTable.grammar(of: language) else { return }
            tape.embed(grammar, to: end)
        }
    }

    private func entity(_ tape: inout Tape) {
        var end = tape.index + 1
        if tape[end] == .hash { end += 1 }
        let name = end
        while end < name + 32, tape[end].isNamePart { end += 1 }
        if end > name, tape[end] == UInt8(ascii: ";") {
            tape.put(.ni, to: end + 1)
        } else {
            tape.index += 1
        }
    }
}
