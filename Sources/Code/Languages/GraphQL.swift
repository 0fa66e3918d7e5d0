extension CodeLanguage {
    /// GraphQL, schemas and operations, from the GraphQL Specification of September 2025:
    /// https://spec.graphql.org/September2025/
    package static let graphql = CodeLanguage(
        "graphql", grammar: graphqlGrammar, whole: ["file+strict"],
        fragments: ["file", "members", "selections"],
        vocabulary: graphqlVocabulary,
        lexer: FreeFormLexer.lexer(
            .init(
                language: "GraphQL", lineComments: ["#"], blockComments: [],
                quotes: [.text("\"\"\""), .string("\"")])))

    private static let graphqlVocabulary = Vocabulary(
        words: [
            .keyword: """
            query mutation subscription fragment on type input interface union enum scalar
            schema extend implements directive repeatable
            """,
            .constant: "true false null", .type: "Int Float String Boolean ID",
        ],
        introducing: [
            .className: "type input interface union enum scalar",
            .function: "query mutation fragment",
        ],
        sigils: [UInt8(ascii: "$"): .variable, UInt8(ascii: "@"): .decorator],
        marksCalls: false)

    /// All words of the language may be names too. `...` begins a spread, or stands for what was left
    /// out; commas are blanks.
    private static let graphqlGrammar = #"""
        # What a block may hold
        file       = { definition } END
        members    = { field } END
        selections = !"type" !"interface" !"input" !"enum" { selection } END
        elision    = <-strict> ( "..." | ELISION )

        # Operations
        definition 'a definition' = braces | operation | fragment
                   | [ STRING ] [ "extend" ] typesystem | elision
        operation  = ( "query" | "mutation" | "subscription" ) [ NAME ] [ variables ] directives braces
        fragment   = [ STRING ] "fragment" NAME [ variables ] "on" NAME directives braces
        variables  = "(" { [ STRING ] variable [ "," ] } ")"
        variable   = "$" NAME ":" type [ "=" value ] directives | elision
        braces     = "{" { selection [ "," ] } "}"
        selection 'a field' = NAME [ ":" NAME ] [ arguments ] directives [ braces ]
                   | "..." "on" NAME directives braces | "..." directive directives braces
                   | "..." braces | "..." NAME directives | elision
        arguments  = "(" { argument [ "," ] } ")"
        argument 'an argument' = NAME ":" value | elision
        directives = { directive }
        directive  = "@" NAME [ arguments ]
        value@ 'a value' = "$" NAME | [ "-" ] NUMBER | STRING | NAME
                   | "[" { value [ "," ] } "]" | "{" { argument [ "," ] } "}" | elision

        # Schemas
        typesystem = "schema" directives fields
                   | "scalar" NAME directives
                   | ( "type" | "interface" ) NAME [ implements ] directives fields
                   | "union" NAME directives [ "=" [ "|" ] NAME { "|" NAME } ]
                   | "enum" NAME directives ( "{" { constant } "}" | !"{" )
                   | "input" NAME directives fields
                   | "directive" "@" NAME [ parameters ] [ "repeatable" ] "on" [ "|" ]
                     NAME { "|" NAME }
        fields     = "{" { field } "}" | !"{"
        implements = "implements" [ "&" ] NAME { [ "&" | "," ] NAME }
        field 'a field' = [ STRING ] NAME [ parameters ] ":" type [ "=" value ] directives [ "," ]
                   | elision
        parameters = "(" { field } ")"
        constant   = [ STRING ] NAME directives [ "," ] | elision
        type@ 'a type' = ( NAME | "[" type "]" ) [ "!" ] | elision
        """#
}
