import Testing

@testable import Code

@Suite struct NginxTests {
    @Test(arguments: [
        "", "# nothing\n", "worker_processes auto;\nevents { worker_connections 1024; }",
        "server {\n  listen 80 default_server;\n  location / {\n    root /x;\n  }\n}",
        "location ~* \\.(gif|jpg)$ { expires 30d; }", "location ~ \"^/\\d{4}/(?<x>\\w{2,})$\" { }",
        "if ($request_method = 'OPTIONS') { return 204; }", "if ( $a ~* \"b\" ) {\n}",
        "map $a $b {\n  default 0;\n  ~^x 1;\n  \"~^\\d{3}$\" 2;\n  '' \"\";\n}",
        "geo $geo {\n  default 0;\n  127.0.0.1/32 2;\n}", "types {\n  text/html html\n    htm;\n}",
        "log_format main '$a \"$b\" '\n  '${c}d';", "server_name a.com\n  b.com;",
        "proxy_next_upstream error timeout\n  http_500;", "set $x \"a;\n b\";",
        "content_by_lua_block {\n  -- }\n  local a = { \"}\", [[ } ]] }\n  ngx.say('}')\n}",
        "set_by_lua_block $res { return 1 }\nrewrite ^/(.*)$ /x/$1 last;",
        "content_by_lua '\n  ngx.say(\"a\");\n';", "add_header X \"a\\\"b\" always;",
        "location /a{ return 200 'x;y'; }", "my_unknown_directive a b;", "include x/*.conf;",
        "upstream a {\n  server b:80 weight=5;\n  keepalive 2;\n}", "\"quoted_name\" { a b; }",
        "return 301 https://$host$request_uri;\r\n", "fastcgi_split_path_info ^(.+\\.php)(/.+)$;",
    ])
    func readsDirectives(_ code: String) throws {
        try expectAccepted("nginx", code)
        let reading = try #require(CodeRegistry.language("nginx")).read(
            wholeFile: Array(code.utf8))
        guard case .accepted = reading else {
            Issue.record("\(reading)\n\(code)")
            return
        }
    }

    @Test(arguments: [
        ("server {\n  ...\n}", 1), ("location / { ... }", 1), ("# ...\nlisten 80;", 1),
        ("server_name ...;", 1), ("...;\nlisten 80;\n… and more\n", 2),
        ("server {\n  {% if x %}\n  listen {{ port }};\n  {% endif %}\n}", 0),
    ])
    func readsWhatArticlesWrite(_ code: String, _ elisions: Int) throws {
        try expectAccepted("nginx", code, elisions: elisions)
    }

    @Test(arguments: ["server {\n  listen 80;\n", "proxy_pass http://a", "http {\n  server {\n"])
    func readsWhatIsCutOff(_ code: String) throws {
        #expect(try read("nginx", code) == .accepted(.init(start: "file", isCutOff: true)))
    }

    @Test func readsWhatIsLeftOutAtTheEnd() throws {
        #expect(
            try read("nginx", "a {\n  b c;\n...")
                == .accepted(.init(start: "file", elisions: 1, isCutOff: true)))
    }

    @Test func findsDirectivesWithoutEnd() throws {
        try expectRefused(
            "nginx", "server {\n  listen 80⟦⟧\n  root /x;\n}", "expected ';' after the directive",
            edited: "server {\n  listen 80;\n  root /x;\n}")
        try expectRefused(
            "nginx", "location / {\n  root /x⟦⟧\n}", "expected ';'",
            edited: "location / {\n  root /x;\n}")
        try expectRefused(
            "nginx", "location / {\nroot /x⟦⟧\n    proxy_pass y;\n}", "expected ';'")
        try expectRefused(
            "nginx", "map $a $b {\n  default 0⟦⟧\n  x 1;\n}", "expected ';'")
        try expectRefused(
            "nginx", "types {\n  text/html html⟦⟧\n  text/css css;\n}", "expected ';'")
        try expectRefused("nginx", "a b;\nc d⟦⟧\n", "expected ';'", edited: "a b;\nc d;\n")
        try expectRefused("nginx", "listen 80;⟦;⟧", "ends no directive", edited: "listen 80;")
        try expectRefused(
            "nginx", "listen 80⟦；⟧\nroot /x;", "is not ';'", edited: "listen 80;\nroot /x;")
    }

    @Test func findsFaultsOfBlocks() throws {
        try expectRefused(
            "nginx", "server {\n  location /⟦⟧\n    root /x;\n  }\n}",
            "expected '{' after 'location'",
            edited: "server {\n  location / {\n    root /x;\n  }\n}")
        try expectRefused("nginx", "a b;\n⟦}⟧\n", "closes no block", edited: "a b;\n\n")
        try expectRefused("nginx", "⟦{⟧ a b; }", "follows no directive")
        try expectRefused("nginx", "⟦{⟧{\n", "follows no directive")
        try expectRefused(
            "nginx", "if ($a ~ b)⟦⟧\n  return 1;\n}", "expected '{'")
        try expectRefused(
            "nginx", "server {\n  location / ⟦{⟧\n    root /x;\n\n  listen 80;\n}\n",
            "'{' of 'location' is never closed",
            edited: "server {\n  location / {\n    root /x;\n\n  }\n  listen 80;\n}\n")
        try expectRefused(
            "nginx", "location ~ ⟦^/\\d{4}/⟧ { }", "is quoted",
            edited: "location ~ \"^/\\d{4}/\" { }")
        try expectRefused(
            "nginx", "if ($a = b⟦⟧ {\n}", "expected ')'", edited: "if ($a = b) {\n}")
        try expectRefused(
            "nginx", "if ⟦$a⟧ = b) {\n}", "expected '('", edited: "if ($a = b) {\n}")
        try expectRefused(
            "nginx", "⟦//⟧ x\nlisten 80;", "begins no comment", edited: "# x\nlisten 80;")
    }

    @Test func findsFaultsOfQuotes() throws {
        try expectRefused(
            "nginx", "set $a ⟦\"⟧b;\nset $c d;\n", "never closed",
            edited: "set $a \"b\";\nset $c d;\n")
        try expectRefused(
            "nginx", "set $a ⟦\"⟧b;\nset $c \"d\";\n", "never closed",
            edited: "set $a \"b\";\nset $c \"d\";\n")
        try expectRefused("nginx", "set $a \"b\"⟦c⟧;", "expected a blank or ';'")
        try expectRefused(
            "nginx", "set $a ⟦“⟧b\";", "is not '\"'", edited: "set $a \"b\";")
        try expectRefused(
            "nginx", "content_by_lua_block {\n  ngx.say⟦(⟧'a'\n  local b = 1\n}",
            "'(' is never closed")
    }
}
