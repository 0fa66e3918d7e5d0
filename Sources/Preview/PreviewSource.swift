import Addresses

/// What a preview server is handed: it knows of no site but what these functions tell.
package struct PreviewSource: Sendable {
    /// What stands at a decoded path, base path included: `/blog/标签/`.
    let answer: @Sendable (String) async -> PreviewAnswer
    /// The bytes of a source file, for the line that a diagnostic is about.
    let text: @Sendable (SourcePath) -> [UInt8]?
    /// One element whenever some answer may have become another; ends with the server.
    let changes: AsyncStream<Void>
    /// Further hosts that the server may be asked under, as the site names them now.
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
