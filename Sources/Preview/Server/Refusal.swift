import Addresses
import Text

/// Why a request is refused.
struct Refusal: Hashable, Error {
    /// An HTTP status.
    let status: Int
    /// For the terminal and the client, on one line: `Host 'evil.example' is not this server`.
    let reason: String
    /// For the client: what to do about it, in lines; nil: nothing.
    var remedy: String?

    static let malformed = Refusal(status: 400, reason: "an address that no page can have")

    static func method(_ name: String) -> Refusal {
        Refusal(status: 405, reason: "method \(shown(name)): only GET and HEAD are answered")
    }

    static func host(_ name: String?) -> Refusal {
        Refusal(
            status: 421, reason: "Host '\(shown(name ?? ""))' is not this server",
            remedy: remedy(for: name.flatMap { HostAuthority($0) }))
    }

    /// A browser behind a tunnel or a proxy uses a host name that the server cannot know.
    private static func remedy(for host: HostAuthority?) -> String {
        let name = host?.name ?? "NAME"
        return """

            If this is your preview behind a port mapping, a tunnel or a proxy, allow the name:

                galley serve --allow-host \(name)

            or in galley.toml:

                [serve]
                hosts = ["\(name)"]
            """
    }

    static func origin(_ name: String) -> Refusal {
        Refusal(status: 403, reason: "Origin '\(shown(name))' may not watch this server")
    }

    static let token = Refusal(status: 403, reason: "a stream without the token of this run")

    /// Text from a stranger, shortened and without control characters.
    private static func shown(_ text: String) -> String {
        String(text.printableLine.prefix(80))
    }
}
