import Addresses
import Content
import Diagnostics
import Planning

/// One address of a text that leads nowhere, and the warning about it.
struct LinkMistakeReport {
    /// What the address is of, which the words depend on.
    enum Kind {
        case link, image, cover
        /// An address of front matter, by its key.
        case key(String)

        /// Whether a picture is wanted there.
        var isPicture: Bool {
            switch self {
            case .image, .cover: true
            case .link, .key: false
            }
        }
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
        case .localAddress(let meant, isOfHost: false):
            return .warning(
                .linkLocalPath, "\(subject) works on the author's own computer alone", at: place,
                explanation: "Nobody else can open it.",
                fixes: write(meant) ?? [.init("write the address that readers can open")])
        case .localAddress(let meant, isOfHost: true):
            // The text of a tutorial may mean the reader's own computer; a picture never does.
            let isSure = meant != nil || kind.isPicture
            return .warning(
                isSure ? .linkLocalPath : .linkLocalHost,
                "\(subject) leads to the computer of whoever opens it", at: place,
                explanation: "Only where its server runs does it lead anywhere.",
                fixes: write(meant) ?? [
                    .init(
                        kind.isPicture
                            ? "copy the file into the site, and write its address there"
                            : "write the public address, or the host into the text of the link")
                ])
        case .unpublished(let found):
            return .warning(
                .linkUnpublished, "\(subject) leads to \(found.words)", at: place,
                notes: [.init("it is here", at: Place(file: found.cause.source))],
                fixes: [.init(found.fix)])
        case .backslash(let meant):
            return missing(
                "An address has '/' between its parts, not '\\'",
                fixes: write(meant) ?? [.init("write '/' between its parts")])
        case .letterCase(let meant):
            return missing(
                "The site has it in other upper and lower case, which servers distinguish",
                fixes: write(meant))
        case .sourceFolder(let meant):
            return missing("It is in the site at '\(meant)'", fixes: write(meant))
        case .missing(let nearest):
            return missing(
                "galley looked for '\(wanted)'",
                fixes: (MeantAddress.of(destination) ?? nearest).map {
                    [.init("did you mean '\($0)'?")]
                })
        }
    }

    private func missing(_ explanation: String, fixes: [Diagnostic.Fix]?) -> Diagnostic {
        .warning(
            kind.isPicture ? .linkMissingImage : .linkBroken,
            kind.isPicture ? "\(subject) is not there" : "\(subject) leads nowhere in this site",
            at: place, explanation: explanation, fixes: fixes ?? [])
    }

    private var subject: String {
        switch kind {
        case .link: "'\(destination)'"
        case .image: "the image '\(destination)'"
        case .cover: "the cover '\(destination)'"
        case .key(let key): "'\(destination)' of '\(key)'"
        }
    }

    private func write(_ meant: String?) -> [Diagnostic.Fix]? {
        meant.map { [.init("write '\($0)'")] }
    }
}

extension Diagnostic.ID {
    package static let linkBroken = Diagnostic.ID("link/broken")
    package static let linkLocalPath = Diagnostic.ID("link/local-path")
    package static let linkLocalHost = Diagnostic.ID("link/local-host")
    package static let linkMissingImage = Diagnostic.ID("link/missing-image")
    package static let linkNoPicture = Diagnostic.ID("link/no-picture")
    package static let linkUnpublished = Diagnostic.ID("link/unpublished")
}
