import Markdown
import Testing

@Suite struct HTMLSettingsTests {
    private func rewritten(_ text: String) -> String {
        html(
            text, .standard,
            settings {
                $0.destination = { address, isImage in
                    let text = String(decoding: address, as: UTF8.self)
                    return text.hasPrefix("http")
                        ? nil : Array((isImage ? "/i/" : "/l/").utf8) + address
                }
            })
    }

    @Test func rewritesAddressesOfLinksAndImages() {
        #expect(
            rewritten("[a](x&amp;y) ![b](图.png) [c](http://d)") == """
                <p><a href="/l/x&amp;y">a</a> <img src="/i/%E5%9B%BE.png" alt="b" /> <a href="http://d">c</a></p>

                """)
    }

    @Test func rewritesAddressesOfRawHTML() {
        #expect(
            rewritten(
                "<div>\n<a class=x HREF='a&amp;b'>t</a> <img alt=\"<a href='n'>\" src=p.png>\n<!-- <img src=c> -->\n<script>\"<img src='s'>\"</script>\n<video poster=\"v\" src=\"w\"><source src=z></video>\n</div>\n"
            )
                == """
                <div>
                <a class=x HREF='/l/a&amp;b'>t</a> <img alt="<a href='n'>" src="/i/p.png">
                <!-- <img src=c> -->
                <script>"<img src='s'>"</script>
                <video poster="/i/v" src="/i/w"><source src="/i/z"></video>
                </div>

                """)
        #expect(
            rewritten("a <img src=\"b\"> <a href=\"http://c\"></a>")
                == "<p>a <img src=\"/i/b\"> <a href=\"http://c\"></a></p>\n")
    }

    @Test func stripsRawHTMLAndScriptsInSafeMode() {
        let safe = standard { $0.unsafeHTML = false }
        #expect(
            html("a <b>c</b>\n\n<script>x</script>\n\n<!-- more -->\n\nd", safe)
                == "<p>a c</p>\n<span id=\"more\"></span>\n<p>d</p>\n")
        #expect(
            html(
                "[a](javascript:x) [b](JavaScript:x) ![c](data:text/html,x) [d](&#x6A;avascript:x) [e](java\u{1}script:x)",
                safe)
                == "<p><a href=\"\">a</a> <a href=\"\">b</a> <img src=\"\" alt=\"c\" /> <a href=\"\">d</a> <a href=\"\">e</a></p>\n"
        )
        #expect(
            html("![c](data:image/png;x) [a](/b)", safe)
                == "<p><img src=\"data:image/png;x\" alt=\"c\" /> <a href=\"/b\">a</a></p>\n")
        #expect(html("[a](javascript:x)") == "<p><a href=\"javascript:x\">a</a></p>\n")
    }

    @Test func dropsFootnotesWhenAskedTo() {
        #expect(
            html("a[^1]\n\n[^1]: b", .standard, settings { $0.footnotes = false }) == "<p>a</p>\n")
    }

    @Test func makesQuotesTypographicWhenAskedTo() {
        #expect(html("\"a\" -- b...", standard { $0.smart = true }) == "<p>“a” – b…</p>\n")
        #expect(html("\"a\" -- b...") == "<p>&quot;a&quot; -- b...</p>\n")
    }

    @Test func leavesTemplateSyntaxAlone() {
        #expect(
            html("{{ a }} {% b %} `{{ c }}`\n\n```\n{{ d }}\n```")
                == "<p>{{ a }} {% b %} <code>{{ c }}</code></p>\n<pre><code>{{ d }}\n</code></pre>\n"
        )
    }
}
