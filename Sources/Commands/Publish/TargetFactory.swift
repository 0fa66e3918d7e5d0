import Addresses
import Content
import Foundation
import Publishing

/// Makes the target that a table of galley.toml describes.
struct TargetFactory {
    let folder: SiteFolder
    let name: String
    let settings: PublishSettings.Target
    let environment: [String: String]
    /// Whether galley.toml may be a stranger's, so that no path on this machine is published to.
    var isUntrusted = false

    /// Throws where a build would delete what the target holds.
    func check(output: String) throws(CannotRun) {
        guard settings.type == .directory, (absolute(settings.path) + "/").hasPrefix(output + "/")
        else { return }
        throw CannotRun(
            "'\(settings.path)' of [publish.\(name)] lies in the output folder, which each build "
                + "replaces",
            hint: "give the target a folder of its own")
    }

    /// Where a target keeps what it needs between and during runs.
    private var scratch: String {
        folder.absolute(SiteFiles.state.appending("publish").appending(name))
    }

    /// - Parameters:
    ///   - source: the commit that the site is made from.
    ///   - traces: by which a branch is known that holds the site's sources.
    ///   - isFirst: whether the site was never online, by the user's word.
    func target(
        of address: SiteAddress, source: SourceCommit?, traces: SourceTraces, isFirst: Bool
    ) async throws -> any PublishTarget {
        switch settings.type {
        case .directory:
            let live =
                settings.live
                ? LiveManifest(of: address, isFirst: isFirst, environment: environment) : nil
            return DirectoryTarget(
                path: absolute(settings.path), keep: settings.keep, live: live)
        case .git:
            return try GitTarget(
                remote: await remote(), branch: settings.branch, token: try token(),
                protection: Protection(settings.protect), scratch: scratch + ".git",
                site: folder.path, sources: traces,
                message: GitTarget.CommitMessage(
                    source: source?.id, isDirty: source?.isDirty ?? false, galley: Galley.version),
                environment: environment)
        case .rclone:
            return try RcloneTarget(
                remote: rcloneRemote, protection: Protection(settings.protect),
                scratch: scratch, environment: environment)
        }
    }

    /// The target for a command that builds nothing.
    var directory: DirectoryTarget? {
        settings.type == .directory
            ? DirectoryTarget(path: absolute(settings.path), keep: settings.keep) : nil
    }

    private func absolute(_ path: String) -> String {
        let absolute = path.hasPrefix("/") ? path : folder.path + "/" + path
        return URL(filePath: absolute).standardizedFileURL.path
    }

    /// An address, a path from the site's folder, or the address of a remote of its repository.
    private func remote() async throws -> String {
        let written = settings.remote
        if !written.isLocalRemote { return written }
        let path = absolute(written)
        if !isUntrusted, FileManager.default.fileExists(atPath: path) { return path }
        let repository = SourceRepository(folder.path, environment: environment)
        if let address = await repository.address(ofRemote: written) {
            let isRefused = address.isLocalRemote || GitAddress.isHelper(address)
            if !isUntrusted || !isRefused { return address }
            throw CannotRun(
                "with --untrusted, the remote '\(written)' must be an address of a server, not "
                    + "'\(address)'")
        }
        throw CannotRun(
            "'\(written)' is neither a path nor a remote of the site's repository",
            hint: "see 'remote' of [publish.\(name)] in galley.toml")
    }

    /// rclone takes what names none of its remotes for a path, from the site's folder too.
    private var rcloneRemote: String {
        settings.remote.isLocalRemote ? absolute(settings.remote) : settings.remote
    }

    private func token() throws -> String? {
        if settings.token.isEmpty { return nil }
        guard let token = environment[settings.token], !token.isEmpty else {
            throw CannotRun(
                "the environment has no '\(settings.token)', which [publish.\(name)] names as 'token'",
                hint: "set it to a token that may write to the remote")
        }
        return token
    }
}
