import CCmark
import Content
import Foundation
import Markdown
import Snippets

/// From the bytes of posts to trees, HTML and verdicts.
struct TextKernels {
    private let sample: SampleSite
    private let bodies: [[UInt8]]
    private let documents: [Document]

    init(_ sample: SampleSite) {
        self.sample = sample
        let heads = sample.site.library.posts.map(\.head)
        bodies = zip(sample.posts, heads).map { Array($0[$1.bodyOffset...]) }
        let options = sample.site.configuration.markdown
        documents = sample.site.library.posts.indices.map { index in
            let post = sample.site.library.posts[index]
            return Document(
                parsing: sample.posts[index], from: post.head.bodyOffset, file: post.source,
                options: options)
        }
    }

    var all: [Kernel] { [libcmark, frontMatter, parse, html, checks] }

    private var bytes: Int { bodies.reduce(0) { $0 + $1.count } }

    /// The floor: libcmark's own way from Markdown to HTML.
    private var libcmark: Kernel {
        Kernel(name: "libcmark", bytes: bytes) {
            for body in bodies {
                body.withUnsafeBytes { body in
                    let text = body.assumingMemoryBound(to: CChar.self)
                    free(cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_UNSAFE))
                }
            }
        }
    }

    private var frontMatter: Kernel {
        let posts = sample.site.library.posts
        let (zone, categories) = (
            sample.site.configuration.site.zone, sample.site.configuration.posts.categories
        )
        let heads = posts.reduce(0) { $0 + $1.head.bodyOffset }
        return Kernel(name: "front-matter", bytes: heads) {
            for (post, bytes) in zip(posts, sample.posts) {
                _ = readHead(of: bytes, file: post.source, zone: zone, categories: categories)
            }
        }
    }

    private var parse: Kernel {
        let options = sample.site.configuration.markdown
        let posts = sample.site.library.posts
        return Kernel(name: "parse", bytes: bytes) {
            for (post, bytes) in zip(posts, sample.posts) {
                _ = Document(
                    parsing: bytes, from: post.head.bodyOffset, file: post.source,
                    options: options)
            }
        }
    }

    private var html: Kernel {
        Kernel(name: "html", bytes: bytes) {
            for document in documents { _ = Markdown.html(of: document) }
        }
    }

    /// The checks that run in the process, over the code alone, as a build without a baseline runs
    /// them.
    private var checks: Kernel {
        let examiner = SnippetExaminer(SnippetSettings(), hasDigests: false)
        let code = documents.flatMap { document in document.codeBlocks.map(\.text.count) }
        return Kernel(name: "checks", bytes: code.reduce(0, +)) {
            for document in documents {
                _ = examiner.examine(
                    document, SnippetComments(in: document), defaults: SnippetDefaults())
            }
        }
    }
}
