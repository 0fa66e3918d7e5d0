extension CodeLanguage {
    /// C# 14 and its scripts, from the C# language specification (ECMA-334) and the features added
    /// since: https://learn.microsoft.com/dotnet/csharp/language-reference/
    package static let csharp = CodeLanguage(
        "csharp", grammar: csharpGrammar, whole: ["file+strict"],
        fragments: [
            "file", "fragment", "members", "entries", "sections", "accesses", "chain", "rest",
            "types",
        ], blamesLineEnd: true,
        lex: { scanner, words in
            var lexer = CSharpLexer(scanner, words)
            return lexer.tokens()
        })

    /// `>` is always one token, so that `List<List<T>>` closes twice; `NULLINDEX` is the `?` of
    /// `a?[0]`. Of the branches of `#if` the first is read.
    ///
    /// The flag `query` is set in query expressions, where `where` and the like are no operands of
    /// casts.
    private static let csharpGrammar = #"""
        %keywords abstract as base bool break byte case catch char checked class const continue decimal
            default delegate do double else enum event explicit extern false finally fixed float for
            foreach goto if implicit in int interface internal is lock long namespace new null object
            operator out override params private protected public readonly ref return sbyte sealed
            short sizeof stackalloc static string struct switch this throw true try typeof uint ulong
            unchecked unsafe ushort using virtual void volatile while __arglist ;

        # What a block may hold
        file       = { using } { annotation } { unit | elision [ ";" ] } END
        fragment   = { using | namespace | typedecl | statement | member }
                     [ simple | action | heading { heading } ] END
        heading    = ( "if" | "while" ) "(" expr ")" | "using" "(" ( local ")" | expr ")" )
        members    = { member } [ enumlist ] END
        entries    = [ elision ] ( NAME ":" expr | annotation | simple | action ) % "," [ "," ] [ ";" ] END
        sections   = section { section } END
        accesses   = accessor { accessor } END
        chain      = &"." postfix { postfix } [ ";" ] { statement } END
        rest       = [ "}" ] ( "else" statement | handlers ) { statement } END
                   | "}" "while" "(" expr ")" ";" { statement } END
        types      = modifiers ( type | "void" ) [ name "(" [ parameters ] ")" { constraint } ] END
        elision    = <-strict> ( "..." | ELISION )
        semi       = ";" | <-strict> &END | <-strict> &elided
        elided     = ELISION

        # Namespaces and types
        unit       = namespace | using | typedecl | statement | <-strict> member
        using      = [ "global" ] "using" ( [ "unsafe" ] NAME "=" type semi
                   | [ "static" ] [ "unsafe" ] ( type | elision ) semi ) | "extern" "alias" NAME ";"
        namespace  = { annotation } "namespace" dotted
                     ( ";" | "{" { using } { namespace | typedecl | elision [ ";" ] } "}" [ ";" ] )
        dotted     = NAME { ( "." | "::" ) NAME }
        annotation = "[" [ target ":" ] attribute % "," [ "," ] "]"
        target     = "assembly" | "module" | "return" | "field" | "event" | "method" | "param"
                   | "property" | "type" | "typevar"
        attribute 'an attribute' = name [ "(" [ arguments ] ")" ] | elision
        modifiers  = { annotation | modifier }
        modifier   = "public" | "private" | "protected" | "internal" | "static" | "abstract" | "sealed"
                   | "virtual" | "override" | "readonly" | "extern" | "unsafe" | "volatile" | "const"
                   | "new" | "fixed" | ( "async" | "partial" | "required" | "file" | "scoped" ) &modified
                   | "ref" &structure
        modified   = NAME | "(" | "void" | "class" | "struct" | "interface" | "enum" | "static" | "public"
                   | "private" | "protected" | "internal" | "ref" | "readonly" | "unsafe" | "new"
                   | "abstract" | "sealed" | "override" | "virtual" | "extern" | "event" | "delegate"
                   | primitive | "const" | "implicit" | "explicit" | "in" | "out"
        structure  = "struct" | "partial" | "readonly"
        typedecl 'a declaration' = modifiers ( class | enum | delegate | extension )
        class      = ( "class" | "struct" | "interface" | "record" [ "class" | "struct" ] ) NAME
                     [ typeparams ] [ "(" [ parameters ] ")" ] [ ":" parent % "," ] { constraint }
                     ( body [ ";" ] | ";" )
        parent     = type [ "(" [ arguments ] ")" ]
        body       = "{" { member | modifiers constructor } "}"
        enum       = "enum" NAME [ ":" type ] "{" [ enumlist ] "}" [ ";" ]
        enumlist   = enumerator % "," [ "," ]
        enumerator = { annotation } NAME [ "=" expr ] | elision
        delegate   = "delegate" result NAME [ typeparams ] "(" [ parameters ] ")" { constraint } semi
        extension  = "extension" [ typeparams ] "(" parameters ")" { constraint } body
        typeparams = "<" typeparam % "," ">"
        typeparam 'a type parameter' = { annotation } [ "in" | "out" ] NAME | elision
        constraint = "where" NAME ":" restriction % ","
        restriction = ( "class" | "struct" ) [ "?" ] | "new" "(" ")" | "default" | "allows" "ref" "struct"
                   | type

        # Members
        member@ 'a member' = typedecl | modifiers memberlike
                   | { annotation } ( access | "static" ) modifiers constructor | ";" | elision [ ";" ]
        constructor = NAME "(" [ parameters ] ")" [ ":" ( "base" | "this" ) "(" [ arguments ] ")" ] code
        access     = "public" | "private" | "protected" | "internal"
        memberlike = "event" type ( { qualifier } NAME accessors | declarator % "," ";" )
                   | "~" NAME "(" ")" code
                   | ( "implicit" | "explicit" ) { qualifier } "operator" [ "checked" ] type
                     "(" [ parameters ] ")" code
                   | result ( { qualifier } "operator" [ "checked" ] overloaded "(" [ parameters ] ")" code
                   | { qualifier } "this" "[" [ parameters ] "]" propertybody
                   | { qualifier } NAME ( [ typeparams ] "(" [ parameters ] ")" { constraint } code
                   | propertybody ) | declarator % "," semi )
        qualifier  = NAME [ typeargs ] ( "." | "::" )
        result     = "void" { "*" } | [ "ref" [ "readonly" ] ] type
        overloaded = "+" | "-" | "!" | "~" | "++" | "--" | "true" | "false" | "*" | "/" | "%" | "&" | "|"
                   | "^" | "<<" | ">" [ ">" [ ">" ] ] [ ">=" ] | "==" | "!=" | "<" | "<=" | ">=" | "+="
                   | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<="
        declarator = NAME [ "[" expr "]" ] [ "=" initial ] | elision
        initial    = "{" [ values ] "}" | "ref" expr | expr
        code       = block [ ";" ] | "=>" expr semi | semi | elision
        propertybody = accessors [ "=" initial semi ] | "=>" expr semi
        accessors  = "{" { accessor } "}"
        accessor   = modifiers ( "get" | "set" | "init" | "add" | "remove" )
                     ( block | "=>" expr ";" | ";" | elision ) | elision [ ";" ]
        parameters = parameter % "," | "__arglist"
        parameter 'a parameter' = { annotation } { "this" | "ref" | "out" | "in" | "params"
                   | "readonly" | "scoped" &scoped } type [ NAME ] [ "=" expr ] | "__arglist" | elision
        scoped     = NAME | "ref" | "in" | "out" | primitive

        # Types
        type@ 'a type' = core { "?" | "[" { "," } "]" | "*" | NULLINDEX "[" { "," } "]" }
        tested     = core { [ NULLINDEX ] "[" { "," } "]" | "*" &nullable } [ "?" &nullable ]
        nullable   = ")" | "," | ";" | "]" | "}" | "&&" | "||" | "??" | "==" | "!=" | ":" | "=" | "." | "["
        core       = primitive | name | "void" "*"
                   | "(" tuplepart "," tuplepart { "," tuplepart } ")"
                   | "delegate" "*" [ NAME [ "[" NAME % "," "]" ] ] "<" functionpart % "," ">" | elision
        functionpart = { "ref" | "readonly" | "in" | "out" } ( type | "void" )
        tuplepart  = type [ NAME ] | elision
        primitive  = "bool" | "byte" | "sbyte" | "short" | "ushort" | "int" | "uint" | "long" | "ulong"
                   | "float" | "double" | "decimal" | "char" | "string" | "object"
        name 'a name' = NAME [ typeargs ] { ( "." | "::" ) { annotation } NAME [ typeargs ] }
        typeargs@  = "<" [ { annotation } type % "," ] { "," } ">"

        # Statements
        block@     = "{" { statement } "}"
        statement@ 'a statement' = block | ";" | "if" "(" expr ")" statement [ "else" statement ]
                   | "while" "(" expr ")" statement | "do" statement "while" "(" expr ")" semi
                   | for | [ "await" ] "foreach" "(" ( { "ref" | "readonly" | "scoped" &scoped } type
                     designation "in" | expr "in" ) expr ")" statement
                   | "switch" ( "(" expr ")" | tuple ) "{" { section | elision [ ";" ] } "}"
                   | "try" block ( handlers | <-strict> &END | <-strict> &elision ) | "lock" "(" expr ")" statement
                   | [ "await" ] "using" "(" ( local ")" | expr ")" ) statement
                   | "fixed" "(" local ")" statement | ( "checked" | "unchecked" | "unsafe" ) block
                   | "return" [ [ "ref" ] expr ] semi | "throw" [ expr ] semi
                   | ( "break" | "continue" ) semi | "goto" ( "case" expr | "default" | NAME ) semi
                   | "yield" ( "return" expr | "break" ) semi | NAME ":" statement
                   | [ [ "await" ] "using" ] local semi | function | action semi | elision [ ";" ]
        action     = query | unary assignment branch | conditional
        for        = "for" "(" ( ( local ";" | [ expr % "," ] ";" ) [ expr ] ";" [ expr % "," ] | elision ) ")"
                     statement
        handlers   = catch { catch } [ "finally" block ] | "finally" block
        catch      = "catch" [ "(" ( type [ NAME ] | elision ) ")" ] [ "when" "(" expr ")" ] block
        section    = label { label } { statement }
        label      = "case" pattern [ "when" conditional ] ":" | "default" ":"
        local      = { "const" | "static" | "ref" !"(" | "readonly" | "scoped" &scoped } type local2 % ","
        local2     = NAME [ "[" expr "]" ] [ "=" initial ]
        function   = { annotation | "static" | "async" &modified | "unsafe" | "extern" } result NAME
                     [ typeparams ] "(" [ parameters ] ")" { constraint } code

        # Patterns
        pattern@ 'a pattern' = both { "or" both }
        both       = negated { "and" negated }
        negated    = { "not" } primarypattern
        primarypattern = "var" designation !"." | [ tested ] "(" [ subpattern % "," [ "," ] ] ")"
                     [ properties ] [ designated ] &patternend
                   | [ tested ] properties [ designated ]
                   | "[" [ pattern % "," [ "," ] ] "]" [ designated ] | ".." [ pattern ]
                   | tested designated &patternend | ( "<" | "<=" | ">" | ">=" ) constant
                   | tested &patternend | constant | elision
        properties = "{" [ subpattern % "," [ "," ] ] "}"
        subpattern = NAME { "." NAME } ":" pattern | pattern
        designated = !"and" !"or" !"when" NAME
        designation = NAME | "(" [ designation % "," ] ")"
        patternend = ")" | "," | ";" | "]" | "}" | "&&" | "||" | "?" | ":" | "=>" | "and" | "or" | "when"
                   | "==" | "!=" | "??" | END | ELISION
        constant   = unary { arithmetic unary }
        arithmetic = "+" | "-" | "*" | "/" | "%" | "|" | "&" | "^" | "<<"

        # Expressions
        expr@ 'an expression' = lambda | query | unary assignment branch | conditional
        assignment = "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<=" | "??="
                   | ">" [ ">" ] ">="
        conditional@ = binary [ "?" branch ":" branch ]
        branch 'an expression' = "ref" expr | expr
        binary@    = unary { operator unary | ".." [ unary ] | "is" pattern | "as" tested
                   | "switch" "{" [ arm % "," [ "," ] ] "}" | "with" initializer
                   | "??" "throw" expr }
        operator 'an operator' = "||" | "&&" | "|" | "^" | "&" | "==" | "!=" | "<=" | ">=" | "<"
                   | ">" [ ">" [ ">" ] ] | "<<" | "+" | "-" | "*" | "/" | "%" | "??"
        arm        = pattern [ "when" conditional ] "=>" expr | elision
        unary@ 'an expression' = ( "+" | "-" | "!" | "~" | "++" | "--" | "&" | "*" | "^" | "ref" | "await" &awaited ) unary
                   | ".." [ unary ] | "throw" expr | cast | atom { postfix }
        awaited    = NAME | "(" | "this" | "base" | "new" | primitive | "..." | "++" | STRING | QUOTE
        cast       = "(" name "*" { "*" } ")" unary | "(" ( primitive | "void" ) { "?" | "[" { "," } "]" | "*" } ")" unary
                   | "(" type ")" castable
        castable   = !"+" !"-" !"*" !"&" !"^" !"++" !"--" !".." !"with" !"switch" !"and" !"or" !"when"
                     ( <-query> unary | <+query> !"where" !"select" !"orderby" !"group" !"join" !"let"
                     !"from" !"into" !"on" !"equals" !"by" !"ascending" !"descending" unary )
        postfix    = ( "." | "->" | "?." | "?" "." ) word | "(" [ arguments ] ")" | [ NULLINDEX ] "[" arguments "]"
                   | "++" | "--" | "!" | elision &"."
        word 'a name' = NAME [ typeargs &after ] | elision
        after      = ")" | "]" | "}" | ":" | ";" | "," | "." | "?" | "==" | "!=" | "|" | "^" | "&&" | "||"
                   | "&" | "[" | "(" | "=>" | "?." | "{" | "::" | "!" | END | "??" | "->" | "switch"
        arguments  = argument % "," [ <-strict> "," ]
        argument 'an argument' = [ NAME ":" ] ( "out" type NAME | ( "ref" | "in" | "out" ) [ "readonly" ] expr
                   | expr | elision )
        item       = type NAME &itemend | expr | elision
        itemend    = ")" | ","
        atom 'an expression' = NUMBER | CHAR | string | "true" | "false" | "null" | "this" | "base"
                   | primitive | { "async" | "static" } "delegate" [ "(" [ parameters ] ")" ] block
                   | NAME [ typeargs &after ] { "::" NAME [ typeargs &after ] }
                   | tuple | "[" [ element % "," [ "," ] ] "]" | "new" creator
                   | ( "typeof" | "sizeof" ) "(" ( "void" { "*" } | type ) ")"
                   | "default" [ "(" type ")" ] | ( "checked" | "unchecked" ) "(" expr ")"
                   | "stackalloc" [ type ] [ "[" [ expr ] "]" ] [ "{" [ values ] "}" ]
                   | "__arglist" [ "(" [ arguments ] ")" ]
                   | elision
        tuple      = "(" [ [ NAME ":" ] item ] { "," [ NAME ":" ] item } ")"
        element    = ".." expr | expr | elision
        string 'a string' = STRING | QUOTE hole { QUOTE hole } QUOTE
        hole       = "${" expr [ "," expr ] [ FORMAT ] "}"
        creator    = "(" [ arguments ] ")" [ initializer ] | "[" { "," } "]" "{" [ values ] "}"
                   | initializer | core { "?" | NULLINDEX &"[" | "*" } ( "(" [ arguments ] ")" [ initializer ] | array | initializer )
        array      = "[" [ expr % "," ] "]" { [ "?" ] "[" { "," } "]" } [ "{" [ values ] "}" ]
                   | "[" "," { "," } "]" { "[" { "," } "]" } "{" [ values ] "}"
        initializer = "{" [ values ] "}"
        values     = value % "," [ "," ]
        value 'a value' = ( "[" arguments "]" | NAME ) "=" ( initializer | expr ) | initializer | expr
                   | elision
        # A lambda whose type is not written
        simple     = { "async" !"=>" | "static" } ( NAME "=>" | "(" [ inputs ] ")" "=>" )
                     ( block | expr | elision )
        lambda     = { annotation } { "async" !"=>" | "static" } ( NAME "=>" | "(" [ inputs ] ")" "=>"
                   | result "(" [ inputs ] ")" "=>" ) ( block | "ref" expr | expr | elision )
        inputs     = input % ","
        input      = { annotation | "ref" | "out" | "in" | "params" | "readonly" | "scoped" &scoped }
                     ( type NAME | NAME ) [ "=" expr ] | elision
        query      = "from" source<+query> querybody<+query>
        querybody  = { clause } ( "select" expr | "group" expr "by" expr | elision )
                     [ "into" NAME querybody ]
        source     = ( type NAME | NAME ) "in" expr
        clause 'a clause' = "from" source | "let" NAME "=" expr | "where" expr
                   | "join" source "on" expr "equals" expr [ "into" NAME ]
                   | "orderby" ( expr [ "ascending" | "descending" ] ) % ","
        """#
}
