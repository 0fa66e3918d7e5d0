/// How make reads a line without a leading tab.
enum MakefileLine {
    /// The words that begin a directive of make, which may be indented (GNU make, appendix A).
    static let directives: Set<String> = [
        "ifeq", "ifneq", "ifdef", "ifndef", "else", "endif", "include", "-include", "sinclude",
        "define", "endef", "export", "unexport", "override", "private", "vpath", "undefine", "load",
    ]

    /// More words than these before a colon are no targets.
    private static let mostTargets = 5

    static func firstWord(of text: ArraySlice<UInt8>) -> String {
        String(
            decoding: text.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "(") },
            as: UTF8.self)
    }

    /// Whether a line is `targets: prerequisites`, not `name := value`.
    static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
        if text.starts(with: "$ ".utf8) || text.starts(with: "make:".utf8)
            || text.starts(with: "make[".utf8)
        {
            return false
        }
        guard let mark = firstMark(in: text), text[mark] == UInt8(ascii: ":") else { return false }
        let rest = text[mark...].drop { $0 == UInt8(ascii: ":") }
        if rest.first == UInt8(ascii: "=") { return false }
        // An address, or a sentence with a colon.
        if rest.begins("//") || text[..<mark].split(separator: 0x20).count > mostTargets {
            return false
        }
        // `target: NAME = value` sets a variable for a target and begins no recipe.
        return !isAssignment(rest.drop { $0 == 0x20 || $0 == 0x09 })
    }

    /// Whether make finds neither a rule nor an assignment nor a call in a line: it stops there
    /// with "missing separator".
    static func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
        // `$(info …)` and `$(eval …)` may be alone on a line.
        if text.starts(with: "$(".utf8) || text.starts(with: "${".utf8) { return false }
        if isAssignment(text) { return false }
        return firstMark(in: text).map { text[$0] != UInt8(ascii: ":") } ?? true
    }

    /// `NAME = value`, `NAME := value`, `NAME += value`, `NAME ?= value`, `NAME != command`.
    private static func isAssignment(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix { !" \t=:+?!#".utf8.contains($0) }
        if name.isEmpty { return false }
        var rest = text.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 }
        rest = rest.drop { ":+?!".utf8.contains($0) }
        return rest.first == UInt8(ascii: "=")
    }

    /// The first `:` or `=` outside of `$(…)`, before any comment.
    private static func firstMark(in text: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "{"):
                if depth > 0 || previous == UInt8(ascii: "$") { depth += 1 }
            case UInt8(ascii: ")"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "#") where depth == 0: return nil
            case UInt8(ascii: ":"), UInt8(ascii: "="):
                if depth == 0 { return index }
            default: break
            }
            previous = byte
        }
        return nil
    }
}
