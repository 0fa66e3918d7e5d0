extension LanguageCheck {
    package static let rust = LanguageCheck("rust") { text in
        // `#[path = "…"] mod x;` would make rustfmt read a file, however it is spelt.
        if RustModules.namesPath(text.code) {
            return Examination(.undecided("it names the path of another file"))
        }
        return FragmentGrammar(
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
    /// Whether an attribute may set a path: the word `path`, then `=`. O(bytes).
    static func namesPath(_ code: [UInt8]) -> Bool {
        guard code.contains(UInt8(ascii: "#")) else { return false }
        let word = Array("path".utf8)
        var start = 0
        while let found = code[start...].firstRange(of: word) {
            let next = code[found.upperBound...].first { $0 > 0x20 }
            if next == UInt8(ascii: "=") || next == UInt8(ascii: "/") { return true }
            start = found.upperBound
        }
        return false
    }

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
