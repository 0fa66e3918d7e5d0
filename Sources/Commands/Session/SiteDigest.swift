import Content

extension SiteSession {
    /// One digest over everything that the output is made from, of a session that reads once.
    func digest(_ setup: SnippetSetup) throws -> String {
        var digest = library.inputDigest
        digest.absorb(setup.identity(of: folder))
        digest.absorb(try folder.read(SiteFiles.configuration))
        // A strict build compares with it.
        if request.isStrict { digest.absorb((try? folder.read(SiteFiles.ledger)) ?? []) }
        for file in themeFiles {
            digest.absorb(file.source.string)
            digest.absorb(file.bytes)
        }
        // An original that the site overrides is not an input, but the warning that it changed is.
        for problem in themeFileProblems { digest.absorb(problem.summary) }
        let request = [
            Galley.version, ProgramIdentity.string, request.url ?? "", request.output ?? "",
            "\(request.drafts) \(request.future) \(request.isStrict) \(request.checks)",
            "\(request.isUntrusted)",
            request.allowed.map(\.rawValue).sorted().joined(separator: " "),
        ]
        for part in request { digest.absorb(part) }
        return digest.description
    }
}
