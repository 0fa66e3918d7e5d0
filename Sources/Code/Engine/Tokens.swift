/// The tokens of a code block, as one lexer makes them for the checker and the highlighter.
struct Tokens: Sendable {
    /// Kinds of the grammar; the last is ``TokenKind/end``.
    private(set) var kinds: [UInt8] = []
    /// Where each token begins and ends, in bytes of the code.
    private var places: [Place] = []
    var starts: LazyMapCollection<[Place], Int32> { places.lazy.map(\.start) }
    var ends: LazyMapCollection<[Place], Int32> { places.lazy.map(\.end) }
    /// Why a token of kind ``TokenKind/bad`` is not a token, by its index.
    private(set) var complaints: [Int: Complaint] = [:]
    /// How many comments say that code is left out; `...` is counted where the grammar takes it.
    var elisions = 0
    /// Parts of the code that are no tokens of the grammar, such as comments.
    private(set) var notes: [CodeSpan] = []
    /// Whether no note begins before the one that was made before it.
    private(set) var areNotesInOrder = true
    /// Tokens that were taken back.
    private(set) var dropped: [(kind: UInt8, start: Int32, end: Int32)] = []

    struct Place: Sendable {
        let start: Int32
        let end: Int32
    }

    struct Complaint: Sendable, Hashable {
        let message: String
        /// What the bytes should be, where that is sure: `;` for `；`.
        var replacement: String?
        /// Whether the bytes are a sign that the language does not have at all: `???` for what is
        /// left to the reader.
        var isForeign = false
    }

    init(codeCount: Int) {
        let expected = codeCount / 3 + 2
        kinds.reserveCapacity(expected)
        places.reserveCapacity(expected)
        notes.reserveCapacity(16)
    }

    var count: Int { kinds.count }

    func range(of token: Int) -> Range<Int> {
        Int(places[token].start)..<Int(places[token].end)
    }

    /// Where a token begins and ends.
    @inline(__always)
    func place(of token: Int) -> Place { places[token] }

    @inline(__always)
    mutating func append(_ kind: UInt8, _ start: Int, _ end: Int) {
        kinds.append(kind)
        places.append(
            Place(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }

    /// Takes back all tokens from an index on.
    mutating func removeAll(from index: Int) {
        for token in index..<kinds.count {
            dropped.append((kinds[token], places[token].start, places[token].end))
        }
        kinds.removeSubrange(index...)
        places.removeSubrange(index...)
        if !complaints.isEmpty { complaints = complaints.filter { $0.key < index } }
    }

    /// The same without some tokens, which stay as parts of the code. O(tokens).
    func without(_ tokens: Set<Int>) -> Tokens {
        var rest = self
        rest.kinds = []
        rest.places = []
        rest.complaints = [:]
        for token in kinds.indices {
            if tokens.contains(token) {
                rest.dropped.append((kinds[token], places[token].start, places[token].end))
                continue
            }
            rest.complaints[rest.kinds.count] = complaints[token]
            rest.kinds.append(kinds[token])
            rest.places.append(places[token])
        }
        return rest
    }

    /// Notes what a part of the code is that is no token, or whose token says less.
    mutating func note(_ kind: LexicalClass, _ start: Int, _ end: Int) {
        if let last = notes.last, start < last.start { areNotesInOrder = false }
        notes.append(CodeSpan(kind, start, end))
    }

    /// Takes over the tokens of a part of the code that the grammar does not read.
    mutating func drop(_ other: Tokens) {
        for token in other.kinds.indices {
            let place = other.places[token]
            dropped.append((other.kinds[token], place.start, place.end))
        }
        dropped += other.dropped
        for span in other.notes { note(span.kind, Int(span.start), Int(span.end)) }
    }

    mutating func complain(
        _ message: String, _ start: Int, _ end: Int, replacement: String? = nil,
        isForeign: Bool = false
    ) {
        complaints[kinds.count] = Complaint(
            message: message, replacement: replacement, isForeign: isForeign)
        append(TokenKind.bad, start, end)
    }

    /// Appends an optional token, each kind once in a run, so that looking past a run stays cheap.
    mutating func appendOptional(_ kind: UInt8, _ start: Int, _ end: Int) {
        var index = kinds.count - 1
        while index >= 0, TokenKind.isOptional(kinds[index]) {
            if kinds[index] == kind { return }
            index -= 1
        }
        append(kind, start, end)
    }

    /// The same tokens with other kinds, to try what an edit would do.
    func kinds(replacing index: Int, with kind: UInt8?) -> [UInt8] {
        var copy = kinds
        if let kind { copy[index] = kind } else { copy.remove(at: index) }
        return copy
    }

    func kinds(inserting kind: UInt8, at index: Int) -> [UInt8] {
        var copy = kinds
        copy.insert(kind, at: index)
        return copy
    }
}
