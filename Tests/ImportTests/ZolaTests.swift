import Addresses
import Import
import Testing

@Suite("A site of Zola")
struct ZolaTests {
    private let files = oldFiles([
        "config.toml":
            "base_url = \"https://example.org\"\ntitle = \"Notes\"\ngenerate_feeds = true\n",
        "content/blog/_index.md": "+++\npaginate_by = 5\n+++\n",
        "content/blog/2021-02-03-My_Post.md":
            "+++\ntitle = \"A\"\n[taxonomies]\ntags = [\"C++\"]\n+++\n",
        "content/about.md": "+++\ntitle = \"About\"\npath = \"me\"\n+++\n",
    ])

    @Test func givesAConfigurationAndTheOldAddresses() {
        #expect(Generator.recognized(in: files) == .zola)
        let site = ImportedSite(.zola, files)
        #expect(
            settings(site.configuration()) == [
                "[site]", "title = \"Notes\"", "url = \"https://example.org/\"",
                "language = \"en\"", "[build]", "output = \"galley-public\"",
                "[posts]", "folder = \"blog\"", "permalink = \"/:sections/:slug/\"",
                "list = \"blog/\"", "per_page = 5", "lowercase = true", "categories = \"list\"",
                "[pages]", "sections = true", "lowercase = true", "[terms]", "slug = \"jekyll\"",
                "[feeds]", "atom = \"atom.xml\"",
            ])
        #expect(
            site.addresses(now: 2_000_000_000).lines == [
                "feed /atom.xml", "list /blog/", "list /tags/", "page /me/", "post /blog/my_post/",
                "term /tags/c/",
            ])
    }
}
