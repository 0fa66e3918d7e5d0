import Text

/// The instructions of a Dockerfile, each with the form of its arguments.
extension DockerfileParser {
    /// Reads the instruction that begins at an index of a text.
    mutating func readInstruction(_ text: DockerfileText, from start: Int) throws(CodeFault) {
        let end = nameEnd(text, start)
        let word = text.string(start..<end)
        guard let instruction = DockerInstruction(rawValue: word.uppercased()) else {
            throw unknown(text, start..<end)
        }
        var arguments = text.skipBlanks(end)
        if arguments == end, end < text.count { throw oddBlank(text, start..<end) }
        arguments = try readFlags(text, arguments, of: instruction)
        if arguments >= text.count, let subject = instruction.subject {
            let place = text.place(text.count..<text.count)
            throw CodeFault(
                range: place, message: "expected \(subject) after '\(word)'")
        }
        if isSynopsis(text, arguments) {
            elisions += 1
            return
        }
        switch instruction {
        case .from: try readFrom(text, arguments)
        case .env, .label: try readPairs(text, arguments, of: instruction)
        case .arg: try readArg(text, arguments)
        case .run: try readRun(text, arguments)
        case .cmd, .entrypoint:
            if try !readArray(text, arguments, .command) { try readCommands(text, arguments) }
        case .shell: try readShell(text, arguments)
        case .copy, .add: try readCopy(text, arguments, word)
        case .volume: _ = try readArray(text, arguments, .path)
        case .healthcheck: try readHealthcheck(text, arguments)
        case .onbuild: try readTrigger(text, arguments)
        case .expose: try refuseComment(text, text.words(from: arguments))
        case .maintainer, .stopsignal, .user, .workdir: countElisions(text, arguments)
        }
    }

    /// The instruction that ONBUILD keeps for later.
    private mutating func readTrigger(_ text: DockerfileText, _ start: Int) throws(CodeFault) {
        let range = start..<nameEnd(text, start)
        let word = text.string(range)
        if ["ONBUILD", "FROM", "MAINTAINER"].contains(word.uppercased()) {
            throw CodeFault(range: text.place(range), message: "ONBUILD takes no '\(word)'")
        }
        try readInstruction(text, from: start)
    }

    private func nameEnd(_ text: DockerfileText, _ start: Int) -> Int {
        var end = start
        while text[end].isLetter { end += 1 }
        // A name ends before a blank of another keyboard.
        if end > start, text[end] >= 0x80 { return end }
        while end < text.count, !text[end].isBlank { end += 1 }
        return end
    }

    private mutating func countElisions(_ text: DockerfileText, _ start: Int) {
        for word in text.words(from: start) where text.isElision(word) { elisions += 1 }
    }

    /// `[OPTIONS]`, `[--chown=…]`: the form of an instruction, not one.
    private func isSynopsis(_ text: DockerfileText, _ start: Int) -> Bool {
        guard isFragment, text[start] == UInt8(ascii: "["),
            !text.bytes[start...].contains(UInt8(ascii: "\""))
        else { return false }
        let next = text[start + 1]
        return next == UInt8(ascii: "-") && text[start + 2] == UInt8(ascii: "-")
            || next.isUpper && text[start + 2].isUpper
    }

    // MARK: Names

    private func unknown(_ text: DockerfileText, _ range: Range<Int>) -> CodeFault {
        let word = text.string(range)
        var fault = CodeFault(
            range: text.place(range), message: "unknown instruction '\(word)'")
        let limit = word.utf8.count < 6 ? 1 : 2
        if word.utf8.count > 2, word.utf8.count < 20,
            let near = nearestName(to: word, in: DockerInstruction.names, within: limit),
            word.utf8.allSatisfy({ $0.isLetter })
        {
            let isSmall = word == word.lowercased()
            let replacement = isSmall ? near.lowercased() : near
            return CodeFault(
                range: fault.range, message: "expected '\(replacement)', found '\(word)'",
                edit: .init(range: fault.range, replacement: replacement))
        }
        // What does not look like a name was to continue the line before.
        let start = fault.range.lowerBound
        var before = start
        while before > 0, code[before - 1].isBlank { before -= 1 }
        let isIndented = before < start
        let isLetter = word.utf8.first.map { $0.isLetter } ?? false
        guard before > 0, isIndented || !isLetter else { return fault }
        var end = before
        while end > 0, code[end - 1].isBlank || code[end - 1] == 0x0A { end -= 1 }
        guard end > 0, !code[end..<before].dropFirst().contains(0x0A) else { return fault }
        let sign = Character(UnicodeScalar(escape))
        fault = CodeFault(
            range: fault.range,
            message: fault.message + ": the line before goes on only with '\(sign)' at its end",
            edit: .init(range: end..<end, replacement: " \(sign)"))
        return fault
    }

    private func oddBlank(_ text: DockerfileText, _ name: Range<Int>) -> CodeFault {
        let place = text.place(name.upperBound)
        let scanner = Scanner(code)
        let (length, value) = scanner.scalar(at: place)
        let range = place..<min(code.count, place + length)
        let sign = OddSigns.name(scanner, range)
        return CodeFault(
            range: range, message: "\(sign) after '\(text.string(name))' is not a blank",
            edit: OddSigns.plain(value) == " " ? .init(range: range, replacement: " ") : nil,
            kind: .token)
    }

    // MARK: Flags

    /// Moves past `--name=value` and the like.
    private mutating func readFlags(
        _ text: DockerfileText, _ start: Int, of instruction: DockerInstruction
    ) throws(CodeFault) -> Int {
        var index = start
        guard !instruction.flags.isEmpty else { return index }
        while text.starts(with: "--", at: index) {
            let end = text.quotedWords(from: index, escape: escape).words.first?.upperBound
            let word = index..<(end ?? text.wordEnd(index))
            var nameEnd = index + 2
            while text[nameEnd].isWordPart || text[nameEnd] == UInt8(ascii: "-") { nameEnd += 1 }
            let name = text.string(index + 2..<nameEnd)
            let place = text.place(index..<nameEnd)
            if !instruction.flags.contains(name) {
                if let near = nearestName(to: name, in: instruction.flags) {
                    throw CodeFault(
                        range: place, message: "expected '--\(near)', found '--\(name)'",
                        edit: .init(range: place, replacement: "--\(near)"))
                }
            } else if nameEnd == word.upperBound, !DockerInstruction.switches.contains(name) {
                let next = text.skipBlanks(nameEnd)
                throw CodeFault(
                    range: place, message: "'--\(name)' has its value right after '='",
                    edit: next > nameEnd
                        ? .init(
                            range: text.place(nameEnd)..<text.place(next), replacement: "=")
                        : nil)
            }
            index = text.skipBlanks(word.upperBound)
        }
        return index
    }

    // MARK: Forms

    private mutating func readFrom(_ text: DockerfileText, _ start: Int) throws(CodeFault) {
        let words = text.words(from: start)
        try refuseComment(text, words)
        for word in words where text.isElision(word) {
            elisions += 1
            return
        }
        guard words.count > 1 else { return }
        let keyword = words[1]
        guard text.string(keyword).uppercased() == "AS" else {
            let range = text.place(keyword)
            throw CodeFault(
                range: range,
                message: "expected 'AS' and a name after the image, found "
                    + "'\(text.string(keyword))'",
                edit: words.count == 3
                    ? .init(range: range, replacement: "AS")
                    : words.count == 2
                        ? .init(range: range.lowerBound..<range.lowerBound, replacement: "AS ")
                        : nil)
        }
        guard words.count > 2 else {
            throw CodeFault(
                range: text.place(keyword), message: "expected the name of a stage after 'AS'")
        }
        guard words.count == 3 else {
            throw CodeFault(
                range: text.place(words[3]),
                message: "expected the end of the line, found '\(text.string(words[3]))'")
        }
    }

    private func refuseComment(
        _ text: DockerfileText, _ words: [Range<Int>]
    ) throws(CodeFault) {
        guard let word = words.first(where: { text[$0.lowerBound] == UInt8(ascii: "#") }) else {
            return
        }
        let end = text.skipBlanksBack(word.lowerBound)
        throw CodeFault(
            range: text.place(word.lowerBound..<text.count),
            message: "a comment has a line of its own: '#' is an argument here",
            edit: .init(range: text.place(end..<end).lowerBound..<text.end, replacement: ""))
    }

    /// `name=value …`, or `name value` in the old form.
    private mutating func readPairs(
        _ text: DockerfileText, _ start: Int, of instruction: DockerInstruction
    ) throws(CodeFault) {
        let (words, open) = text.quotedWords(from: start, escape: escape)
        if let open { throw unclosedQuote(text, open) }
        guard let first = words.first else { return }
        if text.isElision(first) {
            elisions += 1
            return
        }
        try refuseOddQuote(text, words)
        guard text.bytes[first].contains(UInt8(ascii: "=")) else {
            if words.count < 2, !isPlaceholder(text, first) {
                let name = text.string(first)
                throw CodeFault(
                    range: text.place(first),
                    message: "expected a value of '\(name)': \(instruction.rawValue) "
                        + "\(name)=…")
            }
            return countElisions(text, words[words.count > 1 ? 1 : 0].lowerBound)
        }
        for (position, word) in words.enumerated() {
            if text.isElision(word) {
                elisions += 1
            } else if text[word.lowerBound] == UInt8(ascii: "=") {
                throw CodeFault(
                    range: text.place(word), message: "expected a name before '='")
            } else if !text.bytes[word].contains(UInt8(ascii: "=")),
                !isPlaceholder(text, word)
            {
                if text[word.lowerBound] == UInt8(ascii: "#") { try refuseComment(text, [word]) }
                throw CodeFault(
                    range: text.place(word),
                    message: "expected '=' and a value after '\(text.string(word))': a value with "
                        + "blanks is quoted",
                    edit: quotation(text, words, position))
            }
        }
    }

    private func isPlaceholder(_ text: DockerfileText, _ word: Range<Int>) -> Bool {
        guard isFragment else { return false }
        let first = text[word.lowerBound]
        return first == UInt8(ascii: "<") || first == UInt8(ascii: "[")
            || first == UInt8(ascii: "{") || text.isElision(word)
    }

    /// Quotes the value before a word, with the words up to the next name.
    private func quotation(
        _ text: DockerfileText, _ words: [Range<Int>], _ position: Int
    ) -> CodeFault.Edit? {
        let pair = words[position - 1]
        guard position > 0,
            let equals = text.bytes[pair].firstIndex(of: UInt8(ascii: "="))
        else { return nil }
        var last = position
        while last + 1 < words.count, !text.bytes[words[last + 1]].contains(UInt8(ascii: "=")) {
            last += 1
        }
        let value = equals + 1..<words[last].upperBound
        guard !value.isEmpty, !text.bytes[value].contains(UInt8(ascii: "\"")) else { return nil }
        return .init(range: text.place(value), replacement: "\"\(text.string(value))\"")
    }

    func unclosedQuote(_ text: DockerfileText, _ open: Int) -> CodeFault {
        let quote = text.string(open..<open + 1)
        let end = text.place(text.count..<text.count)
        return CodeFault(
            range: text.place(open..<open + 1),
            message: "the \(quote == "'" ? "single" : "double") quote is never closed",
            edit: .init(range: end, replacement: quote), kind: .token)
    }

    /// `“` in the place of a quote.
    private func refuseOddQuote(
        _ text: DockerfileText, _ words: [Range<Int>]
    ) throws(CodeFault) {
        for word in words {
            guard let equals = text.bytes[word].firstIndex(of: UInt8(ascii: "=")) else { continue }
            if text.starts(with: "“", at: equals + 1) || text.starts(with: "”", at: equals + 1) {
                throw oddSign(text, equals + 1)
            }
        }
    }

    func oddSign(_ text: DockerfileText, _ index: Int) -> CodeFault {
        let scanner = Scanner(code)
        let place = text.place(index)
        let (length, value) = scanner.scalar(at: place)
        let range = place..<min(code.count, place + length)
        let plain = OddSigns.plain(value)
        return CodeFault(
            range: range,
            message: OddSigns.name(scanner, range) + (plain.map { " is not '\($0)'" } ?? ""),
            edit: plain.map { .init(range: range, replacement: $0) }, kind: .token)
    }

    private mutating func readArg(_ text: DockerfileText, _ start: Int) throws(CodeFault) {
        let (words, open) = text.quotedWords(from: start, escape: escape)
        if let open { throw unclosedQuote(text, open) }
        try refuseComment(text, words)
        try refuseOddQuote(text, words)
        for (position, word) in words.enumerated() {
            if text.isElision(word) { elisions += 1 }
            guard text[word.lowerBound] == UInt8(ascii: "=") else { continue }
            let before = position > 0 ? words[position - 1].upperBound : word.lowerBound
            let next = position + 1 < words.count ? words[position + 1].lowerBound : before
            let isLone = word.count == 1 && next > before
            let end = isLone ? next : word.lowerBound + 1
            throw CodeFault(
                range: text.place(word), message: "'=' follows the name without a blank",
                edit: position > 0
                    ? .init(
                        range: text.place(before..<before).lowerBound..<text.place(end),
                        replacement: "=") : nil)
        }
    }

    private mutating func readRun(_ text: DockerfileText, _ start: Int) throws(CodeFault) {
        if try readArray(text, start, .command) { return }
        let end = text.end
        try refuseApartDelimiter(text, start)
        let documents = try readHereDocuments(text, from: start)
        guard let document = documents.first else { return try readCommands(text, start) }
        if documents.count == 1, document.word.lowerBound == start,
            text.skipBlanks(document.word.upperBound) >= text.count
        {
            // The text of the document is the script, of a program that its first line names.
            if !code[document.body].starts(with: "#!".utf8)
                || code[document.body.lowerBound..<lineEnd(document.body.lowerBound)]
                    .suffix(2).elementsEqual("sh".utf8)
            {
                try readCommands(document.body)
            }
            return
        }
        // `RUN <<EOF cat` gives its text to the command; all others do as the shell does.
        guard document.word.lowerBound > start else { return }
        let last = max(end, min(index, code.count))
        try readCommands(text.place(start)..<last)
    }

    /// `<< EOF`: no here-document here, though it is one in the shell.
    private func refuseApartDelimiter(
        _ text: DockerfileText, _ start: Int
    ) throws(CodeFault) {
        let words = text.quotedWords(from: start, escape: escape).words
        for (word, next) in zip(words, words.dropFirst())
        where text.string(word) == "<<" || text.string(word) == "<<-" {
            let delimiter = text.bytes[next].filter {
                $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"")
            }
            let hasEnd = code[min(index, code.count)...].split(separator: 0x0A).contains {
                $0.elementsEqual(delimiter)
            }
            guard hasEnd else { continue }
            throw CodeFault(
                range: text.place(word.lowerBound..<next.upperBound),
                message: "the word of a here-document follows '\(text.string(word))' without a "
                    + "blank",
                edit: .init(
                    range: text.place(word).upperBound..<text.place(next.lowerBound),
                    replacement: ""))
        }
    }

    private mutating func readCommands(_ text: DockerfileText, _ start: Int) throws(CodeFault) {
        guard start < text.count else { return }
        try readCommands(text.place(start)..<text.end)
    }

    private mutating func readShell(_ text: DockerfileText, _ start: Int) throws(CodeFault) {
        guard try readArray(text, start, .command) else {
            throw CodeFault(
                range: text.place(start..<text.count),
                message: "SHELL has a JSON array of strings: SHELL [\"/bin/sh\", \"-c\"]")
        }
        let shell = text.string(start..<text.count).lowercased()
        readsCommands =
            !["powershell", "pwsh", "cmd", "python", "perl", "ruby", "node", "fish"].contains {
                shell.contains($0)
            }
    }

    private mutating func readCopy(
        _ text: DockerfileText, _ start: Int, _ name: String
    ) throws(CodeFault) {
        if try readArray(text, start, .path) { return }
        let documents = try readHereDocuments(text, from: start)
        let words = text.words(from: start)
        let elided = elisions
        for word in words
        where text.isElision(word) || text.bytes[word].suffix(3).elementsEqual("...".utf8) {
            elisions += 1
        }
        guard words.count < 2, elided == elisions, documents.isEmpty else { return }
        guard let word = words.first, !isPlaceholder(text, word) else { return }
        throw CodeFault(
            range: text.place(word),
            message: "expected a destination after '\(text.string(word))'")
    }

    private mutating func readHealthcheck(
        _ text: DockerfileText, _ start: Int
    ) throws(CodeFault) {
        let end = text.wordEnd(start)
        let word = text.string(start..<end)
        switch word.uppercased() {
        case "NONE": return
        case "CMD":
            let command = text.skipBlanks(end)
            guard command < text.count else {
                throw CodeFault(
                    range: text.place(start..<end), message: "expected a command after 'CMD'")
            }
            if try !readArray(text, command, .command) { try readCommands(text, command) }
        default:
            if text.isElision(start..<end) {
                elisions += 1
                return
            }
            let range = text.place(start..<end)
            let near = nearestName(to: word, in: ["CMD", "NONE"])
            throw CodeFault(
                range: range, message: "expected 'CMD' or 'NONE', found '\(word)'",
                edit: near.map { .init(range: range, replacement: $0) }
                    ?? .init(range: range.lowerBound..<range.lowerBound, replacement: "CMD "))
        }
    }
}
