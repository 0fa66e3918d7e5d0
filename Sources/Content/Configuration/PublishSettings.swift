import Addresses
import Diagnostics

/// `[publish]`: text that may be published although it looks like a secret, and the targets by
/// name.
///
///     [publish]
///     secrets = ["sha256:…"]
///     [publish.pages]
///     type = "git"
///     remote = "origin"
package struct PublishSettings: Sendable, Hashable {
    /// `sha256:` and 64 hexadecimal digits each.
    package var secrets: Set<String> = []
    package var targets: [String: Target] = [:]

    package init() {}

    /// `[publish.NAME]`.
    package struct Target: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case directory, git, rclone
        }
        package enum Host: String, Sendable, Hashable, CaseIterable {
            case none, netlify, cloudflare, nginx
        }
        package var type = Kind.directory
        /// For a directory: as written, relative to the site's folder or absolute.
        package var path = ""
        /// For a directory: how many releases to keep.
        package var keep = 3
        /// For a directory: whether the site online determines what was published before.
        package var live = false
        /// For Git and rclone.
        package var remote = ""
        /// For Git.
        package var branch = "gh-pages"
        /// For Git: the name of the variable that holds a token; empty: none.
        package var token = ""
        /// For Git and rclone: files and folders that are never deleted.
        package var protect: [String] = []
        /// The host whose files of redirects and headers are included.
        package var host = Host.none
        /// The additional sources of the policy among those files; only with a host.
        package var policy = PolicyAdditions()
        /// Overrides `site.url`.
        package var url: SiteAddress?

        package init() {}
    }
}

extension PublishSettings {
    /// The first target, by name, whose host gets a Content-Security-Policy; nil: no policy.
    package var targetWithPolicy: Target? {
        targets.sorted { $0.key < $1.key }.first { $0.value.host != .none }?.value
    }
}

extension PublishSettings {
    static var keys: [ConfigurationKey<Self>] {
        [
            .set(
                "secrets", \.secrets, of: "digests",
                """
                what looks like a key or a token and may be published; the guard `secrets` gives the \
                digest
                """)
        ]
    }
}

extension PublishSettings.Target {
    static var keys: [ConfigurationKey<Self>] {
        [
            .choice(
                "type", \.type, isRequired: true,
                "where the site goes, see [publishing.md](publishing.md#targets)"),
            .choice("host", \.host, "whose files of redirects and headers go along"),
            .policy(
                \.policy,
                "with a `host`: a table such as [`[security.csp]`](#security), for this target alone"
            ),
            .address(
                "url", \.url, standard: "`site.url`",
                "the address of this target, for a staging site"),
            .text(
                "path", \.path, type: "path", isRequired: true,
                """
                the folder that will hold `releases/` and the link `current`; relative to the site's \
                folder, or absolute
                """
            ).of("directory"),
            .number("keep", \.keep, in: 1...1_000, "how many releases stay").of("directory"),
            .flag(
                "live", \.live,
                """
                where the folder has no release, as on a CI runner, what was published before is asked \
                of the site at `url`
                """
            ).of("directory"),
            .text(
                "remote", \.remote, isRequired: true,
                "an address, a path, or the name of a remote of the site's repository"
            ).of("git"),
            .text("branch", \.branch, "the branch").of("git"),
            .text(
                "token", \.token,
                "the name of the environment variable that holds a token for an https remote"
            ).of("git"),
            .text(
                "remote", \.remote, isRequired: true,
                """
                the place as rclone names it: `name:bucket/path`; without a colon a path from the \
                site's folder
                """
            ).of("rclone"),
            .list(
                "protect", \.protect, of: "paths",
                """
                files, and folders with a `/` at the end, that are never deleted, beside `CNAME`, \
                `.nojekyll` and `.well-known/`
                """
            ).of("git", "rclone"),
        ]
    }
}

extension ConfigurationSection {
    /// Checks `[publish]` and reads its targets.
    mutating func finish(_ settings: inout PublishSettings) {
        for secret in settings.secrets.sorted()
        where secret.wholeMatch(of: /sha256:[0-9a-f]{64}/) == nil {
            refuse(
                "secrets", "'publish.secrets' must hold digests such as 'sha256:…'",
                explanation: "The refusal of the guard 'secrets' gives the digest to write.")
        }
        for name in tableNames {
            guard isFileName(name) else {
                refuse(
                    name, "'\(name)' cannot be the name of a target", id: .configurationBadPath,
                    explanation: "Files of that name are kept in '.galley/publish/'.")
                continue
            }
            var target = PublishSettings.Target()
            var table = section(name)
            table.read(PublishSettings.Target.keys, into: &target)
            if table.knowsType { table.check(target) }
            if table.diagnostics.isEmpty { settings.targets[name] = target }
            report(table.diagnostics)
        }
    }

    private var knowsType: Bool {
        guard case .string(let type)? = values["type"] else { return false }
        return PublishSettings.Target.Kind(rawValue: type) != nil
    }

    private mutating func check(_ target: PublishSettings.Target) {
        if target.host == .none, values["csp"] != nil {
            refuse(
                "csp", "'\(path).csp' has no effect without '\(path).host'",
                explanation: "Only the files of a host carry a Content-Security-Policy.")
        }
        let (key, value, danger): (String, String, String?) =
            switch target.type {
            case .directory: ("path", target.path, Self.danger(ofArgument: target.path))
            case .git: ("remote", target.remote, GitAddress.danger(target.remote))
            case .rclone: ("remote", target.remote, Self.danger(ofArgument: target.remote))
            }
        if value.isEmpty {
            // A key of another type, or none, is reported already.
            if case .string? = values[key] { require(key) }
        } else if let danger {
            refuse(key, "'\(path).\(key)' \(danger)")
        }
        if target.branch.isEmpty || target.branch.hasPrefix("-")
            || target.branch.contains(where: { " ~^:?*[\\".contains($0) })
            || target.branch.contains("..")
        {
            refuse("branch", "'\(path).branch' must be the name of a branch")
        }
    }

    private static func danger(ofArgument value: String) -> String? {
        value.hasPrefix("-") ? "must not begin with '-'" : nil
    }
}

/// Whether the name of a target is valid in file names and as an argument of a command line.
private func isFileName(_ name: String) -> Bool {
    PathSegment.flaw(name) == nil && !name.hasPrefix(".") && !name.hasPrefix("-")
        && !name.unicodeScalars.contains {
            $0 == "/" || $0 == "\\" || $0.properties.isWhitespace
                || $0.properties.generalCategory == .control
        }
}
