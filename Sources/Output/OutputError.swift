#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A failure of the file system: a full disk, a missing permission, a file where the folder should
/// be. Nothing has been swapped, and the program ends with exit code 2.
///
///     cannot write '/srv/blog/public/go/index.html': No space left on device
package struct OutputError: Error, Equatable, CustomStringConvertible {
    /// The failed operation; the raw value is the verb of the message.
    package enum Action: String, Sendable {
        case use
        case create
        case write
        case copy
        case read
        case exchange
        case remove
        case lock
    }

    package let action: Action
    /// Absolute; a staged file has the name that it was to have in the output.
    package let path: String
    /// The system's number, such as ENOSPC.
    package let code: Int32
    /// Information beyond the number.
    package let hint: String?

    init(_ action: Action, _ path: String, _ errno: Errno, hint: String? = nil) {
        self.action = action
        self.path = path
        self.code = errno.code
        self.hint = hint ?? Self.hint(action, errno.code)
    }

    package var description: String {
        let cause = "cannot \(action.rawValue) '\(path)': \(Errno(code).message)"
        return hint.map { "\(cause) (\($0))" } ?? cause
    }

    private static func hint(_ action: Action, _ code: Int32) -> String? {
        switch (action, code) {
        case (.exchange, EBUSY), (.exchange, EXDEV):
            "a mount point, or a folder of a container image's lower layer, cannot be exchanged: "
                + "give another folder as the output, such as one inside it"
        case (.exchange, EEXIST), (.exchange, ENOTEMPTY):
            "the folder there is not the one from the start of the build, and stays: build again"
        case (.write, EEXIST), (.copy, EEXIST):
            "two sources write this file"
        default: nil
        }
    }
}
