import Testing

@testable import Code

@Suite struct GoTemplateTests {
    @Test(arguments: [
        "<p>{{ .Title }}</p>\n", "plain text, and a { brace }", "",
        "{{ if .A }}a{{ else if eq .B 1 }}b{{ else }}c{{ end }}",
        "{{- range $i, $e := .Pages -}}\n{{ $e.Title | upper | printf \"%d %s\" $i }}\n{{- end }}",
        "{{ with $x := .Site.Params.a }}{{ . }}{{ else with .B }}{{ . }}{{ end }}",
        "{{ define \"main\" }}\n{{ block \"a\" . }}b{{ end }}\n{{ template \"c\" (dict \"d\" .) }}\n{{ end }}",
        "{{/* a comment */}}{{- /* another\none */ -}}", "{{ $a := `raw }}\n`}}{{ $a = 'x' }}",
        "{{ (index .A 0).B.C }} {{ $.D }} {{ -1.5e3 }} {{ .5 }} {{ nil }}",
        "{{ $opts := dict\n  \"a\" 1\n  \"b\" (slice 1 2)\n}}", "{{< figure src=\"a\" >}}{{% b %}}",
        "{{ include \"x.labels\" . | nindent 4 }}",
        "{{ range .A }}{{ break }}{{ continue }}{{ end }}",
        "{{ return .X }}", "{{ math.Add 1 2 }}", "  {{ end }}\n{{ end }}",
        "{{ if .A }}", "{{ range .A }}\n  {{ . }}", "{{ if a }}\n{{ with b }}\n{{ range c }}",
        "a: {{ .Values.b | default \"c\" | quote }}", "{{ .日本 }}",
    ])
    func reads(_ code: String) throws { try expectAccepted("gotemplate", code) }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("gotemplate", "{{ if … }}a{{ end }}{{ ... }}", elisions: 2)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("gotemplate", "⟦{{⟧ .A\n<p>\n{{ .B }}", "'{{' is never closed")
        try expectRefused(
            "gotemplate", "{{ .A ⟦}⟧</p>", "expected '}}'", edited: "{{ .A }}</p>")
        try expectRefused("gotemplate", "{{ ⟦if⟧ .A }}\n  a\n<p>\n", "'if' is never closed")
        try expectRefused(
            "gotemplate", "{{ range .A }}\n  {{ ⟦if⟧ .B }}\n  a\n{{ end }}\n<p>",
            "'if' is never closed")
        try expectRefused("gotemplate", "a {{ ⟦end⟧ }}", "'end' closes nothing")
        try expectRefused("gotemplate", "{{ printf ⟦\"a .B }}⟧\n", "the string is not closed")
        try expectRefused("gotemplate", "{{ (len .A ⟦}}⟧", "to close '(' of line 1")
        try expectRefused("gotemplate", "{{ len .A⟦)⟧ }}", "found ')'")
        try expectRefused("gotemplate", "{{ if ⟦}}⟧a{{ end }}", "expected a value")
        try expectRefused("gotemplate", "{{ .A | ⟦}}⟧", "found '}}'")
        try expectRefused("gotemplate", "{{ .Get⟦(⟧0) }}", "not in brackets")
        try expectRefused(
            "gotemplate", "{{ .A⟦-}}⟧", "a blank is missing", edited: "{{ .A -}}")
        try expectRefused(
            "gotemplate", "⟦{{-⟧.A }}", "a blank is missing", edited: "{{- .A }}")
        try expectRefused("gotemplate", "{{ .a⟦-⟧b }}", "'-' means nothing")
        try expectRefused("gotemplate", "{{⟦/*⟧ a }}", "the comment is not closed")
        try expectRefused("gotemplate", "{{ eq .A ⟦“⟧b” }}", "is not '\"'")
    }
}

@Suite struct TagTests {
    @Test(arguments: [
        "{% if a and b == 'c' %}x{% elif d %}y{% else %}z{% endif %}",
        "{%- for p in site.posts limit:3 -%}\n{{ p.title | escape }}\n{%- endfor -%}",
        "{% raw %}{{ a }}{% endraw %}", "{% verbatim %}{{ {% {% endverbatim %}",
        "{% comment %} it's {{ {% endcomment %}", "{{ {'a': {'b': [1, 2]}} | tojson }}",
        "{# a comment with 'a quote #}{{ x }}", "{% block title %}a{% endblock title %}",
        "{% block a %}{{ super() }}{% endblock %}{% extends \"base.html\" %}",
        "{% trans %}a{% endtrans %}{% trans \"b\" %}", "{% set x = 1 %}{% set y %}a{% endset %}",
        "{% include 'a.html' with { 'b': 1 } only %}", "{% macro f(a, b='c') %}{% endmacro %}",
        "{% url 'a' pk=b.pk %}{% csrf_token %}", "{% case x %}{% when 1 %}a{% endcase %}",
        "{% notice info %}a{% endnotice %}", "{% unless a contains '-b' %}c{% endunless %}",
        "{% include_relative {{ path }} %}", "{{ '{%' }} a {{ '%}' }}", "a { b } #}",
        "{% for a in (1..3) %}{{ a }}{% endfor %}", "{% if a %}",
        "{% if a %}\n{# or #}\n{% if b %}",
        "{{ a ~ \"it's\" ~ b }}", "{% cache 500 x %}a{% endcache %}",
        "  a\n{% endif %}{% endfor %}",
        "{% block title page_title|title %}{{ a ?: 'b' }}",
    ])
    func reads(_ code: String) throws {
        try expectAccepted("jinja", code)
        try expectAccepted("liquid", code)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("jinja", "⟦{%⟧ if a }\n<p>", "'{%' is never closed")
        try expectRefused("liquid", "<p>⟦{{⟧ a }</p>\n{{ b }}", "'{{' is never closed")
        try expectRefused("jinja", "{% ⟦if⟧ a %}\n  b\n<p>\n", "'if' is never closed")
        try expectRefused(
            "jinja", "{% if a %}{% ⟦for⟧ b in c %}x{% endif %}",
            "'for' is not closed before 'endif'")
        try expectRefused("jinja", "a {% ⟦endif⟧ %}", "'endif' closes nothing")
        try expectRefused("liquid", "{% include ⟦\"a.html ⟧%}\n", "the string is not closed")
        try expectRefused("jinja", "{{ f⟦(⟧a }}", "'(' is not closed in its tag")
        try expectRefused("jinja", "{{ a[0⟦)⟧ }}", "to close '['")
    }
}
