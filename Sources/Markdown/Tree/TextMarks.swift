import Text

/// Which of the characters that later stages need a text may hold, so that they skip all others.
///
/// Only a hint: a part of a text keeps the marks of the whole, and a joined text has all.
struct TextMarks: OptionSet, Sendable {
    let rawValue: UInt8
    /// `<`, as in a marker of an excerpt that libcmark left as text.
    static let less = TextMarks(rawValue: 1)
    /// `*` or `]`.
    static let emphasisOrBracket = TextMarks(rawValue: 2)
    /// What a bare address has: `:`, `@` or the `w.` of `www.`.
    static let address = TextMarks(rawValue: 4)
    static let period = TextMarks(rawValue: 8)
    /// Characters that HTML escapes: `<`, `>`, `&`, `"`, `'`.
    static let escaped = TextMarks(rawValue: 16)
    /// U+E000 to U+EFFF, which contains ``PlaceholderCodePoints`` as long as one of these is free.
    static let privateUse = TextMarks(rawValue: 32)
    /// `*` or `_`.
    static let singleMark = TextMarks(rawValue: 64)
    /// The first bytes of ``ControlCharacters``.
    static let control = TextMarks(rawValue: 128)
    static let all = TextMarks(rawValue: 255)

    /// The marks of a text in UTF-8. O(bytes).
    init(of text: UnsafeRawBufferPointer) {
        var marks: UInt8 = 0
        table.withUnsafeBufferPointer { table in
            for byte in text { marks |= table[Int(byte)] }
        }
        rawValue = marks
        if contains(.period), Self.hasWBeforePeriod(text) { insert(.address) }
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    private static func hasWBeforePeriod(_ text: UnsafeRawBufferPointer) -> Bool {
        var next = 0
        while let period = text.index(of: .period, from: next) {
            if period > 0, text[period - 1].lowercased == UInt8(ascii: "w") { return true }
            next = period + 1
        }
        return false
    }
}

/// The marks that each byte gives.
private let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    func add(_ marks: TextMarks, for bytes: some Sequence<UInt8>) {
        for byte in bytes { table[Int(byte)] |= marks.rawValue }
    }
    add(.less, for: "<".utf8)
    add(.emphasisOrBracket, for: "*]".utf8)
    add(.singleMark, for: "*_".utf8)
    add(.address, for: ":@".utf8)
    add(.period, for: ".".utf8)
    add(.escaped, for: "<>&\"'".utf8)
    add(.privateUse, for: [0xEE])
    add(.control, for: (0...255).filter { $0 == 0xC2 || ControlCharacters.has($0) })
    return table
}()
