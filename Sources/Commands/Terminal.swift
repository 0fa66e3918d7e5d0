import Addresses
import Content
import Diagnostics
import Foundation

/// Where a command writes: results to stdout, everything else to stderr.
struct Terminal: Sendable {
    /// Colour only on a terminal, and never against `NO_COLOR` (https://no-color.org).
    private let isColored: Bool

    init() {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        isColored = isatty(STDERR_FILENO) == 1 && !isRefused && environment["TERM"] != "dumb"
    }

    /// Writes a line to stderr.
    func say(_ text: String) {
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes bytes to stdout.
    func put(_ bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    /// Writes the diagnostics as text to stderr, with their source lines read from the site.
    func report(_ diagnostics: [Diagnostic], source: @escaping (SourcePath) -> [UInt8]?) {
        let text = TextReport(isColored: isColored, source: source).text(diagnostics)
        write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// The whole of `bytes`, also into a pipe that takes a little at a time; a closed one is quiet.
    private func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}

extension Slice where Base == UnsafeRawBufferPointer {
    fileprivate var baseAddress: UnsafeRawPointer? {
        base.baseAddress.map { $0 + startIndex }
    }
}
