import Testing

@testable import Code

@Suite struct StylesheetTests {
    @Test(arguments: [
        "a { color: red; &:hover { top: 0 } .b { left: -1px } }", "color: red;\nbackground: blue",
        "@media (min-width: 10em) and (max-width: 20em) { a::before { content: '\\201C' } }",
        "@import url(a;b.css);\n@layer x;", ":root { --a: ; --b: { x: y } }",
        "a:not(.b):hover,\nb:focus > c[d='e'] { margin: 0 !important }",
        "a { *zoom: 1; filter: progid:DXImageTransform.Microsoft.gradient(a='b'); }",
        "a { background:\n    url(data:image/png;base64,AA==) no-repeat,\n    red;\n}",
        "@font-face { src: url('a') format(\"woff\"), local(b) }",
        "a {\n  color: red;\n  b:hover {\n    top: 0;\n  }\n}",
    ])
    func readsStylesheets(_ code: String) throws {
        try expectAccepted("css", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("css", "a { /* ... */ }", elisions: 1)
        try expectAccepted("css", "a { ... }\nb { color: red }", elisions: 1)
    }

    @Test(arguments: [
        "$a: 1px;\n.a { @include b($a); &-c { width: $a } }",
        "$m: (a: 1, b: (c: 2));\n.x-#{$a} { #{$p}: 1px }",
        "@mixin a($b: 1, $c...) { @if $b == 1 { top: 0 } @else { @content; } }",
    ])
    func readsSCSS(_ code: String) throws {
        try expectAccepted("scss", code)
    }

    @Test(arguments: ["@a: 1px;\n.b { .c(); .d(@a; 2px); width: @a }", ".m(@a) when (@a > 1) { }"])
    func readsLess(_ code: String) throws {
        try expectAccepted("less", code)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "css", "a {\n  color: red⟦⟧\n  background: blue;\n}", "a ';' is missing",
            edited: "a {\n  color: red;\n  background: blue;\n}")
        try expectRefused("css", "a { color: red⟦；⟧ }", "is not ';'", edited: "a { color: red; }")
        try expectRefused("css", "a { color: red }\n⟦}⟧", "found '}'", edited: "a { color: red }\n")
        try expectRefused("css", "a { content: ⟦'x; ⟧\n}", "the string is not closed")
        try expectRefused("css", "⟦/*⟧ a { }", "the comment is not closed")
    }
}

@Suite struct ProtobufTests {
    @Test(arguments: [
        "syntax = \"proto3\";\npackage a.b;\nimport public \"c.proto\";\noption d = \"e\";",
        "message A {\n  repeated .b.C d = 1 [packed = true, (e.f).g = { h: 1, i { j: -2 } }];\n}",
        "message A { map<string, B> c = 1; oneof d { int32 e = 2; } reserved 3 to max, 9; }",
        "edition = \"2024\";\nlocal message A { extensions 4 to max; reserved b; }",
        "service A { rpc B (stream C) returns (D) { option (e) = { get: \"/f\" }; } rpc G(H) returns (I); }",
        "enum A { option allow_alias = true; B = 0; C = -1; }", "string a = 1;\nint32 b = 2;",
        "message A { optional group B = 1 { required string message = 2; } }",
    ])
    func readsProtobuf(_ code: String) throws {
        try expectAccepted("protobuf", code)
    }

    @Test func findsWhatIsWrong() throws {
        try expectAccepted("protobuf", "message A {\n  // ...\n}", elisions: 1)
        try expectRefused(
            "protobuf", "message A {\n  string a = 1\n⟦}⟧", "found '}'",
            edited: "message A {\n  string a = 1;\n}")
        try expectRefused("protobuf", "message A { string a ⟦1⟧; }", "expected '='")
        try expectRefused("protobuf", "message A { map<string⟦>⟧ b = 1; }", "expected")
    }
}

@Suite struct GraphQLTests {
    @Test(arguments: [
        "query A($b: [Int!]! = [1]) @c { d: e(f: $b, g: {h: ENUM}) { ...i ... on J { k } } }",
        "{ a b(c: 1) }", "fragment A on B { c }", "subscription { a }",
        "\"\"\"x\"\"\"\ntype A implements B & C @d { \"e\" f(g: Int = 1): [String!]! }",
        "extend schema @link(url: \"a\")\nunion A = | B | C\nscalar D\ninput E { f: Int = 1 }",
        "directive @a(b: Int) repeatable on FIELD | QUERY\nenum C { D E @deprecated }",
    ])
    func readsGraphQL(_ code: String) throws {
        try expectAccepted("graphql", code)
    }

    @Test func findsWhatIsWrong() throws {
        try expectAccepted("graphql", "type A {\n  # ...\n}", elisions: 1)
        try expectRefused("graphql", "type A {\n  a: String\n  b: [Int\n⟦}⟧", "']'")
        try expectRefused("graphql", "type A { a ⟦String⟧ }", "':'")
    }
}
