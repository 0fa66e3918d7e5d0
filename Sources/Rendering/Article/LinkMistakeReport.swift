import Addresses
import Content
import Diagnostics
import Planning

/// One address of a text that leads nowhere, and the warning about it.
struct LinkMistakeReport {
    /// What the address is of, which the words depend on.
    enum Kind {
        case link, image, cover
    }

    let destination: String
    let kind: Kind
    let place: Place
    /// Where galley looked.
    let wanted: String

    func diagnostic(_ mistake: LinkMistake) -> Diagnostic {
        switch mistake {
        case .localPath(let meant):
            return .warning(
                .linkLocalPath, "\(subject) is a path on the author's own computer", at: place,
                explanation: "Nobody else can open it.",
                fixes: write(meant) ?? [
                    .init("copy the file into the site, and write its address there")
                ])
        case .unpublished(let hidden):
            return .warning(
                .linkUnpublished,
                "\(subject) leads to '\(hidden.source)', which \(hidden.reason.words)", at: place,
                notes: [.init("the text is here", at: Place(file: hidden.source))],
                fixes: [.init(hidden.reason.fix)])
        case .backslash(let meant):
            return missing(
                "An address has '/' between its parts, not '\\'",
                fixes: write(meant) ?? [.init("write '/' between its parts")])
        case .letterCase(let meant):
            return missing(
                "The site has it in other upper and lower case, which servers tell apart",
                fixes: write(meant))
        case .sourceFolder(let meant):
            return missing("It is in the site at '\(meant)'", fixes: write(meant))
        case .missing(let nearest):
            return missing(
                "galley looked for '\(wanted)'",
                fixes: nearest.map { [.init("did you mean '\($0)'?")] })
        }
    }

    private func missing(_ explanation: String, fixes: [Diagnostic.Fix]?) -> Diagnostic {
        .warning(
            kind == .link ? .linkBroken : .linkMissingImage,
            kind == .link ? "\(subject) leads nowhere in this site" : "\(subject) is not there",
            at: place, explanation: explanation, fixes: fixes ?? [])
    }

    private var subject: String {
        switch kind {
        case .link: "'\(destination)'"
        case .image: "the image '\(destination)'"
        case .cover: "the cover '\(destination)'"
        }
    }

    private func write(_ meant: String?) -> [Diagnostic.Fix]? {
        meant.map { [.init("write '\($0)'")] }
    }
}

extension Hidden.Reason {
    /// After `which`.
    fileprivate var words: String {
        switch self {
        case .draft: "is a draft, so it is not published"
        case .future(let date): "is dated \(date.rfc3339), so it is not published yet"
        case .expired(let date): "expired at \(date.rfc3339), so it is no longer published"
        case .withoutPage: "makes no page, as 'build' or 'headless' in its front matter says"
        case .cascade(let list): "'cascade' in '\(list)' hides, so it is not published"
        case .broken: "has errors, so it is not published"
        }
    }

    fileprivate var fix: String {
        switch self {
        case .draft: "publish the text, or remove the link"
        case .future: "remove the link until the text is published"
        case .expired, .withoutPage, .cascade: "remove the link"
        case .broken: "correct the text, see its own errors"
        }
    }
}

extension Diagnostic.ID {
    package static let linkBroken = Diagnostic.ID("link/broken")
    package static let linkLocalPath = Diagnostic.ID("link/local-path")
    package static let linkMissingImage = Diagnostic.ID("link/missing-image")
    package static let linkUnpublished = Diagnostic.ID("link/unpublished")
}
