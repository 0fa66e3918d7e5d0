extension CodeLanguage {
    /// Protocol Buffers with the syntaxes proto2 and proto3 and editions, from the Protobuf Language
    /// Specification: https://protobuf.dev/reference/protobuf/edition-2024-spec/
    package static let protobuf = CodeLanguage(
        "protobuf", grammar: protobufGrammar, whole: ["file+strict"],
        fragments: ["file", "members", "methods", "values", "options"],
        vocabulary: protobufVocabulary,
        lexer: FreeFormLexer.lexer(
            .init(
                language: "Protobuf", quotes: [.string("\""), .string("'")])))

    private static let protobufVocabulary = Vocabulary(
        words: [
            .keyword: """
            import option optional required repeated reserved default packed ctype extensions
            to max rpc returns oneof stream public weak edition map
            """,
            .declaration: "syntax package service message enum extend group",
            .type: """
            int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 float
            double bool string bytes
            """,
            .constant: "true false",
        ],
        introducing: [
            .className: "message enum service extend", .module: "package", .function: "rpc",
        ],
        marksCalls: false)

    /// All words of the language may be names too.
    private static let protobufGrammar = #"""
        # What a block may hold
        file       = { declaration } END
        members    = { member } END
        methods    = { method } END
        values     = { value } END
        options    = "[" option % "," "]" [ ";" ] END
        elision    = <-strict> ( "..." | ELISION ) [ ";" ]

        # Files
        declaration 'a declaration' = ";" | ( "syntax" | "edition" ) "=" string ";"
                   | "import" [ "weak" | "public" | "option" ] string ";" | "package" dotted ";"
                   | "option" option ";" | visible | service | extend | elision
        visible    = [ "export" | "local" ] ( message | enum )
        dotted     = NAME { "." NAME }
        string     = STRING { STRING }
        message    = "message" NAME body
        body       = "{" { member } "}"
        enum       = "enum" NAME "{" { value } "}"
        service    = "service" NAME "{" { method } "}"
        extend     = "extend" type "{" { member } "}"

        # Members
        member 'a field' = ";" | "option" option ";" | visible | extend | "oneof" NAME body
                   | ( "extensions" | "reserved" ) ranges [ listed ] ";"
                   | [ "repeated" | "optional" | "required" ]
                     ( "group" NAME "=" number [ listed ] body
                     | "map" "<" type "," type ">" tag | type tag )
                   | elision
        tag        = NAME "=" number [ listed ] ";"
        number     = NUMBER | elision
        ranges     = range % ","
        range      = STRING | integer [ "to" ( integer | "max" ) ] | NAME | elision
        integer    = [ "-" ] NUMBER
        type 'a type' = [ "." ] dotted
        value 'a value' = ";" | "option" option ";" | "reserved" ranges ";"
                   | NAME "=" integer [ listed ] ";" | elision
        method 'a method' = ";" | "option" option ";"
                   | ( "rpc" NAME message_type "returns" message_type | "stream" NAME message_type )
                     ( "{" { ";" | "option" option ";" | elision } "}" [ ";" ] | ";" ) | elision
        message_type = "(" [ "stream" ] ( type | elision ) ")"

        # Options
        listed     = "[" option % "," "]"
        option     = optionname "=" constant | elision
        optionname = namepart { "." namepart }
        namepart   = NAME | "(" type ")"
        constant@ 'a constant' = string | [ "-" | "+" ] ( NUMBER | dotted ) | aggregate
        aggregate  = "{" { entry [ "," | ";" ] } "}" | "<" { entry [ "," | ";" ] } ">"
        entry      = ( NAME | NUMBER | "[" dotted [ "/" dotted ] "]" )
                     ( ":" ( constant | list ) | aggregate | list ) | elision
        list       = "[" [ constant % "," ] "]"
        """#
}
