/// The words that are part of the grammar where a command may begin, and nowhere else: POSIX
/// XCU 2.4, and those of bash and zsh.
enum ReservedWord: String, CaseIterable {
    case `if`
    case then
    case elif
    case `else`
    case fi
    case `for`
    case select
    case `while`
    case until
    case `do`
    case done
    case `case`
    case esac
    case `in`
    case function
    case time
    case coproc
    case not = "!"
    case braceOpen = "{"
    case braceClose = "}"
    case condition = "[["
    // Of zsh alone:
    case foreach
    case end
    case `repeat`

    /// Whether it ends a list of commands.
    var isCloser: Bool {
        switch self {
        case .then, .elif, .else, .fi, .do, .done, .esac, .in, .braceClose, .end: true
        default: false
        }
    }

    /// Whether it begins a command that may be the body of a function.
    var isBody: Bool {
        switch self {
        case .if, .for, .select, .while, .until, .case, .braceOpen, .condition: true
        default: false
        }
    }

    var isOfZsh: Bool {
        switch self {
        case .foreach, .end, .repeat: true
        default: false
        }
    }

    /// By their bytes, eight at most.
    private static let byBytes: [UInt64: ReservedWord] = {
        var table: [UInt64: ReservedWord] = [:]
        for word in allCases {
            table[word.rawValue.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = word
        }
        return table
    }()

    /// The reserved word that begins at the next byte of a scanner and ends before a blank or an
    /// operator.
    static func next(in scanner: Scanner) -> ReservedWord? {
        var bytes: UInt64 = 0
        var length = 0
        while length < 9 {
            let byte = scanner.ahead(length)
            let isBracket = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
            guard
                isBracket || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "[")
                    || byte &- 0x61 < 26
            else { break }
            bytes = bytes << 8 | UInt64(byte)
            length += 1
        }
        let end = scanner.index + length
        guard length > 0, length < 9,
            scanner.isShellWordEnd(at: end)
                || scanner[end] == UInt8(ascii: "\\") && scanner[end + 1] == 0x0A
        else { return nil }
        return byBytes[bytes]
    }
}

extension Scanner {
    /// Whether a word of the shell ends before an index.
    @inline(__always)
    func isShellWordEnd(at index: Int) -> Bool {
        switch self[index] {
        case 0x20, 0x09, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            true
        case 0x0D: self[index + 1] == 0x0A || index + 1 >= count
        case 0: index >= count
        default: false
        }
    }
}

/// The kinds of a shell's tokens, for colors.
enum ShellToken {
    static let word = TokenKind.firstOfGrammar
    static let reservedWord = word + 1
    static let string = word + 2
    static let comment = word + 3
    static let expansion = word + 4
    static let sign = word + 5
    static let number = word + 6
}
