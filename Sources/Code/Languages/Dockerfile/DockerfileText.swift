/// The text of one instruction, whose lines are joined, with the place of each byte in the code.
struct DockerfileText {
    private(set) var bytes: [UInt8] = []
    private var places: [Int] = []
    /// Where the text ends in the code.
    private(set) var end = 0

    var count: Int { bytes.count }

    /// The byte at an index; 0 after the text.
    subscript(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    mutating func append(_ code: [UInt8], _ range: Range<Int>) {
        bytes.append(contentsOf: code[range])
        places.append(contentsOf: range)
        end = range.upperBound
    }

    /// The place of a range in the code; an empty one is after the byte before it.
    func place(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.upperBound <= count else {
            let index = min(range.lowerBound, count)
            let place = index > 0 ? places[index - 1] + 1 : places.first ?? end
            return place..<place
        }
        return places[range.lowerBound]..<places[range.upperBound - 1] + 1
    }

    /// The place of the byte at an index; the end of the text after it.
    func place(_ index: Int) -> Int { index < count ? places[index] : end }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The index of the next byte that is no blank.
    func skipBlanks(_ index: Int) -> Int {
        var index = index
        while self[index].isBlank { index += 1 }
        return index
    }

    /// Where the last text before an index ends.
    func skipBlanksBack(_ index: Int) -> Int {
        var index = index
        while index > 0, self[index - 1].isBlank { index -= 1 }
        return index
    }

    func starts(with text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { expected in
            for (offset, byte) in expected.enumerated() where self[index + offset] != byte {
                return false
            }
            return true
        }
    }

    /// Whether a word is only `...` or `…`, perhaps in brackets.
    func isElision(_ range: Range<Int>) -> Bool { isElision(in: bytes[range]) }
}

/// Whether bytes say that code is left out: `...`, `…`, `[...]`, `<...>`, `# ...`.
func isElision(in text: some Collection<UInt8>) -> Bool {
    var dots = 0
    for byte in text {
        switch byte {
        case UInt8(ascii: "."): dots += 1
        // The bytes of `…`.
        case 0xE2, 0x80, 0xA6: dots += 1
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x20:
            break
        default: return false
        }
    }
    return dots >= 3
}

extension DockerfileText {
    private func isElision(in text: ArraySlice<UInt8>) -> Bool { Code.isElision(in: text) }

    // MARK: Words

    /// The end of a placeholder, `<your image>` or `{{ image }}`, that begins at an index.
    func placeholderEnd(_ start: Int) -> Int? {
        let isTemplate = starts(with: "{{", at: start)
        let first = self[start + 1]
        let isAngle =
            self[start] == UInt8(ascii: "<") && (first.isLetter || first >= 0x80)
            && (start == 0 || self[start - 1] != UInt8(ascii: "<"))
        guard isTemplate || isAngle else { return nil }
        for index in start + 2..<start + 100 {
            switch self[index] {
            case UInt8(ascii: ">") where !isTemplate:
                return self[index - 1].isBlank ? nil : index + 1
            case UInt8(ascii: "}") where isTemplate && self[index + 1] == UInt8(ascii: "}"):
                return index + 2
            case 0, UInt8(ascii: "<"), UInt8(ascii: "\""): return nil
            default: break
            }
        }
        return nil
    }

    /// The end of the word that begins at an index, without a look at quotes.
    func wordEnd(_ start: Int) -> Int {
        var index = start
        while index < count, !self[index].isBlank {
            index = placeholderEnd(index) ?? index + 1
        }
        return index
    }

    /// The words from an index on, without a look at quotes.
    func words(from start: Int) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = skipBlanks(start)
        while index < count {
            let end = wordEnd(index)
            words.append(index..<end)
            index = skipBlanks(end)
        }
        return words
    }

    /// The words from an index on, in which quoted blanks separate nothing.
    ///
    /// - Returns: also the quote that is never closed.
    func quotedWords(from start: Int, escape: UInt8) -> (words: [Range<Int>], open: Int?) {
        var words: [Range<Int>] = []
        var index = skipBlanks(start)
        var quote: Int?
        while index < count {
            let wordStart = index
            while index < count, quote != nil || !self[index].isBlank {
                let byte = self[index]
                if let open = quote {
                    if byte == self[open] {
                        quote = nil
                    } else if byte == escape {
                        index += 1
                    }
                    index += 1
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = index
                    index += 1
                } else if byte == escape {
                    index += 2
                } else {
                    index = placeholderEnd(index) ?? index + 1
                }
            }
            index = min(index, count)
            words.append(wordStart..<index)
            index = skipBlanks(index)
        }
        return (words, quote)
    }
}
