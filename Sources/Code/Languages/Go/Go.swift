extension CodeLanguage {
    /// Go, from The Go Programming Language Specification (go1.24): https://go.dev/ref/spec
    package static let go = CodeLanguage(
        "go", grammar: goGrammar, whole: ["file+strict"],
        fragments: [
            "file", "fragment", "members", "entries", "cases", "methods", "constants", "rest",
            "single", "fields", "listing",
        ],
        vocabulary: goVocabulary,
        lexer: { words in
            let kinds = GoLexer.Kinds(words)
            return { scanner in
                var lexer = GoLexer(scanner, kinds)
                return lexer.tokens()
            }
        })

    private static let goVocabulary = Vocabulary(
        words: [
            .keyword: """
            break default select case defer go else goto switch fallthrough if range continue
            for return
            """,
            .importing: "import package",
            .declaration: "var func struct map chan type interface const",
            .constant: "true false iota nil", .type: basicGoTypes,
        ],
        calls: [
            .builtin: """
            print println panic recover close complex real imag len cap append copy delete new
            make min max clear \(basicGoTypes)
            """
        ],
        introducing: [.function: "func", .className: "type", .module: "package"])

    private static let basicGoTypes = """
        uint uint8 uint16 uint32 uint64 int int8 int16 int32 int64 float32 float64 complex64
        complex128 byte rune string bool error uintptr any comparable
        """

    /// Expressions have no precedence: a recognizer needs none. `header` is set in the head of a
    /// statement, where `x {` begins a block and no literal; `switch` where `x.(type)` is allowed.
    private static let goGrammar = #"""
        %keywords break case chan const continue default defer else fallthrough for func go goto if
            import interface map package range return select struct switch type var ;
        %soft ";"

        # What a block may hold
        file       = package ";" { import ";" } { topdecl ";" } END
        fragment   = [ piece ] { ";" [ piece ] } END
        piece      = package | import | topdecl | stmt
        single     = expr [ ";" ] END
        rest       = ( "}" [ otherwise ] | otherwise ) { ";" [ piece ] } END
        otherwise  = "else" ( if | block )
        fields     = callback { [ "," ] ";" callback } [ "," ] [ ";" ] END
        callback   = NAME ":" "func" signature block
        # As `go doc` prints a package
        listing    = { piece ";" | "type" NAME ";" &"func" } END
        members    = [ field ] { ";" [ field ] } END
        constants  = [ nextconst ] { ";" [ nextconst ] } END
        methods    = [ element ] { ";" [ element ] } END
        entries    = entry "," [ ";" ] { entry "," [ ";" ] } [ entry ] [ ";" ] END
        cases      = case { case } END
        elision    = <-strict> ( "..." | ELISION )

        # Declarations
        package    = "package" NAME
        import     = "import" ( importspec | "(" [ importspec % ";" ] [ ";" ] ")" )
        importspec = [ "." | NAME ] STRING | elision
        topdecl 'a declaration' = decl | funcdecl | elision
        decl       = "const" ( const | "(" [ const { ";" nextconst } ] [ ";" ] ")" )
                   | "var"   ( var   | "(" [ var % ";" ] [ ";" ] ")" )
                   | "type"  ( typedef | "(" [ typedef % ";" ] [ ";" ] ")" )
        const      = names [ type ] "=" exprs | elision
        nextconst  = names [ [ type ] "=" exprs ] | elision
        var        = names ( type [ "=" exprs ] | "=" exprs ) | elision
        typedef    = NAME [ <-strict> "." NAME ] ( typeparams type | [ "=" ] type ) | elision
        funcdecl   = "func" ( params NAME signature | NAME [ typeparams ] signature ) [ block ]
        typeparams = "[" typeparam % "," [ "," ] "]"
        typeparam  = names union
        union      = [ "~" ] type { "|" [ "~" ] type }
        signature  = params [ params | type ]
        params@    = "(" ( ")" | param % "," [ "," ] ")" | unnamed % "," [ "," ] ")" )
        param      = names [ "..." ] type | elision
        unnamed    = [ "..." ] type | elision
        names      = NAME % ","

        # Types
        type@ 'a type' = typename | "*" type | "(" type ")" | "func" signature | "<-" "chan" type
                   | literaltype | elision
        typename   = NAME [ "." NAME ] [ "[" type % "," [ "," ] "]" ]
        literaltype = "[" [ expr<-header-switch> ] "]" type
                   | "map" "[" type "]" type
                   | "chan" [ "<-" ] type
                   | "struct" "{" [ field % ";" ] [ ";" ] "}"
                   | "interface" "{" [ element % ";" ] [ ";" ] "}"
        field      = ( names type | [ "*" ] typename ) [ STRING ] | elision
        element    = NAME signature | <-strict> "type" type % "," | union   # of a draft

        # Expressions
        exprs      = expr % ","
        expr@ 'an expression' = unary { binary unary }
        binary     = "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "|" | "^"
                   | "*" | "/" | "%" | "<<" | ">>" | "&" | "&^"
        unary      = { "+" | "-" | "!" | "^" | "*" | "&" | "<-" | "~" } operand { select | args }
        call       = operand { select } args { { select } args }
        operand    = NAME [ literal ] | NUMBER | CHAR | STRING
                   | "(" expr<-header-switch> ")"
                   | "func" signature [ block ]
                   | "[" "..." "]" type braces | literaltype [ braces ]
                   | elision
        select     = "." ( NAME [ literal ] | "(" ( <+switch> "type" | type ) ")" )
                   | "[" index<-header-switch> "]" [ literal ] | !SOFT elision !SOFT NAME
        index      = ":" [ expr [ ":" expr ] ]
                   | expr ( ":" [ expr [ ":" expr ] ] | { "," type } [ "," ] )
        args       = "(" [ arguments<-header-switch> ] ")"
        arguments  = argument % "," [ "..." ] [ "," ]
        argument   = elision argument | expr
        literal    = <-header> braces
        braces     = "{" [ entrylist<-header-switch> ] "}"
        entrylist  = entry % "," [ "," ]
        entry      = elision entry | value [ ":" value ] | elision
        value      = braces | expr

        # Statements
        block@     = "{" body<-header-switch> "}"
        body       = [ stmt ] { ";" [ stmt ] }
        stmt@ 'a statement' = decl | NAME ":" [ stmt ] | simple | "return" [ exprs ] | if | for | block
                   | ( "go" | "defer" ) call | ( "break" | "continue" | "goto" ) [ NAME ]
                   | "fallthrough"
                   | "switch" [ [ simple<+header> ] ";" ] [ simple<+header+switch> ] "{" { case } "}"
                   | <-strict> "switch" "type" NAME "{" { case } "}"    # of a draft
                   | "select" "{" { case } "}"
                   | elision
        simple@    = names ":=" right
                   | exprs assign right
                   | "func" signature block args { select | args }
                   | !"func" expr [ "++" | "--" | "<-" expr ]
        assign     = "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<=" | ">>="
                   | "&^="
        right      = <-strict> ELISION &";" | exprs    # an elision that ends its line is all of it
        if         = "if" ( [ simple<+header> ] ";" expr<+header> | expr<+header> ) block
                     [ "else" ( if | block | elision ) ]
        for        = "for" ( "range" expr<+header> | names ":=" "range" expr<+header>
                   | exprs<+header> "=" "range" expr<+header>
                   | [ simple<+header> ] ";" [ expr<+header> ] ";" [ simple<+header> ]
                   | [ expr<+header> ] ) block
        case       = ( "case" ( simple ":" | exprs ":" ) | "default" ":" ) body | elision [ ";" ]
        """#
}
