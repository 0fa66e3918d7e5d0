/// The words and signs of a language, taken from the literals of its grammar, for its lexer.
final class Words: Sendable {
    /// Open addressing over a power of two; a word is known by its 64-bit hash.
    private let slots: [Slot]
    /// Signs, those of one first byte together, the longest first.
    private let signs: [Sign]
    /// By first byte: which of ``signs`` begin with it.
    private let signRanges: [SignRange]
    private let kinds: [String: UInt8]
    /// The bit that makes capital letters small before they are hashed; 0 where case counts.
    private let caseBit: UInt8
    var ignoresCase: Bool { caseBit != 0 }

    private struct Slot: Sendable {
        /// 0: free.
        var hash: UInt64 = 0
        var kind: UInt8 = 0
    }

    private struct Sign: Sendable {
        /// The bytes after the first one; 0 for none.
        let second, third, fourth: UInt8
        let count: UInt8
        let kind: UInt8
        /// The bytes after the fourth one.
        let rest: [UInt8]

        init(_ bytes: [UInt8], _ kind: UInt8) {
            second = bytes.count > 1 ? bytes[1] : 0
            third = bytes.count > 2 ? bytes[2] : 0
            fourth = bytes.count > 3 ? bytes[3] : 0
            rest = Array(bytes.dropFirst(4))
            count = UInt8(clamping: bytes.count)
            self.kind = kind
        }
    }

    private struct SignRange: Sendable {
        var start: UInt16 = 0
        var end: UInt16 = 0
    }

    init(_ grammar: Grammar, ignoresCase: Bool = false) {
        kinds = grammar.kinds
        caseBit = ignoresCase ? 0x20 : 0
        var slots = [Slot](repeating: Slot(), count: 1024)
        func add(_ word: [UInt8], _ kind: UInt8) {
            var hash = Self.seed
            for byte in word { hash = Self.step(hash, byte | (ignoresCase ? 0x20 : 0)) }
            var slot = Int(hash & 1023)
            while slots[slot].hash != 0 { slot = (slot + 1) & 1023 }
            slots[slot] = Slot(hash: hash, kind: kind)
        }
        var signs: [(bytes: [UInt8], kind: UInt8)] = []
        for (name, kind) in grammar.kinds.sorted(by: { $0.value < $1.value })
        where name.hasPrefix("\"") {
            let bytes = Array(name.utf8.dropFirst().dropLast())
            guard let first = bytes.first else { continue }
            if first.isWordStart { add(bytes, kind) } else { signs.append((bytes, kind)) }
        }
        for (word, kind) in grammar.classes where grammar.kinds["\"\(word)\""] == nil {
            add(Array(word.utf8), kind)
        }
        signs.sort { ($0.bytes[0], $1.bytes.count) < ($1.bytes[0], $0.bytes.count) }
        var ranges = [SignRange](repeating: SignRange(), count: 256)
        for (index, sign) in signs.enumerated() {
            let first = Int(sign.bytes[0])
            if ranges[first].end == 0 { ranges[first].start = UInt16(index) }
            ranges[first].end = UInt16(index + 1)
        }
        self.slots = slots
        self.signs = signs.map { Sign($0.bytes, $0.kind) }
        signRanges = ranges
    }

    /// The kind that the notation calls so: `"func"` with its quotes, or `NAME`; ``TokenKind/bad`` for
    /// one that the grammar does not have.
    subscript(name: String) -> UInt8 { kinds[name] ?? TokenKind.bad }

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always)
    func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        Self.step(hash, byte | caseBit)
    }
    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// The kind of the word with a hash; nil for one that is not in the grammar.
    @inline(__always)
    func kind(of hash: UInt64) -> UInt8? {
        var index = Int(hash & 1023)
        while true {
            let slot = slots[index]
            if slot.hash == 0 { return nil }
            if slot.hash == hash { return slot.kind }
            index = (index + 1) & 1023
        }
    }

    /// The longest sign at an index.
    @inline(__always)
    func sign(in scanner: Scanner, at index: Int) -> (count: Int, kind: UInt8)? {
        let range = signRanges[Int(scanner[index])]
        var next = Int(range.start)
        while next < Int(range.end) {
            let sign = signs[next]
            next += 1
            if sign.count > 1, scanner[index + 1] != sign.second { continue }
            if sign.count > 2, scanner[index + 2] != sign.third { continue }
            if sign.count > 3, scanner[index + 3] != sign.fourth { continue }
            if sign.count > 4, !scanner.starts(with: sign.rest, at: index + 4) { continue }
            return (Int(sign.count), sign.kind)
        }
        return nil
    }
}
