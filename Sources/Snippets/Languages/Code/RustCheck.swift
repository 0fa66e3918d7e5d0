extension LanguageCheck {
    package static let rust = LanguageCheck("rust") { text in
        FragmentGrammar(
            tool: "rustfmt", style: .rust,
            // Items, statements, methods, fields, arms of a match.
            wrappings: [
                .none, Wrapping("fn _f(){", "}"), Wrapping("impl _T{", "}"),
                Wrapping("struct _T{", "}"), Wrapping("fn _f(){match _x{", "}}"),
                Wrapping("fn _f(){let _x=", ";}"),
            ],
            chain: Wrapping("fn _f(){_x", ";}"), rewrite: RustModules.rewrite
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
                index == 0 || !code[index - 1].isWord
            else {
                index += 1
                continue
            }
            var end = index + 3
            while end < code.count, code[end] == 0x20 { end += 1 }
            let name = end
            while end < code.count, code[end].isWord { end += 1 }
            let isNamed = name > index + 3 && end > name
            while end < code.count, code[end] == 0x20 { end += 1 }
            if isNamed, end < code.count, code[end] == UInt8(ascii: ";") {
                code.replaceSubrange(index..<index + 3, with: "use".utf8)
            }
            index = end
        }
    }
}
