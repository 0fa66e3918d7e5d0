extension LanguageCheck {
    /// Makefiles: recipes that lost their tab, make's "missing separator".
    static let makefile = LanguageCheck("makefile") { text in
        var scan = MakefileScan(text.code)
        if let finding = scan.run() {
            return Examination(.rejected([finding], .shape), elisions: scan.elisions)
        }
        return Examination(.accepted(.shape), elisions: scan.elisions)
    }
}

/// Finds commands indented by spaces (GNU make, sections 5.1 and 3.1). O(bytes).
///
///     build:
///         go build .       is rejected: four spaces where a tab has to stand
private struct MakefileScan {
    private let bytes: [UInt8]
    private(set) var elisions = 0
    /// Whether the next lines may be commands of a rule.
    private var isInRule = false
    /// The first line of this rule that is indented by spaces: make may read earlier ones as a
    /// rule.
    private var firstIndented: Range<Int>?
    private var definitions = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func run() -> Finding? {
        var start = 0
        var continues = false
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = start..<end
            start = end + 1
            let isContinued = continues
            continues = isContinuing(line)
            if isContinued { continue }
            if bytes[line].starts(with: ".RECIPEPREFIX".utf8) { return nil }
            if let finding = take(line) { return finding }
        }
        return nil
    }

    /// Whether an odd number of backslashes ends the line.
    private func isContinuing(_ line: Range<Int>) -> Bool {
        bytes[line].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
    }

    private mutating func take(_ line: Range<Int>) -> Finding? {
        let indent = bytes[line].prefix { $0 == 0x20 }
        let text = bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = text.first else { return nil }
        if bytes[line].first == 0x09 { return nil }
        if first == UInt8(ascii: "#") {
            if DataElision.isElision(comment: text.dropFirst()) { elisions += 1 }
            return nil
        }
        if DataElision.elisionEnd(in: bytes, at: text.startIndex) != nil {
            elisions += 1
            return nil
        }
        let word = MakefileLine.firstWord(of: text)
        if definitions > 0 || word == "define" {
            if word == "define" { definitions += 1 }
            if word == "endef" { definitions -= 1 }
            return nil
        }
        if indent.isEmpty {
            isInRule = MakefileLine.isRule(text)
            firstIndented = nil
            return nil
        }
        guard isInRule, !MakefileLine.directives.contains(word) else { return nil }
        let spaces = line.lowerBound..<text.startIndex
        if MakefileLine.isCommand(text) { return lostTab(firstIndented ?? spaces) }
        if MakefileLine.isRule(text), firstIndented == nil { firstIndented = spaces }
        return nil
    }

    private func lostTab(_ spaces: Range<Int>) -> Finding {
        Finding(
            "a command of a rule is indented by spaces", at: spaces, fix: "indent it with a tab",
            replacement: "\t")
    }
}
