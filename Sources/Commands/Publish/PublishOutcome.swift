import Diagnostics
import Publishing

/// How a publish ended.
struct PublishOutcome: Sendable {
    enum End: Sendable, Equatable {
        /// Errors or guards prevented it; the target is as it was.
        case refused
        /// The plan lies in this file.
        case planned(String)
        /// The target had the site already.
        case nothingToDo
        /// What the target says of it: a release, a commit.
        case published(String)
    }

    var diagnostics: [Diagnostic]
    var plan: PublishPlan?
    var end: End
}
