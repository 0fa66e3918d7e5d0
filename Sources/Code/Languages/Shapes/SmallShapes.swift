/// Languages whose comments and quotes a table says.
extension CodeLanguage {
    /// Zig: https://ziglang.org/documentation/master/
    package static let zig = CodeLanguage(
        shapeOf: "zig",
        .init(language: "Zig", blockComments: [], specialBytes: Array("\\".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: """
                align allowzero and anyframe anytype asm async await break callconv catch comptime
                continue defer else errdefer error export extern for if inline linksection noalias
                noinline nosuspend opaque or orelse packed resume return suspend switch test threadlocal
                try unreachable usingnamespace volatile while
                """,
                .declaration: "const var fn pub struct enum union",
                .constant: "true false null undefined",
                .type: """
                bool void noreturn type anyerror anyopaque isize usize i8 u8 i16 u16 i32 u32 i64 u64 i128
                u128 f16 f32 f64 f80 f128 comptime_int comptime_float
                """,
            ],
            introducing: [.function: "fn"], sigils: [UInt8(ascii: "@"): .macro]),
        special: { scanner, tokens, words in
            // A line of a text over lines.
            guard scanner.ahead(1) == UInt8(ascii: "\\") else { return false }
            let start = scanner.index
            scanner.skipLine()
            tokens.append(words["STRING"], start, scanner.index)
            return true
        })

    /// Solidity: https://docs.soliditylang.org/en/latest/grammar.html
    package static let solidity = CodeLanguage(
        shapeOf: "solidity",
        .init(language: "Solidity", quotes: [.string("\""), .string("'")]),
        vocabulary: Vocabulary(
            words: [
                .keyword: """
                abstract anonymous as assembly break calldata catch constant constructor continue delete
                do else emit external fallback for from if immutable indexed internal is memory new
                override payable private public pure receive return returns revert storage throw try
                unchecked using view virtual while
                """,
                .declaration:
                    "contract interface library struct enum function modifier event error mapping",
                .importing: "import pragma", .constant: "true false wei gwei ether",
                .type: """
                address bool string bytes byte int uint int8 uint8 int128 uint128 int256 uint256 bytes4
                bytes32 uint16 uint32 uint64 uint112
                """,
                .own: "this super msg block tx", .builtin: "require assert keccak256",
            ],
            introducing: [
                .function: "function modifier event error",
                .className: "contract interface library struct enum",
            ]))

    /// Nix: https://nix.dev/manual/nix/stable/language/
    package static let nix = CodeLanguage(
        shapeOf: "nix",
        .init(
            language: "Nix", lineComments: ["#"], quotes: [], hasScriptLine: true,
            specialBytes: Array("\"'.".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: "assert else if in inherit let or rec then with",
                .constant: "true false null", .builtin: "import builtins map toString derivation",
            ], marksCalls: false),
        special: nixText)

    private static let nixForms: [InterpolatedText] = [
        .init(open: "\"", close: "\"", isMultiline: true, codes: ["${"])
    ]
    private static let nixTexts = FreeFormLexer.texts(nixForms)

    /// `"…"` and `''…''`, in which `'''`, `''$` and `''\` escape.
    @Sendable private static func nixText(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        if scanner.byte == UInt8(ascii: "\"") { return nixTexts(&scanner, &tokens, words) }
        if scanner.byte == UInt8(ascii: ".") {
            // A function that takes more arguments than it names.
            guard scanner.starts(with: "... }") || scanner.starts(with: "...}") else {
                return false
            }
            scanner.index += 3
            tokens.append(words["SIGN"], start, scanner.index)
            return true
        }
        guard scanner.ahead(1) == UInt8(ascii: "'"), !scanner[start - 1].isWordPart else {
            // A name may have primes.
            scanner.index += 1
            tokens.append(words["SIGN"], start, scanner.index)
            return true
        }
        scanner.index += 2
        while !scanner.isAtEnd {
            if scanner.starts(with: "''") {
                let next = scanner.ahead(2)
                if next == UInt8(ascii: "'") || next == UInt8(ascii: "$") {
                    scanner.index += 3
                } else if next == UInt8(ascii: "\\") {
                    scanner.index += 4
                } else {
                    scanner.index += 2
                    tokens.append(words["CHAR"], start, scanner.index)
                    return true
                }
            } else if scanner.starts(with: "${") {
                scanner.index += 2
                let inside = scanner.index
                if !scanner.skipCode(nixForms) { scanner.index = inside }
            } else {
                scanner.index += 1
            }
        }
        scanner.index = min(scanner.index, scanner.count)
        tokens.complain("the string is not closed", start, start + 2)
        return true
    }

    /// OCaml: https://ocaml.org/manual/5.3/lex.html
    package static let ocaml = CodeLanguage(
        shapeOf: "ocaml",
        .init(
            language: "OCaml", lineComments: [], blockComments: [("(*", "*)")], nestsComments: true,
            quotes: [.text("\"")], hasScriptLine: true, specialBytes: Array("'{(".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: """
                and as assert begin constraint do done downto effect else end exception external for fun
                function functor if in include inherit initializer lazy let match method mod module
                mutable new nonrec object of open private rec sig struct then to try type val virtual
                when while with
                """,
                .constant: "true false", .type: "int float string bool char unit list option array",
            ], marksCalls: false),
        special: { scanner, tokens, words in
            if scanner.byte == UInt8(ascii: "{") { return quotedText(&scanner, &tokens, words) }
            return loneQuote(&scanner, &tokens, words)
        })

    /// F#: https://fsharp.org/specs/language-spec/
    package static let fsharp = CodeLanguage(
        shapeOf: "fsharp",
        .init(
            language: "F#", blockComments: [("(*", "*)")], nestsComments: true,
            quotes: [
                .text("\"\"\"", hasEscapes: false),
                .init(
                    open: "@\"", close: "\"", token: "STRING", isMultiline: true, hasEscapes: false,
                    doubles: true), .text("\""),
            ], hasScriptLine: true, specialBytes: Array("'(".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: """
                abstract and as assert base begin class default delegate do done downcast downto elif else
                end exception extern finally for fun function global if in inherit inline interface
                internal lazy let match member module mutable namespace new not of open or override
                private public rec return static struct then to try type upcast use val void when while
                with yield async task
                """,
                .constant: "true false null",
                .type: "int float string bool char unit list option array seq",
            ], marksCalls: false),
        special: loneQuote)

    /// Scala: https://docs.scala-lang.org/scala3/reference/syntax.html
    package static let scala = CodeLanguage(
        shapeOf: "scala",
        .init(
            language: "Scala", nestsComments: true,
            quotes: [
                .text("\"\"\"\"\"\"", hasEscapes: false), .text("\"\"\"", hasEscapes: false),
                .string("\""),
                .init(open: "`", close: "`", token: "STRING", hasEscapes: false),
            ], wordByte: UInt8(ascii: "$"), hasScriptLine: true, specialBytes: Array("'\"".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: """
                case catch derives do else end extends extension finally for forSome given if implicit
                infix inline match new open opaque return then throw transparent try using while with
                yield
                """,
                .declaration: """
                abstract class def enum final lazy object override package private protected sealed
                trait type val var
                """,
                .importing: "import export", .constant: "true false null",
                .type: """
                Any AnyRef Boolean Byte Char Double Float Int Long Nothing Short String Unit List Map Seq
                Option
                """,
                .own: "this super", .builtin: "println",
            ],
            introducing: [.function: "def", .className: "class object trait enum extends"],
            sigils: [UInt8(ascii: "@"): .decorator]),
        special: { scanner, tokens, words in
            if scanner.byte == UInt8(ascii: "'") { return loneQuote(&scanner, &tokens, words) }
            // A quote may follow the three that end a text, and code is only in texts with a prefix.
            guard scanner[scanner.index - 1].isWordPart, !scanner.starts(with: "\"\"\"") else {
                return tripleQuoted(&scanner, &tokens, words)
            }
            return scalaTexts(&scanner, &tokens, words)
        })

    private static let scalaTexts = FreeFormLexer.texts([
        .init(open: "\"", close: "\"", codes: ["${"])
    ])

    /// `"""…"""`, whose end may have quotes before it.
    private static func tripleQuoted(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        guard scanner.starts(with: "\"\"\"") else { return false }
        scanner.index += 3
        guard scanner.skip(past: "\"\"\"") else {
            tokens.complain("the string is not closed", start, start + 3)
            return true
        }
        while scanner.byte == UInt8(ascii: "\"") { scanner.index += 1 }
        tokens.append(words["STRING"], start, scanner.index)
        return true
    }

    /// R: https://cran.r-project.org/doc/manuals/r-release/R-lang.html
    package static let r = CodeLanguage(
        shapeOf: "r",
        .init(
            language: "R", lineComments: ["#"], blockComments: [],
            quotes: [
                .text("\""), .text("'"),
                .init(open: "`", close: "`", token: "STRING", isMultiline: true),
            ], wordByte: UInt8(ascii: "."), hasScriptLine: true, specialBytes: Array("rR".utf8)),
        vocabulary: Vocabulary(
            words: [
                .keyword: "break else for function if in next repeat return while",
                .importing: "library require source",
                .constant: "TRUE FALSE NULL NA Inf NaN T F NA_character_ NA_integer_ NA_real_",
            ]),
        special: { scanner, tokens, words in
            // `r"(…)"`, `R"---[…]---"`
            let start = scanner.index
            let quote = scanner.ahead(1)
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                !scanner[start - 1].isWordPart
            else { return false }
            var index = start + 2
            while scanner[index] == UInt8(ascii: "-") { index += 1 }
            let dashes = index - start - 2
            let closers: [UInt8: UInt8] = [0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D]
            guard let closer = closers[scanner[index]] else { return false }
            let end = [closer] + [UInt8](repeating: UInt8(ascii: "-"), count: dashes) + [quote]
            while index < scanner.count {
                if scanner[index] == closer, scanner.starts(with: end, at: index) {
                    scanner.index = index + end.count
                    tokens.append(words["STRING"], start, scanner.index)
                    return true
                }
                index += 1
            }
            scanner.index = scanner.count
            tokens.complain("the string is not closed", start, start + 2)
            return true
        })

    // MARK: Quotes that are more than quotes

    /// `'a'` and `'\n'` are characters, `'a` a type or a symbol, `a'` a name; `(*)` an operator.
    @Sendable private static func loneQuote(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        if scanner.byte == UInt8(ascii: "(") {
            guard scanner.starts(with: "(*)") else { return false }
            scanner.index += 3
            tokens.append(words["SIGN"], start, scanner.index)
            return true
        }
        var index = start + 1
        if scanner[start - 1].isWordPart {
            // A prime of a name.
        } else if scanner[index] == UInt8(ascii: "\\") {
            let limit = min(scanner.count, start + 12)
            index += 2
            while index < limit, scanner[index] != UInt8(ascii: "'"), scanner[index] != 0x0A {
                index += 1
            }
            if scanner[index] == UInt8(ascii: "'") {
                scanner.index = index + 1
                tokens.append(words["CHAR"], start, scanner.index)
                return true
            }
        } else if scanner[index] != 0x0A, index < scanner.count {
            index += 1
            while scanner[index] & 0xC0 == 0x80 { index += 1 }
            if scanner[index] == UInt8(ascii: "'") {
                scanner.index = index + 1
                tokens.append(words["CHAR"], start, scanner.index)
                return true
            }
        }
        scanner.index = start + 1
        tokens.append(words["SIGN"], start, scanner.index)
        return true
    }

    /// `{|…|}`, `{id|…|id}`.
    private static func quotedText(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        var index = start + 1
        if scanner[index] == UInt8(ascii: "%") { index += 1 }
        while scanner[index].isLetter && !scanner[index].isUpper
            || scanner[index] == UInt8(ascii: "_")
        {
            index += 1
        }
        guard scanner[index] == UInt8(ascii: "|") else { return false }
        let end =
            Array(scanner.code[index..<index + 1]) + Array(scanner.code[start + 1..<index])
            + [UInt8(ascii: "}")]
        index += 1
        while index < scanner.count {
            if scanner[index] == UInt8(ascii: "|"), scanner.starts(with: end, at: index) {
                scanner.index = index + end.count
                tokens.append(words["STRING"], start, scanner.index)
                return true
            }
            index += 1
        }
        return false
    }
}
