/// What an info string says about how its block is checked.
extension InfoString {
    /// `check=types`; nil where nothing is said, for `skip`, and for a word that is no level.
    package var check: CheckLevel? {
        attributes["check"].flatMap { CheckLevel(rawValue: $0.lowercased()) }
    }

    /// `check=skip`: the author wants the block left alone.
    package var isSkipped: Bool { attributes["check"]?.lowercased() == "skip" }

    /// `reason="…"`: why the block is skipped; nil without one.
    package var reason: String? { nonEmpty("reason") }

    /// `fails="…"`: the block is wrong on purpose, and this is a part of what is said about it.
    package var fails: String? { nonEmpty("fails") }

    /// `name=…`, by which another block can refer to this one.
    package var name: String? { nonEmpty("name") }

    /// `file=…`: the file whose text the block is.
    package var file: String? { nonEmpty("file") }

    /// `version=go1.22`: what the block is written for.
    package var version: String? { nonEmpty("version") }

    private func nonEmpty(_ key: String) -> String? {
        attributes[key].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// This info string, and what it leaves open as `weaker` says it: of a fence with the comment
    /// above it, `go check=skip` and `check=types reason="…"` give `go check=skip reason="…"`.
    package func merging(_ weaker: InfoString) -> InfoString {
        var merged = self
        if label.isEmpty { merged.label = weaker.label }
        if title == nil {
            merged.title = weaker.title
            merged.link = weaker.link
        }
        if start == 1 { merged.start = weaker.start }
        if lineNumbers == nil { merged.lineNumbers = weaker.lineNumbers }
        if highlighted.isEmpty { merged.highlighted = weaker.highlighted }
        if inserted.isEmpty { merged.inserted = weaker.inserted }
        if deleted.isEmpty { merged.deleted = weaker.deleted }
        merged.attributes.merge(weaker.attributes) { own, _ in own }
        merged.malformed += weaker.malformed
        return merged
    }
}
