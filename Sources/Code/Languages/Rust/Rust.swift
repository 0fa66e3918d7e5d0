extension CodeLanguage {
    /// Rust of the editions 2015 to 2024, from The Rust Reference:
    /// https://doc.rust-lang.org/reference/
    package static let rust = CodeLanguage(
        "rust", grammar: rustGrammar, whole: ["file+strict"],
        fragments: [
            "file", "fragment", "fields", "variants", "entries", "clauses", "arguments", "types",
            "calls",
        ],
        vocabulary: rustVocabulary, classes: ["LIFETIME": .lifetime, "SUFFIXED": .number],
        lexer: { words in
            let kinds = RustLexer.Kinds(words)
            return { scanner in
                var lexer = RustLexer(scanner, kinds)
                return lexer.tokens()
            }
        })

    private static let rustVocabulary = Vocabulary(
        words: [
            .keyword: """
            as async await box break continue crate dyn else extern for if impl in loop match
            move mut pub ref return static super try unsafe use where while yield macro_rules
            """,
            .declaration: "const enum fn let mod struct trait type union",
            .constant: "true false", .own: "self Self",
            .type: """
            bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 String
            Vec Box Option Result
            """,
            .builtin: """
            Some None Ok Err Default Clone Copy Send Sync Drop Fn FnMut FnOnce Iterator
            """,
        ],
        introducing: [
            .function: "fn", .className: "struct enum trait type union",
            .module: "mod crate use",
        ],
        hasWordsAfterDots: true)

    /// `>` is always one token, so that `Vec<Vec<T>>` closes twice, and so is `<` but in `<=`.
    /// Arguments of macros are trees of tokens.
    ///
    /// Flags: `plain` is set in the heads of `if`, `match`, `while` and `for`, where `x {` begins a
    /// block and no struct; `cond` where `let` may be part of a condition; `unnamed` for functions
    /// without a body, whose parameters of edition 2015 need no names.
    private static let rustGrammar = #"""
        %keywords as break const continue crate else enum extern false fn for if impl in let loop
            match mod move mut pub ref return self Self static struct super trait true type unsafe
            use where while _ abstract become box do final macro override priv typeof unsized
            virtual yield ;

        # What a block may hold
        file       = { inner } { item | elision } END
        fragment   = { inner } [ [ "}" ] "else" ( if | block ) ] { stmt } { attribute } END
        fields     = members END
        variants   = cases END
        entries    = entry { "," { elision [ "," ] } entry } [ "," { elision [ "," ] } ] END
        clauses    = arm { arm | gap [ "," ] } END
        arguments  = expr % "," [ "," ] END
        calls      = &"." postfix { postfix } [ ";" ] END
        types      = { attribute } visibility !standard type END
        elision    = <-strict> ( "..." | "…" | ELISION | "[" ( "..." | "…" ) "]" )
        gap        = elision | <-strict> ".."
        gaps       = { gap [ "," ] }
        end        = ";" | <-strict> &END

        # Attributes and macros
        attribute  = "#" "[" meta "]"
        inner      = "#" "!" "[" meta "]"
        meta       = "unsafe" "(" meta ")" | path [ "=" expr | tree ] | elision
        tree       = "(" { leaf | tree } ")" | "[" { leaf | tree } "]" | braces
        braces     = "{" { leaf | tree } "}"
        leaf       = WORD | NUMBER | SUFFIXED | STRING | CHAR | LIFETIME | "+" | "-" | "*" | "/"
                   | "%" | "^" | "!" | "&" | "|" | "&&" | "||" | "+=" | "-=" | "*=" | "/=" | "%="
                   | "^=" | "&=" | "|=" | "=" | "==" | "!=" | ">" | "<" | "<=" | "@" | "." | ".."
                   | "..." | "..=" | "," | ";" | ":" | "::" | "->" | "=>" | "#" | "$" | "?" | "~"
                   | <-strict> "…"
        macro      = !standard path "!" [ NAME ] ( braces !"." !"?" | !"{" tree end )
        macrorules = "macro_rules" "!" NAME ( "{" rules "}" | "(" rules ")" end | "[" rules "]" end )
        rules      = { elision [ ";" ] } [ rule { ";" { elision [ ";" ] } rule }
                     [ ";" { elision [ ";" ] } ] ]
        rule       = tree "=>" tree
        # Macros of the standard library whose arguments are expressions
        standard   = "assert" | "assert_eq" | "assert_ne" | "dbg" | "debug_assert"
                   | "debug_assert_eq" | "debug_assert_ne" | "eprint" | "eprintln" | "format"
                   | "panic" | "print" | "println" | "todo" | "unimplemented" | "unreachable" | "vec"
                   | "write" | "writeln"
        listing    = "(" [ list ] ")" | "[" [ list ] "]" | "{" [ list ] "}"
        list       = listed ( ";" expr | { "," listed } [ "," ] )
        listed     = expr | !NAME WORD "=" expr

        # Items
        item 'an item' = { attribute } ( visibility ( definition | macro ) | "const" block )
        visibility = [ "pub" [ "(" ( "crate" | "self" | "super" | "in" [ "::" ] name % "::" ) ")" ] ]
        definition = "use" usetree end
                   | [ "unsafe" ] "extern" [ STRING ] items
                   | "extern" "crate" ( NAME | "self" ) [ "as" ( NAME | "_" ) ] end
                   | "struct" NAME [ generics ] ( tuple [ where ] end
                   | [ where ] ( "{" members "}" | end ) )
                   | "enum" NAME [ generics ] [ where ] "{" cases "}"
                   | "union" NAME [ generics ] [ where ] "{" members "}"
                   | macrorules | "macro" NAME [ tree ] braces | "macro" NAME tree !"{"
                   | { "const" | "async" | "gen" | "unsafe" | "safe" | "extern" [ STRING ]
                   | "default" | "auto" } ( function | implementation | trait | module | alias )
                   | { "unsafe" | "safe" | "default" } ( "static" [ "mut" ] | "const" )
                     ( NAME | "_" ) [ generics ] ":" type [ "=" expr ] [ where ] end
        module     = "mod" NAME ( end | items )
        items      = "{" { inner } { item | gap } "}" | <-strict> &END
        usetree    = [ "::" ] ( "*" | uselist
                   | name { "::" name } [ "::" ( "*" | uselist ) | "as" ( NAME | "_" ) ] ) | elision
        uselist    = "{" [ usetree % "," [ "," ] ] "}"
        alias      = "type" [ "const" ] NAME [ generics ] [ ":" [ bounds ] ] [ where ] [ "=" type [ where ] ] end
        trait      = "trait" NAME [ generics ] ( [ ":" [ bounds ] ] [ where ] items
                   | "=" [ bounds ] [ where ] end )
        implementation = "impl" [ generics ] [ "const" ] ( "!" type | type ) [ "for" type ] [ where ]
                     items
        members    = gaps [ member { "," gaps member } [ "," gaps ] ]
        member 'a field' = { attribute } visibility [ "unsafe" ] NAME ":" type [ "=" expr ]
        tuple      = "(" [ tuplemember % "," [ "," ] ] ")"
        tuplemember = { attribute } visibility type [ "=" expr ]
        cases      = gaps [ case { "," gaps case } [ "," gaps ] ]
        case 'a variant' = { attribute } visibility NAME [ tuple | "{" members "}" ] [ "=" expr ]
        function   = "fn" NAME [ generics ] ( signature block | signature<+unnamed> signatureend )
        signatureend = ";" | <-strict> &afterwards
        afterwards = END | "fn" | "pub" | "}"
        signature  = "(" [ parameters ] ")" [ "->" type<-unnamed> ] [ where<-unnamed> ]
        parameters = ( { attribute<-unnamed> } receiver<-unnamed> | parameter )
                     { "," ( "..." &")" | parameter ) } [ "," ]
        receiver   = [ "&" [ LIFETIME ] ] [ "mut" ] "self" [ ":" type ]
        parameter 'a parameter' = { attribute<-unnamed> } ( pattern<-unnamed> ":" [ "..." ]
                     type<-unnamed> | pattern<-unnamed> ":" "..." | <+strict> "..."
                   | <+unnamed> type<-unnamed> )
                   | elision
        generics   = "<" [ generic % "," [ "," ] ] ">"
        generic 'a type parameter' = { attribute } ( LIFETIME [ ":" [ bounds ] ]
                   | "const" NAME ":" type [ "=" ( constant | type ) ]
                   | NAME [ ":" [ bounds ] ] [ "=" type ] ) | elision
        where      = "where" [ predicate % "," [ "," ] ]
        predicate  = { attribute } ( LIFETIME ":" [ bounds ] | [ "for" generics ] type ":" [ bounds ] ) | elision

        # Types
        type 'a type' = single { "+" bound } [ "+" ] | LIFETIME { "+" bound }
        single@ 'a type' = "(" [ type % "," [ "," ] ] ")" | "!"
                   | ( "&" | "&&" ) [ LIFETIME ] [ "mut" | "pin" ( "const" | "mut" ) ] single | "*" ( "const" | "mut" ) single
                   | "[" type [ ";" expr ] "]" | "_" | [ "for" generics ] functiontype
                   | ( "impl" | "dyn" ) bounds | bare | typepath [ "!" tree ] | elision
        bare       = ( "for" generics | "?" ) typepath
        functiontype = { "unsafe" | "extern" [ STRING ] } "fn"
                     "(" [ typeparameter % "," [ "," ] ] ")" [ "->" single ]
        typeparameter = { attribute } ( [ "mut" ] ( NAME | "_" ) ":" type | "..." !"..." | type )
        typepath   = ( qualified | [ "::" ] ) segment { "::" segment }
        qualified  = "<" type [ "as" typepath ] ">" "::"
        segment    = name [ [ "::" ] typeargs | [ "::" ] functionargs ] !"<"
        functionargs = "(" [ ".." | type % "," [ "," ] ] ")" [ "->" single ]
        name 'a name' = NAME | "self" | "Self" | "super" | "crate"
        typeargs@  = "<" [ typearg % "," [ "," ] ] ">"
        typearg    = NAME [ [ "::" ] typeargs | functionargs ] ( "=" ( constant | type ) | ":" [ bounds ] )
                   | constant | type
        constant   = [ "-" ] NUMBER | STRING | CHAR | "true" | "false" | block
        bounds     = bound { "+" bound } [ "+" ]
        bound 'a bound' = LIFETIME | "(" bound ")"
                   | { "?" | "!" | "~" "const" | "const" | "[" "const" "]" | "async" &name
                   | "for" generics } typepath
                   | "use" "<" [ ( LIFETIME | name ) % "," [ "," ] ] ">" | elision

        # Patterns
        pattern 'a pattern' = [ "|" ] alternative % "|"
        alternative@ 'a pattern' = "(" [ ( pattern [ "if" expr ] ) % "," [ "," ] ] ")"
                   | "[" [ pattern % "," [ "," ] ] "]"
                   | ( "&" | "&&" ) [ "mut" ] alternative | "box" alternative
                   | "ref" [ "mut" ] NAME [ "@" alternative ] | "mut" [ "ref" [ "mut" ] ] NAME
                     [ "@" alternative ]
                   | NAME "@" alternative | "_" | "!"
                   | bindings | limit [ ( ".." | "..=" ) [ limit ] | "..." limit ]
                   | ".." [ limit ] | "..=" limit | "..." limit | elision
        bindings   = path ( "(" [ pattern % "," [ "," ] ] ")" | "{" [ bindinglist ] "}" )
                   | !standard path "!" tree
        bindinglist = rest | binding { "," binding } [ "," [ rest ] ]
        rest       = { attribute } ".."
        binding    = { attribute } ( ( NAME | NUMBER ) ":" pattern
                   | [ "box" ] [ "ref" ] [ "mut" ] NAME ) | elision
        limit      = [ "-" ] NUMBER | STRING | CHAR | "true" | "false" | "const" block | path

        # Statements
        block      = "{" { inner } { stmt } "}"
        stmt 'a statement' = ";" | { attribute } ( local | visibility definition | macro
                   | statementlike !"." !"?" | expr ( end | &"}" ) ) | elision [ ";" ]
        local      = [ "super" ] "let" pattern [ ":" type ] ( end | "=" ( expr [ "else" block ] end | elision ) )

        # Expressions
        expr 'an expression' = ( range [ operand ] | comparison ) { assignment ( range [ operand ] | comparison ) | range [ operand ] }
        operand    = <-plain> comparison | <+plain> !"{" comparison
        range      = ".." | "..="
        assignment = "&&" | "||" | "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "^=" | "&=" | "|="
                   | "<" "<=" | ">" ">" "="
        comparison = sum [ ( "==" | "!=" | "<=" | "<" | ">" [ "=" ] ) sum ]
        sum        = unary { operator unary | "as" single<-plain-cond> }
        operator   = "+" | "-" | "*" | "/" | "%" | "^" | "&" | "|" | "<" "<" | ">" ">"
        unary 'an expression' = { "-" | "!" | "*" | ( "&" | "&&" ) [ "mut" | ( "raw" | "pin" ) ( "const" | "mut" ) ]
                   | <+cond> "let" pattern<-plain-cond> "=" | attribute<-plain-cond> } atom { postfix<-plain-cond> }
        postfix    = "?" | "." ( NAME [ "::" typeargs ] | NUMBER | "use" | "match" arms | elision ) | "(" [ expr % "," [ "," ] ] ")"
                   | "[" expr "]" | elision &"."
        atom 'an expression' = NUMBER | STRING | CHAR | "true" | "false" | group<-plain-cond> | closure
                   | statementlike<-plain-cond>
                   | "async" [ "gen" ] [ "move" | "use" ] block<-plain-cond>
                   | "gen" [ "move" ] block<-plain-cond>
                   | ( "return" | "yield" | "become" | "do" "yeet" | "break" [ LIFETIME ] ) [ result<-cond> ]
                   | "continue" [ LIFETIME ] | "box" unary | "_"
                   | standard ( "!" listing<-plain-cond>
                   | !"!" { "::" ( name | typeargs<-plain-cond> ) } called )
                   | !standard path<-plain-cond> called
                   | elision
        called     = [ "!" tree | <-plain> "{" { elision [ "," ] } [ structure<-cond> ] "}" ]
        result     = <-plain> expr | <+plain> !"{" expr
        group      = "(" [ expr % "," [ "," ] ] ")" | "[" [ expr ( ";" expr | { "," expr } [ "," ] ) ] "]"
        structure  = base | entry { "," { elision [ "," ] } entry } [ "," { elision [ "," ] } [ base ] ]
        base       = { attribute } ".." [ expr ]
        entry 'a field' = { attribute } ( NAME [ ":" expr ] | NUMBER ":" expr )
        path@      = ( qualified | [ "::" ] ) name { "::" ( name | typeargs ) }
        closure    = [ "for" generics<-plain-cond> ] { "const" | "static" | "async" | "gen" | "move"
                   | "use" }
                     ( "||" | "|" [ argument<-plain-cond> % "," [ "," ] ] "|" )
                     ( "->" single<-plain-cond> block<-plain-cond> | result<-cond> )
        argument   = { attribute } alternative [ ":" type ] | elision

        # Expressions that end a statement by themselves
        statementlike@ = [ LIFETIME ":" ] ( "loop" block | "while" expr<+plain+cond> block
                   | "for" [ "await" ] pattern "in" expr<+plain> block | block )
                   | ( "unsafe" | "const" | "try" ) block | if
                   | "match" expr<+plain> arms
        if         = "if" expr<+plain+cond> block [ "else" ( if | block ) ]
        arms       = "{" { inner } { arm | gap [ "," ] } "}"
        arm 'a match arm' = { attribute } pattern [ "if" expr<+cond> ] "=>"
                     ( statementlike !"." !"?" [ "," ] | expr ( "," | &"}" | <-strict> &END )
                     | elision [ "," ] )
        """#
}
