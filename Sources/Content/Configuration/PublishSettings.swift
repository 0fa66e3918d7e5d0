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

extension ConfigurationReader {
    mutating func publish() -> PublishSettings {
        // Every table is a target's.
        section("publish", keys: ["secrets"], allowsTables: true) { section in
            var settings = PublishSettings()
            section.read("secrets", into: &settings.secrets)
            for secret in settings.secrets.sorted()
            where secret.wholeMatch(of: /sha256:[0-9a-f]{64}/) == nil {
                section.refuse(
                    "secrets", "'publish.secrets' must hold digests such as 'sha256:…'",
                    explanation: "The refusal of the guard 'secrets' gives the digest to write.")
            }
            for name in section.tableNames {
                guard isFileName(name) else {
                    section.refuse(
                        name, "'\(name)' cannot be the name of a target", id: .configurationBadPath,
                        explanation: "Files of that name are kept in '.galley/publish/'.")
                    continue
                }
                settings.targets[name] = section.readTarget(name)
            }
            return settings
        }
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

extension ConfigurationSection {
    /// The keys of every target, and those of each kind.
    private static let targetKeys = ["type", "host", "url", "csp"]
    private static let keysOfKind: [PublishSettings.Target.Kind: [String]] = [
        .directory: ["path", "keep", "live"], .git: ["remote", "branch", "token", "protect"],
        .rclone: ["remote", "protect"],
    ]

    fileprivate mutating func readTarget(_ name: String) -> PublishSettings.Target? {
        guard case .table(let table)? = values[name] else { return nil }
        var section = ConfigurationSection(
            path: ConfigurationSection.join(path, name), values: table, places: places,
            place: place(of: name))
        let target = section.target()
        for diagnostic in section.diagnostics { report(diagnostic) }
        return section.diagnostics.isEmpty ? target : nil
    }

    private mutating func target() -> PublishSettings.Target {
        var target = PublishSettings.Target()
        read("type", into: &target.type)
        guard values["type"] != nil else {
            refuse(
                "type", "'\(path).type' must be given: directory, git or rclone",
                id: .configurationMissingKey)
            return target
        }
        // For an unknown type no key can be checked.
        guard diagnostics.isEmpty else { return target }
        checkKeys(Self.targetKeys + (Self.keysOfKind[target.type] ?? []))
        read("host", into: &target.host)
        read("csp", into: &target.policy)
        if target.host == .none, values["csp"] != nil {
            refuse(
                "csp", "'\(path).csp' has no effect without '\(path).host'",
                explanation: "Only the files of a host carry a Content-Security-Policy.")
        }
        read("path", into: &target.path)
        read("keep", into: &target.keep, in: 1...1_000)
        read("live", into: &target.live)
        read("remote", into: &target.remote)
        read("branch", into: &target.branch)
        read("token", into: &target.token)
        read("protect", into: &target.protect)
        readURL(into: &target.url)
        let needed = target.type == .directory ? "path" : "remote"
        let value = target.type == .directory ? target.path : target.remote
        if values[needed] == nil || value.isEmpty {
            refuse(needed, "'\(path).\(needed)' must be given", id: .configurationMissingKey)
        } else if let danger = danger(of: value, target.type) {
            refuse(needed, "'\(path).\(needed)' \(danger)")
        }
        if target.branch.isEmpty || target.branch.hasPrefix("-")
            || target.branch.contains(where: { " ~^:?*[\\".contains($0) })
            || target.branch.contains("..")
        {
            refuse("branch", "'\(path).branch' must be the name of a branch")
        }
        return target
    }

    private func danger(of value: String, _ type: PublishSettings.Target.Kind) -> String? {
        if type == .git { return GitAddress.danger(value) }
        return value.hasPrefix("-") ? "must not begin with '-'" : nil
    }

    private mutating func readURL(into target: inout SiteAddress?) {
        var text = ""
        read("url", into: &text)
        guard case .string? = values["url"] else { return }
        target = SiteAddress(text)
        if target == nil {
            refuse("url", "'\(path).url' must be an absolute http or https URL, not '\(text)'")
        }
    }
}
