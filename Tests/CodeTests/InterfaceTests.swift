import Testing

@testable import Code

@Suite struct ThriftTests {
    @Test(arguments: [
        "namespace go a.b\nnamespace * c\ninclude \"d.thrift\"\ncpp_include \"<e>\"",
        "struct A {\n  1: required string b = \"c\"\n  2: optional list<i64> d;\n  3: map<string, set<E.F>> g = {},\n}",
        "const i32 A = 0x1F\nconst map<string, list<i32>> B = {'a': [1, 2], 'b': []}",
        "typedef i64 Id\nenum A { B, C = 2; D }\nunion U { 1: A b }\nexception X { 1: string m }",
        "service A extends b.C {\n  oneway void d(1: i32 e)\n  list<F> g() throws (1: X x),\n}",
        "struct A { 1: string b (go.tag = 'json:\"c\"', d) } (e = \"f\")",
        "1: string a\n2: i32 b (api.path = \"c\")", "string f(1: i32 a)\nvoid g()",
        "struct Required { required i32 optional, }", "A,\nB = 1\n", "/* a */ # b\n// c\nenum A {}",
        "service A { stream<B> c(1: D d), sink<E, F> g() }", "@b.C{d = 1}\nstruct A { @E 1: F g }",
    ])
    func reads(_ code: String) throws { try expectAccepted("thrift", code) }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("thrift", "struct A {\n  1: i32 b\n  ...\n}\n// ...\n", elisions: 2)
        try expectAccepted("thrift", "service A { ... }", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("thrift", "struct A {\n  1: map<string, i32⟦)⟧ b\n}", "found ')'")
        try expectRefused("thrift", "struct A {\n  1: required B b⟦.⟧\n}", "found '.'")
        try expectRefused("thrift", "struct A ⟦{⟧\n  1: B b\nstruct C {\n}", "'{' is never closed")
        try expectRefused("thrift", "service A { void f(1: B b ⟦}⟧", "to close '('")
        try expectRefused("thrift", "include ⟦\"⟧a.thrift\n", "the string is not closed")
        try expectRefused("thrift", "⟦strct⟧ A { 1: B b }", "expected 'struct'")
    }
}

@Suite struct MetricsTests {
    @Test(arguments: [
        "# HELP a_total Things.\n# TYPE a_total counter\na_total{b=\"c\",d=\"e\\\"f\",} 1027 1395066363000\n",
        "a_bucket{le=\"+Inf\"} 3 # {trace_id=\"x\"} 0.5 1.5\n# EOF\n",
        "a NaN\nb -Inf\nc 1e-05\n\nd +3",
        "{\"a.b\",c=\"d\"} 1\n", "a {count:2,sum:1.5,spans:[1:2],x:[0.5:1,+Inf:2]} st@1.5\n",
        "a:b:c 1\na 1 2 st@3\n", "# TYPE a gaugehistogram\n# UNIT a seconds\n#comment\n",
    ])
    func reads(_ code: String) throws { try expectAccepted("openmetrics", code) }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("openmetrics", "a 1\n...\nb 2\n", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("openmetrics", "a{b=⟦\"c} 1⟧\n", "the string is not closed")
        try expectRefused("openmetrics", "a{b=\"c\" ⟦1⟧\n", "to close '{'")
        try expectRefused("openmetrics", "a{b=⟦c⟧} 1\n", "found 'c'")
        try expectRefused("openmetrics", "# TYPE a ⟦conter⟧\n", "is no type of a metric")
        try expectRefused("openmetrics", "a{b=\"c\"}⟦\n⟧", "found the end of the line")
    }
}

@Suite struct HCLTests {
    @Test(arguments: [
        "resource \"a\" \"b\" {\n  c = 1\n  d {\n    e = [\"f\", g.h[0].i, j.*.k]\n  }\n}\n",
        "variable \"a\" {\n  type    = list(object({ b = string, c = optional(number, 1) }))\n  default = null\n}",
        "a = b ? c : d\ne = !f && g >= 1 || -h == 2 % 3\n",
        "a = \"x ${b[\"c\"]} %{ if d }e%{ endif }\"\n",
        "a = <<-EOT\n  b ${c}\n  EOT\nd = 1\n", "a = [for b in c : upper(b) if b != \"\"]\n",
        "a = {\n  for k, v in b :\n  k => v...\n  if v\n}\n",
        "locals {\n  a = {\n    b = 1\n    \"c\" : 2, (d) = 3\n  }\n}",
        "a = merge(\n  b,\n  c...,\n)\n", "a = provider::b::c(1)\n",
        "module \"a\" { source = \"./b\" }\n",
        "# a\n// b\n/* c */\na = 1 # d\n", "a-b = c-d.e-f\n", "a = data.b.c.0.d\n",
        "b = 1, c = 2", "merge(a, b)", "a = [\n  1,\n  2,\n]\n", "for_each = toset([\"a\"])\n",
        "a = b.team-<name>.id\n",
        "dynamic \"a\" {\n  for_each = b\n  content {\n    c = a.value\n  }\n}",
        "terraform {\n  required_providers {\n    a = { source = \"b/c\", version = \"~> 1.0\" }\n  }\n}\n",
    ])
    func reads(_ code: String) throws { try expectAccepted("hcl", code) }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("hcl", "resource \"a\" \"b\" {\n  ...\n  # ...\n  c = 1\n}", elisions: 2)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("hcl", "a = ⟦[⟧1, 2\nb = 1\n", "'[' is never closed")
        try expectRefused("hcl", "a = ⟦\"b⟧\nc = 1", "the string is not closed")
        try expectRefused("hcl", "a = ⟦<<EOT⟧\nb\n", "the here-document is never closed")
        try expectRefused("hcl", "a = ⟦\n⟧b = 1", "a value")
        try expectRefused("hcl", "a = f(b ⟦}⟧", "to close '('")
        try expectRefused("hcl", "resource \"a\" \"b\" {\n  c = 1\n}\n⟦}⟧\n", "found '}'")
        try expectRefused(
            "hcl", "resource \"a\" ⟦{⟧\n  c = 1\nresource \"b\" {\n}\n", "'{' is never closed")
    }
}
