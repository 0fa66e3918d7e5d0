extension LanguageCheck {
    /// INI, properties and other configuration files: there is no standard, so a fault is only what
    /// no reader accepts.
    static let ini = LanguageCheck("ini") { INICheck(code: $0.code).examine() }
}

/// The verdict on a block labelled `ini`, `properties` or `conf`.
///
///     [server]
///     port = 80       passes at level parse, a file of another form at level shape or not at all
private struct INICheck {
    let code: [UInt8]

    /// The kind of a line.
    private enum Line {
        case blank
        case section
        case entry
        case elision
        case openSection(Range<Int>)
        /// `server {`, or a line that ends a statement with `;`.
        case braces
        case other
    }

    func examine() -> Examination {
        var elisions = 0
        var finding: Finding?
        var entries = 0
        var others = 0
        var braces = 0
        var continues = false
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            let line = Self.kind(of: start..<end, in: code)
            switch line {
            case _ where continues: break
            case .blank: break
            case .section, .entry: entries += 1
            case .elision: elisions += 1
            case .openSection(let range):
                finding = finding ?? Self.openSection(range, in: code)
            case .braces: braces += 1
            case .other: others += 1
            }
            continues = end > start && code[end - 1] == UInt8(ascii: "\\")
            start = end + 1
        }
        // Brackets have another meaning in files of other forms.
        if let finding, braces == 0, entries > others {
            return Examination(.rejected([finding], .shape), elisions: elisions)
        }
        if braces > 0 || finding != nil || entries < others {
            return Examination(.undecided("a configuration file of another form"))
        }
        return Examination(.accepted(others == 0 ? .parse : .shape), elisions: elisions)
    }

    private static func kind(of line: Range<Int>, in code: [UInt8]) -> Line {
        let text = code[line].drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = text.first, let last = text.last(where: { $0 != 0x20 && $0 != 0x09 })
        else { return .blank }
        if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") || first == UInt8(ascii: "!") {
            return DataElision.isElision(comment: text.dropFirst()) ? .elision : .blank
        }
        if DataElision.elisionEnd(in: code, at: text.startIndex) != nil { return .elision }
        if first == UInt8(ascii: "[") {
            if text.contains(UInt8(ascii: "]")) { return .section }
            // An indented `[` continues the value before it.
            let isName = text.dropFirst().allSatisfy(isSectionByte) && text.count > 1
            let isFlush = text.startIndex == line.lowerBound
            return isName && isFlush ? .openSection(text.startIndex..<text.endIndex) : .other
        }
        if first == UInt8(ascii: "}") || last == UInt8(ascii: "{") { return .braces }
        if text.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) {
            return .entry
        }
        if last == UInt8(ascii: ";") { return .braces }
        return .other
    }

    private static func isSectionByte(_ byte: UInt8) -> Bool {
        DataElision.isNameByte(byte) || byte >= 0x80 || " :\"/".utf8.contains(byte)
    }

    private static func openSection(_ range: Range<Int>, in code: [UInt8]) -> Finding {
        for mark in ["］", "】"] where code[range].suffix(3).elementsEqual(mark.utf8) {
            return Finding(
                "'\(mark)' is where a section has ']'",
                at: (range.upperBound - 3)..<range.upperBound, fix: "write ']'", replacement: "]")
        }
        return Finding("the section's name is not closed", at: range, fix: "close it with ']'")
    }
}
