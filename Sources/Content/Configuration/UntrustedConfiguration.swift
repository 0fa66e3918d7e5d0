import Addresses
import Diagnostics

/// What a stranger's galley.toml must not do (docs/security.md).
extension Configuration {
    /// Removes everything that makes a build, a check or a preview run a program of the file's
    /// choice, write outside the site, or answer to foreign hosts.
    ///
    /// - Returns: a warning for each removed key, in a fixed order.
    package mutating func leaveOutCommands() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for name in snippets.tools.keys.sorted() {
            diagnostics.append(
                leftOut(
                    "snippets.tools.\(name)",
                    "with --untrusted, galley runs the programs of its own table alone"))
        }
        snippets.tools = [:]
        if !serve.hosts.isEmpty {
            diagnostics.append(
                leftOut(
                    "serve.hosts", "with --untrusted, only --allow-host names further hosts"))
        }
        serve.hosts = []
        if build.output.leavesTheSite {
            diagnostics.append(
                leftOut(
                    "build.output", "with --untrusted, galley.toml names no folder outside the site"
                ))
            build.output = Build().output
        }
        return diagnostics
    }

    private func leftOut(_ key: String, _ reason: String) -> Diagnostic {
        .warning(
            .configurationUntrusted, "'\(key)' is left out: \(reason)", at: places[key])
    }
}

extension PublishSettings.Target {
    /// Why publishing to the target is refused with `--untrusted`, by key; empty: it is allowed.
    package var untrustedFlaws: [(key: String, reason: String)] {
        var flaws: [(key: String, reason: String)] = []
        switch type {
        case .directory:
            if path.leavesTheSite { flaws.append(("path", "is a folder outside the site")) }
        case .git:
            if !token.isEmpty {
                flaws.append(("token", "sends a variable of your environment to the remote"))
            }
            if GitAddress.isHelper(remote) {
                flaws.append(("remote", "runs a program of Git's remote helpers"))
            } else if remote.hasPrefix("/") || remote.hasPrefix(".") || remote.hasPrefix("~")
                || remote.lowercased().hasPrefix("file:")
            {
                flaws.append(("remote", "is a repository on this machine, whose hooks would run"))
            }
        case .rclone:
            if remote.firstMatch(of: /^[A-Za-z0-9_.+@ -]+:/) == nil {
                flaws.append(
                    ("remote", "is a connection string or a path, not a remote that you configured")
                )
            }
        }
        return flaws
    }
}

extension String {
    /// Whether a path in galley.toml is not below the site's folder, by its form.
    fileprivate var leavesTheSite: Bool {
        hasPrefix("/") || hasPrefix("~") || split(separator: "/").contains("..")
    }
}

extension Diagnostic.ID {
    package static let configurationUntrusted = Diagnostic.ID("configuration/untrusted")
}
