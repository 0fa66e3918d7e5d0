extension CodeLanguage {
    /// Interface definitions of Apache Thrift, with the annotations and streams of its variants:
    /// https://thrift.apache.org/docs/idl
    package static let thrift = CodeLanguage(
        "thrift", grammar: thriftGrammar, whole: ["file+strict"],
        fragments: ["file", "members", "methods", "values"],
        vocabulary: thriftVocabulary,
        lexer: FreeFormLexer.lexer(
            .init(
                language: "Thrift", lineComments: ["//", "#"],
                quotes: [.text("\""), .text("'")])))

    private static let thriftVocabulary = Vocabulary(
        words: [
            .keyword: """
            include cpp_include extends required optional oneway async throws stream sink
            """,
            .declaration: "namespace const typedef enum senum struct union exception service",
            .type: """
            bool byte i8 i16 i32 i64 float double string binary uuid slist list set map void
            """,
            .constant: "true false",
        ],
        introducing: [.className: "struct union exception enum senum service extends"],
        sigils: [UInt8(ascii: "@"): .decorator], marksCalls: true)

    /// All words of the language may be names too.
    private static let thriftGrammar = #"""
        # What a block may hold
        file       = { definition } END
        members    = { field } END
        methods    = { method } END
        values     = { constant } END
        elision    = <-strict> ( "..." | ELISION ) [ "," | ";" ]

        # Files
        definition@ 'a definition' = structured ( include | const | typedef | enum
                   | ( "struct" | "union" | "exception" ) NAME [ "xsd_all" ] "{" { field } "}" end
                   | "service" NAME [ "extends" name ] "{" { method } "}" end ) | elision
        include    = ( "include" | "cpp_include" ) STRING [ ";" ]
                   | ( "package" STRING | "namespace" ( "*" | name ) ( STRING | name ) ) end
        const      = "const" type NAME "=" value end
        typedef    = "typedef" type NAME end
        enum       = "enum" NAME "{" { constant } "}" end
                   | "senum" NAME "{" { STRING [ "," | ";" ] } "}" end
        constant   = structured NAME [ "=" [ "-" ] NUMBER ] end | elision
        name       = NAME { "." NAME }
        end        = [ annotations ] [ "," | ";" ]

        # Members
        field 'a field' = structured [ [ "-" ] NUMBER ":" ] [ &"required" "required" | &"optional"
                     "optional" ] type NAME [ "&" ] [ "=" value ]
                     [ "xsd_optional" ] [ "xsd_nillable" ] end | elision
        method 'a function' = structured [ "oneway" | "async" ] result NAME
                     "(" { field } ")" [ "throws" "(" { field } ")" ] end | elision
        result     = type [ "," "stream" ] | elision
        type@ 'a type' = ( "map" "<" type "," type ">" | ( "list" | "set" | "stream" ) "<" type
                     [ "throws" "(" { field } ")" ] ">"
                   | "sink" "<" type "," type ">" | name ) [ annotations ]
        annotations = "(" { annotation [ "," | ";" ] } ")"
        annotation = name [ "=" ( STRING { STRING } | NUMBER | name ) ] | elision
        structured = { "@" name [ "{" { NAME "=" value [ "," | ";" ] } "}" ] }

        # Values
        value@ 'a value' = [ "-" | "+" ] NUMBER | STRING | "[" { value [ "," | ";" ] } "]"
                   | "{" { value ":" value [ "," | ";" ] | elision } "}"
                   | name [ "{" { NAME "=" value [ "," | ";" ] } "}" ] | elision
        """#
}
