import Yams

/// The result of libyaml for a YAML text.
enum YAMLParse {
    enum Problem {
        /// In bytes of the text.
        case syntax(Finding)
        /// A mapping has a key twice. In bytes of the text.
        case duplicate(Finding)
        /// Composing it could take seconds.
        case tooCostly
    }

    /// The problem that keeps libyaml from reading all documents of the text; nil without one.
    ///
    /// A key given twice is renamed and the text is read again, at most 16 times: a later syntax
    /// error takes precedence, and the two may be alternatives (``YAMLKeyPair``).
    ///
    /// - Parameters:
    ///   - hasAliases: whether anchors are repeated by what ``YAMLAliases`` could not hide.
    ///   - code: the block, as long as the text, that has been filled in; keys are compared there.
    static func problem(
        in text: [UInt8], hasAliases: Bool, of code: [UInt8]
    ) -> Problem? {
        if hasAliases { return .tooCostly }
        return PlainYAML.accepts(text) ? nil : problem(composing: text, of: code)
    }

    /// The same by libyaml alone.
    static func problem(composing text: [UInt8], of code: [UInt8]) -> Problem? {
        var bytes = text
        var duplicate: Problem?
        for attempt in 0..<16 {
            do {
                let parser = try Parser(
                    yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
                while try parser.nextRoot() != nil {}
                return duplicate
            } catch let error as YamlError {
                if case .duplicatedKeysInMapping(_, let context) = error {
                    let key = offset(of: context.mark, in: bytes)
                    if duplicate == nil, bytes.count == code.count,
                        let pair = YAMLKeyPair(firstAt: key, in: bytes),
                        let finding = pair.finding(in: code)
                    {
                        duplicate = .duplicate(finding)
                    }
                    guard rename(keyAt: key, in: &bytes, attempt: attempt) else { return duplicate }
                    continue
                }
                return .syntax(YAMLMessages(error, in: bytes).finding)
            } catch {
                return .syntax(Finding("this is not YAML", at: 0..<0))
            }
        }
        return duplicate
    }

    /// Whether a byte of the key could be changed.
    private static func rename(keyAt start: Int, in bytes: inout [UInt8], attempt: Int) -> Bool {
        guard let index = bytes[start...].prefix(3).firstIndex(where: isKeyByte) else {
            return false
        }
        bytes[index] = Array("qzjkwvxyQZJKWVXY".utf8)[attempt % 16]
        return true
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "<")
    }

    /// The byte of a mark, whose line and column are 1-based, in Unicode scalars. O(bytes).
    static func offset(of mark: Mark, in bytes: [UInt8]) -> Int {
        CheckedText(bytes).offset(line: mark.line, column: mark.column, in: .scalars)
    }
}
