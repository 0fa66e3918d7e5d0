import Foundation
import Programs

/// A tool as found on this machine.
package struct InstalledTool: Sendable {
    package let tool: Tool
    /// The program, absolute, and the arguments that always come first.
    let command: [String]
    /// As the program reports it: `go1.22.3`; nil if it reports none.
    package let version: String?
    /// A part of every key of its answers: the same program gives the same answers.
    let signature: String
}

/// The tools that are installed, and those that are missing.
package struct Toolbox: Sendable {
    private let tools: [String: Tool]
    /// Programs by the tool's name, with the leading arguments of their commands.
    private let found: [String: Found]
    private var installed: [String: InstalledTool] = [:]

    private struct Found: Sendable {
        let command: [String]
        let identity: String
        /// Whether it is the table's program, rather than the site's.
        let isUsual: Bool
    }

    /// Looks for every tool in `PATH` without starting any.
    ///
    /// - Parameters:
    ///   - overrides: other commands for tools, by name, as `[snippets.tools]` has them.
    ///   - versions: results of earlier runs: a tool whose program is unchanged is known at once.
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

    /// Whether the program of a tool is installed.
    package func has(_ name: String) -> Bool { found[name] != nil }

    /// A tool with a known version; nil if it is missing, or was never asked.
    package subscript(name: String) -> InstalledTool? { installed[name] }

    /// The Debian package that contains a tool.
    package func debianPackage(of name: String) -> String? { tools[name]?.debianPackage }

    /// The programs on which verdicts depend, for a build's digest.
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
        // A version reported by another program does not show when this one changes.
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

    /// The first number with a dot, including a preceding `go`: `go version go1.22.3 linux/amd64`
    /// gives `go1.22.3`, `cc (Debian 12.2.0-14) 12.2.0` gives `12.2.0`.
    static func version(in text: String) -> String? {
        text.firstMatch(of: /(?:go)?[0-9]+(?:\.[0-9]+)+/).map { String($0.output) }
    }
}

/// The versions that programs reported, by name, path, size and time of their files.
package struct ToolVersions: Sendable, Codable, Hashable {
    package var known: [String: String] = [:]

    package init() {}
}
