extension CodeLanguage {
    /// Java, from The Java Language Specification, Java SE 25, chapters 3 and 19:
    /// https://docs.oracle.com/javase/specs/jls/se25/html/
    package static let java = CodeLanguage(
        "java", grammar: javaGrammar, whole: ["file+strict"],
        fragments: ["file", "fragment", "members", "entries", "chain", "signatures", "rest"],
        vocabulary: javaVocabulary,
        lexer: FreeFormLexer.lexer(
            .init(
                language: "Java", quotes: [.text("\"\"\""), .string("\""), .char("'")],
                wordByte: UInt8(ascii: "$"))))

    private static let javaVocabulary = Vocabulary(
        words: [
            .keyword: """
            assert break case catch continue default do else finally for if goto instanceof new
            return switch this throw try while
            """,
            .declaration: """
            abstract const enum extends final implements native private protected public static
            strictfp super synchronized throws transient volatile class interface
            """,
            .type: "boolean byte char double float int long short void",
            .importing: "package import", .constant: "true false null",
        ],
        softWords: [
            .declaration: """
            record var sealed permits yield module open opens exports provides requires to
            transitive uses with
            """
        ],
        introducing: [.className: "class interface enum record", .module: "package import"],
        sigils: [UInt8(ascii: "@"): .decorator])

    /// `>` is always one token, so that `List<List<T>>` closes twice.
    private static let javaGrammar = #"""
        %keywords abstract assert boolean break byte case catch char class const continue default do
            double else enum extends final finally float for goto if implements import instanceof int
            interface long native new package private protected public return short static strictfp
            super switch synchronized this throw throws transient try void volatile while true false
            null ;

        # What a block may hold
        file       = { annotation } [ "package" dotted ";" ] { import | ";" } { type | ";" } END
                   | { import | ";" } [ module ] END
        module     = { annotation } [ "open" ] "module" dotted "{" { directive ";" } "}"
        directive  = NAME { "transitive" | "static" } dotted { ( "to" | "with" ) dotted % "," }
        fragment   = { "package" dotted ";" | import | type | stmt | member } [ expr ] END
        members    = { member | constants ";" } END
        entries    = { annotation } END
        chain      = select { select } [ ";" ] { stmt } END
        signatures = signature { signature } END
        signature  = modifiers [ typeparams modifiers ]
                     ( ( typeref | "void" ) NAME "(" [ parameters ] ")" | NAME "(" parameters ")" )
                     [ throws ] [ ";" ]
        rest       = [ "}" ] ( "else" stmt | catch { catch } [ "finally" block ] | "finally" block )
                     { stmt } END
        elision    = <-strict> ( "..." | ELISION )

        # Declarations
        import     = "import" ( "module" dotted ";" | [ "static" ] dotted [ "." "*" ] ";" )
        dotted     = NAME { "." NAME }
        annotation = "@" dotted [ "(" [ argument % "," [ "," ] ] ")" ]
        argument   = NAME "=" annotated | annotated | elision
        annotated  = annotation | "{" [ annotated % "," [ "," ] ] [ "," ] "}" | conditional
        modifiers  = { annotation | "public" | "protected" | "private" | "static" | "abstract"
                   | "final" | "native" | "synchronized" | "transient" | "volatile" | "strictfp"
                   | "default" !":" !"->" | "sealed" &WORD | "non" "-" "sealed" }
        type 'a declaration' = modifiers ( class | interface | enum | record | annotationtype )
                   | elision
        annotationtype = "@" "interface" NAME body
        class      = "class" NAME [ typeparams ] [ "extends" typename ]
                     [ "implements" typename % "," ] [ "permits" typename % "," ] body
        interface  = "interface" NAME [ typeparams ] [ "extends" typename % "," ]
                     [ "permits" typename % "," ] body
        enum       = "enum" NAME [ "implements" typename % "," ]
                     "{" [ constants ] [ "," ] [ ";" { member } ] "}"
        constants  = constant % ","
        constant   = { annotation } NAME [ args ] [ body ] | elision
        record     = "record" NAME [ typeparams ] "(" [ parameters ] ")"
                     [ "implements" typename % "," ] body
        body       = "{" { member } "}"
        member     = ";" | [ "static" ] block | type
                   | modifiers [ typeparams modifiers ]
                     ( ( typeref | "void" ) NAME method | NAME constructor | typeref variables ";" )
                   | elision [ ";" ]
                   | <-strict> modifiers ( typeref | "void" ) NAME "(" typeref % "," ")" [ throws ] ";"
        constructor = "(" [ parameters ] ")" [ throws ] ( block | ";" ) | block
        method     = "(" [ parameters ] ")" { "[" "]" } [ throws ]
                     ( code | [ "default" annotated ] semi | elision )
        code       = "{" { <-strict> tail | stmt } "}"
        tail       = elision "}" ( "else" stmt | catch { catch } [ "finally" block ] | "finally" block )
        throws     = "throws" typename % ","
        parameters = parameter % ","
        parameter  = modifiers typeref [ { annotation } "..." ]
                     ( "this" | NAME "." "this" | NAME { "[" "]" } ) | elision
        typeparams = "<" typeparam % "," ">"
        typeparam  = { annotation } NAME [ "extends" typename { "&" typename } ]
        variables  = variable % ","
        variable   = NAME { "[" "]" } [ "=" initial ]
        initial    = arrayinit | expr
        arrayinit  = "{" [ ( initial | elision ) % "," ] [ "," ] "}"

        # Types
        typeref@ 'a type' = ( primitive | typename ) { { annotation } "[" "]" }
        primitive  = { annotation } ( "boolean" | "byte" | "char" | "short" | "int" | "long"
                   | "float" | "double" )
        typename@  = { annotation } NAME [ typeargs ] { "." { annotation } NAME [ typeargs ] }
                   | elision
        typeargs@  = "<" [ typearg % "," ] ">"
        typearg    = { annotation } "?" [ ( "extends" | "super" ) typeref ] | typeref

        # Statements
        block@     = "{" { stmt } "}"
        stmt@ 'a statement' = block | yield | local | type | "if" condition stmt [ "else" stmt ]
                   | "while" condition stmt | "do" stmt "while" condition ";" | for
                   | "return" [ expr ] ";" | "throw" expr ";" | ( "break" | "continue" ) [ NAME ] ";"
                   | "assert" expr [ ":" expr ] ";" | "synchronized" condition block
                   | try | switch [ ";" ] | NAME ":" stmt | ";" | expression semi
                   | elision [ ";" ]
        for        = "for" "(" ( modifiers typeref NAME ":" expr | modifiers pattern ":" expr
                   | [ declaration | expr % "," ] ";" [ expr ] ";" [ expr % "," ] | elision ) ")" stmt
        try        = "try" ( resources block { catch } [ "finally" block ]
                   | block ( catch { catch } [ "finally" block ] | "finally" block
                   | <-strict> &END | <-strict> &elision ) )
        yield      = "yield" !"=" !"." !"++" !"--" !"[" expr ";"
        semi       = ";" | <-strict> &END | &elision
        local      = declaration semi | modifiers typeref NAME "=" elision
        declaration = modifiers typeref variables
        expression = ( "++" | "--" ) unary | primary [ "++" | "--" | assignment expr ]
        condition  = "(" expr ")"
        resources  = "(" ( resource | elision ) % ";" [ ";" ] ")"
        resource   = modifiers typeref NAME "=" expr | expr
        catch      = "catch" "(" ( modifiers typename { "|" typename } NAME | elision ) ")" block
        switch     = "switch" condition "{" { label ( ":" { stmt } | "->" result )
                   | elision [ ";" ] } "}"
        result     = block | "throw" expr ";" | expr ";"
        label      = "case" ( "default" | pattern !"->" | pattern | conditional )
                     { "," ( "default" | pattern | conditional ) } [ "when" expr ] | "default"
        pattern    = modifiers typeref ( "(" [ ( pattern | NAME ) % "," ] ")" [ NAME ] | NAME )

        # Expressions
        expr@ 'an expression' = lambda | primary assignment expr | conditional
        assignment = "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<="
                   | ">" [ ">" ] ">="
        lambda     = ( NAME | "(" ( ")" | NAME % "," ")" | parameters ")" ) ) "->" ( block | expr )
        conditional@ = binary [ "?" expr ":" ( lambda | conditional ) ]
        binary     = unary { operator unary | "instanceof" ( pattern | modifiers typeref ) }
        operator   = "||" | "&&" | "|" | "^" | "&" | "==" | "!=" | "<=" | ">=" | "<"
                   | ">" [ ">" [ ">" ] ] | "<<" | "+" | "-" | "*" | "/" | "%"
        unary@     = ( "+" | "-" | "!" | "~" | "++" | "--" ) unary | cast | primary { "++" | "--" }
        cast       = "(" primitive { "[" "]" } ")" unary
                   | "(" typeref { "&" typeref } ")" ( lambda | castable )
        castable   = !"+" !"-" unary
        primary@   = atom { select }
        select     = "." ( [ typeargs ] ( NAME | "super" ) [ args ] | "this" | "class"
                   | "new" creator ) | "[" expr "]" | "::" [ typeargs ] ( NAME | "new" ) | elision &"."
        atom       = NUMBER | STRING | CHAR | "true" | "false" | "null" | condition | "new" creator
                   | switch | ( "this" | "super" ) [ args ]
                   | primitive { "[" "]" } ( "." "class" | &"::" ) | "void" "." "class"
                   | typename { "[" "]" } &"::" | typename "[" "]" { "[" "]" } "." "class"
                   | NAME [ args ] | elision
        args       = "(" [ ( expr | elision ) % "," ] ")"
        creator    = { annotation } [ typeargs ] ( primitive | typename )
                     ( args [ body ] | "[" "]" { "[" "]" } arrayinit
                     | "[" expr "]" { { annotation } "[" expr "]" } { "[" "]" } )
        """#
}
