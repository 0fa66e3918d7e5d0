import Addresses
import Diagnostics
import Testing

@testable import Content

struct PolicyAdditionsTests {
    private func read(_ text: String) -> (Configuration?, [String]) {
        let toml = "[site]\ntitle = \"T\"\nurl = \"https://example.org/\"\n" + text
        let (configuration, diagnostics) = Configuration.load(
            Array(toml.utf8), file: SourcePath("galley.toml"))
        let problems = diagnostics.map { diagnostic in
            let at = diagnostic.place?.range.lowerBound ?? 0
            let line = toml.utf8.prefix(at).count { $0 == 0x0A } + 1
            return "\(line) \(diagnostic.id): \(diagnostic.summary)"
                + diagnostic.fixes.map { " " + $0.text }.joined()
        }
        return (configuration, problems)
    }

    @Test func readsSourcesOfTheSiteAndOfATarget() {
        let (configuration, problems) = read(
            """
            [security.csp]
            script = ["https://*.example.net:8443/js/", "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]
            style = ["'unsafe-inline'"]
            [publish.b]
            type = "directory"
            path = "www"
            host = "nginx"
            csp = { img = ["https:", "data:"], form = ["lists.example.org"] }
            [publish.a]
            type = "directory"
            path = "other"
            """)
        #expect(problems == [])
        #expect(
            configuration?.policy.sources == [
                .script: [
                    "https://*.example.net:8443/js/",
                    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
                ],
                .style: ["'unsafe-inline'"],
            ])
        let target = configuration?.publish.targetWithPolicy
        #expect(
            target?.policy.sources == [
                .img: ["https:", "data:"], .form: ["lists.example.org"],
            ])
        #expect(PolicyAdditions.Directive.form.name == "form-action")
        #expect(PolicyAdditions.Directive.connect.name == "connect-src")
    }

    @Test(arguments: [
        (
            "scripts = []",
            "5 configuration/unknown-key: Unknown key 'security.csp.scripts' "
                + "did you mean 'script'?"
        ),
        (
            "script = [\"self\"]",
            "5 configuration/bad-value: 'security.csp.script' must have sources "
                + "such as 'https://example.org', not 'self' did you mean '\"'self'\"'?"
        ),
        (
            "img = [\"https://a.example; script-src *\"]",
            "5 configuration/bad-value: "
                + "'security.csp.img' must have sources such as 'https://example.org', not "
                + "'https://a.example; script-src *'"
        ),
        (
            "img = [\"https://a.example/x,y\"]",
            "5 configuration/bad-value: 'security.csp.img' must "
                + "have sources such as 'https://example.org', not 'https://a.example/x,y'"
        ),
        (
            "style = [\"'unsafe'\"]",
            "5 configuration/bad-value: 'security.csp.style' must have "
                + "sources such as 'https://example.org', not ''unsafe''"
        ),
        (
            "connect = [3]",
            "5 configuration/wrong-type: 'security.csp.connect' must be a list of texts, not a list"
        ),
    ])
    func refusesWhatIsNoSource(_ line: String, _ problem: String) {
        #expect(read("[security.csp]\n" + line).1 == [problem])
    }

    @Test func refusesAPolicyThatNobodySends() {
        let (_, problems) = read(
            "[publish.a]\ntype = \"directory\"\npath = \"w\"\ncsp = { img = [\"https:\"] }\n")
        #expect(
            problems == [
                "7 configuration/bad-value: 'publish.a.csp' has no effect without 'publish.a.host'"
            ])
    }
}
