extension LanguageCheck {
    package static let rust = LanguageCheck("rust") { text in
        FragmentGrammar(
            tool: "rustfmt",
            // Items, statements, methods, fields, arms of a match.
            wrappings: [
                .none, Wrapping("fn _f(){", "}"), Wrapping("impl _T{", "}"),
                Wrapping("struct _T{", "}"), Wrapping("fn _f(){match _x{", "}}"),
                Wrapping("fn _f(){let _x=", ";}"),
            ],
            rewrite: RustModules.rewrite
        ).examine(text, fileExtension: "rs")
    }
}

enum RustModules {
    /// Makes `use x;` of `mod x;`, so that no file is looked for; they parse alike. O(bytes).
    static func rewrite(_ code: inout [UInt8]) {
        let word = Array("mod".utf8)
        var index = 0
        while index + 3 < code.count {
            guard code[index] == word[0], code[index..<index + 3].elementsEqual(word),
                index == 0 || !isName(code[index - 1])
            else {
                index += 1
                continue
            }
            var end = index + 3
            while end < code.count, code[end] == 0x20 { end += 1 }
            let name = end
            while end < code.count, isName(code[end]) { end += 1 }
            let isNamed = name > index + 3 && end > name
            while end < code.count, code[end] == 0x20 { end += 1 }
            if isNamed, end < code.count, code[end] == UInt8(ascii: ";") {
                code.replaceSubrange(index..<index + 3, with: "use".utf8)
            }
            index = end
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
        default: false
        }
    }
}
