extension LanguageCheck {
    package static let java = LanguageCheck("java") { JavaCheck.examine($0) }
}

enum JavaCheck {
    static func examine(_ text: SnippetText) -> Examination {
        if isAnotherLanguage(text.code) {
            return Examination(.undecided("it is not Java"))
        }
        let parts = JavaParts(text.code)
        // A constructor must be called what its class is.
        let name = parts.constructor ?? "_T"
        return FragmentGrammar(
            tool: "javac", style: .java,
            // A file, members of a class, statements, a value, constants of an enum, cases.
            wrappings: [
                .none, Wrapping("class \(name){", "}"),
                Wrapping("class _T{void _m(){for(;;){", "}}}"),
                Wrapping("class _T{Object _v=", ";}"), Wrapping("enum _T{", "}"),
                Wrapping("class _T{void _m(){switch(_v){", "}}}"),
            ],
            chain: Wrapping("class _T{Object _v=_x", ";}"),
            head: JavaHead.end,
            others: { bytes in
                let parts = JavaParts(bytes)
                return [parts.mixture, parts.signatures, ended(bytes, text.code)].compactMap { $0 }
            }
        ).examine(text, fileExtension: "java")
    }

    /// The methods of a listing in which three dots end a chain of calls: with a semicolon where
    /// they were; nil where none were left out on a line of their own.
    private static func ended(_ bytes: [UInt8], _ code: [UInt8]) -> CheckedText? {
        var out = bytes
        for index in code.indices {
            let isDot = code[index] == UInt8(ascii: ".") || code[index] == 0xE2
            guard isDot, bytes[index] == 0x20, index == 0 || code[index - 1] <= 0x20 else {
                continue
            }
            out[index] = UInt8(ascii: ";")
        }
        return out == bytes ? nil : Wrapping("class _T{", "}").text(out)
    }

    /// A line that begins with `#include`, `#define` or `JNIEXPORT` is of C, one that begins with
    /// `def ` of Groovy: both are seen under this label.
    private static func isAnotherLanguage(_ code: [UInt8]) -> Bool {
        code.split(separator: 0x0A).contains { line in
            ["#", "JNIEXPORT ", "def "].contains { line.starts(with: $0.utf8) }
        }
    }
}
