/// Operators of Swift: a run of signs is one, and the blanks around it decide how it binds.
extension SwiftLexer {
    /// The length of the character at an offset if an operator may begin with it.
    func isOperatorStart(_ offset: Int) -> Int? {
        let byte = scanner[offset]
        if byte < 0x80 {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"),
                UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "?"):
                return 1
            default: return nil
            }
        }
        let (length, value) = scanner.scalar(at: offset)
        guard offset + length <= scanner.count else { return nil }
        switch value {
        case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7,
            0x2016, 0x2017, 0x2020...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E,
            0x2190...0x23FF, 0x2500...0x2775, 0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3003,
            0x3008...0x300F, 0x3012...0x3030:
            return length
        default: return nil
        }
    }

    /// The length of the character at an offset if an operator may go on with it.
    private func isOperatorPart(_ offset: Int) -> Int? {
        if let length = isOperatorStart(offset) { return length }
        guard scanner[offset] >= 0x80 else { return nil }
        let (length, value) = scanner.scalar(at: offset)
        guard offset + length <= scanner.count else { return nil }
        switch value {
        case 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
            0xE0100...0xE01EF:
            return length
        default: return nil
        }
    }

    /// Whether what is before an offset belongs to the operator there.
    func isLeftBound(_ offset: Int) -> Bool {
        switch scanner[offset - 1] {
        case 0, 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, UInt8(ascii: "("), UInt8(ascii: "["),
            UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
            return false
        case UInt8(ascii: "/"): return scanner[offset - 2] != UInt8(ascii: "*")
        case 0xA0: return scanner[offset - 2] != 0xC2
        default: return true
        }
    }

    /// Whether what is at an offset belongs to the operator that ends there.
    func isRightBound(_ offset: Int, isLeftBound: Bool) -> Bool {
        switch scanner[offset] {
        case 0, 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
            return false
        case UInt8(ascii: "."): return !isLeftBound
        case UInt8(ascii: "/"):
            let next = scanner[offset + 1]
            return next != UInt8(ascii: "/") && next != UInt8(ascii: "*")
        case 0xC2: return scanner[offset + 1] != 0xA0
        default: return true
        }
    }

    mutating func operatorSign() {
        let start = scanner.index
        if let end = placeholder() {
            scanner.index = end
            return add(dots, from: start)
        }
        let first = scanner.byte
        let isLeftBound = isLeftBound(start)
        if isDeclaringOperator { return declaredOperator() }
        if isLeftBound, first == UInt8(ascii: "?") || first == UInt8(ascii: "!") {
            scanner.index += 1
            return add(words[first == UInt8(ascii: "?") ? "\"?\"" : "\"!\""], from: start)
        }
        if first == UInt8(ascii: "."), isInKeyPath || !isDotOperator {
            scanner.index += 1
            return add(dot, from: start)
        }
        scanner.index = endOfRun(start)
        let end = scanner.index
        if first == UInt8(ascii: ">"), let shorter = closerLength(start..<end) {
            scanner.index = start + shorter
            return add(words["\">\""], from: start)
        }
        let isRightBound = isRightBound(end, isLeftBound: isLeftBound)
        switch scanner.text(start..<end) {
        case "=":
            if isLeftBound != isRightBound {
                let replacement = isLeftBound ? " =" : "= "
                return complain(
                    "'=' has a blank on one side only", start, end, replacement: replacement)
            }
            add(words["\"=\""], from: start)
        case "->": add(words["\"->\""], from: start)
        case "&" where isLeftBound || !isRightBound: add(words["\"&\""], from: start)
        case "<": add(words["\"<\""], from: start)
        case "?": add(ternary, from: start)
        case "==" where isLeftBound == isRightBound: add(words["\"==\""], from: start)
        case let text where text.utf8.count > 2 && text.utf8.allSatisfy { $0 == 0x2E }:
            let isElision = isLeftBound == isRightBound && !isLeftBound && !isBetweenOperands
            add(
                isElision ? dots : kind(isLeftBound: isLeftBound, isRightBound: isRightBound),
                from: start)
        default: add(kind(isLeftBound: isLeftBound, isRightBound: isRightBound), from: start)
        }
    }

    private func kind(isLeftBound: Bool, isRightBound: Bool) -> UInt8 {
        isLeftBound == isRightBound ? binary : isLeftBound ? postfix : prefix
    }

    /// Where the operator ends that begins at an offset.
    private func endOfRun(_ start: Int) -> Int {
        let startsWithDot = scanner[start] == UInt8(ascii: ".")
        var index = start
        while let length = index == start ? isOperatorStart(index) : isOperatorPart(index) {
            if index > start {
                let byte = scanner[index]
                let next = scanner[index + 1]
                if byte == UInt8(ascii: "."), !startsWithDot { break }
                if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
                {
                    break
                }
                if byte == UInt8(ascii: "<"), next == UInt8(ascii: "#") { break }
            }
            index += length
        }
        return index
    }

    /// Whether the dot here begins an operator such as `..<`.
    private var isDotOperator: Bool {
        isOperatorPart(scanner.index + 1) != nil && scanner.ahead(1) != UInt8(ascii: "/")
            || scanner.ahead(1) == UInt8(ascii: "/") && last == dot
    }

    /// 1 if the first sign of a run may close a list of types; nil for operators such as `>=`.
    private func closerLength(_ run: Range<Int>) -> Int? {
        var index = run.lowerBound
        while index < run.upperBound, scanner[index] == UInt8(ascii: ">") { index += 1 }
        let next = scanner[index]
        if index == run.upperBound || next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
            return 1
        }
        let isArrow =
            next == UInt8(ascii: "-") && scanner[index + 1] == UInt8(ascii: ">")
            || next == UInt8(ascii: "&") && index + 1 == run.upperBound
        return isArrow ? 1 : nil
    }

    /// The name of an operator in its declaration: of `func ==<T>` without the `<`.
    private mutating func declaredOperator() {
        let start = scanner.index
        scanner.index = endOfRun(start)
        let isGeneric =
            scanner.index > start + 1 && scanner[scanner.index - 1] == UInt8(ascii: "<")
            && scanner.byte.isWordStart
        if isGeneric { scanner.index -= 1 }
        add(declared, from: start)
    }

    /// Whether `...` here is between two values of its line.
    private var isBetweenOperands: Bool {
        var before = scanner.index - 1
        while scanner[before] == UInt8(ascii: ".") { before -= 1 }
        while scanner[before] == 0x20 || scanner[before] == 0x09 { before -= 1 }
        var after = scanner.index
        while scanner[after] == 0x20 || scanner[after] == 0x09 { after += 1 }
        func isValue(_ byte: UInt8, _ signs: String) -> Bool {
            byte.isWordPart || byte >= 0x80 || signs.utf8.contains(byte)
        }
        return isValue(scanner[before], ")]\"") && isValue(scanner[after], "([\"-.")
    }

    /// Where a placeholder such as `<your token>` or `<#value#>`, of an editor, ends that begins here.
    private func placeholder() -> Int? {
        guard scanner.starts(with: "<#") else {
            return last == declared
                ? nil : scanner.placeholderEnd(after: "(,=[{+:") ?? scanner.describedEnd
        }
        var index = scanner.index + 2
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner.starts(with: "#>", at: index) { return index + 2 }
            index += 1
        }
        return nil
    }
}
