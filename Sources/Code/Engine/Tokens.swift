/// The tokens of a code block, as one lexer makes them for the checker and the highlighter.
struct Tokens: Sendable {
    /// Kinds of the grammar; the last is ``TokenKind/end``.
    private(set) var kinds: [UInt8] = []
    /// Where each token begins and ends, in bytes of the code.
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []
    /// Why a token of kind ``TokenKind/bad`` is none, by its index.
    private(set) var complaints: [Int: Complaint] = [:]
    /// How many comments say that code is left out; `...` is counted where the grammar takes it.
    var elisions = 0

    struct Complaint: Sendable, Hashable {
        let message: String
        /// What the bytes should be, where that is sure: `;` for `；`.
        var replacement: String?
    }

    init(codeCount: Int) {
        let expected = codeCount / 3 + 2
        kinds.reserveCapacity(expected)
        starts.reserveCapacity(expected)
        ends.reserveCapacity(expected)
    }

    var count: Int { kinds.count }

    func range(of token: Int) -> Range<Int> {
        Int(starts[token])..<Int(ends[token])
    }

    @inline(__always)
    mutating func append(_ kind: UInt8, _ start: Int, _ end: Int) {
        kinds.append(kind)
        starts.append(Int32(start))
        ends.append(Int32(end))
    }

    /// Takes back all tokens from an index on.
    mutating func removeAll(from index: Int) {
        kinds.removeSubrange(index...)
        starts.removeSubrange(index...)
        ends.removeSubrange(index...)
        if !complaints.isEmpty { complaints = complaints.filter { $0.key < index } }
    }

    mutating func complain(
        _ message: String, _ start: Int, _ end: Int, replacement: String? = nil
    ) {
        complaints[kinds.count] = Complaint(message: message, replacement: replacement)
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
