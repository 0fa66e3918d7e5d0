import Foundation

/// Which build of galley runs, for the digest of a build's inputs: a newer program makes everything again.
enum ProgramIdentity {
    /// Size and time of the program's own file; empty where the system does not tell.
    static let string: String = {
        var status = stat()
        guard
            stat("/proc/self/exe", &status) == 0
                || stat(CommandLine.arguments.first ?? "", &status) == 0
        else { return "" }
        #if os(Linux)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return "\(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
    }()
}
