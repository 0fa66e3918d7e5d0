/// What the letters of a word tell: macros are written in capitals, and a word that is a letter away
/// from a keyword is no type.
struct CWord {
    var hasLower = false
    private var uppers = 0
    private var digits = 0
    private var isFirst = true
    private var startsUpper = false
    private var startsWithUnderscore = false
    /// The capitals of the part after the last underscore, and whether it holds nothing else.
    private var lastUppers = 0
    private var isLastUpper = false

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        if byte == 0x5F {
            if isFirst { startsWithUnderscore = true }
            isLastUpper = !isFirst
            lastUppers = 0
        } else if byte.isUpper {
            uppers += 1
            lastUppers += 1
            if isFirst { startsUpper = true }
            isFirst = false
        } else if byte.isDigit {
            digits += 1
        } else {
            hasLower = true
            isLastUpper = false
            isFirst = false
        }
    }

    /// Whether the word is written as macros are: `LIST_HEAD`, `Py_BEGIN_ALLOW_THREADS`.
    var isMacro: Bool {
        if !hasLower { return uppers > 1 || uppers == 1 && (digits > 0 || startsWithUnderscore) }
        return startsUpper && isLastUpper && lastUppers > 2
    }

    // MARK: Misspellings

    /// The hashes of words that are a keyword with two neighbors swapped, a letter doubled or, of long
    /// ones, a letter left out.
    static let misspellings: Set<UInt64> = {
        let swapped =
            "auto break case char const continue default do double else enum extern float for goto "
            + "if int long register return short signed sizeof static struct switch typedef union "
            + "unsigned void volatile while"
        let keywords = swapped.split(separator: " ").map { Array($0.utf8) }
        let long = ["while", "break"].map { Array($0.utf8) }
        let correct = Set(keywords.map(hash))
        var hashes: Set<UInt64> = []
        for keyword in keywords {
            for index in keyword.indices {
                if index > 0 {
                    var word = keyword
                    word.swapAt(index, index - 1)
                    hashes.insert(hash(word))
                }
                var word = keyword
                word.insert(keyword[index], at: index)
                hashes.insert(hash(word))
                if index > 0, keyword.count > 5 || long.contains(keyword) {
                    word = keyword
                    word.remove(at: index)
                    hashes.insert(hash(word))
                }
            }
        }
        for word in ["cnst", "shrt"] { hashes.insert(hash(Array(word.utf8))) }
        // A function that switches contexts in many kernels, and words.
        let others = ["swtch", "nit", "itn"].map { hash(Array($0.utf8)) }
        return hashes.subtracting(correct).subtracting(others)
    }()

    /// A bit for each that a hash of a misspelling leads to, so that most names are not looked up.
    private static let filter: [UInt64] = {
        var filter = [UInt64](repeating: 0, count: 256)
        for hash in misspellings { filter[Int(hash >> 6 & 255)] |= 1 << (hash & 63) }
        return filter
    }()

    static func isMisspelling(_ hash: UInt64) -> Bool {
        filter[Int(hash >> 6 & 255)] >> (hash & 63) & 1 != 0 && misspellings.contains(hash)
    }

    private static func hash(_ word: [UInt8]) -> UInt64 {
        word.reduce(Words.seed) { Words.step($0, $1) }
    }

    // MARK: Numbers

    /// What is wrong with the digits or the suffix of a number; nil if nothing is.
    static func fault(ofNumber number: ArraySlice<UInt8>, _ isPlusPlus: Bool) -> String? {
        let digits = number.drop { $0.isDigit || $0 == UInt8(ascii: "'") }
        guard let letter = digits.first, !isPlusPlus else { return nil }
        if letter == UInt8(ascii: ".") || letter | 0x20 == UInt8(ascii: "e") { return nil }
        if letter | 0x20 == UInt8(ascii: "x") || letter | 0x20 == UInt8(ascii: "b")
            || letter | 0x20 == UInt8(ascii: "o")
        {
            let isZero = number.count - digits.count == 1 && number.first == UInt8(ascii: "0")
            return isZero ? nil : "no such number"
        }
        let isSuffix = digits.allSatisfy { "uUlLzZiIjJfFdDwWbBkKrRhHqQ".utf8.contains($0) }
        return isSuffix || hasWidth(digits) ? nil : "no such number"
    }

    /// Whether a suffix is one of Microsoft's: `i64`, `ui8`.
    private static func hasWidth(_ suffix: ArraySlice<UInt8>) -> Bool {
        let rest = suffix.drop { $0 | 0x20 == UInt8(ascii: "u") }
        guard suffix.count - rest.count < 2, let letter = rest.first,
            letter | 0x20 == UInt8(ascii: "i")
        else { return false }
        return ["8", "16", "32", "64"].contains { rest.dropFirst().elementsEqual($0.utf8) }
    }
}

extension Scanner {
    /// Whether a word is the head of a loop by its name: `list_for_each_entry`, `foreach`.
    func hasEach(_ word: Range<Int>) -> Bool {
        guard word.count > 6 else { return false }
        for index in word.lowerBound..<word.upperBound - 3
        where self[index] == UInt8(ascii: "e") && starts(with: "each", at: index) { return true }
        return false
    }
}

extension CLexer {
    /// Whether a `$` begins a word, and is no prompt of a console.
    var isDollarWord: Bool {
        scanner.byte == UInt8(ascii: "$")
            && (nesting.parentheses > 0 || !isLineStart && scanner.ahead(1).isWordStart)
    }

    /// Whether a word belongs to the declaration before it: `__aligned(8);`, but not `__le32 x;`.
    func isAttribute(_ start: Int) -> Bool {
        guard scanner.starts(with: "__", at: start) else { return false }
        var next = scanner.index
        while scanner[next].isBlank { next += 1 }
        return !scanner[next].isWordStart && scanner[next] != UInt8(ascii: "*")
    }
}
