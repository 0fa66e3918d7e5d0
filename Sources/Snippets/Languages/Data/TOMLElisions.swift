/// The elisions, placeholders and template tags of a TOML text, filled in; every byte keeps its
/// place.
///
///     key = ...  # more        becomes     key = 111  # more
///     host = <your-host>                   host = "xxxxxxxxx"
struct TOMLElisions {
    private(set) var filled: [UInt8]
    private(set) var elisions = 0

    private let code: [UInt8]
    private var brackets: [Int] = []
    /// The last non-space byte before the current one.
    private var before: UInt8 = 0x0A

    /// O(bytes).
    init(_ code: [UInt8]) {
        self.code = code
        filled = code
        var index = 0
        while index < code.count {
            index = step(from: index)
        }
    }

    private var innermost: UInt8? { brackets.last.map { code[$0] } }

    /// Reads what begins at an offset and returns its end.
    private mutating func step(from index: Int) -> Int {
        let byte = code[index]
        switch byte {
        case 0x20, 0x09: return index + 1
        case 0x0A:
            before = byte
            return index + 1
        case UInt8(ascii: "#"):
            let end = lineEnd(from: index)
            if DataElision.isElision(comment: code[(index + 1)..<end]) { elisions += 1 }
            return end
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            before = byte
            return stringEnd(from: index)
        default: break
        }
        if let end = gapEnd(from: index) { return end }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(index)
        case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
        default: break
        }
        before = byte
        return index + 1
    }

    private mutating func gapEnd(from index: Int) -> Int? {
        if let end = DataElision.elisionEnd(in: code, at: index) {
            elisions += 1
            let end = fillElision(index..<end)
            before = UInt8(ascii: ".")
            return end
        }
        if let end = DataElision.templateEnd(in: code, at: index), before == 0x0A {
            let rest = code[end..<lineEnd(from: end)]
            if rest.allSatisfy({ $0 == 0x20 }) {
                write(0x20, index..<end)
                return end
            }
        }
        let isHeader = before == UInt8(ascii: ".") && innermost == UInt8(ascii: "[")
        if isHeader, let end = DataElision.placeholderEnd(in: code, at: index) {
            write(UInt8(ascii: "x"), index..<end)
            before = UInt8(ascii: "x")
            return end
        }
        let isValue = "=[,{".utf8.contains(before)
        guard isValue, let end = DataElision.placeholderEnd(in: code, at: index), end - index >= 2
        else { return nil }
        write(UInt8(ascii: "x"), index..<end)
        filled[index] = UInt8(ascii: "\"")
        filled[end - 1] = UInt8(ascii: "\"")
        before = UInt8(ascii: "x")
        return end
    }

    /// Returns the end of the filled range: the line's end if the elision begins the line.
    private mutating func fillElision(_ range: Range<Int>) -> Int {
        if before == 0x0A {
            let line = range.lowerBound..<lineEnd(from: range.upperBound)
            write(UInt8(ascii: "x"), line)
            filled[line.lowerBound] = UInt8(ascii: "#")
            return line.upperBound
        }
        if innermost == UInt8(ascii: "{"), before != UInt8(ascii: "=") {
            write(0x20, range)
            // `{ a = 1, ... }`: an inline table must not end with a comma.
            let next = code[range.upperBound...].first { $0 != 0x20 }
            if before == UInt8(ascii: ","), next == UInt8(ascii: "}"),
                let comma = code[..<range.lowerBound].lastIndex(of: before)
            {
                filled[comma] = 0x20
            }
        } else if innermost == UInt8(ascii: "["), !",[".utf8.contains(before) {
            write(0x20, range)
        } else {
            write(UInt8(ascii: "1"), range)
        }
        return range.upperBound
    }

    private func lineEnd(from start: Int) -> Int {
        code[start...].firstIndex(of: 0x0A) ?? code.count
    }

    /// The end of a string of any of TOML's four forms (section "String").
    private func stringEnd(from start: Int) -> Int {
        let quote = code[start]
        let isLong = start + 2 < code.count && code[start + 1] == quote && code[start + 2] == quote
        var index = start + (isLong ? 3 : 1)
        while index < code.count {
            let byte = code[index]
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
                continue
            }
            if byte == 0x0A, !isLong { return index }
            if byte == quote {
                if !isLong { return index + 1 }
                if index + 2 < code.count, code[index + 1] == quote, code[index + 2] == quote {
                    return index + 3
                }
            }
            index += 1
        }
        return code.count
    }

    private mutating func write(_ byte: UInt8, _ range: Range<Int>) {
        for index in range { filled[index] = byte }
    }
}
