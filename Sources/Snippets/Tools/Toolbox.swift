import Foundation
import Programs

/// A tool as it was found on this machine.
package struct InstalledTool: Sendable {
    package let tool: Tool
    /// The program, absolute, and the arguments that always come first.
    let command: [String]
    /// As the program tells it: `go1.22.3`; nil where it tells none.
    package let version: String?
    /// What every key of its answers holds: the same program gives the same answers.
    let signature: String
}

/// The tools that are there, and those that are not.
package struct Toolbox: Sendable {
    private let tools: [String: Tool]
    /// Programs by the tool's name, with what came first in its command.
    private let found: [String: Found]
    private var installed: [String: InstalledTool] = [:]

    private struct Found: Sendable {
        let command: [String]
        let identity: String
        /// Whether it is what the table names, rather than what the site does.
        let isUsual: Bool
    }

    /// Looks for every tool in `PATH`, starting none.
    ///
    /// - Parameters:
    ///   - overrides: other commands for tools, by name, as `[snippets.tools]` has them.
    ///   - versions: what earlier runs learnt: a tool whose program is unchanged is known at once.
    package init(
        _ tools: [Tool] = Tool.all, overrides: [String: [String]] = [:],
        versions: ToolVersions = ToolVersions()
    ) {
        var found: [String: Found] = [:]
        for tool in tools {
            let commands = overrides[tool.name].map { [$0] } ?? tool.commands
            for command in commands {
                guard let name = command.first, let path = SearchPath.find(name),
                    let identity = SearchPath.identity(of: path)
                else { continue }
                found[tool.name] = Found(
                    command: [path] + command.dropFirst(), identity: identity,
                    isUsual: overrides[tool.name] == nil)
                break
            }
        }
        self.tools = Dictionary(tools.map { ($0.name, $0) }) { first, _ in first }
        self.found = found
        for name in found.keys {
            guard let key = probeKey(name), let version = versions.known[key] else { continue }
            install(name, version)
        }
    }

    /// Whether the program of a tool is there.
    package func has(_ name: String) -> Bool { found[name] != nil }

    /// A tool whose version is known; nil for one that is missing, or was never asked.
    package subscript(name: String) -> InstalledTool? { installed[name] }

    /// The Debian package that brings a tool.
    package func debianPackage(of name: String) -> String? { tools[name]?.debianPackage }

    /// What must be equal for verdicts to hold: which programs are there, for a build's digest.
    package var identity: String {
        found.keys.sorted().map { "\($0) \(found[$0]?.identity ?? "")" }.joined(separator: "\n")
    }

    /// Asks the programs of these tools for their versions, once: unchanged ones are in `versions`.
    package mutating func probe(_ names: Set<String>, _ versions: inout ToolVersions) async {
        for name in names.sorted() where installed[name] == nil {
            guard let tool = tools[name], let key = probeKey(name), let found = found[name] else {
                continue
            }
            let version = await Self.version(of: tool, found.command)
            versions.known[key] = version ?? ""
            install(name, version ?? "")
        }
    }

    private mutating func install(_ name: String, _ version: String) {
        guard let tool = tools[name], let found = found[name] else { return }
        // A version that another program told does not tell when this one changes.
        let isOwn = tool.versionCommand == nil && found.isUsual && !version.isEmpty
        let told = isOwn ? version : version + found.identity
        let arguments = (found.command + tool.arguments).joined(separator: "\u{0}")
        installed[name] = InstalledTool(
            tool: tool, command: found.command, version: version.isEmpty ? nil : version,
            signature: "\(name)\u{0}\(told)\u{0}\(arguments)")
    }

    private func probeKey(_ name: String) -> String? {
        guard let found = found[name] else { return nil }
        return "\(name) \(found.command.joined(separator: " ")) \(found.identity)"
    }

    private static func version(of tool: Tool, _ command: [String]) async -> String? {
        var command = command
        if let other = tool.versionCommand {
            guard let path = SearchPath.find(other) else { return nil }
            command = [path]
        }
        guard let scratch = ScratchFolder() else { return nil }
        let process = ToolProcess(
            command: command + tool.versionArguments, folder: scratch.work, output: scratch.output,
            limits: .init(time: .seconds(20), memory: tool.memory))
        guard case .exited = await process.run() else { return nil }
        return version(in: scratch.text)
    }

    /// The first number with a dot, and `go` before it: `go version go1.22.3 linux/amd64` gives
    /// `go1.22.3`, `cc (Debian 12.2.0-14) 12.2.0` gives `12.2.0`.
    static func version(in text: String) -> String? {
        text.firstMatch(of: /(?:go)?[0-9]+(?:\.[0-9]+)+/).map { String($0.output) }
    }
}

/// The versions that programs told, by name, path, size and time of their files.
package struct ToolVersions: Sendable, Codable, Hashable {
    package var known: [String: String] = [:]

    package init() {}
}
