import Addresses

/// The functions through which a preview server sees the site; it has no other access.
package struct PreviewSource: Sendable {
    /// The content at a decoded path, base path included: `/blog/标签/`.
    let answer: @Sendable (String) async -> PreviewAnswer
    /// The bytes of a source file, for the line that a diagnostic is about.
    let text: @Sendable (SourcePath) -> [UInt8]?
    /// One element whenever some answer may have changed; ends with the server.
    let changes: AsyncStream<Void>
    /// Further hosts under which the server answers, as the site names them now.
    let hosts: @Sendable () -> [HostPattern]

    package init(
        changes: AsyncStream<Void>, hosts: @escaping @Sendable () -> [HostPattern] = { [] },
        text: @escaping @Sendable (SourcePath) -> [UInt8]?,
        answer: @escaping @Sendable (String) async -> PreviewAnswer
    ) {
        self.changes = changes
        self.hosts = hosts
        self.text = text
        self.answer = answer
    }
}
