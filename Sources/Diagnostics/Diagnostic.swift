/// The severity of a diagnostic: an error makes a part of the site wrong or missing.
package enum Severity: String, Hashable, Sendable, Codable {
    case error
    case warning
}

/// One finding about the site's sources: the problem, its place, and its fixes.
///
/// Stages return diagnostics as values; only the caller of the stages prints them.
package struct Diagnostic: Hashable, Sendable, Codable {
    /// A stable name such as `front-matter/unknown-key`, listed in docs/diagnostics.md.
    package struct ID: Hashable, Sendable, Codable, CustomStringConvertible {
        package let string: String

        package init(_ string: String) {
            self.string = string
        }

        package var description: String { string }

        package init(from decoder: any Decoder) throws {
            string = try decoder.singleValueContainer().decode(String.self)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(string)
        }
    }

    /// A further place of the finding: "first defined here".
    package struct Note: Hashable, Sendable, Codable {
        package let text: String
        package let place: Place?

        package init(_ text: String, at place: Place? = nil) {
            self.text = text
            self.place = place
        }
    }

    /// A way to fix it: a verb phrase, and the edits that do it, if known.
    package struct Fix: Hashable, Sendable, Codable {
        package struct Edit: Hashable, Sendable, Codable {
            package let place: Place
            package let replacement: String

            package init(_ place: Place, _ replacement: String) {
                self.place = place
                self.replacement = replacement
            }
        }

        package let text: String
        /// In the order of the text; all of them together are the fix.
        package let edits: [Edit]
        /// Whether the edits are safe without asking: not for a guess, "did you mean …?".
        package let isSure: Bool

        package init(_ text: String, edits: [Edit] = [], isSure: Bool = true) {
            self.text = text
            self.edits = edits
            self.isSure = isSure
        }
    }

    package var severity: Severity
    package let id: ID
    /// The headline: no full stop, states the rule, begins with the specific part.
    package let summary: String
    package let place: Place?
    package let explanation: String?
    package let notes: [Note]
    package let fixes: [Fix]

    package init(
        _ severity: Severity, _ id: ID, _ summary: String, at place: Place? = nil,
        explanation: String? = nil, notes: [Note] = [], fixes: [Fix] = []
    ) {
        self.severity = severity
        self.id = id
        self.summary = summary
        self.place = place
        self.explanation = explanation
        self.notes = notes
        self.fixes = fixes
    }

    /// A finding that makes a post, a page or the site wrong or missing.
    package static func error(
        _ id: ID, _ summary: String, at place: Place? = nil, explanation: String? = nil,
        notes: [Note] = [], fixes: [Fix] = []
    ) -> Diagnostic {
        Diagnostic(
            .error, id, summary, at: place, explanation: explanation, notes: notes, fixes: fixes)
    }

    /// A finding that does not prevent publishing.
    package static func warning(
        _ id: ID, _ summary: String, at place: Place? = nil, explanation: String? = nil,
        notes: [Note] = [], fixes: [Fix] = []
    ) -> Diagnostic {
        Diagnostic(
            .warning, id, summary, at: place, explanation: explanation, notes: notes, fixes: fixes)
    }
}

extension [Diagnostic] {
    /// Whether any of them is an error.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// By file and position, those without a place first, each finding once.
    package func sortedByPlace() -> [Diagnostic] {
        if count < 2 { return self }
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
            .sorted { a, b in
                switch (a.place, b.place) {
                case (nil, nil): (a.id.string, a.summary) < (b.id.string, b.summary)
                case (nil, _): true
                case (_, nil): false
                case (let x?, let y?):
                    x == y ? (a.id.string, a.summary) < (b.id.string, b.summary) : x < y
                }
            }
    }
}
