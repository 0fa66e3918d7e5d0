/// Guesses the meaning of a word that is nearly a number or a date.
enum TOMLMending {
    enum Number {
        /// Valid, but beyond 64 bits.
        case outOfRange
        /// `007`; with the number without leading zeros.
        case zerosInFront(String)
        /// In TOML's notation: `0.5` for `.5`.
        case mended(String)
    }

    enum Date {
        /// In TOML's notation.
        case mended(String)
        /// The day or time does not exist.
        case impossible
    }

    /// nil for text that is not a number, such as `3s` or `1.2.3`.
    static func number(_ text: String) -> Number? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy(TOMLParser.isWordByte) else { return nil }
        let sign = bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") ? 1 : 0
        let digits = bytes[sign...]
        guard let first = digits.first, first.isDigit || first == UInt8(ascii: ".") else {
            return nil
        }
        if digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "_") }) {
            let plain = digits.filter(\.isDigit)
            let isPlain = plain.count == digits.count
            if plain.count > 1, plain[0] == UInt8(ascii: "0") {
                let number = plain.drop { $0 == UInt8(ascii: "0") }
                return .zerosInFront(
                    string(bytes[..<sign]) + (number.isEmpty ? "0" : string(number)))
            }
            return isPlain || isNumber(bytes) == nil && isNumber(bytes[..<sign] + plain) == nil
                ? .outOfRange : .mended(string(bytes[..<sign] + plain))
        }
        if TOMLNumber.isFloat(in: bytes, 0..<bytes.count) { return .outOfRange }
        let hasPrefix = digits.count > 2 && first == UInt8(ascii: "0")
        if hasPrefix, "xob".utf8.contains(digits[sign + 1] | 0x20) {
            let plain =
                [digits[sign], digits[sign + 1] | 0x20]
                + digits.dropFirst(2).filter { $0 != UInt8(ascii: "_") }
            if let number = isNumber(plain) { return sign == 0 ? .mended(number) : nil }
            let isHexadecimal = plain.dropFirst(2).allSatisfy {
                $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
            }
            return isHexadecimal && plain[1] == UInt8(ascii: "x") && sign == 0 ? .outOfRange : nil
        }
        if first == UInt8(ascii: "0"),
            let number = isNumber(bytes[..<sign] + digits.drop { $0 == UInt8(ascii: "0") })
        {
            return .zerosInFront(number)
        }
        return fraction(bytes[..<sign], digits).map(Number.mended)
    }

    /// `.5`, `5.`, `1_.5`
    private static func fraction(
        _ sign: ArraySlice<UInt8>, _ digits: ArraySlice<UInt8>
    ) -> String? {
        var mended: [UInt8] = []
        for byte in digits where byte != UInt8(ascii: "_") {
            let isAfterDigit = mended.last.map(\.isDigit) ?? false
            if byte == UInt8(ascii: "."), !isAfterDigit { mended.append(UInt8(ascii: "0")) }
            if !byte.isDigit, mended.last == UInt8(ascii: ".") {
                mended.append(UInt8(ascii: "0"))
            }
            mended.append(byte)
        }
        if mended.last == UInt8(ascii: ".") { mended.append(UInt8(ascii: "0")) }
        return isNumber(sign + mended)
    }

    private static func string(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }

    /// The text of a valid TOML number.
    private static func isNumber(_ bytes: some Collection<UInt8>) -> String? {
        let bytes = Array(bytes)
        return bytes.isEmpty || TOMLNumber(in: bytes, 0..<bytes.count) == nil
            ? nil : string(bytes)
    }

    /// `2024-5-1`, `2024/05/01 9:30`, `2024-05-01T00:00`, `2024-05-01T00`, `2024-05-01 10:00:00
    /// +0800`, `9:30`.
    ///
    /// - Returns: nil for text that is not meant as a date or time.
    static func date(_ text: String) -> Date? {
        var reader = DateReader(bytes: Array(text.utf8))
        guard let date = reader.read() else { return nil }
        let bytes = Array(date.utf8)
        return TOMLMoment(in: bytes, 0..<bytes.count) == nil ? .impossible : .mended(date)
    }

    /// Reads a date as people write it and converts it to TOML.
    private struct DateReader {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

        private mutating func take(_ marks: String) -> Bool {
            guard current != 0, marks.utf8.contains(current) else { return false }
            position += 1
            return true
        }

        private mutating func number(_ counts: ClosedRange<Int>) -> String? {
            let digits = bytes[position...].prefix(5).prefix(while: \.isDigit)
            guard counts.contains(digits.count) else { return nil }
            position = digits.endIndex
            let text = TOMLMending.string(digits)
            return digits.count == 1 ? "0" + text : text
        }

        mutating func read() -> String? {
            if bytes.dropFirst().prefix(2).contains(UInt8(ascii: ":")) {
                return time().flatMap { position == bytes.count ? $0 : nil }
            }
            guard let year = number(4...4), take("-/."), let month = number(1...2), take("-/."),
                let day = number(1...2)
            else { return nil }
            let date = "\(year)-\(month)-\(day)"
            if position == bytes.count { return date }
            guard take("Tt ") else { return nil }
            while take(" ") {}
            if position == bytes.count { return date }
            guard let time = time(), let zone = zone(), position == bytes.count else { return nil }
            return "\(date)T\(time)\(zone)"
        }

        private mutating func time() -> String? {
            guard let hour = number(1...2) else { return nil }
            // `T09` after a date; `9` alone is not a time.
            if position == bytes.count, position > 10 { return "\(hour):00:00" }
            guard take(":"), let minute = number(1...2) else { return nil }
            guard take(":") else { return "\(hour):\(minute):00" }
            guard let second = number(1...2) else { return nil }
            let time = "\(hour):\(minute):\(second)"
            guard take(".,") else { return time }
            let digits = bytes[position...].prefix(while: \.isDigit)
            position = digits.endIndex
            return digits.isEmpty ? time : "\(time).\(TOMLMending.string(digits))"
        }

        /// Empty without a zone.
        private mutating func zone() -> String? {
            while take(" ") {}
            if position == bytes.count { return "" }
            if take("Zz") { return "Z" }
            let sign = current
            guard take("+-") else { return nil }
            let digits = bytes[position...].filter { $0 != UInt8(ascii: ":") }
            position = bytes.count
            guard digits.allSatisfy(\.isDigit), (1...4).contains(digits.count) else {
                return nil
            }
            let hours = digits.count <= 2 ? digits : Array(digits.dropLast(2))
            let minutes = digits.count <= 2 ? Array("00".utf8) : digits.suffix(2).map { $0 }
            return TOMLMending.string([sign] + (hours.count == 1 ? [0x30] : []) + hours)
                + ":" + TOMLMending.string(minutes)
        }
    }
}
