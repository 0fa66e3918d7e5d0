extension CodeLanguage {
    /// Python 3, from The Python Language Reference (3.14): https://docs.python.org/3/reference/
    ///
    /// A block may be of Python 2 as well, from The Python Language Reference (2.7):
    /// https://docs.python.org/2.7/reference/
    package static let python = CodeLanguage(
        "python", grammar: pythonGrammar, whole: ["file+strict"],
        fragments: ["file", "file+two", "dangling", "entries", "params"],
        blamesOpenBracket: true, vocabulary: pythonVocabulary, classes: pythonClasses,
        lexer: pythonLexer)

    /// Python 2, from The Python Language Reference (2.7): https://docs.python.org/2.7/reference/
    package static let python2 = CodeLanguage(
        "python2", grammar: pythonGrammar, whole: ["file+strict+two"],
        fragments: ["file+two", "file", "dangling+two", "entries", "params"],
        blamesOpenBracket: true, vocabulary: pythonVocabulary, classes: pythonClasses,
        lexer: pythonLexer)

    private static let pythonClasses: [String: LexicalClass] = [
        "FSTART": .doubleQuoted, "FEND": .doubleQuoted, "OLDSTRING": .doubleQuoted,
        "OLDNUMBER": .number,
    ]

    private static func pythonLexer(_ words: Words) -> @Sendable (Scanner) -> Tokens {
        let kinds = PythonLexer.Kinds(words)
        return { scanner in
            var lexer = PythonLexer(scanner, kinds)
            return lexer.tokens()
        }
    }

    /// `two` is set for Python 2, `lambda` where a parameter has no annotation, `noin` where `in`
    /// is no operator. Expressions have no precedence: a recognizer needs none. `...` is an
    /// expression of the language, so that only `…` and comments count as left out.
    private static let pythonGrammar = #"""
        %keywords False None True and as assert async await break class continue def del elif
                     else except finally for from global if import in is lambda nonlocal not or
                     pass raise return try while with yield ;

        # What may stand alone
        file       = { statement } END
        dangling   = { statement } ( "elif" expr block | "else" block | excepts
                     | "finally" block | "case" patterns [ "if" named ] block ) { statement } END
        entries    = entry { "," [ NEWLINE ] entry } [ "," ] [ NEWLINE ] END
        entry      = pair | NAME "=" expr
        params     = arguments [ NEWLINE ] END
        elision    = <-strict> ( "…" | ELISION )

        # Statements
        statement 'a statement' = compound | lines | <-strict> ( MAGIC | expr HELP NEWLINE )
                     | elision
        lines      = simple % ";" [ ";" ] NEWLINE
        block      = ":" ( NEWLINE ( indented | elision | <-strict> ( SOFT | CUT ) ) | lines
                     | elision [ NEWLINE ] )
        indented 'an indented block' = INDENT statement { statement } DEDENT
        # Soft keywords come first, each up to where a statement ends: any name fits `stars`.
        simple     = "type" NAME [ typeparams ] "=" expr &ends
                   | <+two> "print" args &ends | <+two> "print" [ ">>" expr [ "," ] ] [ expr %
                     "," [ "," ] ] &ends | <+two> "exec" expr<+noin> [ "in" expr [ "," expr ] ]
                     &ends
                   | assignment | stars | "pass" | "break" | "continue" | "return" [ stars ]
                     | yield
                   | "raise" [ expr [ "from" expr | <+two> "," expr [ "," expr ] ] ]
                   | "import" dotted [ "as" NAME ] { "," dotted [ "as" NAME ] }
                   | "from" { "." | "..." } dotted "import" imported | "from" ( "."
                     | "..." ) { "." | "..." } "import" imported
                   | "del" target % "," [ "," ] | "assert" expr [ "," expr ] | ( "global"
                     | "nonlocal" ) NAME % ","
        ends       = ";" | NEWLINE
        dotted     = NAME { "." NAME }
        imported   = "*" | "(" ( NAME [ "as" NAME ] ) % "," [ "," ] ")"
                     | ( NAME [ "as" NAME ] ) % ","
        assignment = single ":" expr [ "=" ( yield | stars ) ]
                   | single ( "+=" | "-=" | "*=" | "/=" | "//=" | "%=" | "@=" | "&=" | "|="
                     | "^=" | ">>=" | "<<=" | "**=" ) ( yield | stars )
                   | targets "=" { targets "=" } ( yield | stars | <-strict> MAGIC )
        yield      = "yield" [ "from" expr | stars ]
        compound   = "if" named block { "elif" named block } [ "else" block ]
                   | "while" named block [ "else" block ]
                   | "try" block ( excepts [ "else" block ] [ "finally" block ]
                     | "finally" block )
                   | match
                   | { "@" named NEWLINE } ( function | class )
                   | <-strict> "@" named NEWLINE { "@" named NEWLINE } &END
                   | [ "async" ] ( for | with )
        for        = "for" targets "in" stars block [ "else" block ]
        with       = "with" ( "(" withitem % "," [ "," ] ")" block | withitem % "," block )
        withitem   = expr [ "as" target ]
        excepts    = "except" excepted block { "except" excepted block }
        excepted   = [ "*" ] [ expr ( "as" NAME | { "," expr } ) ]
        function   = [ "async" ] "def" NAME [ typeparams ] "(" [ parameters<-lambda> ] ")" [ "->"
                     expr ] block
        class      = "class" NAME [ typeparams ] [ "(" [ arguments ] ")" ] block
        typeparams = "[" ( [ "*" | "**" ] NAME [ ":" expr ] [ "=" [ "*" ] expr ] ) % "," [ "," ]
                     "]"
        parameters = ( plain % "," [ "," withdefault % "," ]
                     | withdefault % "," ) [ "," [ rest ] ] | rest
        plain      = "/" | NAME annotation !"=" | <+two> "(" targets ")" | <-strict> "..."
        withdefault = "/" | NAME annotation "=" expr<-lambda>
        rest       = ( "*" NAME [ <-lambda> ":" ( expr | "*" expr ) ] { "," keywordonly }
                     | "*" "," keywordonly { "," keywordonly } ) [ "," [ keywords ] ] | keywords
        keywordonly = NAME annotation [ "=" expr<-lambda> ] | <-strict> "..."
        keywords   = "**" NAME annotation [ "," ]
        annotation = [ <-lambda> ":" expr ]

        # match
        match      = "match" stars ":" NEWLINE INDENT { "case" patterns [ "if" named ] block
                     | elision } DEDENT
        patterns   = pattern % "," [ "," ]
        pattern@   = ( "*" NAME | closed % "|" ) [ "as" NAME ]
        closed@    = constant | NAME { "." NAME } [ "(" [ ( NAME "=" pattern
                     | pattern ) % "," [ "," ] ] ")" ]
                   | "(" [ patterns ] ")" | "[" [ patterns ] "]" | "{" [ ( "**" NAME
                     | ( constant | dotted ) ":" pattern ) % "," [ "," ] ] "}"
        constant   = [ "-" ] NUMBER [ ( "+" | "-" ) NUMBER ] | STRING { STRING } | "None"
                     | "True" | "False"

        # Targets of assignments
        targets@   = star % "," [ "," ]
        star@      = [ "*" ] target
        target@    = ( access | "(" [ targets ] ")" | "[" [ targets ] "]" | NAME ) !after
        single@    = ( access | "(" single ")" | NAME ) !after
        access@    = atom { args } sub { { args } sub }
        after      = "(" | "[" | "."

        # Expressions
        stars@     = starred % "," [ "," ]
        starred@   = "*" expr | named
        named@     = NAME ":=" expr | expr
        expr@ 'an expression' = "lambda" [ parameters<+lambda> ] ":" expr<-lambda>
                     | disjunction [ "if" disjunction "else" expr ]
        disjunction@ = negation % ( "and" | "or" )
        negation@  = { "not" } operand { ( "+" | "-" | "*" | "/" | "//" | "%" | "@" | "&" | "|"
                     | "^" | "<<" | ">>" | "**" | "==" | "!=" | "<" | "<=" | ">" | ">="
                     | <-noin> "in" | "not" "in" | "is" "not" | "is" | <+two> "<>" ) operand }
        operand@   = { "-" | "+" | "~" } [ "await" ] atom { args | sub }
        args@      = "(" [ arguments<-lambda-noin> ] ")"
        sub@       = "." NAME | "[" slice<-lambda> % "," [ "," ] "]"
        slice      = ":" [ expr ] [ ":" [ expr ] ] | starred [ ":" [ expr ] [ ":" [ expr ] ] ]
        arguments  = named comprehension | positional % "," [ "," keyword % "," ] [ "," ]
                     | keyword % "," [ "," ]
        positional = NAME ":=" expr | "*" expr | expr !"=" !"for"
        keyword    = NAME "=" expr | "*" expr | "**" expr | <-strict> "..." | elision
        comprehension = some
        condition  = NAME ":=" expr | disjunction
        atom@      = <-two> NAME | <+two> !"print" !"exec" NAME | NUMBER | string { string }
                     | "None" | "True" | "False" | "..."
                   | "(" [ inparens<-lambda> ] ")" | "[" [ inlist<-lambda> ] "]"
                     | "{" [ inbraces<-lambda> ] "}"
                   | <+two> OLDNUMBER | <+two> OLDSTRING | <+two> "`" expr "`" | elision
        string     = STRING | FSTART { replacement<-lambda> } FEND
        replacement = "{" ( yield | stars ) [ "=" ] [ "!" NAME ] [ ":" { replacement } ] "}"
        inparens   = yield | named some | stars
        inlist     = starred some | stars
        inbraces   = pair some | pair % "," [ "," ] | starred some | stars
        some       = [ "async" ] "for" targets "in" disjunction { "if" condition
                     | [ "async" ] "for" targets "in" disjunction }
        pair       = "**" expr | expr ":" expr | <-strict> "..." | elision
        """#
}
