import Addresses
import Diagnostics

/// A value of front matter before a key gives it a meaning, in whatever notation it was written.
indirect enum RawValue: Sendable, Hashable {
    /// YAML without quotes: the text shows its type, but `title: 2018` is still a title.
    case plain(String)
    /// In quotes, or a block of text.
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case date(WrittenDate)
    case null
    case list([RawValue])
    case table([RawEntry])

    /// How deep lists and tables may be nested.
    static let deepest = 64

    /// The kind of value, for messages: "a list".
    var kind: String {
        switch typed {
        case .plain, .string: "text"
        case .integer, .number: "a number"
        case .boolean: "true or false"
        case .date: "a date"
        case .null: "nothing"
        case .list: "a list"
        case .table: "a table of keys"
        }
    }

    /// The same value with the type that a plain YAML scalar shows.
    ///
    /// By the core schema of YAML 1.2 (section 10.3.2), without octal and hexadecimal numbers:
    /// `yes`, `017` and `12:30` are text. Dates must be complete: `2018-04-03`, `2018-4-3 9:05`.
    var typed: RawValue {
        guard case .plain(let text) = self else { return self }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: break
        }
        guard let first = text.utf8.first, first <= 0x39 else { return .string(text) }
        if let number = Self.number(text) { return number }
        if case .date(let date) = WrittenDate.read(text), date.isFull || text.utf8.contains(0x3A) {
            return .date(date)
        }
        return .string(text)
    }

    /// The text of a scalar: `2018` and `true` without quotes are texts too. nil for other types.
    var scalarText: String? {
        switch self {
        case .plain(let text), .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .date, .null, .list, .table: nil
        }
    }

    /// The value itself, or that of a list with one; nil for longer lists and for tables.
    var onlyScalar: RawValue? {
        switch self {
        case .list(let values): values.count == 1 ? values[0].onlyScalar : nil
        case .table: nil
        default: self
        }
    }

    /// Whether it is null, a text without a visible character, or an empty list or table.
    var isEmpty: Bool {
        switch typed {
        case .null: true
        case .list(let values): values.isEmpty
        case .table(let entries): entries.isEmpty
        case .plain(let text), .string(let text): LeadIn.trimmed(text).isEmpty
        default: false
        }
    }

    /// The boolean that a value means, in or without quotes: also `yes`, `on`, `1` and their
    /// opposites, as in YAML 1.1. nil for anything else.
    var flag: Bool? {
        switch onlyScalar?.scalarText.map({ LeadIn.trimmed($0).lowercased() }) {
        case "true", "yes", "on", "y", "t", "1": true
        case "false", "no", "off", "n", "f", "0": false
        default: nil
        }
    }

    /// `-12`, `1.5`, `1e3`; nil for text that is not a number or has a leading zero.
    private static func number(_ text: String) -> RawValue? {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard text.utf8.count - digits.count <= 1, let first = digits.first,
            (0x30...0x39).contains(first)
        else { return nil }
        let hasLeadingZero =
            first == 0x30 && digits.dropFirst().first.map { (0x30...0x39).contains($0) } == true
        if hasLeadingZero { return nil }
        if digits.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text).map(Self.integer) }
        let isDecimal = digits.allSatisfy {
            (0x30...0x39).contains($0) || ".eE+-".utf8.contains($0)
        }
        guard isDecimal, let number = Double(text), number.isFinite else { return nil }
        return .number(number)
    }

    /// The value for templates; dates without an offset are in `zone`. At most ``deepest`` deep.
    func value(in zone: Zone) -> Value {
        switch typed {
        case .plain(let text), .string(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .date(let date): .date(date.moment(in: zone))
        case .null: .null
        case .list(let values): .list(values.map { $0.value(in: zone) })
        case .table(let entries): .table(Self.values(entries, in: zone))
        }
    }

    /// A table for templates.
    static func values(_ entries: [RawEntry], in zone: Zone) -> [String: Value] {
        Dictionary(entries.map { ($0.key, $0.value.value(in: zone)) }) { first, _ in first }
    }
}

/// One key of front matter with its value.
struct RawEntry: Sendable, Hashable {
    let key: String
    /// The key in the file, in UTF-8 bytes from its start.
    let place: Range<Int>
    let value: RawValue
    /// A value that is not text, as in the file, if the value does not keep it.
    var sourceText: String?

    /// A number, a date or a word as written, if formatting its value would give another text:
    /// `45075e3`, `1.10`, `2021-08-03 10:00`; nil for `42` and for texts.
    var writtenText: String? {
        let counted: String?
        switch value.typed {
        case .integer(let number): counted = String(number)
        case .number(let number): counted = String(number)
        case .boolean(let flag): counted = flag ? "true" : "false"
        case .date: counted = nil
        default: return nil
        }
        guard case .plain(let text) = value else {
            return sourceText == counted ? nil : sourceText
        }
        return text == counted ? nil : text
    }
}

/// Front matter with a syntax error, in any notation.
struct SyntaxProblem: Error {
    enum Kind {
        case syntax
        case unclosed
        case doubtful(FrontMatterBlock.Doubt)
        case alias
        case tooDeep
        /// The place is that of the first.
        case duplicateKey(again: Range<Int>)
    }
    var kind = Kind.syntax
    /// Without a full stop.
    let text: String
    /// In UTF-8 bytes from the start of the file.
    let place: Range<Int>
    /// How to fix it, a verb phrase; nil if unknown.
    var fix: String?
    /// The replacement of the place, if it is certain.
    var replacement: String?

    /// The fix with its edit.
    func fixes(in file: SourcePath) -> [Diagnostic.Fix] {
        guard let fix else { return [] }
        let edits = replacement.map {
            [Diagnostic.Fix.Edit(Place(file: file, range: place), $0)]
        }
        return [Diagnostic.Fix(fix, edits: edits ?? [])]
    }
}
