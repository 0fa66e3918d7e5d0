extension CodeLanguage {
    /// JavaScript with JSX: https://tc39.es/ecma262/ (2026) and https://facebook.github.io/jsx/,
    /// scripts and modules alike.
    package static let javascript = javaScript("javascript", grammar: javaScriptGrammar)
    package static let jsx = javaScript("jsx", grammar: javaScriptGrammar)

    static func javaScript(
        _ name: String, grammar: String, isTyped: Bool = false
    ) -> CodeLanguage {
        let flag = isTyped ? "+ts" : ""
        return CodeLanguage(
            name, grammar: grammar, whole: ["file+strict" + flag],
            fragments: ["file", "members", "entries", "cases", "chain", "rest"].map { $0 + flag },
            vocabulary: isTyped ? typeScriptVocabulary : javaScriptVocabulary,
            classes: [
                "TAG": .punctuation, "\"</\"": .punctuation, "\"/>\"": .punctuation,
                "\"`\"": .backquoted, "\"${\"": .interpolation, "TOPIC": .sign,
            ],
            lexer: { words in
                let kinds = JavaScriptLexer.Kinds(words)
                return { scanner in
                    var lexer = JavaScriptLexer(scanner, kinds, isTyped: isTyped)
                    return lexer.tokens()
                }
            })
    }

    /// A line end is `SOFT`, which ends a statement where nothing else can follow: terminals that do
    /// not want it look past it. Expressions have no precedence: a recognizer needs none.
    ///
    /// Flags: `ts` is TypeScript, `noin` the head of a `for`, `plain` the middle of `a ? b : c`, where
    /// an arrow function has no type of what it returns.
    static let javaScriptGrammar = #"""
        %keywords break case catch class const continue debugger default delete do else enum export
            extends false finally for function if import in instanceof new null return super switch
            this throw true try typeof var void while with ;

        # What a block may hold
        file       = { stmt } END
        members    = { !statement member } { decorator } END
        statement  = "const" | "var" | "class" | "function" | "if" | "for" | "while" | "return"
                   | "import" | "export" | "switch" | "try" | "throw" | "else" | "catch"
        entries    = path ":" assign [ "," ] END | properties [ "," ] END | assign [ "," ] END
        path       = NAME "." WORD { "." WORD }
        cases      = clause { clause } END
        chain      = select { select | args } [ ";" ] { stmt } END
        rest       = [ "}" ] ( "else" stmt | catch [ finally ] | finally ) { stmt } END
        elision    = <-strict> ( "..." | ELISION )
        eos        = ";" | SOFT | &"}" | &END

        # Statements
        block@     = "{" { stmt<-noin-plain> } "}"
        stmt@ 'a statement' = block | variables eos | declaration | <+ts> typed
                   | "if" condition stmt [ "else" stmt ] | for
                   | "while" condition stmt | "do" stmt "while" condition [ ";" ]
                   | "with" condition stmt | "return" [ !SOFT expr ] eos | "throw" !SOFT expr eos
                   | ( "break" | "continue" ) [ !SOFT NAME ] eos | "debugger" eos
                   | "try" block ( catch [ finally ] | finally | <-strict> &END | <-strict> &elision )
                   | "switch" condition "{" { elision [ ";" ] } { clause } "}"
                   | import | export | NAME ":" stmt | ";" | !"function" !"class" expr eos
                   | elision [ ";" ]
        catch      = "catch" [ "(" ( binding | elision ) ")" ] block
        finally    = "finally" block
        clause     = ( "case" expr | "default" ) ":" { stmt }
        condition  = "(" expr<-noin-plain> ")"
        variables  = ( "var" | "let" &declared ) variable % "," | "const" !"enum" constant % ","
                   | using constant % ","
        using      = "await" !SOFT "using" !SOFT &NAME | "using" !SOFT !"in" !"of" &NAME
        declared   = NAME | "[" | "{"
        variable   = NAME [ <+ts> "!" ] [ <+ts> ":" type ] [ "=" assign ]
                   | pattern [ <+ts> ":" type ] "=" assign | elision
        constant   = pattern [ <+ts> ":" type ] "=" assign | <+ts> pattern ":" type | elision
        for        = "for" [ "await" ] "(" ( each ( "of" assign | "in" expr )
                   | [ variables<+noin> | expr<+noin> ] ";" [ expr ] ";" [ expr ] | elision ) ")"
                     stmt
        each       = ( "var" | "const" | "let" | "await" "using" | "using" !"of" ) binding<+noin>
                   | target
        declaration = functionhead ( NAME | <-strict> ) signature body
                   | { decorator } [ <+ts> "abstract" !SOFT ] "class" ( classname | <-strict> )
                     heritage
        functionhead = "async" !SOFT "function" [ "*" ] | "function" [ "*" ]
        function   = functionhead [ NAME ] signature block
        body       = block | <+ts> eos
        signature  = [ <+ts> typeparams ] "(" [ parameters<-noin-plain> ] ")"
                     [ <+ts> ":" returned ]
        parameters = parameter % "," [ "," ]
        parameter 'a parameter' = { decorator } { <+ts> modifier }
                     ( [ "..." ] binding | <+ts> "this" ":" type ) | elision
        binding    = pattern [ <+ts> "?" ] [ <+ts> ":" type ] [ "=" assign ]
        pattern@ 'a name' = NAME | "[" { "," } [ element % commas { "," } ] "]"
                   | "{" [ bound % "," [ "," ] ] "}"
        commas     = "," { "," }
        element    = "..." pattern | pattern [ "=" assign<-noin-plain> ] | elision
        bound      = "..." NAME | key ":" pattern [ "=" assign<-noin-plain> ]
                   | NAME [ "=" assign<-noin-plain> ] | elision
        decorator  = "@" ( NAME { "." ( WORD | PRIVATE ) } [ <+ts> typeargs ] [ args ]
                   | "(" expr<-noin-plain> ")" )

        # Classes
        class      = { decorator } [ <+ts> "abstract" !SOFT ] "class" [ classname ] heritage
        classname  = !"extends" !"implements" NAME
        heritage   = [ <+ts> typeparams ] [ "extends" primary [ <+ts> typeargs ] ]
                     [ <+ts> "implements" type % "," ] "{" { member<-noin-plain> } "}"
        member 'a member' = "static" block | { decorator } { modifier } ( method body | field eos )
                   | ";" | <+ts> indexer eos | elision [ ";" ]
        modifier   = ( "static" | "async" !SOFT | "get" | "set" | "accessor"
                   | <+ts> ( "public" | "private" | "protected" | "readonly" | "abstract"
                   | "override" | "declare" ) ) &modified
        modified   = WORD | STRING | NUMBER | PRIVATE | "[" | "*"
        method     = [ "*" ] key [ <+ts> "?" ] signature
        field      = key [ <+ts> "?" | <+ts> "!" ] [ <+ts> ":" type ] [ "=" assign ]
        key        = WORD | STRING | NUMBER | PRIVATE | "[" assign<-noin-plain> "]"

        # Modules
        import     = "import" ( STRING | importclause "from" STRING ) [ attributes ] eos
                   | <+ts> "import" [ "type" ] NAME "=" expr eos
        importclause = ( "type" | "defer" | "source" ) imported | imported | elision
        imported   = NAME [ "," ( "*" "as" NAME | named ) ] | "*" "as" NAME | named
        attributes = ( "with" | "assert" !SOFT ) object
        named      = "{" [ specifier % "," [ "," ] ] "}"
        specifier 'a name' = ( <+ts> "type" &external specifierpart | specifierpart ) | elision
        specifierpart = external [ "as" external ]
        external   = WORD | STRING
        export     = { decorator } "export" ( "default" ( declaration | <+ts> interface | assign eos )
                   | [ <+ts> "type" ] "*" [ "as" external ] "from" STRING [ attributes ] eos
                   | [ <+ts> "type" ] named [ "from" STRING [ attributes ] ] eos
                   | variables eos | declaration | <+ts> typed | <+ts> import
                   | <+ts> "=" expr eos | <+ts> "as" "namespace" NAME eos )

        # Expressions; TOPIC is the `%` of a pipeline, a proposal, PLACEHOLDER is `<your id>`
        expr 'an expression' = assign % ","
        assign@ 'an expression' = arrow | "yield" [ !SOFT [ "*" ] assign ]
                   | target assignment assign | conditional
        assignment = "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "**=" | "<<=" | ">" ">" [ ">" ] "="
                   | "&=" | "|=" | "^=" | "&&=" | "||=" | "??="
        arrow      = arrowhead !SOFT "=>" ( block | assign )
        arrowhead  = "async" !SOFT ( NAME | arrowparams ) | NAME | arrowparams
        arrowparams = [ <+ts> typeparams ] "(" [ parameters<-noin-plain> ] ")"
                     [ <+ts> <-plain> ":" returned ]
        conditional@ = binary [ "?" ( assign<-noin-plain> ":" assign
                   | <+ts> assign<-noin+plain> ":" assign ) ]
        binary@    = operand { operator operand
                   | <+ts> !SOFT ( "as" ( "const" | type ) | "satisfies" type ) }
        operator   = "||" | "&&" | "??" | "|" | "^" | "&" | "==" | "!=" | "===" | "!==" | "<=" | "<"
                   | ">" [ ">" [ ">" ] ] !"=" | ">" "=" | "<<" | "+" | "-" | "*" | "/" | "%" | "**"
                   | "|>" | "instanceof" | <-noin> "in"
        operand@   = ( "delete" | "void" | "typeof" | "+" | "-" | "~" | "!" | "++" | "--" ) operand
                   | "await" &awaited operand | <+ts> "<" ( "const" | type ) ">" operand
                   | primary [ !SOFT ( "++" | "--" ) ]
        awaited    = !"in" !"instanceof" WORD | NUMBER | STRING | REGEX | "`" | "(" | "[" | "{" | "!"
                   | "-" | "+" | TAG
        primary@   = atom { select | args }
        target@    = access | NAME | object | array | "(" target ")"
                   | <+ts> "(" expr<-noin-plain> ")"
        access@    = atom { args } select { { args } select }
        select     = "." ( WORD | PRIVATE ) | elision &"." | "[" expr<-noin-plain> "]" | template
                   | "?." ( WORD | PRIVATE | "[" expr<-noin-plain> "]" | [ <+ts> typeargs ] args
                   | template )
                   | <+ts> !SOFT "!" | <+ts> typeargs &called
        args       = "(" [ arguments<-noin-plain> ] ")"
        arguments  = argument % "," [ "," ]
        argument   = "..." !SOFT assign | elision [ argument ]
                   | assign [ elision | <-strict> "[" "," arguments "]" ]
                   | <-strict> "?" &argumentend
        argumentend = "," | ")"
        atom       = function | NAME | NUMBER | STRING | REGEX | template | "this" | "super"
                   | "null" | "true" | "false" | "(" expr<-noin-plain> ")" | array | object | class
                   | "new" ( "." NAME | callee [ <+ts> typeargs ] [ args ] )
                   | "import" ( args | "." NAME [ args ] ) | PRIVATE | tag | TOPIC
                   | <-strict> PLACEHOLDER | <-strict> "%" !SOFT NAME | elision
        callee     = ( NAME | "this" | "super" | "(" expr<-noin-plain> ")" | function | class
                   | "new" ( "." NAME | callee [ args ] ) | "import" "." NAME )
                     { "." ( WORD | PRIVATE ) | "[" expr<-noin-plain> "]" | <+ts> !SOFT "!" }
        template   = "`" { "${" expr<-noin-plain> "}" } "`"
        array      = "[" { "," } [ argument<-noin-plain> % commas { "," } ] "]"
        object     = "{" [ properties<-noin-plain> ] "}"
        properties = property % "," [ "," ]
        property 'a property' = "..." !SOFT assign | elision [ property ]
                   | ( key ":" assign | { modifier } method block | NAME [ "=" assign ] ) [ elision ]

        # JSX: TAG is a `<` where a value may begin
        tag@ 'an element' = TAG ( ">" children "</" ">"
                   | tagname { attribute } ( "/>" | ">" children "</" tagname ">" ) )
        tagname    = WORD { ( "." | ":" ) WORD }
        attribute 'an attribute' = tagname [ "=" ( STRING | "{" expr<-noin-plain> "}" | tag ) ]
                   | "{" ( "..." [ assign<-noin-plain> ] | elision ) "}" | elision
        children   = { tag | "{" [ "..." ] [ expr<-noin-plain> ] "}" | elision }
        """#
}
