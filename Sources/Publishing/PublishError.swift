/// A failure outside the site: no network, no permission, a full disk, a missing program. The
/// program ends with exit code 2; the target keeps its previous content.
package struct PublishError: Error, Equatable, CustomStringConvertible {
    /// `cannot reach the remote '…': …`; contains no secret.
    package let message: String
    package let hint: String?

    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    package var description: String { message + (hint.map { "\n  fix: \($0)" } ?? "") }
}
