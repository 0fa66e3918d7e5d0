import Addresses
import Content
import Foundation

/// A text that takes the place of a file's: written beside it and exchanged at once, with the rights that
/// the file has. A link stays one; the file that it leads to is exchanged.
struct FixedFile {
    let folder: SiteFolder
    let file: SourcePath
    let original: [UInt8]
    let text: [UInt8]

    /// Throws where the file is not as it was read, and where it cannot be written.
    func write() throws {
        let path = folder.resolved(file) ?? folder.absolute(file)
        guard try folder.read(file) == original else {
            throw CannotRun("'\(file)' changed while it was checked", hint: "run it again")
        }
        func cannot() -> CannotRun {
            CannotRun("cannot write '\(file)': \(String(cString: strerror(errno)))")
        }
        var status = stat()
        guard stat(path, &status) == 0, access(path, W_OK) == 0 else { throw cannot() }
        var template = Array((path + ".galley-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw cannot() }
        let aside = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
        let isWritten = Self.write(text, to: descriptor)
        let isReady =
            isWritten && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        if isReady, rename(aside, path) == 0 { return }
        if !isReady { errno = code }
        let error = cannot()
        unlink(aside)
        throw error
    }

    private static func write(_ text: [UInt8], to descriptor: Int32) -> Bool {
        text.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Foundation.write(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
    }
}
