import Text

/// What a source may hold, found in one pass over its bytes, so that a document pays only for what
/// it uses; and whether libcmark is safe for it.
struct SourceSurvey: Sendable {
    /// Only hints: each may also come from code, and then has no use.
    private(set) var hasRunsOfAsterisks = false
    private(set) var hasRunsOfTildes = false
    private(set) var hasFootnoteBrackets = false
    private(set) var hasMarkerBrackets = false
    /// `]:`, as in the definition of a link.
    private(set) var hasDefinitions = false
    private(set) var hasBareLinks = false
    private(set) var hasAngles = false
    private(set) var hasBraces = false
    private(set) var hasDollars = false
    private(set) var hasTwoDollars = false
    /// `\(` or `\[`.
    private(set) var hasEscapedBrackets = false
    /// `{{`, `{%`, `{:` or `:::`.
    private(set) var hasTemplateMarks = false
    private(set) var hasDelimiterRows = false
    private(set) var isASCII = true
    /// The places of ``ControlCharacters``.
    private(set) var controls: [Range<Int>] = []

    /// Bytes at which libcmark 0.30 would need quadratic time beyond about a second; nil without
    /// any.
    private(set) var excess: Range<Int>?

    // libcmark 0.30.2, measured here: `![` times `]` in one paragraph costs 2.4 ns each (fixed
    // in 0.30.3); depth of containers times blank lines 20 ns; depth times `*` and `_` 2 ns (both
    // fixed in 0.31). A real post is a thousand times below each of these.
    private static let mostImagePairs = 400_000_000
    private static let mostDeepBlankLines = 50_000_000
    private static let mostDeepDelimiters = 500_000_000

    private var images = 0
    private var closers = 0
    private var imagePairs = 0
    private var paragraphStart = 0
    private var depth = 0
    private var deepestLine = 0..<0
    private var blankLines = 0
    private var delimiters = 0

    /// O(bytes).
    init(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return }
        let base = bytes.startIndex
        let span = bytes.span
        let interests = Self.interesting
        var high: UInt8 = 0
        var lineStart = 0
        var lineIsOdd = false
        var next = 0
        while next < span.count {
            // Skips nearly all bytes of a text.
            next = bytes.withUnsafeBufferPointer { bytes in
                interests.withUnsafeBufferPointer { interests in
                    var i = next
                    while i < bytes.count, interests[Int(bytes[i])] == 0 {
                        high |= bytes[i]
                        i += 1
                    }
                    return i
                }
            }
            if next == span.count { break }
            let i = next
            next += 1
            let byte = span[i]
            let interest = interests[Int(byte)]
            if interest == 3 {
                high |= byte
                let width = ControlCharacters.width(at: base + i, in: bytes)
                if width > 0 { controls.append(base + i..<base + i + width) }
                continue
            }
            if interest == 1 {
                if byte == .lineFeed, i > 0, span[i - 1] == .carriageReturn {
                    lineStart = i + 1
                    continue
                }
                endLine(span, lineStart..<i, base: base, looksAtDelimiters: lineIsOdd)
                lineStart = i + 1
                lineIsOdd = false
                continue
            }
            let following = i + 1 < span.count ? span[i + 1] : 0
            switch byte {
            case .asterisk:
                delimiters += 1
                if following == .asterisk { hasRunsOfAsterisks = true }
            case .underscore: delimiters += 1
            case .tilde: if following == .tilde { hasRunsOfTildes = true }
            case .openBracket:
                if following == .caret { hasFootnoteBrackets = true }
                if following == .exclamation || following == .space
                    || following | 0x20 == UInt8(ascii: "x")
                {
                    hasMarkerBrackets = true
                }
            case .closeBracket:
                closers += 1
                if following == .colon { hasDefinitions = true }
            case .exclamation: if following == .openBracket { images += 1 }
            case .colon:
                lineIsOdd = true
                if following == .slash { hasBareLinks = true }
                if following == .colon, i + 2 < span.count, span[i + 2] == .colon {
                    hasTemplateMarks = true
                }
            case .pipe: lineIsOdd = true
            case .at: hasBareLinks = true
            case .period:
                if i > 0, span[i - 1] | 0x20 == UInt8(ascii: "w") { hasBareLinks = true }
            case .less: hasAngles = true
            case .dollar:
                hasDollars = true
                if following == .dollar { hasTwoDollars = true }
            case .backslash:
                if following == .openParenthesis || following == .openBracket {
                    hasEscapedBrackets = true
                }
            default:
                hasBraces = true
                if following == .openBrace || following == .percent || following == .colon {
                    hasTemplateMarks = true
                }
            }
        }
        endLine(span, lineStart..<span.count, base: base, looksAtDelimiters: lineIsOdd)
        isASCII = high < 0x80
        endParagraph(at: span.count, base: base)
        let (deepBlanks, overBlanks) = depth.multipliedReportingOverflow(by: blankLines)
        let (deepMarks, overMarks) = depth.multipliedReportingOverflow(by: delimiters)
        if excess == nil,
            overBlanks || overMarks || deepBlanks > Self.mostDeepBlankLines
                || deepMarks > Self.mostDeepDelimiters
        {
            excess = deepestLine
        }
    }

    private mutating func endLine(
        _ span: borrowing Span<UInt8>, _ line: Range<Int>, base: Int, looksAtDelimiters: Bool
    ) {
        // How many containers the line may open or continue: an upper bound.
        var i = line.lowerBound
        var markers = 0
        var blanks = 0
        while i < line.upperBound {
            let byte = span[i]
            if byte == .space {
                blanks += 1
            } else if byte == .tab {
                blanks += 4
            } else if byte == .greater {
                markers += 1
            } else if byte == .hyphen || byte == .asterisk || byte == UInt8(ascii: "+")
                || byte == .period || byte == .closeParenthesis
            {
                guard i + 1 < line.upperBound, span[i + 1].isBlank else { break }
                markers += 1
            } else if !byte.isDigit {
                break
            }
            i += 1
        }
        if i == line.upperBound, markers == 0 || span[line.lowerBound] == .greater {
            blankLines += 1
            endParagraph(at: line.upperBound, base: base)
        }
        if markers + blanks / 2 > depth {
            depth = markers + blanks / 2
            deepestLine = line.lowerBound + base..<line.upperBound + base
        }
        if looksAtDelimiters, !hasDelimiterRows {
            hasDelimiterRows = DelimiterRow.mayStand(in: span, line)
        }
    }

    private mutating func endParagraph(at end: Int, base: Int) {
        let (pairs, over) = images.multipliedReportingOverflow(by: closers)
        imagePairs = over ? .max : imagePairs.addingReportingOverflow(pairs).partialValue
        if excess == nil, imagePairs > Self.mostImagePairs || imagePairs < 0 {
            excess = paragraphStart + base..<end + base
        }
        images = 0
        closers = 0
        paragraphStart = end
    }

    /// 0: nothing; 1: ends a line; 2: needs a look; 3: may begin a control character.
    private static let interesting: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for byte in "*_~[]!:|@.<{$\\".utf8 { table[Int(byte)] = 2 }
        table[Int(UInt8.lineFeed)] = 1
        table[Int(UInt8.carriageReturn)] = 1
        for byte in 0..<256 where byte == 0xC2 || ControlCharacters.has(UInt8(byte)) {
            table[byte] = 3
        }
        return table
    }()
}
