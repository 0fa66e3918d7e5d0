/// What a reading notes for the search for the cause of a fault.
struct ShellNotes {
    mutating func close(_ opened: ShellParser.Opened, with closer: Range<Int>, in scanner: Scanner)
    {}
    mutating func quote(_ range: Range<Int>, in scanner: Scanner) {}
    mutating func command(_ range: Range<Int>) {}
    mutating func end(_ range: Range<Int>) {}
}

extension ShellParser {
    /// Reads the code.
    func reading() -> CodeReading {
        var parser = self
        return parser.run()
    }
}
