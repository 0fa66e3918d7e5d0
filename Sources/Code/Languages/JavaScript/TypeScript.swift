extension CodeLanguage {
    /// TypeScript 1 to 5.9, from its handbook and release notes:
    /// https://www.typescriptlang.org/docs/handbook/
    package static let typescript = javaScript(
        "typescript", grammar: javaScriptGrammar + typeScriptGrammar, isTyped: true)
    package static let tsx = javaScript(
        "tsx", grammar: javaScriptGrammar + typeScriptGrammar, isTyped: true)

    /// What TypeScript adds; the grammar of JavaScript calls it under the flag `ts`.
    private static let typeScriptGrammar = #"""


        # Declarations
        typed      = "declare" !SOFT ( typed | ambient eos | declaration | "global" typedblock
                   | import ) | "type" !SOFT NAME [ typeparams ] "=" type eos | interface
                   | [ "const" ] "enum" NAME "{" [ constants ] "}"
                   | ( "namespace" | "module" ) !SOFT ( NAME { "." NAME } | STRING )
                     ( typedblock | eos )
        ambient    = ( "const" | "let" | "var" ) binding % ","
        typedblock = "{" { stmt } "}"
        constants  = ( key [ "=" assign ] | elision ) % "," [ "," ]
        interface  = "interface" !SOFT NAME [ typeparams ] [ "extends" type % "," ] typebody
        typebody   = "{" { typemember ( ";" | "," | SOFT | &"}" ) | elision [ ";" | "," ] } "}"
        typemember 'a member' = [ "new" ] signature | indexer
                   | { ( "readonly" | "get" | "set" ) &modified } key [ "?" ]
                     ( signature | [ ":" type ] )
        indexer    = { "readonly" | "static" | "-" | "+" } "[" NAME
                     ( ":" type "]" | "in" type [ "as" type ] "]" ) [ [ "-" | "+" ] "?" ]
                     [ ":" type ]
        typeparams = "<" typeparam % "," [ "," ] ">"
        typeparam 'a type parameter' = { ( "const" | "in" | "out" ) &WORD } NAME [ "extends" type ]
                     [ "=" type ] | elision
        typeargs@  = "<" [ type % "," [ "," ] ] ">"
        called     = "(" | "`" | ";" | ")" | "," | "." | "?." | "]" | "}" | ":" | SOFT | END
        returned   = "asserts" !SOFT ( NAME | "this" ) [ "is" type ]
                   | ( NAME | "this" ) !SOFT "is" type | type

        # Types
        type@ 'a type' = union [ !SOFT "extends" union "?" type ":" type ]
        union      = [ "|" | "&" ] single { ( "|" | "&" ) single }
        single     = ( "keyof" | "readonly" | "unique" ) &operated single
                   | "infer" NAME [ "extends" union ] | one { !SOFT "[" [ type ] "]" }
        operated   = WORD | "(" | "[" | "{" | STRING | "`"
        one        = [ "abstract" ] "new" typefunction "=>" returned | typefunction "=>" returned
                   | "(" type ")"
                   | "typeof" ( NAME | "this" | "import" args ) { "." ( WORD | PRIVATE ) }
                     [ !SOFT typeargs ]
                   | "import" args { "." WORD } [ typeargs ]
                   | ( NAME | "this" | "void" | "null" | "true" | "false" ) { "." WORD }
                     [ !SOFT typeargs ]
                   | STRING | [ "-" ] NUMBER | "`" { "${" type "}" } "`"
                   | "[" [ item % "," [ "," ] ] "]" | typebody | elision
        item       = [ "..." ] ( WORD ":" type | WORD "?" ":" type | type [ "?" ] ) | elision
        typefunction = [ typeparams ] "(" [ parameters ] ")"
        """#
}
