/// The words and signs of a language, taken from the literals of its grammar, for its lexer.
struct Words: Sendable {
    /// Open addressing over a power of two; 0: free. A word is known by its 64-bit hash.
    private var hashes = [UInt64](repeating: 0, count: 1024)
    private var wordKinds = [UInt8](repeating: 0, count: 1024)
    /// Signs by their first byte, the longest first.
    private var signs: [[Sign]] = Array(repeating: [], count: 256)
    private let kinds: [String: UInt8]
    /// The bit that makes capital letters small before they are hashed; 0 where case counts.
    private let caseBit: UInt8
    var ignoresCase: Bool { caseBit != 0 }

    struct Sign: Sendable {
        let bytes: [UInt8]
        let kind: UInt8
    }

    init(_ grammar: Grammar, ignoresCase: Bool = false) {
        kinds = grammar.kinds
        caseBit = ignoresCase ? 0x20 : 0
        for (name, kind) in grammar.kinds.sorted(by: { $0.value < $1.value })
        where name.hasPrefix("\"") {
            let bytes = Array(name.utf8.dropFirst().dropLast())
            guard let first = bytes.first else { continue }
            if first.isWordStart {
                add(bytes, kind)
            } else {
                signs[Int(first)].append(Sign(bytes: bytes, kind: kind))
            }
        }
        for (word, kind) in grammar.classes where grammar.kinds["\"\(word)\""] == nil {
            add(Array(word.utf8), kind)
        }
        for index in signs.indices { signs[index].sort { $0.bytes.count > $1.bytes.count } }
    }

    private mutating func add(_ word: [UInt8], _ kind: UInt8) {
        var hash = Self.seed
        for byte in word { hash = step(hash, byte) }
        var slot = Int(hash & 1023)
        while hashes[slot] != 0 { slot = (slot + 1) & 1023 }
        hashes[slot] = hash
        wordKinds[slot] = kind
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
        var slot = Int(hash & 1023)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return wordKinds[slot] }
            slot = (slot + 1) & 1023
        }
        return nil
    }

    /// The longest sign at an index.
    @inline(__always)
    func sign(in scanner: Scanner, at index: Int) -> (count: Int, kind: UInt8)? {
        next: for sign in signs[Int(scanner[index])] {
            for offset in 1..<max(1, sign.bytes.count)
            where scanner[index + offset] != sign.bytes[offset] { continue next }
            return (sign.bytes.count, sign.kind)
        }
        return nil
    }
}
