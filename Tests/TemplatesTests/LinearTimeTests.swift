import TestSupport
import Testing

@testable import Templates

/// Whatever reads a template takes time by its length, not by its square.
struct LinearTimeTests {
    private static let tags = [
        "{{a}}", "{{", "}}", "{{{a}}}", "{{#posts}}", "{{#posts}}{{/posts}}", "{{^a}}", "{{/a}}",
        "{{! a",
        "{{! a }}\n", "{{> a}}\n", "{{<a}}", "{{$a}}", "{{$a№}}b{{/a№}}", "{{=<% %>=}}",
        "{{a.b.c}}",
        "{{#post.title}}a{{/post.title}}", "{{#a№}}", "{{ a", "{{#posts}}{{title}}{{/posts}}\n",
    ]

    @Test(arguments: [
        TextFunction("a layout of the blog", tags, size: 500) { bytes in
            let (library, _) = loadBlog(String(decoding: bytes, as: UTF8.self), ["a": "x"])
            var out: [UInt8] = []
            if let layout = library["layout"] { _ = library.render(layout, .none, into: &out) }
        }
    ])
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
