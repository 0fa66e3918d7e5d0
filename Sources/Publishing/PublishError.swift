/// The world was in the way of publishing: no network, no permission, a full disk, a program that is
/// not there. The program ends with exit code 2; what was there before is there still.
package struct PublishError: Error, Equatable, CustomStringConvertible {
    /// `cannot reach the remote '…': …`; holds no secret.
    package let message: String
    package let hint: String?

    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    package var description: String { message + (hint.map { "\n  fix: \($0)" } ?? "") }
}
