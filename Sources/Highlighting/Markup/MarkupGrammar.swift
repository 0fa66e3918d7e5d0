/// XML and HTML; in HTML the content of `<style>` and `<script>` is in their languages.
struct MarkupGrammar: Grammar {
    let isHTML: Bool

    func read(_ sink: inout TokenSink) {
        while !sink.isAtEnd {
            let start = sink.index
            switch sink.code[start] {
            case UInt8(ascii: "<"): angle(&sink)
            case UInt8(ascii: "&"): entity(&sink)
            default: sink.index += 1
            }
        }
    }

    private func angle(_ sink: inout TokenSink) {
        let start = sink.index
        if sink.starts(with: "<!--", at: start) { return upTo("-->", .cm, &sink) }
        if sink.starts(with: "<![CDATA[", at: start) { return upTo("]]>", .cp, &sink) }
        if sink.starts(with: "<?", at: start) { return upTo("?>", .cp, &sink) }
        if sink.starts(with: "<!", at: start) { return upTo(">", .cp, &sink) }
        if sink.starts(with: "<%", at: start) { return upTo("%>", .cp, &sink) }
        let isClosing = sink[start + 1] == UInt8(ascii: "/")
        let name = start + (isClosing ? 2 : 1)
        guard sink[name].isNameStart else {
            sink.index += 1
            return
        }
        var end = name
        while end < sink.end, !sink.code[end].isSpace, !"/><\"'=".utf8.contains(sink.code[end]) {
            end += 1
        }
        sink.put(.p, to: name)
        sink.put(.nt, to: end)
        let isOpen = attributes(&sink)
        if isHTML, isOpen, !isClosing { content(of: name..<end, &sink) }
    }

    private func upTo(_ close: String, _ kind: TokenClass, _ sink: inout TokenSink) {
        let close = Array(close.utf8)
        let end = sink.find(close, from: sink.index, before: sink.end)
        sink.put(kind, to: end.map { $0 + close.count } ?? sink.end)
    }

    /// Reads up to the end of the tag; false for an empty element, `<br/>`.
    private func attributes(_ sink: inout TokenSink) -> Bool {
        var isEmpty = false
        while !sink.isAtEnd {
            let byte = sink.code[sink.index]
            switch byte {
            case UInt8(ascii: ">"):
                sink.put(.p, to: sink.index + 1)
                return !isEmpty
            case UInt8(ascii: "<"): return false
            case UInt8(ascii: "/"):
                isEmpty = true
                sink.put(.p, to: sink.index + 1)
                continue
            case UInt8(ascii: "="): sink.put(.o, to: sink.index + 1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                var i = sink.index + 1
                while i < sink.end, sink.code[i] != byte { i += 1 }
                sink.put(byte == UInt8(ascii: "\"") ? .s2 : .s1, to: i + 1)
            case _ where byte.isSpace:
                sink.index += 1
                continue
            default: attribute(&sink)
            }
            isEmpty = false
        }
        return false
    }

    private func attribute(_ sink: inout TokenSink) {
        var end = sink.index + 1
        while end < sink.end, !sink.code[end].isSpace, !"/><=\"'".utf8.contains(sink.code[end]) {
            end += 1
        }
        let isValue = sink.index > 0 && sink.code[sink.index - 1] == UInt8(ascii: "=")
        sink.put(isValue ? .s : .na, to: end)
    }

    private func content(of name: Range<Int>, _ sink: inout TokenSink) {
        for (element, language) in [("script", "javascript"), ("style", "css")]
        where name.count == element.utf8.count
            && sink.starts(with: Array(element.utf8), at: name.lowerBound)
        {
            let close = Array("</\(element)".utf8)
            let end = sink.find(close, from: sink.index, before: sink.end) ?? sink.end
            guard let grammar = GrammarTable.grammar(of: language) else { return }
            sink.embed(grammar, to: end)
        }
    }

    private func entity(_ sink: inout TokenSink) {
        var end = sink.index + 1
        if sink[end] == .hash { end += 1 }
        let name = end
        while end < name + 32, sink[end].isNamePart { end += 1 }
        if end > name, sink[end] == UInt8(ascii: ";") {
            sink.put(.ni, to: end + 1)
        } else {
            sink.index += 1
        }
    }
}
