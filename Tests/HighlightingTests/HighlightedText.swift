import Highlighting
import Testing

/// Code as its tokens, for comparing whole: `return 1` is `k:return mi:1`.
func tokens(_ code: String, _ label: String) -> String {
    let bytes = Array(code.utf8)
    return Highlighter(label: label).highlight(bytes[...]).spans.map { span in
        "\(span.kind.name):\(String(decoding: bytes[span.range], as: UTF8.self))"
    }.joined(separator: " ")
}

/// Code as HTML, a line in brackets.
func html(_ code: [UInt8], _ label: String) -> [UInt8] {
    var out: [UInt8] = []
    Highlighter(label: label).highlight(code[...]).append(to: &out) { line, out in
        out += Array((line.isOutput ? "<b>" : "<i>").utf8)
    } close: { out in
        out += Array("\n</i>".utf8)
    }
    return out
}

/// HTML without its tags and with its entities decoded.
func text(of html: [UInt8]) -> [UInt8] {
    let entities: [(name: [UInt8], byte: UInt8)] = [
        (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
        (Array("&#39;".utf8), UInt8(ascii: "'")),
    ]
    var text: [UInt8] = []
    var i = 0
    while i < html.count {
        if html[i] == UInt8(ascii: "<") {
            i = (html[i...].firstIndex(of: UInt8(ascii: ">")) ?? html.endIndex - 1) + 1
        } else if html[i] == UInt8(ascii: "&"),
            let entity = entities.first(where: { html[i...].starts(with: $0.name) })
        {
            text.append(entity.byte)
            i += entity.name.count
        } else {
            text.append(html[i])
            i += 1
        }
    }
    return text
}

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
