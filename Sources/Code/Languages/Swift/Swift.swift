extension CodeLanguage {
    /// Swift 6.3 and what earlier editions allowed, from the grammar of The Swift Programming Language
    /// and the proposals accepted since: https://docs.swift.org/swift-book/ and
    /// https://www.swift.org/swift-evolution/
    package static let swift = CodeLanguage(
        "swift", grammar: swiftGrammar, whole: ["file+strict"],
        fragments: ["file", "members", "cases", "rest", "entries", "types", "accesses"],
        lex: { scanner, words in
            var lexer = SwiftLexer(scanner, words)
            return lexer.tokens()
        })

    /// A line end is `SOFT`, which ends a statement where nothing else can follow: terminals that do
    /// not want it look past it. The blanks around an operator decide its kind: `PREFIX`, `BINARY` or
    /// `POSTFIX`; `OPERATOR` is one that is declared, `>` is always one token, `"?"` and `"!"` follow a
    /// value at once, and `AT` is the `@` of an attribute with arguments.
    ///
    /// Flags: `plain` is set in the heads of statements, where `{` begins their block and no closure;
    /// `pat` in patterns, where `let x` binds a name and `=` ends the pattern.
    private static let swiftGrammar = #"""
        %keywords as associatedtype break case catch class continue default defer deinit do else enum
            extension fallthrough false fileprivate for func guard if import in init inout internal
            is let nil operator precedencegroup private protocol public repeat rethrows return self
            Self static struct subscript super switch throw throws true try typealias var where while
            Any _ ;

        # What a block may hold
        file       = stmts END
        members    = memberlist END
        cases      = { clause | ifclauses } END
        rest       = [ "}" ] ( "else" ( if | block ) | catch { catch } ) eos stmts END
                   | "}" "while" expr eos stmts END
        entries    = [ elision [ ";" ] ] argument % "," [ "," ] [ elision ] eos END
        types      = type END
        accesses   = accessor { accessor } END
        elision    = <-strict> ( "..." | ELISION )
        eos        = ";" | SOFT | &"}" | &END

        # Conditional compilation and attributes
        line@       = { !SOFT ( tree | ANY ) }
        tree       = "(" { tree | ANY } ")" | "[" { tree | ANY } "]" | "{" { tree | ANY } "}"
                   | "\(" { tree | ANY } ")"
        ifstmts@    = "#if" line stmts { "#elseif" line stmts } [ "#else" stmts ] "#endif" | ifversion
        ifmembers@  = "#if" line memberlist { "#elseif" line memberlist } [ "#else" memberlist ] "#endif"
                   | ifversion
        # What is for another version of the compiler is not parsed.
        ifversion  = "#if" [ PREFIX ] ( "swift" | "compiler" ) line { unread } "#endif"
        unread     = ifversion | "#if" line { unread } "#endif" | tree | !"#if" !"#endif" ANY
        ifclauses@  = "#if" line clauses { "#elseif" line clauses } [ "#else" clauses ] "#endif"
        ifaccess@   = "#if" line { accessor } { "#elseif" line { accessor } } [ "#else" { accessor } ]
                     "#endif"
        ifpostfix@  = "#if" line { chained } { "#elseif" line { chained } } [ "#else" { chained } ]
                     "#endif"
        chained    = "." name { postfix } | ifpostfix
        ifprefix@   = "#if" line { prefix } { "#elseif" line { prefix } } [ "#else" { prefix } ] "#endif"
        prefix     = attribute | modifier | ifprefix
        attribute 'an attribute' = AT NAME [ named ] [ typeargs ] tree
                   | "@" ( "available" tree | ( NAME | "rethrows" ) [ named ] [ typeargs ] )
        named      = ( "." | "::" ) dotted
        dotted     = WORD { ( "." | "::" ) ( WORD | OPERATOR ) }

        # Declarations
        decl       = { prefix } declaration
        modifier   = ( "public" | "private" | "fileprivate" | "internal" | "open" | "package"
                   | "unowned" | "nonisolated" ) [ "(" NAME ")" ]
                   | "static" | "class" &method | "final" | "override" | "required" | "convenience"
                   | "lazy" | "weak" | "optional" | "dynamic" | "mutating" | "nonmutating"
                   | "indirect" | "prefix" | "postfix" | "infix" | "isolated" | "distributed"
                   | "borrowing" | "consuming" | "__consuming" | "__shared" | "__owned" | "_const"
                   | "sending" | "async" | "reasync" | "_local"
        method     = "func" | "var" | "let" | "subscript" | "override" | "final" | "private" | "public"
                   | "internal" | "fileprivate" | "open" | "dynamic" | "package" | "@" | AT
        declaration 'a declaration' = import | variables | function | initializer | subscript | nominal
                   | "extension" type inheritance [ where ] memberblock
                   | "deinit" [ "async" ] [ block ]
                   | "typealias" NAME [ generics ] [ "=" type ] [ where ]
                   | "associatedtype" NAME inheritance [ "=" type ] [ where ]
                   | "operator" OPERATOR [ ":" NAME % "," ] [ tree ]
                   | "precedencegroup" NAME tree
                   | "macro" NAME [ generics ] signature [ "=" expr ] [ where ]
        import     = "import" [ "typealias" | "struct" | "class" | "enum" | "protocol" | "let" | "var"
                   | "func" ] dotted
        variables  = ( "let" | "var" ) variable % ","
        variable   = target [ ":" type ] [ "=" expr ] [ accessors ] | elision
        target 'a name' = NAME | "_" | "self" | "(" [ part % "," [ "," ] ] ")"
        part       = WORD ":" target | target [ ":" type ] | elision
        accessors  = "{" accessor { accessor } "}" | block
        accessor   = { prefix } accessword [ "(" ( NAME | elision ) ")" ] effects [ block ] [ ";" ]
                   | ifaccess | elision [ ";" ]
        accessword = "get" | "set" | "willSet" | "didSet" | "_read" | "_modify" | "read" | "modify"
                   | "init" | "borrow" | "mutate" | "yielding" ( "borrow" | "mutate" )
                   | "unsafeAddress" | "unsafeMutableAddress" | "addressWithOwner"
                   | "mutableAddressWithOwner" | "addressWithNativeOwner"
                   | "mutableAddressWithNativeOwner"
        function   = "func" ( NAME | OPERATOR ) [ generics ] signature [ where ] [ block ]
        signature  = "(" parameters ")" effects [ "->" type ]
        initializer = "init" [ "?" | "!" ] [ generics ] signature [ where ] [ block ]
        subscript  = "subscript" [ generics ] signature [ where ] [ accessors ]
        effects    = { "async" | "reasync" | "rethrows" | "throws" [ "(" type ")" ] }
        parameters = [ parameter % "," [ "," ] ]
        parameter 'a parameter' = { attribute } WORD [ internal ] ":" type [ variadic ] [ "=" expr ] | elision
        internal 'a name' = WORD
        variadic   = POSTFIX | "..."
        nominal    = ( "struct" | "class" | "enum" | "protocol" | "actor" ) NAME [ generics ]
                     inheritance [ where ] memberblock
        inheritance = [ ":" inherited % "," ]
        inherited  = "class" | type
        memberblock = "{" memberlist "}"
        memberlist@ = { ";" | member eos | elision [ ";" ] }
        member 'a member' = { prefix } ( "case" case % "," | declaration )
                   | ifmembers | expansion
        case       = NAME [ "(" [ payload % "," [ "," ] ] ")" ] [ "=" expr ] | elision
        payload    = { attribute } ( WORD [ WORD ] ":" type | type ) [ variadic ] [ "=" expr ]
        expansion  = { prefix } "#" WORD [ typeargs ] { postfix }
        generics   = "<" [ generic % "," [ "," ] ] [ where ] ">"
        generic 'a type parameter' = { attribute } [ "each" | "let" ] NAME [ ":" type ] | elision
        where      = "where" requirement % ","
        requirement = { attribute } type [ ":" type | "==" ( type | number ) ]
        number     = [ PREFIX ] NUMBER

        # Types
        type@ 'a type' = { typeprefix } single { "&" single } [ effects "->" type ]
        typeprefix = attribute | "inout" | "repeat" | typeword !SOFT &typestart
        typeword   = "some" | "any" | "each" | "borrowing" | "consuming" | "sending" | "isolated"
                   | "__owned" | "__shared" | "_const" | "nonisolated" [ "(" NAME ")" ]
        typestart  = NAME | "Self" | "Any" | "(" | "[" | "@" | AT | PREFIX | "inout" | "..."
        single     = [ PREFIX ] base { "?" | "!" | "." WORD [ typeargs ] | "::" WORD [ typeargs ] }
        base       = ( NAME | "Self" ) [ typeargs ] | "Any" | "_" | "self"
                   | "[" ( sized | type [ ":" type ] ) "]"
                   | "(" [ payload % "," [ "," ] ] ")" | elision
        sized      = ( number | NAME | "_" ) "of" type
        typeargs@  = "<" [ ( type | number ) % "," [ "," ] ] ">"

        # Statements
        block@     = "{" stmts<-plain-pat> "}"
        stmts@     = { ";" | stmt eos | elision [ ";" ] }
        stmt@ 'a statement' = decl | if | labelled | NAME ":" ( labelled | if ) | "defer" block
                   | "guard" conditions "else" block
                   | "return" [ expr ] | "throw" expr | ( "break" | "continue" ) [ !SOFT NAME ]
                   | "fallthrough" | ( "yield" | "discard" | "then" ) !SOFT &subject expr
                   | ifstmts | expr
        subject    = NAME | "self" | PREFIX | "(" | "." | STRING | NUMBER | QUOTE | "true" | "false" | "nil"
                   | "try"
        labelled   = "while" conditions block | "repeat" block "while" expr
                   | "for" each block | switch | do
        each       = [ "try" [ "!" ] ] [ "await" ] [ "unsafe" ] [ "case" ] pattern<+plain>
                     [ ":" type ] "in" expr<+plain> [ "where" expr<+plain> ]
                   | <-strict> ( loop | "(" loop<-plain> ")" )
        loop       = [ variables | expr ] ";" [ expr<+plain> ] ";" [ expr<+plain> ]
        do         = "do" [ "throws" [ "(" type ")" ] ] block { catch }
        catch      = "catch" [ caught<+plain> % "," | "where" expr<+plain> ] block
        caught     = pattern [ "where" expr ]
        switch     = "switch" expr<+plain> "{" clauses<-plain-pat> "}"
        clauses    = { clause | ifclauses | elision [ ";" ] }
        clause 'a case' = [ "@" NAME ] ( "case" caught % "," | "default" ) ":" stmts
        if         = "if" conditions block [ "else" ( if | block | elision ) ]
        conditions = condition<+plain> % "," [ <-strict> "where" expr<+plain> ]
        condition 'a condition' = ( "let" | "var" | "inout" ) target [ ":" type ] [ "=" expr ]
                   | "case" pattern [ ":" type ] "=" expr | expr
        pattern    = expr<+pat>

        # Expressions
        expr@ 'an expression' = operand { infix }
        infix      = operator operand | TERNARY expr<-pat> ":" operand
                   | ( "as" [ "?" | "!" ] | "is" ) type | <-pat> "=" operand
                   | effects "->" operand
        operator 'an operator' = BINARY | "==" | "&" | "<" | ">" { ">" }
        operand    = { leading } primary
        leading 'an expression' = "try" [ "?" | "!" ] | PREFIX | "repeat"
                   | ( "await" | "unsafe" ) !SOFT &awaited
                   | ( "consume" | "copy" | "borrow" | "each" ) !SOFT &moved
        awaited    = NAME | "(" | "[" | "{" | "self" | "Self" | "super" | "." | "#" | "try" | STRING
                   | QUOTE | PREFIX | "if" | "switch" | "nil" | "true" | "false" | NUMBER | "\" | "..." | "_"
        moved      = NAME | "self"
        primary    = <+pat> ( "let" | "var" | "borrowing" &NAME ) operand | <+pat> "is" type
                   | atom { postfix }
        postfix    = "." name | "::" WORD [ typeargs &after ]
                   | !SOFT "(" compound ")" | !SOFT "(" [ arguments<-plain> ] ")"
                   | !SOFT "[" [ arguments<-plain> ] "]" | "?" | "!" | POSTFIX
                   | <-plain> trailing | <+plain> trailing<-plain> ( &follows | !SOFT &goeson )
                   | ifpostfix | elision &"."
        name 'a name' = WORD [ typeargs &after ] | NUMBER | &"[" | elision
        after      = ")" | "]" | "{" | "}" | "." | "," | ";" | END | ":" | "!" | "?" | "(" | "[" | "&"
                   | SOFT | "=" | POSTFIX | "::"
        compound   = WORD ":" { WORD ":" }
        trailing   = closure { !"case" !"default" WORD ":" closure }
        follows    = "{" | "where" | ","
        goeson     = "[" | "(" | "." | "is" | "as" | "?" | TERNARY | "!" | ":" | "=" | POSTFIX | BINARY
                   | "==" | "&" | "<" | ">"
        arguments  = argument % "," [ "," ]
        argument 'an argument' = WORD ":" expr | elision argument | expr
        atom 'an expression' = ( "any" | "some" ) !SOFT &typestart type | NAME [ typeargs &after ] | NUMBER | string | REGEX | "self"
                   | "Self" [ typeargs &after ] | "super" | "Any" | "nil" | "true" | "false" | "_"
                   | "(" [ arguments<-plain> ] ")" | "[" [ elements<-plain> ] "]"
                   | <-plain> closure | "." name | "\" ( root | &"." ) | macro
                   | if<-plain-pat> | switch<-plain-pat>
                   | attribute type
                   | symbol | elision
        string 'a string' = STRING | QUOTE hole { QUOTE hole } QUOTE
        hole       = "\(" [ arguments<-plain-pat> ] ")"
        elements   = ":" | element % "," [ "," ]
        element    = elision element | expr [ ":" expr | "of" type ] | "inout" type
        root       = NAME [ typeargs ] | "Self" | "Any" | "(" type ")" | "[" type [ ":" type ] "]"
        macro      = "#" ( ( "available" | "unavailable" | "_hasSymbol" ) tree
                   | WORD [ typeargs &after ] )
        symbol     = ( operator | <+strict> "..." ) &closing
        closing    = ")" | "," | "]"
        closure@   = "{" !"didSet" !"willSet" [ head "in" ] stmts<-plain-pat> "}"
        head       = { attribute } [ "[" [ capture % "," [ "," ] ] "]" ]
                     [ "(" [ input % "," [ "," ] ] ")" | ( NAME | "_" ) % "," ] effects [ "->" type ]
        capture    = [ ( "weak" | "unowned" [ "(" NAME ")" ] ) &moved ] ( NAME | "self" ) [ "=" expr ]
                   | elision
        input      = { attribute } WORD [ WORD ] [ ":" type [ variadic ] ]
                   | "(" [ input % "," [ "," ] ] ")" | elision
        """#
}
