/// Runs a program over the kinds of tokens: a packrat parser with a stack of its own, so that depth
/// costs memory and never the thread's stack.
///
/// Linear where the rules that are tried twice are memoized; ``stepsPerToken`` bounds the rest.
struct GrammarMachine {
    enum Answer: Hashable {
        case accepted
        /// The furthest token that no rule could take.
        case refused(at: Int)
        /// It took more steps or memory than any real code does.
        case gaveUp
    }

    /// A rule that is being run, or (`entry` < 0) a way back.
    private struct Frame {
        let target: Int32
        let position: Int32
        let entry: Int32
    }

    static let stepsPerToken = 500
    static let deepestStack = 4_000_000

    private let program: GrammarProgram
    private let kinds: [UInt8]
    private let end: Int
    private var memory: [Int32] = []
    private var stack: [Frame] = []
    private var position = 0
    private var furthest = -1
    /// The token whose expectations are collected, or -1.
    private var collected = -1
    /// The kinds and the labels of rules that could have gone on at the token of a refusal.
    private(set) var expected = TokenSet()
    /// All kinds that could have gone on there, those of labelled rules too.
    private(set) var wanted = TokenSet()
    private(set) var labels: [String] = []
    private(set) var steps = 0
    /// Tokens that stand for left-out code.
    private(set) var elided: Set<Int> = []

    /// - Parameter kinds: the last is ``TokenKind/end``.
    init(_ program: GrammarProgram, _ kinds: [UInt8]) {
        self.program = program
        self.kinds = kinds
        end = kinds.count
    }

    /// Whether the tokens are a text of the start symbol.
    ///
    /// - Parameter explains: whether ``expected`` and ``labels`` are wanted, which costs a second
    ///   run.
    mutating func run(_ start: String, explains: Bool = false) -> Answer {
        guard let first = program.starts[start] else { return .gaveUp }
        expected = TokenSet()
        wanted = TokenSet()
        labels = []
        collected = -1
        let answer = run(from: Int(first))
        if explains, case .refused(let token) = answer {
            collected = token
            _ = run(from: Int(first))
        }
        return answer
    }

    private mutating func run(from start: Int) -> Answer {
        let width = end + 1
        memory = [Int32](repeating: 0, count: program.memoCount * width)
        stack.removeAll(keepingCapacity: true)
        position = 0
        furthest = -1
        steps = 0
        elided.removeAll(keepingCapacity: true)
        let limit = Self.stepsPerToken * (width + 16)
        let code = program.code
        let sets = program.sets
        let entries = program.entries
        var counter = start
        while true {
            steps &+= 1
            let instruction = code[counter]
            var isFailed = false
            switch instruction.operation {
            case .token:
                if kinds[position] == instruction.kind {
                    position &+= 1
                    counter &+= 1
                } else {
                    isFailed = !take(sets[Int(instruction.set)])
                    counter &+= 1
                }
            case .set:
                isFailed = !take(sets[Int(instruction.set)])
                counter &+= 1
            case .test:
                if find(sets[Int(instruction.set)]) >= 0 {
                    counter &+= 1
                } else {
                    miss(sets[Int(instruction.set)], at: counter)
                    counter = Int(instruction.target)
                }
            case .choice:
                stack.append(
                    Frame(target: instruction.target, position: Int32(position), entry: -1))
                counter &+= 1
            case .commit:
                stack.removeLast()
                counter = Int(instruction.target)
            case .jump: counter = Int(instruction.target)
            case .peek:
                isFailed = find(sets[Int(instruction.set)]) < 0
                counter &+= 1
            case .peekNot:
                isFailed = find(sets[Int(instruction.set)]) >= 0
                counter &+= 1
            case .call:
                let entry = entries[Int(instruction.target)]
                if entry.memo >= 0 {
                    // 0: not known yet; -1: no match; else where the match ends, plus one.
                    let known = memory[Int(entry.memo) &* width &+ position]
                    if known > 0 {
                        position = Int(known) &- 1
                        counter &+= 1
                        continue
                    }
                    if known < 0 {
                        isFailed = true
                        break
                    }
                }
                if stack.count > Self.deepestStack { return .gaveUp }
                stack.append(
                    Frame(
                        target: Int32(counter + 1), position: Int32(position),
                        entry: instruction.target))
                counter = Int(entry.start)
            case .ret:
                let frame = stack.removeLast()
                let memo = entries[Int(frame.entry)].memo
                if memo >= 0 {
                    memory[Int(memo) &* width &+ Int(frame.position)] = Int32(position + 1)
                }
                counter = Int(frame.target)
            case .elided:
                // Comments are counted by the lexer.
                if !TokenKind.isOptional(kinds[position - 1]) { elided.insert(position - 1) }
                counter &+= 1
            case .notElided:
                elided.remove(position - 1)
                counter &+= 1
            case .fail: isFailed = true
            case .done: return .accepted
            }
            guard isFailed else { continue }
            if steps > limit { return .gaveUp }
            guard let back = goBack(width) else { return .refused(at: max(furthest, 0)) }
            counter = back
        }
    }

    /// Drops rules up to the last way back, and returns its instruction; nil if none is left.
    private mutating func goBack(_ width: Int) -> Int? {
        while let frame = stack.popLast() {
            if frame.entry < 0 {
                position = Int(frame.position)
                return Int(frame.target)
            }
            let memo = program.entries[Int(frame.entry)].memo
            if memo >= 0 { memory[Int(memo) * width + Int(frame.position)] = -1 }
        }
        return nil
    }

    // MARK: Tokens

    /// The index of the next token if it is in the set, past optional ones that are not; else -1.
    @inline(__always)
    private func find(_ set: TokenSet) -> Int {
        var index = position
        while index < end {
            let kind = kinds[index]
            if set.contains(kind) { return index }
            guard TokenKind.isOptional(kind) else { return -1 }
            index &+= 1
        }
        return -1
    }

    @inline(__always)
    private mutating func take(_ set: TokenSet) -> Bool {
        let index = find(set)
        if index >= 0 {
            position = index &+ 1
            return true
        }
        miss(set)
        return false
    }

    /// Notes that the next token was none of a set, which the instruction at a test represents.
    @inline(__always)
    private mutating func miss(_ set: TokenSet, at test: Int = -1) {
        var index = position
        while index < end, TokenKind.isOptional(kinds[index]) { index &+= 1 }
        if index > furthest { furthest = index }
        if index == collected { collect(set, test) }
    }

    /// The outermost labelled rule that begins at the token names what was expected; else its kinds do.
    private mutating func collect(_ set: TokenSet, _ test: Int) {
        wanted.formUnion(set)
        var label = program.labels[test]
        for frame in stack.reversed() where frame.entry >= 0 {
            var start = Int(frame.position)
            while start < end, TokenKind.isOptional(kinds[start]) { start += 1 }
            if start < collected { break }
            label = program.entries[Int(frame.entry)].label ?? label
        }
        if let label {
            if !labels.contains(label) { labels.append(label) }
        } else {
            expected.formUnion(set)
        }
    }
}
