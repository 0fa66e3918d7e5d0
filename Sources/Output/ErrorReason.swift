import Foundation

extension Error {
    /// The system's message: `File exists`. Foundation's own text on Linux is a domain and a
    /// number, `NSCocoaErrorDomain error 516`, which is never printed.
    package var reason: String {
        let error = self as NSError
        // On Linux it is a Swift error, which a cast does not turn into an NSError.
        let inner = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
        for candidate in [inner, error] {
            if let candidate, candidate.domain == NSPOSIXErrorDomain {
                return String(cString: strerror(Int32(truncatingIfNeeded: candidate.code)))
            }
        }
        switch (self as? CocoaError)?.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: return "No such file or directory"
        case .fileReadNoPermission, .fileWriteNoPermission: return "Permission denied"
        case .fileWriteFileExists: return "File exists"
        case .fileWriteOutOfSpace: return "No space left on device"
        case .fileWriteVolumeReadOnly: return "Read-only file system"
        case .fileReadTooLarge: return "File too large"
        case .fileReadInvalidFileName, .fileWriteInvalidFileName: return "Invalid file name"
        case let unknown?: return "Unknown error \(unknown.rawValue)"
        case nil: return "\(self)"
        }
    }
}
