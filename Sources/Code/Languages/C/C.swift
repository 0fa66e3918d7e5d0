extension CodeLanguage {
    /// C, from ISO/IEC 9899:2024, annex A, in the text of its last public draft, with the definitions
    /// of the first edition and the extensions of GNU C:
    /// https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3220.pdf
    /// https://gcc.gnu.org/onlinedocs/gcc/C-Extensions.html
    package static let c = CodeLanguage(
        "c", grammar: cGrammar, whole: ["file+strict"],
        fragments: ["fragment", "members", "entries", "signature", "arguments"],
        blamesLineEnd: true,
        vocabulary: cVocabulary,
        lexer: { words in
            let kinds = CLexer.Kinds(words)
            return { scanner in
                var lexer = CLexer(scanner, kinds)
                return lexer.tokens()
            }
        })

    /// There is no table of types: a name is one where what follows it can only follow a type, and
    /// `T * x;` is either. Macros are taken where specifiers, declarators' ends, statements' heads and
    /// members do; those in capitals take any arguments. `ATTR` is a name that begins with `_`.
    ///
    /// Flags: `plain` is set where old functions are looked for, `local` in parameters, members and
    /// bodies, where no unknown word is between a type and its name.
    private static let cGrammar = #"""
        %keywords auto break case char const continue default do double else enum extern float for
            goto if int long register return short signed sizeof static struct switch typedef union
            unsigned void volatile while __attribute__ __attribute __declspec ;
        %names LOOP MACRO TYPO ATTR ;

        # What a block may hold
        file       = { external } END
        fragment   = [ [ "}" ] "else" stmt ] { stmt | external } END
        members    = { plainfield } END
        entries    = { item } END
        signature  = ( typedparameter | elision ) % "," END
        arguments  = arg % "," END
        elision    = <-strict> ( "..." | ELISION )
        semi       = ";" | <-strict> &END

        # Declarations
        external 'a declaration' = ";" | function | declaration
                   | "extern" STRING ( "{" { external } "}" | external )
                   | asm semi | MACRO margs &"." item { item } [ ";" ]
                   | MACRO [ margs ] [ block | braces | "=" initial ] [ ";" ]
                   | !TYPO NAME ";" | <+strict> NAME group ( block | ";" | !SOFT )
                   | !TYPO NAME args ( block | braces | ";" | "=" initial ";" | semi )
                   | elision [ ";" ]
        function   = specifiers<+plain> ( head<+plain> { trailer } block | oldhead<+plain> old )
                   | specifiers head { trailer } block | NAME "(" NAME % "," ")" old
                   | !TYPO NAME "(" &typeword typedparameter % "," ")" block
        head       = { pointer } ( NAME params<-plain> | core<-plain> params<-plain> )
                     { suffix<-plain> }
        oldhead    = { pointer } NAME "(" NAME % "," ")" { attribute<-plain> }
        old@       = !SOFT specifiers declared % "," semi ( old | block )
        declaration = specifiers [ declared % "," ] semi
                   | typed [ "=" initial ] { "," declared } semi
        typed      = NAME "(" [ NAME ] &"*" declarator ")" suffix { suffix } { trailer }
                   | NAME args "(" &"*" declarator ")" { suffix } { trailer }
        declared   = declarator { trailer } [ "=" initial ] | elision
        initial    = braces | assigned
        specifiers@ = prefix [ specifiers ] | base
        prefix     = storage [ NAME SOFT &pointed ] | attribute<-plain> | !TYPO named
        storage    = "typedef" | "extern" | "static" | "auto" | "register" | "const" | "volatile"
                   | "inline" | "__inline" | "__inline__"
        named      = NAME !SOFT &spectail
                   | <-plain> ( NAME args | MACRO margs ) !SOFT &spectail
                   | NAME attribute<-plain> { attribute<-plain> } !SOFT &spectail
        spectail   = NAME | "*" | typeword
        typeword   = "typedef" | "extern" | "static" | "auto" | "register" | "const" | "volatile"
                   | basic | "struct" | "union" | "enum"
        base 'a type' = basic { basic | extra } | tagged<-plain> { extra }
        extra      = "typedef" | "extern" | "static" | "auto" | "register" | "const" | "volatile"
                   | attribute<-plain> | juxtaposed
        juxtaposed = ( <-local> !TYPO NAME | ATTR | MACRO ) [ attribute<-plain> { attribute<-plain> } ] !SOFT &pointed
                   | <-plain> ( NAME args | MACRO margs ) !SOFT &pointed
        pointed    = NAME | "*" | "const" | "volatile"
        basic      = "void" | "char" | "short" | "int" | "long" | "float" | "double" | "signed"
                   | "unsigned"
        qualifier  = "const" | "volatile" | attribute
        attribute  = ( "__attribute__" | "__attribute" | "__declspec" ) group
                   | "[" "[" { ANY | group } "]" "]"
        tagged     = ( "struct" | "union" ) ( { NAME | attribute } "{" { field } "}"
                     | { attribute } NAME )
                   | "enum" ( { NAME | attribute } [ ":" basic { basic } | ":" NAME ]
                     "{" { enumerator } "}" | { attribute } NAME )
        field      = plainfield | NAME group ";"
        plainfield 'a member' = ";" | specifiers<+local> [ fieldname<+local> % "," ] ";"
                   | typed [ "," fieldname % "," ] ";" | NAME SOFT fieldname % "," ";"
                   | MACRO [ margs ] [ ";" ] | NAME [ ":" conditional { "," fieldname } ] ";"
                   | elision [ ";" ]
        fieldname  = [ declarator ] { trailer } ":" conditional { trailer } | declarator { trailer }
                   | elision
        enumerator = constant "," | constant &"}"
                   | ( MACRO margs | NAME args ) [ "=" conditional ] [ "," ] | MACRO | elision [ "," ]
        constant@ 'an enumerator' = NAME { attribute | MACRO } [ "=" conditional ]
        declarator@ = { pointer } ( MACRO margs | core ) { suffix }
        pointer    = "*" | "^" | "restrict" | "__restrict" | "__restrict__" | qualifier<-plain> | juxtaposed
        core 'a name' = NAME "(" [ NAME ] &"*" declarator ")" | NAME | "(" declarator ")"
        suffix     = params | "[" { "static" | "const" | "volatile" | "restrict" | NAME &NAME }
                     [ "*" &"]" | assigned | elision ] "]"
        params@    = "(" [ parameters ] ")" | args
        parameters = parameter % ","
        parameter 'a parameter' = typedparameter | "..." | NAME "(" abstract ")" { suffix }
                   | declarator { attribute } | NAME abstract
        typedparameter = parametertype<+local> [ declarator<+local> | abstract ] { trailer<+local> }
        parametertype = parameterprefix { parameterprefix } [ parametername ] | parametername
        parameterprefix = storage | "__volatile__" | "__volatile" | attribute<-plain>
                   | ( ATTR | MACRO [ margs ] ) !SOFT &spectail
        parametername = base | !TYPO NAME [ args ] !SOFT &spectail
        abstract   = pointer { pointer } [ NAME ] [ inner ] | inner
        inner      = "(" [ abstract | parameters ] ")" { suffix }
                   | "[" { "static" | "const" | "volatile" | "restrict" | NAME &NAME } [ "*" &"]" | assigned ]
                     "]" { suffix }
        trailer    = <+strict> MACRO margs
                   | !SOFT ( attribute | MACRO [ margs ] | ATTR [ args ]
                   | ( "asm" | "__asm__" | "__asm" ) args | <-local> NAME [ args ] )
        type@ 'a type' = { typeprefix } ( basic { basic | typetail } | tagged { typetail }
                   | !TYPO NAME [ args ] { typetail } ) [ abstract ]
        typeprefix = qualifier | !TYPO NAME &typeend | !TYPO NAME qualifier { qualifier } &typeend
        typeend    = NAME | basic | "struct" | "union" | "enum"
        typetail   = qualifier | NAME
        braces@    = "{" { item } "}"
        item 'an entry' = entry ( "," | &"}" | &MACRO | <-strict> &END ) | MACRO [ margs ] [ "," ]
                   | elision [ "," ]
        entry      = designator { designator } [ "=" ] initial | NAME ":" initial | initial
        designator = "." NAME | "[" conditional [ "..." conditional ] "]"
        asm        = ( "asm" | "__asm__" | "__asm" | "asm_inline" | "asm_volatile_goto" )
                     { "volatile" | "__volatile__" | "__volatile" | "goto" | "inline" | "__inline__" }
                     group

        # Statements
        block@     = "{" { stmt } "}"
        stmt@ 'a statement' = block | ";" | "if" ( condition | MACRO margs ) stmt [ "else" stmt ]
                   | "while" condition stmt | "do" stmt ( "while" condition | LOOP args ) semi
                   | "for" "(" ( declaration | [ expr ] ";" | elision ) [ expr ] ";" [ expr ] ")" stmt
                   | "for" "(" elision ")" stmt
                   | "switch" condition stmt | "return" [ initial { "," assigned } ] semi
                   | "__asm" "{" { ANY | group } "}" [ ";" ]
                   | "break" [ !SOFT NAME ] semi | "continue" [ !SOFT NAME ] semi
                   | "goto" [ "*" ] assigned semi | label [ stmt ] | asm semi
                   | function | declaration<+local> | !TYPO expr semi
                   | TYPO ( &assignment | &member { postfix } ) [ assignment assigned ] semi
                   | TYPO !";" ";"
                   | LOOP "(" [ looparg % "," ] ")" stmt | !TYPO NAME args block | !TYPO NAME args !SOFT stmt | MACRO [ margs ]
                   | elision [ ";" ]
        condition  = "(" ( expr | declaration expr | specifiers declared | elision ) ")"
        member     = "." | "->" | "[" | "++" | "--"
        label      = "case" conditional [ "..." conditional ] ":" | "default" ":"
                   | !TYPO NAME ":" { attribute }

        # Expressions
        expr@ 'an expression' = assigned % ","
        assigned@  = conditional [ assignment ( braces | assigned ) ]
        assignment = "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<=" | ">>="
        conditional@ = unary { binary unary } [ "?" [ expr ] ":" conditional ]
        binary     = "||" | "&&" | "|" | "^" | "&" | "==" | "!=" | "<=" | ">=" | "<" | ">" | "<<"
                   | ">>" | "+" | "-" | "*" | "/" | "%"
        unary@     = { "+" | "-" | "!" | "~" | "*" | "&" | "++" | "--" | "&&" | "__extension__"
                   | "__real__" | "__imag__" } ( cast | sizeof | number { "[" expr "]" } | text { "[" expr "]" | args } | primary { postfix } )
        cast       = "(" type ")" ( braces { postfix } | unary )
        sizeof     = "sizeof" ( unary | "(" type ")" )
        postfix    = "[" expr "]" | args | "." NAME | "->" NAME | "++" | "--"
        number     = NUMBER | CHAR
        text       = STRING { string } | macro { macro } STRING { string }
        primary 'an operand' = generic | macro [ !SOFT NAME args ] { <+strict> string }
                   | !TYPO NAME args STRING { string } | !TYPO NAME | TYPO !"(" | "(" block ")" | "(" expr ")" | "^" [ params ] block | elision
        string     = STRING | MACRO STRING | macro | stringify | MACRO &stringend
        stringend  = ")" | "," | ";"
        macro      = !SOFT MACRO [ margs ]
        stringify  = ( "__stringify" | "stringify" | "xstr" | "str" ) args
        generic    = "_Generic" "(" arg "," ( ( type | "default" ) ":" assigned ) % "," ")"
        args@      = "(" [ arg % "," ] ")"
        arg 'an argument' = &typeword parameter | NAME [ args ] "*" { "*" | qualifier } &argend
                   | assigned | braces | block | operator | &flow stmt { stmt } | elision
        looparg    = arg &argend | typedparameter
        flow       = "if" | "while" | "do" | "for" | "switch" | "return" | "goto" | "break"
        argend     = "," | ")"
        operator   = "=" | "==" | "!=" | "<=" | ">=" | "<" | ">" | "+" | "-" | "*" | "/" | "%" | "&"
                   | "|" | "^" | "&&" | "||" | "<<" | ">>" | "+=" | "-=" | "&=" | "|=" | "^="
                   | "struct" | "union" | "enum"
        margs      = args | anything
        anything@  = "(" { ANY | group } ")"
        group@     = anything | "[" { ANY | group } "]" | "{" { ANY | group } "}"
        """#
}
