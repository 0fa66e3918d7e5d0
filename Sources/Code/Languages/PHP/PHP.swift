extension CodeLanguage {
    /// PHP 5.2 to 8.5, from the language reference of its manual and the grammar of its parser:
    /// https://www.php.net/manual/en/langref.php
    package static let php = CodeLanguage(
        "php", grammar: phpGrammar, whole: ["file+strict"],
        fragments: ["file", "fragment", "entries", "cases", "steps", "signatures"],
        ignoresCase: true,
        vocabulary: phpVocabulary,
        classes: [
            "QNAME": .word, "VARIABLE": .variable, "CAST": .sign, "HTML": .markup,
            "OFFSET": .punctuation,
        ],
        lexer: { words in
            let kinds = PHPLexer.Kinds(words)
            return { scanner in
                var lexer = PHPLexer(scanner, kinds)
                return lexer.tokens()
            }
        })

    private static let phpVocabulary = Vocabulary(
        words: [
            .keyword: """
            abstract and array as break callable case catch class clone const continue declare
            default die do echo else elseif empty enddeclare endfor endforeach endif endswitch
            endwhile enum eval exit extends final finally fn for foreach function global goto if
            implements include include_once instanceof insteadof interface isset list match
            namespace new or parent print private protected public readonly require require_once
            return self static switch throw trait try unset use var while xor yield
            """,
            .constant: "true false null TRUE FALSE NULL",
            .type: "int float string bool void mixed never object iterable",
        ],
        introducing: [
            .function: "function", .className: "class interface trait enum",
            .module: "namespace use",
        ])

    /// QNAME is a name with `\`, HTML what is outside of `<?php … ?>`, ECHO is `<?=`, OFFSET the `{` of
    /// `$text{0}`;
    /// `?>` is a `;`, and `__halt_compiler` takes all after it.
    private static let phpGrammar = #"""
        %keywords abstract and array as break callable case catch class clone const continue declare
            default die do echo else elseif empty enddeclare endfor endforeach endif endswitch
            endwhile eval exit extends final finally for foreach function global goto if implements
            include include_once instanceof insteadof interface isset list namespace new or print
            private protected public require require_once return static switch throw trait try
            unset use var while xor yield __halt_compiler ;

        # What a block may hold
        file       = { stmt } END
        fragment   = { stmt | member } attributes END
        entries    = { namespace | use } entry % "," [ "," ] END
        cases      = case { case } END
        steps      = { namespace | use } ( &"->" | &"?->" ) step { step } [ ";" ] END
        signatures = signature { signature } END
        signature  = [ !NAME !QNAME type | name !"::" !"(" ] [ "&" ] name { ( "::" | "->" ) word }
                     "(" ( signed [ "," ] ")" [ ":" type ] | ")" ":" type ) [ ";" ]
        signed     = signedone { "," signedone | "[" "," signed "]" } | "[" signed "]" | elision
        signedone  = type [ "&" ] [ "..." ] VARIABLE [ "=" expr ] | elision
        elision    = <-strict> ( "..." | "…" | ELISION )
        end        = ";" | <-strict> &END

        # Declarations
        attributes = { "#[" ( name [ args ] ) % "," [ "," ] "]" }
        name 'a name' = NAME | QNAME
        word 'a name' = WORD
        function   = "function" [ "&" ] NAME parameters [ ":" type ] ( block | <-strict> end )
        parameters = "(" [ parameter % "," [ "," ] ] ")"
        parameter 'a parameter' = attributes { modifier } [ type ] [ "&" ] [ "..." ] VARIABLE
                     [ "=" expr ] [ hooks ] | elision
        type 'a type' = typeunit { ( "|" | "&" ) typeunit }
        typeunit   = [ "?" ] ( name | "array" | "callable" | "static" | "(" type ")" )
        class      = { "abstract" | "final" | "readonly" } "class" NAME heritage
        heritage   = [ "extends" name ] [ "implements" name % "," ] body
        body       = "{" { member } "}" | <-strict> &END
        interface  = "interface" NAME [ "extends" name % "," ] body
        trait      = "trait" NAME body
        enum       = "enum" NAME [ ":" type ] [ "implements" name % "," ] body
        member 'a member' = "use" name % "," ( end | "{" { adaptation } "}" )
                   | attributes ( { modifier } ( constants end | method )
                   | modifier { modifier } [ type ] property | "case" WORD [ "=" expr ] end )
                   | elision [ ";" ]
        modifier   = ( "public" | "protected" | "private" ) [ "(" "set" ")" ] | "static" !"::"
                   | "abstract" | "final" | "readonly" | "var"
        constants  = "const" ( WORD "=" expr | type WORD "=" expr ) { "," WORD "=" expr }
        method     = "function" [ "&" ] word parameters [ ":" type ] ( block | end )
        property   = VARIABLE [ "=" expr ] ( hooks | { "," VARIABLE [ "=" expr ] } end )
        hooks      = ( "{" | OFFSET ) { hook } "}"
        hook       = attributes { modifier } [ "&" ] ( "get" | "set" ) [ parameters ]
                     ( "=>" expr ";" | block | ";" ) | elision [ ";" ]
        adaptation = ( WORD | QNAME ) [ "::" WORD ] ( "insteadof" name % ","
                   | "as" ( ( "public" | "protected" | "private" ) [ WORD ] | WORD ) ) ";"
                   | elision [ ";" ]
        namespace  = "namespace" ( block | ( WORD | QNAME ) ( end | block ) )
        use        = "use" [ "function" | "const" ] import % "," end
        import     = name [ "\" "{" imported % "," [ "," ] "}" | "as" NAME ]
        imported   = [ "function" | "const" ] name [ "as" NAME ] | elision

        # Statements
        block      = "{" { stmt } "}"
        stmt 'a statement' = ";" | block | HTML | ECHO expr % "," end | "echo" expr % "," end
                   | if | for | foreach | "while" condition loop<+endwhile> | "switch" condition switch
                   | "do" stmt "while" condition end
                   | ( "break" | "continue" | "return" ) [ expr ] end | try
                   | "global" ( VARIABLE | variable ) % "," end | "static" static % "," end
                   | "unset" list end | "goto" NAME end | NAME ":" | declare | namespace | use
                   | "__halt_compiler"
                   | attributes ( function | class | interface | trait | enum | constants end )
                   | expr end | VARIABLE "=" elision | elision [ ";" ]
        condition  = "(" expr ")"
        loop       = ":" { stmt<-endwhile-endfor-endforeach> } ending end
                   | stmt<-endwhile-endfor-endforeach>
        ending     = <+endwhile> "endwhile" | <+endfor> "endfor" | <+endforeach> "endforeach"
        if         = "if" condition ( ":" { stmt } { "elseif" condition ":" { stmt } }
                     [ "else" ":" { stmt } ] "endif" end
                   | stmt { "elseif" condition stmt } [ "else" stmt ] )
        for        = "for" "(" ( [ exprs ] ";" [ exprs ] ";" [ exprs ] | elision ) ")" loop<+endfor>
        exprs      = expr % ","
        foreach    = "foreach" "(" ( expr "as" reference [ "=>" reference ] | elision ) ")"
                     loop<+endforeach>
        switch     = "{" { ";" | HTML } { case | elision [ ";" ] } "}"
                   | ":" { ";" | HTML } { case | elision [ ";" ] } "endswitch" end
        case 'a case' = ( "case" expr | "default" ) ( ":" | ";" ) { stmt }
        try        = "try" block ( catch { catch } [ finally ] | finally )
        catch      = "catch" "(" ( name { "|" name } [ VARIABLE ] | elision ) ")" block
        finally    = "finally" block
        static     = VARIABLE [ "=" expr ]
        declare    = "declare" "(" ( NAME "=" expr ) % "," ")"
                     ( ":" { stmt } "enddeclare" end | !"namespace" !"use" stmt )

        # Expressions have no precedence: a recognizer needs none
        expr@ 'an expression' = operand { operator operand | "?" [ expr ] ":" operand
                   | "instanceof" ( "static" !"::" | operand ) }
        operator   = "or" | "and" | "xor" | "||" | "&&" | "??" | "|" | "^" | "&" | "." | "+" | "-"
                   | "*" | "/" | "%" | "**" | "<<" | ">>" | "==" | "!=" | "<>" | "===" | "!=="
                   | "<" | "<=" | ">" | ">=" | "<=>" | "|>"
        operand 'an expression' = { "!" | "-" | "+" | "~" | "@" | "++" | "--" | CAST | "print"
                   | "include" | "include_once" | "require" | "require_once" | "throw" } primary
        primary 'an expression' = ( VARIABLE | variable ) [ change ] { step }
                   | ( destructuring "=" expr | array | STRING | closure | match | name
                   | "static" &"::" | "(" expr ")" | call ) { step }
                   | NUMBER | "clone" operand | "clone" args | new
                   | "yield" ( "from" expr | [ expr [ "=>" expr ] ] ) | elision
        variable   = "$" ( VARIABLE | variable | "{" expr "}" )
        change     = "++" | "--" | ( "=" [ "&" ] | "+=" | "-=" | "*=" | "/=" | ".=" | "%=" | "**="
                   | "??=" | "&=" | "|=" | "^=" | "<<=" | ">>=" ) expr
        step       = ( "[" [ expr ] "]" | ( "->" | "?->" ) selected
                   | "::" ( VARIABLE | variable ) ) [ change ]
                   | "::" ( word | "{" expr "}" ) | args | OFFSET expr "}"
        selected   = word | VARIABLE | variable | "{" expr "}" | elision
        args       = "(" [ arg % "," [ "," ] ] ")"
        arg 'an argument' = WORD ":" expr | "..." expr | "..." | "&" expr
                   | <-strict> type VARIABLE [ "=" expr ] | expr
        list       = "(" expr % "," [ "," ] ")"
        call       = ( "isset" | "empty" | "eval" ) list
                   | ( "exit" | "die" ) [ "(" [ arg % "," [ "," ] ] ")" ]
        array      = "[" [ entry % "," [ "," ] ] "]" | "array" "(" [ entry % "," [ "," ] ] ")"
        entry      = "&" expr | "..." expr !"=>" | elision entry | expr [ "=>" [ "&" ] expr ]
        destructuring@ = "[" slots "]" | "list" "(" slots ")"
        slots      = { "," } slot { "," [ slot ] }
        slot       = expr "=>" reference | reference
        reference 'a variable' = [ "&" ] ( destructuring | !NUMBER !STRING !"array" primary ) | elision
        closure    = attributes [ "static" ] ( "function" [ "&" ] parameters
                     [ "use" "(" [ ( [ "&" ] VARIABLE | elision ) % "," [ "," ] ] ")" ] [ ":" type ]
                     ( block | <-strict> &END )
                   | "fn" [ "&" ] parameters [ ":" type ] "=>" expr )
        match      = "match" condition "{" [ arm % "," [ "," ] ] "}"
        arm        = ( "default" [ "," ] | expr % "," [ "," ] ) "=>" expr | elision
        new        = "new" ( attributes { "readonly" } "class" [ args ] heritage { step }
                   | ( name | "static" | "(" expr ")" | VARIABLE | variable ) { created }
                   [ args { step } ] | elision )
        created    = "[" [ expr ] "]" | OFFSET expr "}" | ( "->" | "?->" | "::" ) selected
        """#
}
