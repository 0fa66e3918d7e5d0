/// Finds the wrong lines of broken YAML, and repairs them.
///
/// libyaml reports where it stopped, often a line or more after the mistake, in terms of its own
/// state. So likely repairs of the lines up to there are tried, and one counts only if the text
/// becomes readable, or readable further.
struct YAMLRepair {
    /// One mistake.
    struct Fault {
        /// Without a full stop.
        let problem: String
        /// In bytes of the file.
        let place: Range<Int>
        /// The repair of its line; nil if none helps.
        var mend: LineMend?
        /// The line that the repair replaces, in bytes of the file.
        var line: Range<Int> = 0..<0
    }

    /// In the order of lines; the last one has no repair if none was found.
    private(set) var faults: [Fault] = []
    /// The text with the repairs so far.
    private var bytes: [UInt8]
    private var text: Range<Int>
    /// The bytes that each repair added before a byte of ``bytes``, to find its place in the file.
    private var shifts: [(from: Int, by: Int)] = []
    private var triesLeft = 64

    /// The longest text: each attempt reads it again.
    private static let longest = 1 << 14

    /// - Parameter problem: the syntax error of `text`, the part of the file between the fences.
    init(_ problem: SyntaxProblem, in bytes: [UInt8], _ text: Range<Int>) {
        self.bytes = bytes
        self.text = text
        guard text.count <= Self.longest else {
            faults = [Fault(problem: problem.text, place: problem.place)]
            return
        }
        var problem: SyntaxProblem? = problem
        while let current = problem, faults.count < 8 {
            guard let next = mendNext(current) else {
                faults.append(Fault(problem: current.text, place: original(current.place)))
                break
            }
            problem = next.problem
        }
        faults.sort { $0.place.lowerBound < $1.place.lowerBound }
    }

    /// The result of reading the repaired text.
    private struct Outcome {
        var problem: SyntaxProblem?
    }

    /// Repairs the lines before a problem, so that the text becomes readable further; nil if no
    /// repair helps.
    private mutating func mendNext(_ problem: SyntaxProblem) -> Outcome? {
        let lines = lines
        guard !lines.isEmpty else { return nil }
        let last = lines.lastIndex { $0.lowerBound <= problem.place.lowerBound } ?? 0
        var certain: [(Range<Int>, LineMend)] = []
        for line in lines[...last] {
            if let mend = LineMend.certain(bytes, line) { certain.append((line, mend)) }
        }
        if !certain.isEmpty {
            if let outcome = take(certain, from: problem, last) { return outcome }
            // Another line may also be wrong.
            var copy = self
            for (line, mend) in certain.reversed() { copy.replace(line, with: mend) }
            if let outcome = copy.takePossible(from: problem, last) {
                self = copy
                return outcome
            }
            triesLeft = min(triesLeft, copy.triesLeft)
        }
        for line in lines[...last] where LineMend.opensQuote(bytes, line) {
            guard let mend = LineMend.possible(bytes, line).first else { continue }
            if let outcome = take([(line, mend)], from: problem, last) { return outcome }
        }
        for mends in BlockMend.candidates(bytes, lines, through: last) {
            if let outcome = take(mends, from: problem, last) { return outcome }
        }
        if let outcome = takePossible(from: problem, last) { return outcome }
        // A line may be wrong in two ways: `title：a: b`.
        for (line, mend) in certain {
            let mended = Array(mend.line.utf8)
            for second in LineMend.possible(mended, 0..<mended.count) {
                let both = LineMend(problem: mend.problem, place: mend.place, line: second.line)
                if let outcome = take([(line, both)], from: problem, last) { return outcome }
            }
        }
        return nil
    }

    /// Tries the line where the parser stopped, then those before it, because a value may have
    /// several lines.
    private mutating func takePossible(from problem: SyntaxProblem, _ last: Int) -> Outcome? {
        let lines = lines
        for line in lines[...min(last, lines.count - 1)].reversed().prefix(4) {
            for mend in LineMend.possible(bytes, line) {
                if let outcome = take([(line, mend)], from: problem, last) { return outcome }
            }
        }
        return nil
    }

    /// Tries repairs, all at once, and keeps them if the text becomes readable, or readable beyond
    /// the line `last`.
    private mutating func take(
        _ mends: [(line: Range<Int>, mend: LineMend)], from problem: SyntaxProblem, _ last: Int
    ) -> Outcome? {
        guard triesLeft > 0 else { return nil }
        triesLeft -= 1
        var copy = self
        for (line, mend) in mends.reversed() { copy.replace(line, with: mend) }
        var next = copy.problem
        // Other problems are reported once the notation is valid.
        if next?.isSyntax == false { next = nil }
        if let next {
            let reached = copy.lines.lastIndex { $0.lowerBound <= next.place.lowerBound } ?? 0
            guard reached > last else { return nil }
        }
        copy.triesLeft = triesLeft
        self = copy
        return Outcome(problem: next)
    }

    private var problem: SyntaxProblem? {
        do throws(SyntaxProblem) {
            _ = try YAMLReader(bytes, text).read()
            return nil
        } catch {
            return error
        }
    }

    private mutating func replace(_ line: Range<Int>, with mend: LineMend) {
        let place = original(mend.place)
        faults.append(
            Fault(
                problem: "Front matter is not YAML: \(mend.problem)", place: place, mend: mend,
                line: original(line)))
        let mended = Array(mend.line.utf8)
        bytes.replaceSubrange(line, with: mended)
        let growth = mended.count - line.count
        text = text.lowerBound..<(text.upperBound + growth)
        for index in shifts.indices where shifts[index].from > line.lowerBound {
            shifts[index].from += growth
        }
        shifts.append((from: line.lowerBound + mended.count, by: growth))
    }

    /// The place in the file of a place in the repaired text outside any repair.
    private func original(_ place: Range<Int>) -> Range<Int> {
        func offset(_ index: Int) -> Int {
            index - shifts.reduce(0) { $1.from <= index ? $0 + $1.by : $0 }
        }
        let start = offset(place.lowerBound)
        return start..<max(start, offset(place.upperBound))
    }

    /// The lines of the text without their breaks.
    private var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var position = text.lowerBound
        while position < text.upperBound {
            let line = FrontMatterBlock.line(in: bytes, at: position)
            lines.append(line.text)
            position = line.next
        }
        return lines
    }
}

extension SyntaxProblem {
    fileprivate var isSyntax: Bool {
        if case .syntax = kind { true } else { false }
    }
}
