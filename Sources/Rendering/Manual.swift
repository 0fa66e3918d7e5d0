import CTheme

/// Pages of docs/ that the program carries.
package enum Manual {
    /// docs/diagnostics.md.
    package static let diagnostics: [UInt8] = {
        let page = manual_diagnostics()
        return Array(UnsafeBufferPointer(start: page.bytes, count: page.count))
    }()
}
