extension CodeLanguage {
    /// CSS, from CSS Syntax Module Level 3 and CSS Nesting Module:
    /// https://www.w3.org/TR/css-syntax-3/, https://www.w3.org/TR/css-nesting-1/
    package static let css = stylesheets("css")
    /// SCSS, from the reference of Sass: https://sass-lang.com/documentation/syntax/
    package static let scss = stylesheets("scss")
    /// Less, from its documentation: https://lesscss.org/features/
    package static let less = stylesheets("less", item: "item<+less>")

    private static func stylesheets(_ name: String, item: String = "item") -> CodeLanguage {
        CodeLanguage(
            name, grammar: "file = { \(item) } END\n" + stylesheetGrammar,
            whole: ["file+strict"], fragments: ["file", "selector"],
            classes: [
                "AT": .rule, "VARIABLE": .variable, "CUSTOM": .variable, "STRING": .plainQuoted,
            ],
            lexer: { words in
                let kinds = CSSLexer.Kinds(words)
                return { scanner in
                    var lexer = CSSLexer(scanner, kinds)
                    return lexer.tokens()
                }
            })
    }

    /// Selectors, values and the heads of at-rules are lists of tokens with their brackets in pairs.
    private static let stylesheetGrammar = #"""
        # What a block may hold: rules, at-rules and declarations without a rule around them
        elision    = <-strict> ( "..." | ELISION )

        selector   = parts END
        item 'a rule' = ";" | atrule | rule | declaration | call | elision [ ";" ]
        atrule     = AT { part } ( block [ ";" ] | end )
        rule       = parts block [ ";" ]
        block      = "{" { item } "}"
        declaration 'a declaration' = property ":" ( value { value } | elision ) end
                   | CUSTOM ":" end | AT ":" value { value } end
        property   = [ "*" ] ( NAME | CUSTOM | VARIABLE )
        end        = ";" | &"}" | &END
        call       = <+less> parts end

        # Lists of tokens
        parts@     = part [ parts ]
        part@      = word | ":" | VARIABLE | "(" { inside } ")" | "[" { inside } "]"
        inside@    = word | ":" | VARIABLE | "(" { inside } ")" | "[" { inside } "]"
                   | <+less> ( ";" | "{" { inside } "}" )
        value@ 'a value' = FILTER ":" | word | VARIABLE | "(" { inside } ")" | "[" { inside } "]"
        word       = NAME | CUSTOM | NUMBER | STRING | HASH | AT | FILTER | URL | "." | "," | ">" | "+"
                   | "~" | "*" | "=" | "|" | "^" | "$" | "&" | "%" | "/" | "-" | "!" | "<" | "?"
                   | "..."
        """#
}
