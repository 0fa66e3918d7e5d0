extension CodeLanguage {
    /// Kotlin 2.3, its scripts and what earlier versions allowed, from its grammar:
    /// https://kotlinlang.org/docs/reference/grammar.html
    package static let kotlin = CodeLanguage(
        "kotlin", grammar: kotlinGrammar, whole: ["file+strict"],
        fragments: ["file", "members", "branches", "rest", "chain", "inputs", "entries", "types"],
        lex: { scanner, words in
            var lexer = KotlinLexer(scanner, words)
            return lexer.tokens()
        })

    /// A line end outside of round and square brackets is `SOFT`, which ends a statement where nothing
    /// else can follow: terminals that do not want it look past it. `>` is always one token, `AT` is
    /// the `@` of an annotation with arguments, `LABEL` a label before what it names and `REFERENCE` one
    /// after `return`, `SAFECAST` is `as?`.
    ///
    /// The flag `by` is set where a class is delegated to a value: `{` begins the body of the class.
    private static let kotlinGrammar = #"""
        %keywords as break class continue do else false for fun if in interface is null object package
            return super this throw true try typealias typeof val var when while ;

        # What a block may hold
        file       = { header } [ "package" dotted ] { ";" } stmts END
        members    = memberlist END
        branches   = branch { branch } END
        rest       = [ "}" ] ( "else" body | catch { catch } [ "finally" block ] | "finally" block )
                     eos stmts END | "}" "while" "(" expr ")" eos stmts END
        chain      = &"." postfix { postfix } eos stmts END
        inputs     = parameter % "," [ "," ] END
        entries    = [ elision ] ( argument | enumentry ) % "," [ "," ] [ ";" ] END
        types      = type END
        elision    = <-strict> ( "..." | ELISION )
        eos        = ";" | SOFT | &"}" | &END
        header     = "@" "file" ":" ( "[" { annotated } "]" | annotated )
                   | AT "file" ":" annotated
        dotted     = NAME { "." NAME }

        # Declarations
        annotation 'an annotation' = ( "@" | AT ) [ site ":" ] ( "[" annotated { annotated } "]" )
                   | "@" [ site ":" ] NAME { "." NAME } [ typeargs ]
                   | AT [ site ":" ] annotated
        site       = "field" | "property" | "get" | "set" | "receiver" | "param" | "setparam"
                   | "delegate" | "file" | "all"
        annotated  = NAME { "." NAME } [ typeargs ] [ "(" [ arguments ] ")" ]
        modifier 'a modifier' = annotation | keyword &modified | context
        keyword    = "public" | "private" | "protected" | "internal" | "abstract" | "final"
                   | "open" | "sealed" | "annotation" | "data" | "inner" | "value" | "inline" | "const"
                   | "lateinit" | "override" | "tailrec" | "operator" | "infix" | "external"
                   | "suspend" | "noinline" | "crossinline" | "vararg" | "reified" | "expect"
                   | "actual" | "in" | "out"
        modified   = WORD | "@" | AT
        context    = "context" "(" [ ( parameter | type ) % "," [ "," ] ] ")"
        decl@ 'a declaration' = { modifier } ( property | other [ ";" ] )
        other      = function | class | "enum" { modifier } "class" classhead [ enumbody ]
                   | "companion" { modifier } "object" [ !SOFT NAME ] [ parents ] [ classbody ]
                   | "object" NAME [ parents ] [ classbody ]
                   | "typealias" NAME [ typeparams ] "=" type eos
        property   = ( "val" | "var" ) [ typeparams ] ( destructured | { receiver } NAME [ ":" type ] )
                     [ where ] [ ( "=" | "by" ) expr ] { [ ";" ] accessor } eos
        destructured = "(" [ part % "," [ "," ] ] ")" | "[" [ part % "," [ "," ] ] "]"
        part       = { annotation } [ "val" | "var" ] NAME [ ":" type ] [ "=" NAME ] | elision
        accessor   = { modifier } ( ( "get" | "set" ) "(" [ setter [ "," ] ] ")" [ ":" type ]
                     ( block | "=" expr | elision ) | "field" [ ":" type ] "=" expr )
                   | modifier { modifier } ( "get" | "set" )
        setter     = { modifier } NAME [ ":" type ] | elision
        function   = "fun" [ typeparams ] { receiver } NAME [ typeparams ] signature
                     ( block | "=" expr eos | eos | elision )
        receiver   = { annotation } ( "(" type ")" | NAME [ typeargs ] ) { "?" } ( "." | "?." )
        signature  = "(" [ parameter % "," [ "," ] ] ")" [ ":" type ] [ where ]
        parameter 'a parameter' = { modifier } [ "val" | "var" ] NAME ":" type [ "=" expr ] | elision
        class      = ( "class" | [ "fun" ] "interface" ) classhead [ classbody ]
        classhead  = NAME [ typeparams ] [ primary ] [ parents ] [ where ]
        primary    = [ { modifier } "constructor" ] "(" [ parameter % "," [ "," ] ] ")"
        parents    = ":" parent % ","
        parent     = { annotation } type [ "by" expr<+by> | "(" [ arguments ] ")" ]
        classbody  = "{" memberlist<-by> "}"
        memberlist@ = { ";" | member | elision [ ";" ] }
        member 'a member' = decl | "init" block
                   | { modifier } "constructor" "(" [ parameter % "," [ "," ] ] ")"
                     [ ":" ( "this" | "super" ) "(" [ arguments ] ")" ] [ block ]
        enumbody   = "{" [ enumentry % "," ] [ "," ] [ elision ] [ ";" memberlist ] "}"
        enumentry  = { annotation } NAME [ "(" [ arguments ] ")" ] [ classbody ] | elision
        typeparams = "<" typeparam % "," [ "," ] ">"
        typeparam 'a type parameter' = { modifier } NAME [ ":" type ] | elision
        where      = "where" bound % ","
        bound      = { annotation } NAME ":" type

        # Types
        type@ 'a type' = { annotation | "suspend" | context }
                     ( mapping | simple [ ( "." | "?." ) mapping ] { "&" simple } )
        mapping    = "(" [ input % "," [ "," ] ] ")" "->" type
        input      = { annotation } [ "vararg" ] NAME ":" type | type
        simple     = ( "(" type ")" | usertype | elision ) { "?" }
        usertype   = NAME [ typeargs ] { "." { annotation } NAME [ typeargs ] }
        typeargs@  = "<" [ ( "*" | { "in" | "out" | annotation } type ) % "," [ "," ] ] ">"

        # Statements
        block@     = "{" stmts<-by> "}"
        stmts@     = { ";" | decl | stmt eos | elision [ ";" ] }
        stmt 'a statement' = "import" !SOFT dotted [ "." "*" ] [ "as" NAME ] | action
        action     = { annotation | LABEL } loop
                   | operand !SOFT assignment expr | expr
        assignment = "=" | "+=" | "-=" | "*=" | "/=" | "%="
        loop       = "for" "(" { annotation } ( destructured | NAME [ ":" type ] ) "in" expr ")" body
                   | "while" "(" expr ")" body
                   | "do" body [ ";" ] "while" "(" expr ")"
        body       = block | action | &";" | elision

        # Expressions
        expr@ 'an expression' = operand { infix }
        infix      = !SOFT operator operand | ( "&&" | "||" | "?:" ) operand
                   | !SOFT ( "is" | "!is" ) type | ( "as" | SAFECAST ) type
        operator 'an operator' = "+" | "-" | "*" | "/" | "%" | "==" | "!=" | "===" | "!==" | "<" | ">"
                   | "<=" | ">=" | ".." | "..<" | "in" | "!in" | <-by> NAME | <+by> !"where" NAME
        operand@   = { leading } atom { postfix }
        leading 'an expression' = "-" | "+" | "!" | "!!" | "++" | "--" | annotation | LABEL
        postfix    = ( "." | "?." ) name | !SOFT "::" called | !SOFT "?" &"::"
                   | !SOFT ( "++" | "--" | "!!" ) | !SOFT "(" [ arguments<-by> ] ")"
                   | !SOFT "[" arguments<-by> "]"
                   | <-by> !SOFT { annotation | LABEL } lambda | elision &"."
        name 'a name' = NAME [ typeargs &after ] | "class" | elision
        called 'a name' = WORD
        after      = "(" | "{" | ")" | "]" | "}" | "." | "?." | "," | "::" | SOFT | END | ":" | ";" | "?"
                   | "->" | "=" | LABEL | "!!"
        arguments  = argument % "," [ "," ]
        argument 'an argument' = NAME "=" [ "*" ] expr | [ "*" ] expr
        atom 'an expression' = NUMBER | CHAR | string | "true" | "false" | "null"
                   | "(" expr<-by> ")" | "this" [ REFERENCE ]
                   | "super" [ "<" type ">" ] [ REFERENCE ]
                   | if<-by> | when<-by> | try | lambda | object | anonymous | jump | "::" called
                   | "[" [ arguments<-by> ] "]" | NAME [ typeargs &after ] | elision
        string 'a string' = STRING | QUOTE hole { QUOTE hole } QUOTE
        hole       = "${" [ expr<-by> ] "}"
        jump       = "throw" expr | "return" [ REFERENCE ] [ !SOFT expr ]
                   | ( "break" | "continue" ) [ REFERENCE ]
        object     = [ "data" ] "object" [ parents ] classbody
        anonymous  = [ "suspend" ] "fun" { receiver } "(" [ untyped % "," [ "," ] ] ")" [ ":" type ]
                     [ where ] ( block | "=" expr )
        untyped    = { modifier } NAME [ ":" type ] [ "=" expr ] | elision
        lambda@    = "{" [ head "->" ] stmts<-by> "}"
        head       = [ taken % "," [ "," ] ]
        taken      = { annotation } ( NAME | destructured ) [ ":" type ] | elision
        if         = "if" "(" expr ")" ( &"else" | body ) [ [ ";" ] "else" ( body | &"}" ) ]
        when       = "when" [ "(" [ { annotation } "val" NAME [ ":" type ] "=" ] expr ")" ]
                     "{" { branch | elision [ ";" ] } "}"
        branch 'a branch' = ( "else" | condition % "," [ "," ] ) [ "if" expr ] "->" ( body [ ";" ] | ";" )
        condition  = ( "in" | "!in" ) expr | ( "is" | "!is" ) type | expr
        try        = "try" block ( catch { catch } [ "finally" block ] | "finally" block )
        catch      = "catch" "(" ( { annotation } NAME ":" type [ "," ] | elision ) ")" block
        """#
}
