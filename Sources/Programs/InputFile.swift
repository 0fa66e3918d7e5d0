import Foundation

/// The input of a program, in a file without a name that is removed after its last use.
///
/// Not a pipe: a program that ends without reading everything would also end galley, by SIGPIPE.
final class InputFile: Sendable {
    /// Open for reading, at its beginning.
    let number: Int32

    /// nil if there is no space for it.
    init?(_ bytes: [UInt8]) {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/galley-input-XXXXXX").utf8CString)
        number = mkstemp(&template)
        guard number >= 0 else { return nil }
        _ = unlink(template)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            rest = rest.dropFirst(count)
        }
        guard lseek(number, 0, SEEK_SET) == 0 else { return nil }
    }

    deinit {
        if number >= 0 { _ = close(number) }
    }
}
