import Yams

/// An error of libyaml as a finding: at the byte of the fault, with a fix.
struct YAMLMessages {
    let finding: Finding

    init(_ error: YamlError, in bytes: [UInt8]) {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let isLate = context.map { Self.isLate(problem, $0, mark) } ?? false
            let place = isLate ? context?.mark ?? mark : mark
            let offset = YAMLParse.offset(of: place, in: bytes)
            finding = Self.finding(problem, context: context?.text, at: offset, in: bytes)
        case .reader(let problem, let offset, _, _):
            let start = min(offset ?? 0, bytes.count)
            finding = Finding(problem, at: start..<Self.scalarEnd(start, in: bytes))
        default:
            finding = Finding("this is not YAML", at: 0..<0)
        }
    }

    /// Whether libyaml noticed the fault only on a later line: an open quote or bracket, a lone
    /// word.
    private static func isLate(_ problem: String, _ context: YamlError.Context, _ mark: Mark)
        -> Bool
    {
        if context.mark.line == mark.line { return false }
        return context.text.contains("simple key") || context.text.contains("quoted scalar")
            || context.text.contains("flow")
    }

    private static func finding(
        _ problem: String, context: String?, at offset: Int, in bytes: [UInt8]
    ) -> Finding {
        if problem.contains("could not find expected ':'"), let wide = wideColon(offset, in: bytes)
        {
            return wide
        }
        let range = offset..<scalarEnd(offset, in: bytes)
        let words = [problem, context].compactMap { $0 }.joined(separator: " ")
        guard offset < bytes.count else { return Finding(words, at: range) }
        switch bytes[offset] {
        case 0x09:
            return Finding(
                "a tab cannot indent YAML", at: range, fix: "indent with spaces")
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
            let mark = String(decoding: bytes[range], as: UTF8.self)
            return Finding(
                "a plain value cannot begin with '\(mark)'", at: range,
                fix: "put the value in quotes")
        case UInt8(ascii: ":") where problem.contains("mapping values are not allowed"):
            return Finding(
                words, at: range, fix: "quote the text that holds ': ', or fix the indentation")
        default:
            return Finding(words, at: range)
        }
    }

    /// `键：值`: the colon that libyaml misses is there, but it is full-width.
    private static func wideColon(_ start: Int, in bytes: [UInt8]) -> Finding? {
        let line = bytes[start...].prefix { $0 != 0x0A }
        let colon = Array("：".utf8)
        var index = line.startIndex
        while index + colon.count <= line.endIndex {
            if line[index] == colon[0], line[index..<(index + colon.count)].elementsEqual(colon) {
                return Finding(
                    "'：' is where YAML has ':'", at: index..<(index + colon.count),
                    fix: "write ': '", replacement: ": ")
            }
            index += 1
        }
        return nil
    }

    private static func scalarEnd(_ start: Int, in bytes: [UInt8]) -> Int {
        guard start < bytes.count, bytes[start] != 0x0A else { return start }
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, end < start + 4 { end += 1 }
        return end
    }
}
