/// A heuristic for a line of one language: `func (s *Stack) Push(x int) {` begins with `func `,
/// ends with `{` and has no `:`.
struct LineSign: Sendable {
    let start: [UInt8]
    /// All of these, anywhere.
    let has: [[UInt8]]
    let end: [UInt8]
    /// None of these, anywhere.
    let lacks: [[UInt8]]
    /// Its confidence: 4 is enough alone, 1 is a hint.
    let weight: Int

    init(
        _ weight: Int, _ start: String = "", has: [String] = [], end: String = "",
        lacks: [String] = []
    ) {
        self.weight = weight
        self.start = Array(start.utf8)
        self.has = has.map { Array($0.utf8) }
        self.end = Array(end.utf8)
        self.lacks = lacks.map { Array($0.utf8) }
    }

    /// `line` is trimmed. O(line) for each text that it must have or lack.
    func matches(_ line: ArraySlice<UInt8>) -> Bool {
        line.has(start, at: line.startIndex) && line.has(end, at: line.endIndex - end.count)
            && has.allSatisfy { line.holds($0) } && !lacks.contains { line.holds($0) }
    }

    /// The rarest byte that every matching line has anywhere, for a heuristic without a beginning.
    var key: UInt8 {
        let bytes = has.joined() + end
        return bytes.min { Self.commonness($0) < Self.commonness($1) } ?? 0
    }

    /// From the rarest bytes of code to the most common ones.
    private static let byCommonness = Array("vywbgpfmhudcli.,\")(_srnoate ".utf8)

    private static func commonness(_ byte: UInt8) -> Int {
        byCommonness.firstIndex(of: byte) ?? -1
    }
}

/// A line, or a part of one, in UTF-8.
extension ArraySlice<UInt8> {
    func begins(_ text: String) -> Bool { starts(with: text.utf8) }

    func holds(_ text: String) -> Bool { holds(Array(text.utf8)) }

    /// Whether `text` is at an index, which may be out of bounds.
    func has(_ text: [UInt8], at index: Int) -> Bool {
        guard index >= startIndex, index + text.count <= endIndex else { return false }
        for k in text.indices where self[index + k] != text[k] { return false }
        return true
    }

    /// Whether it contains `text`, which is not empty.
    func holds(_ text: [UInt8]) -> Bool {
        guard let first = text.first, count >= text.count else { return false }
        for i in startIndex...endIndex - text.count where self[i] == first {
            if has(text, at: i) { return true }
        }
        return false
    }

    /// The letters, digits and bytes of `more` at its beginning.
    func word(with more: String = "") -> ArraySlice<UInt8> {
        prefix { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
                || more.utf8.contains(byte)
        }
    }

    /// Without spaces, tabs and CR at both ends.
    var withoutBlanks: ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        guard let first = firstIndex(where: { !isBlank($0) }),
            let last = lastIndex(where: { !isBlank($0) })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}
