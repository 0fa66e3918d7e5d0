/// Distinguishes sessions at a prompt from programs.
enum Session {
    /// The label that fits a text whose first line begins with a prompt: `console` for `$ make`,
    /// `gdb` for `(gdb) bt`; nil for any other text.
    static func label(of code: [UInt8]) -> String? {
        let text = code.drop { $0.isBlank || $0 == .lineFeed }
        if text.starts(with: "$ ".utf8) { return "console" }
        if text.starts(with: "(gdb)".utf8) || text.starts(with: "(lldb)".utf8) { return "gdb" }
        return nil
    }
}
