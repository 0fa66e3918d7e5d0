/// A source with marks for libcmark, so that constructs it does not know reach the tree, and the
/// means to remove them again.
///
/// No line is added or removed, so line numbers stay:
/// - `重要。**这` becomes `重要。&#57344;**&#57344;这`: a run of `*` between two marks that libcmark takes
///   for punctuation may open and close;
/// - `[^note]: text` becomes a list item `+   ⟨0⟩ text`, whose content column is 4, as a footnote's
///   is; 0 is the index in ``definitions``, ⟨⟩ a placeholder; marks that open a block in the note
///   come before it: `[^note]: > text` becomes `+   > ⟨0⟩text`;
/// - `\[^1]` becomes `\[⟨⟩^1]`, and so with `\[!NOTE]`, `\[x]`, `\{#id}` and `\~~`: in the tree an
///   escaped character looks like any other; `smart` marks `\"` and `&quot;` in the same way;
/// - `https://a/__init__.py` gets placeholders around `__`, which then cannot open emphasis;
/// - `https://a/b&gt;` gets one before the reference, which does not belong to the address;
/// - a formula or a template tag becomes `%⟨12⟩%`, see ``VerbatimSpan``.
///
/// This pass does not know what is code; ``Tree/removeMarks(of:)`` restores code and raw HTML byte
/// for byte.
struct SourcePreparation: Sendable {
    /// The text for libcmark to parse.
    private(set) var bytes: [UInt8] = []
    /// Set at the first insertion.
    private(set) var placeholders: PlaceholderCodePoints?
    /// Whether an escaped character was marked.
    private(set) var hasBarriers = false
    /// The rewritten definitions.
    private(set) var definitions: [Definition] = []
    /// The formulas and template tags with placeholders.
    let verbatim: [VerbatimSpan]
    /// The list marker that replaces a definition; four bytes.
    let marker: [UInt8]

    /// A footnote's definition in the file.
    struct Definition: Sendable {
        /// `[^note]:`.
        let label: Range<Int>
        /// The marks that open blocks after it, without blanks before: `> ` or ```` ``` ````;
        /// mostly empty.
        let opening: Range<Int>
        /// How many quotes and items ``opening`` opens.
        let depth: Int
    }

    private let source: [UInt8]
    private let options: MarkdownOptions
    private let start: Int
    private var isOutOfPlaceholders = false
    /// How much of `source` is in `bytes`.
    private var written: Int
    private var addressEnd = 0

    /// nil if nothing needs to be written, or the source uses every private-use character.
    ///
    /// O(bytes).
    init?(
        _ source: [UInt8], from start: Int, survey: SourceSurvey, options: MarkdownOptions,
        verbatim: [VerbatimSpan] = []
    ) {
        let marks = options.cjkEmphasis && survey.hasRunsOfAsterisks && !survey.isASCII
        let notes = options.footnotes && survey.hasFootnoteBrackets
        let brackets = survey.hasMarkerBrackets && (options.callouts || options.taskLists)
        let addresses = options.autolinks && survey.hasBareLinks
        let tildes = options.strikethrough && survey.hasRunsOfTildes
        let braces = options.headingAttributes && survey.hasBraces
        guard
            marks || notes || brackets || addresses || tildes || braces || options.smart
                || !verbatim.isEmpty
        else { return nil }
        self.verbatim = verbatim
        self.source = source
        self.options = options
        self.start = start
        written = start
        marker = notes ? Self.unusedMarker(in: source, from: start) : []

        var wanted = [Bool](repeating: false, count: 256)
        wanted[Int(UInt8.asterisk)] = marks
        wanted[Int(UInt8.openBracket)] = notes || brackets
        wanted[Int(UInt8.colon)] = addresses
        wanted[Int(UInt8.underscore)] = addresses
        wanted[Int(UInt8.tilde)] = tildes
        wanted[Int(UInt8.openBrace)] = braces
        wanted[Int(UInt8.ampersand)] = addresses || options.smart
        if options.smart { for mark in SmartPunctuation.marks { wanted[Int(mark)] = true } }
        var i = start
        var spans = verbatim[...]
        while true {
            i = Self.next(of: wanted, in: source, from: i)
            if let span = spans.first, span.range.lowerBound <= i {
                i = setApart(span, spans.startIndex) ?? i
                spans.removeFirst()
                continue
            }
            if i == source.count { break }
            switch source[i] {
            case .asterisk: i = markEmphasis(at: i, from: start)
            case .openBracket: i = markBracket(at: i, from: start)
            case .colon: i = noteAddress(at: i)
            case .underscore: i = guardUnderscores(at: i)
            case .ampersand: i = guardReference(at: i)
            default:
                if isEscaped(i, from: start) { guardEscape(at: i) }
                i += 1
            }
        }
        guard !bytes.isEmpty else { return nil }
        bytes += source[written...]
    }

    /// The position of the next of the `wanted` bytes; the end if none occurs.
    private static func next(of wanted: [Bool], in source: [UInt8], from start: Int) -> Int {
        source.withUnsafeBufferPointer { source in
            wanted.withUnsafeBufferPointer { wanted in
                var i = start
                while i < source.count, !wanted[Int(source[i])] { i += 1 }
                return i
            }
        }
    }

    /// Finds the placeholders when the first is needed; nil if all private-use characters are
    /// taken.
    private mutating func found() -> PlaceholderCodePoints? {
        if placeholders == nil, !isOutOfPlaceholders {
            placeholders = PlaceholderCodePoints(absentFrom: source[start...])
            isOutOfPlaceholders = placeholders == nil
        }
        return placeholders
    }

    /// Copies the source up to `end` and appends `insertion`.
    private mutating func insert(_ insertion: [UInt8], at end: Int) {
        if bytes.isEmpty { bytes.reserveCapacity(source.count - written + 256) }
        bytes += source[written..<end]
        bytes += insertion
        written = end
    }

    /// The bytes of the file that a definition's marker, opening and placeholders replace.
    func source(of definition: Definition) -> ArraySlice<UInt8> {
        let end = definition.opening.isEmpty ? definition.label : definition.opening
        return source[definition.label.lowerBound..<end.upperBound]
    }

    /// A definition's label without brackets and `^`.
    func name(of definition: Definition) -> ArraySlice<UInt8> {
        source[definition.label].dropFirst(2).dropLast(2)
    }

    /// The bytes written before a definition's placeholders.
    func lead(of definition: Definition) -> [UInt8] {
        marker + source[definition.opening]
    }

    /// Writes the placeholder of a span; nil if the source before its end is already written, or
    /// there are no placeholders.
    private mutating func setApart(_ span: VerbatimSpan, _ index: Int) -> Int? {
        guard span.range.lowerBound >= written, let placeholders = found() else { return nil }
        insert(span.placeholder(index, placeholders, in: source), at: span.range.lowerBound)
        written = span.range.upperBound
        return written
    }

    // MARK: Emphasis

    private mutating func markEmphasis(at first: Int, from lower: Int) -> Int {
        var end = first
        while end < source.count, source[end] == .asterisk { end += 1 }
        let start = isEscaped(first, from: lower) ? first + 1 : first
        guard end - start >= 2, end < source.count,
            let before = source.scalar(before: start, from: lower)?.scalar,
            !before.isUnicodeWhitespace, !source.scalar(at: end).isUnicodeWhitespace,
            Flanking.endsWithCJK(source, from: lower, to: start)
                || Flanking.startsWithCJK(source, from: end, to: source.count),
            let placeholders = found()
        else { return end }
        insert(placeholders.reference, at: start)
        insert(placeholders.reference, at: end)
        return end
    }

    /// Separates an escaped character from the text after it, and `~` also from the text before it.
    private mutating func guardEscape(at i: Int) {
        guard let placeholders = found() else { return }
        if source[i] == .tilde { insert(placeholders.utf8(.barrier), at: i - 1) }
        insert(placeholders.utf8(.barrier), at: i + 1)
        hasBarriers = true
    }

    private func isEscaped(_ i: Int, from lower: Int) -> Bool {
        var slashes = 0
        while i - slashes > lower, source[i - slashes - 1] == .backslash { slashes += 1 }
        return slashes % 2 == 1
    }

    // MARK: Brackets

    private mutating func markBracket(at i: Int, from lower: Int) -> Int {
        guard i + 1 < source.count else { return i + 1 }
        let next = source[i + 1]
        if isEscaped(i, from: lower) {
            let isNote = next == .caret && options.footnotes
            let isCallout = next == .exclamation && options.callouts
            let isTask =
                (next == .space || next | 0x20 == UInt8(ascii: "x")) && options.taskLists
            if isNote || isCallout || isTask, let placeholders = found() {
                insert(placeholders.utf8(.barrier), at: i + 1)
                hasBarriers = true
            }
            return i + 1
        }
        guard next == .caret, !marker.isEmpty, let end = definitionEnd(at: i),
            beginsBlock(i, from: lower), let placeholders = found()
        else { return i + 1 }
        let placeholder = placeholders.utf8(.footnote)
        let (opening, depth) = NoteOpening.read(source, from: end)
        let definition = Definition(label: i..<end, opening: opening, depth: depth)
        let index = placeholder + Array(String(definitions.count).utf8) + placeholder
        insert(lead(of: definition) + index, at: i)
        written = opening.isEmpty ? end : opening.upperBound
        definitions.append(definition)
        return written
    }

    /// The end of `[^label]:`; nil for anything else. A label contains no blank and no bracket.
    private func definitionEnd(at start: Int) -> Int? {
        var i = start + 2
        while i < source.count, !source[i].isSpace, source[i] != .openBracket,
            source[i] != .closeBracket
        {
            i += 1
        }
        guard i > start + 2, i + 1 < source.count, source[i] == .closeBracket,
            source[i + 1] == .colon
        else { return nil }
        return i + 2
    }

    /// Whether only blanks, `>` and list markers precede `i` on its line.
    private func beginsBlock(_ i: Int, from lower: Int) -> Bool {
        var start = i
        while start > lower, !source[start - 1].isLineEnd {
            switch source[start - 1] {
            case .space, .tab, .greater, .hyphen, .asterisk, .period, .closeParenthesis,
                UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                start -= 1
            default: return false
            }
        }
        while start < i {
            if source[start].isBlank || source[start] == .greater {
                start += 1
            } else if let end = NoteOpening.listMarkerEnd(in: source, at: start), end < i {
                start = end
            } else {
                return false
            }
        }
        return true
    }

    /// A list marker of a kind that no list of the source uses, so that no definition joins a list;
    /// if all are in use, ``Tree/foldFootnotes(of:)`` separates them again.
    private static func unusedMarker(in source: [UInt8], from start: Int) -> [UInt8] {
        var used: Set<UInt8> = []
        var i = start
        while i < source.count {
            if source[i].isBlank || source[i] == .greater || source[i].isLineEnd {
                i += 1
            } else if let end = NoteOpening.listMarkerEnd(in: source, at: i) {
                used.insert(source[end - 1])
                i = end
            } else {
                while i < source.count, !source[i].isLineEnd { i += 1 }
            }
        }
        let markers = ["+   ", "1)  ", "*   ", "1.  ", "-   "].map { Array($0.utf8) }
        let free = markers.first { marker in !marker.contains { used.contains($0) } }
        return free ?? markers[0]
    }

    // MARK: Addresses

    /// Records the end of the address whose `:` is at `i`.
    private mutating func noteAddress(at i: Int) -> Int {
        guard i >= addressEnd, source.has("://", at: i, before: source.count), i > 0,
            source[i - 1].isLetter, !isAutolink(schemeEnd: i)
        else { return i + 1 }
        var end = i + 3
        var depth = 0
        scan: while end < source.count, source[end] > .space {
            switch source[end] {
            case .less, .greater, .backtick, .quote, .closeBracket, .pipe: break scan
            case .openParenthesis: depth += 1
            case .closeParenthesis:
                if depth == 0 { break scan }
                depth -= 1
            default: break
            }
            end += 1
        }
        while end > i, Self.trailing.contains(source[end - 1]) { end -= 1 }
        addressEnd = end
        return i + 1
    }

    /// Whether `<` precedes the scheme, so that libcmark reads the address itself.
    private func isAutolink(schemeEnd end: Int) -> Bool {
        var i = end
        while i > start, end - i < 8, source[i - 1].isLetter { i -= 1 }
        return i > start && source[i - 1] == .less && !isEscaped(i - 1, from: start)
    }

    private static let trailing = Array("?!.,:*_~'\"".utf8)

    /// Marks a character reference in a bare address, and one that `smart` would replace.
    private mutating func guardReference(at start: Int) -> Int {
        guard let end = CharacterReference.end(in: source, at: start),
            !isEscaped(start, from: self.start)
        else { return start + 1 }
        if start < addressEnd, options.autolinks, let placeholders = found() {
            insert(placeholders.utf8(.reference), at: start)
            hasBarriers = true
        }
        if options.smart, SmartPunctuation.isMark(source[start + 1..<end - 1]),
            let placeholders = found()
        {
            insert(placeholders.utf8(.barrier), at: end)
            hasBarriers = true
        }
        return end
    }

    private mutating func guardUnderscores(at start: Int) -> Int {
        var end = start
        while end < source.count, source[end] == .underscore { end += 1 }
        guard end < addressEnd, start > 0 else { return end }
        func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }
        if !isWord(source[start - 1]) || !isWord(source[end]), let placeholders = found() {
            insert(placeholders.utf8(.address), at: start)
            insert(placeholders.utf8(.address), at: end)
        }
        return end
    }
}
