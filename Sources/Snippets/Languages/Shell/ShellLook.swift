/// Classifies a block without prompts: commands, a program's output, or a mix.
struct ShellLook {
    enum Kind: Sendable, Hashable {
        case commands
        /// Some lines are certainly commands, others are not.
        case mixed
        case output
        /// Words that could be either, with signs in them that break a shell's syntax.
        case unclear
    }

    let kind: Kind
    /// The lines that are certainly commands, without LF.
    let commands: [Range<Int>]

    /// The kind of the first line that is neither blank nor a comment; nil without any.
    let first: ShellLine.Kind?

    /// O(bytes).
    init(_ lines: CodeLines) {
        first = lines.ranges.lazy.map { ShellLine(lines, $0).kind }.first { $0 != .nothing }
        var commands: [Range<Int>] = []
        var hasOutput = false
        var hasCommand = false
        var isUnclear = false
        var hasOption = false
        // Each command that never ends is read to the block's end: this bounds how often.
        var budget = 8 * lines.code.count
        var row = 0
        while row < lines.ranges.count {
            let look = ShellLine(lines, lines.ranges[row])
            hasOutput = hasOutput || look.kind == .output
            hasCommand = hasCommand || look.kind == .command
            let after =
                look.kind == .output ? row + 1 : Self.end(of: row, in: lines, budget: &budget)
            if look.kind == .command || look.kind == .nothing {
                commands += lines.ranges[row..<after]
            }
            if look.kind == .word {
                isUnclear = isUnclear || look.isRisky
                hasOption = hasOption || look.hasOption
            }
            row = after
        }
        self.commands = commands
        // Before output, a line of an unknown program is a command if options follow.
        if hasOutput, !hasCommand, let first = Self.firstCommand(in: lines) {
            hasCommand = true
            commands.append(first)
        }
        let isScript = lines.ranges.first.map {
            lines.has("#!", at: 0, in: $0) && Self.namesShell($0, lines)
        }
        if isScript == true {
            kind = .commands
        } else if hasOutput {
            kind = hasCommand ? .mixed : .output
        } else if !hasCommand, isUnclear, !hasOption {
            kind = .unclear
        } else {
            kind = .commands
        }
    }

    /// The first line that is not a comment, if it is a word with options: `tool stat -n x`.
    private static func firstCommand(in lines: CodeLines) -> Range<Int>? {
        for line in lines.ranges {
            let look = ShellLine(lines, line)
            if look.kind == .nothing { continue }
            let text = lines.trimmed(line)
            let isOption = text.first.map { lines.code[$0] == UInt8(ascii: "-") } ?? false
            return look.kind == .word && look.hasOption && !look.isRisky && !isOption ? line : nil
        }
        return nil
    }

    /// Whether a line contains `sh`, as in `#!/bin/bash`.
    private static func namesShell(_ line: Range<Int>, _ lines: CodeLines) -> Bool {
        line.contains { lines.has("sh", at: $0, in: line) }
    }

    /// The row after the command that begins in a row; for a command that never ends, the next row
    /// that its backslashes do not join.
    private static func end(of row: Int, in lines: CodeLines, budget: inout Int) -> Int {
        var scan = ShellScan(lines.code)
        scan.feed(lines.ranges[row])
        var joined = row + 1
        var next = row + 1
        var isJoined = scan.isContinued
        while !scan.isComplete, next < lines.ranges.count, budget > 0 {
            scan.feed(lines.ranges[next])
            budget -= lines.ranges[next].count + 1
            next += 1
            if isJoined { joined = next }
            isJoined = isJoined && scan.isContinued
        }
        return scan.isComplete ? next : joined
    }
}
