import Foundation

/// A file system in memory, mounted over a folder, that is soon full.
struct SmallDisk {
    struct MountFailed: Error {}

    let path: String

    /// Root inside a container often may not mount either: it is tried once.
    static let isPossible: Bool = {
        guard geteuid() == 0, let folder = try? TemporaryFolder(),
            let disk = try? SmallDisk(at: folder.path, megabytes: 1)
        else { return false }
        disk.unmount()
        return true
    }()

    init(at path: String, megabytes: Int) throws {
        self.path = path
        let arguments = ["-t", "tmpfs", "-o", "size=\(megabytes)m", "galley-test", path]
        guard try Self.run("mount", arguments) == 0 else { throw MountFailed() }
    }

    func unmount() {
        _ = try? Self.run("umount", ["-l", path])
    }

    private static func run(_ tool: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
