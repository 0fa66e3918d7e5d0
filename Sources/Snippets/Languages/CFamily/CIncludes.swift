/// Whether a C or C++ text is safe for a compiler.
///
/// Anybody may write an article, and a compiler prints lines of the files that it reads: `#include
/// "/etc/passwd"` would publish them. So a compiler only gets texts whose directives are all known
/// to be harmless and whose headers are standard. The check reads raw lines, even where a scanner
/// sees a string or a comment: the compiler may see it differently.
enum CIncludes {
    /// O(bytes); false when in doubt.
    static func areSafe(in code: [UInt8]) -> Bool {
        // Pasted tokens may become any token: `P(__has_, include)`.
        if contains(code, "##") || contains(code, "%:%:") { return false }
        // Lone carriage returns, form feeds and NUL end lines for some compilers and not for
        // others.
        if code.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != .lineFeed }) { return false }
        if contains(code, "??") || contains(code, "%:") { return false }
        for word in forbidden where contains(code, word) { return false }
        var isContinued = false
        for line in code.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            let text = line.drop(while: \.isBlank)
            let splices = line.last { !$0.isBlank } == .backslash
            if text.first == UInt8(ascii: "#") {
                guard isSafe(directive: text.dropFirst(), splices: splices) else { return false }
                isContinued = splices
            } else {
                if splices, !isContinued { return false }
                if !splices { isContinued = false }
                if hidesDirective(text) { return false }
            }
        }
        return true
    }

    /// Words that read files or test for them without being a directive, or that change the
    /// messages.
    private static let forbidden = [
        "__has_include", "__has_embed", "_Pragma", "incbin", "include_next", "#embed", "#import",
        "__import", "export import",
    ]

    private static func isSafe(directive: ArraySlice<UInt8>, splices: Bool) -> Bool {
        let text = directive.drop(while: \.isBlank)
        let name = String(decoding: text.prefix(while: \.isNameStart), as: UTF8.self)
        let rest = text.dropFirst(name.utf8.count).drop(while: \.isBlank)
        switch name {
        case "include": return !splices && isStandardHeader(rest)
        case "define": return isHarmless(definition: rest)
        case "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "error", "warning":
            return !splices
        case "pragma":
            let word = rest.prefix { $0.isWord }
            return !splices && ["once", "pack", "omp"].contains { word.elementsEqual($0.utf8) }
        default: return false
        }
    }

    /// `<stdio.h>`, followed by nothing but a comment.
    private static func isStandardHeader(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<"), let end = text.firstIndex(of: UInt8(ascii: ">"))
        else { return false }
        let name = String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self)
        let rest = text[(end + 1)...].drop(while: \.isBlank)
        return StandardHeaders.all.contains(name) && (rest.isEmpty || rest.starts(with: "//".utf8))
    }

    /// Names reserved for the implementation might change what its headers include.
    private static func isHarmless(definition: ArraySlice<UInt8>) -> Bool {
        guard definition.first == UInt8(ascii: "_") else { return true }
        let name = definition.prefix(while: \.isWord)
        return [
            "_GNU_SOURCE", "_DEFAULT_SOURCE", "_BSD_SOURCE", "_POSIX_C_SOURCE", "_XOPEN_SOURCE",
        ]
        .contains { name.elementsEqual($0.utf8) }
    }

    /// A directive after a comment, `/* */ #include …`, and `import` of modules.
    private static func hidesDirective(_ line: ArraySlice<UInt8>) -> Bool {
        if line.starts(with: "import".utf8) || line.starts(with: "module".utf8) { return true }
        guard let mark = line.lastIndex(of: UInt8(ascii: "#")) else { return false }
        return contains(Array(line[..<mark]), "*/")
    }

    private static func contains(_ code: [UInt8], _ text: String) -> Bool {
        let text = Array(text.utf8)
        guard let first = text.first, code.count >= text.count else { return false }
        return (0...(code.count - text.count)).contains {
            code[$0] == first && code[$0..<($0 + text.count)].elementsEqual(text)
        }
    }
}
