extension CodeLanguage {
    /// C++ as far as brackets, quotes and the words that begin statements tell, from ISO/IEC 14882:2024,
    /// annex A, in the text of a public draft: https://timsong-cpp.github.io/cppwp/n4950/
    ///
    /// What a `<` means depends on what names are, so that no grammar without a table of templates
    /// reads all of C++: only the shape of code is checked.
    package static let cPlusPlus = CodeLanguage(
        "cpp", grammar: cPlusPlusGrammar, whole: ["shape+strict"], fragments: ["shape"],
        blamesLineEnd: true,
        vocabulary: cPlusPlusVocabulary,
        lexer: { words in
            let kinds = CLexer.Kinds(words)
            return { scanner in
                var lexer = CLexer(scanner, kinds, isPlusPlus: true)
                return lexer.tokens()
            }
        })

    /// `>` is always one token, so that it closes lists of templates.
    private static let cPlusPlusGrammar = #"""
        %keywords alignas alignof asm auto bool break case catch char class concept const consteval
            constexpr constinit continue decltype default delete do double dynamic_cast else enum
            explicit export extern false float for friend goto if inline int long mutable namespace
            new noexcept nullptr operator private protected public register reinterpret_cast requires
            return short signed sizeof static static_assert static_cast struct switch template this
            throw true try typedef typeid typename union unsigned using virtual void volatile while
            co_return co_await ;
        %names LOOP MACRO TYPO ;

        # Signs
        sign       = "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "~" | "<=" | ">=" | "==" | "!="
                   | "&&" | "||" | "<<" | "->" | "->*" | ".*" | "." | "?" | "+=" | "-=" | "*=" | "/="
                   | "%=" | "&=" | "|=" | "^=" | "<<=" | "<=>" | ";" | ":" | "::" | "," | "<" | ">"

        shape      = { piece } END
        semi       = ";" | <-strict> &END
        piece 'a statement' = MACRO loose | braces | parens | brackets | jump | head | template | class
                   | "operator" ANY | "operator" brackets | "operator" parens | assign | word | MACRO | sign | !begun ANY
        # What only the rules above may take
        begun      = operand | jumped | headed | "=" | "using" | "typedef" | "template" | "class"
                   | "struct" | "union" | "enum" | "operator"
        braces@    = "{" { piece } "}"
        parens@    = "(" { inside } ")"
        brackets@  = "[" { inside } "]"
        inside     = MACRO loose | braces | parens | brackets | !";" !"(" !"[" !"{" ANY
        loose@     = "(" { braces | loose | brackets | ANY } ")"

        # A name, a literal or an increment before a word that begins a statement lacks its semicolon.
        word       = !MACRO operand ( !flow | ";" )
        operand    = NAME | NUMBER | STRING | CHAR | "++" | "--"
        flow       = "return" | "break" | "continue" | "if" | "for" | "while" | "switch" | "do"
        jumped     = "return" | "co_return" | "break" | "continue" | "goto"
        jump       = jumped { !SOFT part } semi
                   | ( "using" | "typedef" ) { part } semi
        assign     = "=" { !SOFT part } ( ";" | &"}" | &MACRO | <-strict> &END )
        part       = MACRO loose | braces | parens | brackets | "operator" ANY | "operator" brackets | "operator" parens | !";" !flow ANY
        headed     = "for" | "if" | "while" | "switch" | "catch"
        head       = headed [ "constexpr" | "co_await" | "!" | MACRO ] ( loose | &"{" | NAME | "consteval" )

        template   = "template" angles | "template" "<" { flat } ">" | "template" !"<"
        flat       = parens | brackets | !">" !";" !"{" ANY
        angles@ 'a list of parameters' = "<" { parameter } ">"
        parameter  = angles | "<" | "{" { inside } "}" | parens | brackets | !"<" !">" !";" ANY
        class      = ( "class" | "struct" | "union" | "enum" ) { base } ( braces ( !SOFT | ";" ) | !"{" )
        base       = MACRO parens | NAME | "::" | angles | ":" | "," | "class" | "struct" | "public" | "private"
                   | "protected" | "virtual" | "..." | "alignas" parens | brackets
                   | "int" | "unsigned" | "char" | "short" | "long" | "signed" | "const" | "bool"
                   | "typename"
        """#
}

extension CLexer {
    /// Moves past the `@` of Objective-C, which is mixed with C++: `@selector(f)`, `@"text"`.
    mutating func skipObjectiveC() -> Bool {
        let next = scanner.ahead(1)
        guard next.isWordStart || "\"[{(".utf8.contains(next) else { return false }
        scanner.index += 1
        return true
    }
}
