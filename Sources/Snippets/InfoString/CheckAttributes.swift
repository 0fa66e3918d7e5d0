/// The attributes of an info string that control the check of its block.
extension InfoString {
    /// `check=types`; nil without one, for `skip`, and for an unknown level.
    package var check: CheckLevel? {
        attributes["check"].flatMap { CheckLevel(rawValue: $0.lowercased()) }
    }

    /// `check=skip`: the author opts the block out.
    package var isSkipped: Bool { attributes["check"]?.lowercased() == "skip" }

    /// `reason="…"`: why the block is skipped; nil without one.
    package var reason: String? { nonEmpty("reason") }

    /// `fails="…"`: the block is wrong on purpose, and this is a part of the message about it.
    package var fails: String? { nonEmpty("fails") }

    /// Whether the author asks for a check or says how it fails: then it is code, whatever it looks like.
    var isSaidToBeCode: Bool { fails != nil || check.map { $0 >= .parse } ?? false }

    /// `name=…`, by which another block can refer to this one.
    package var name: String? { nonEmpty("name") }

    /// `file=…`: the file whose text the block is.
    package var file: String? { nonEmpty("file") }

    /// `version=go1.22`: the version that the block is written for.
    package var version: String? { nonEmpty("version") }

    private func nonEmpty(_ key: String) -> String? {
        attributes[key].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Merges this info string with `weaker`, which fills in what this one leaves open: for a fence
    /// with a comment above it, `go check=skip` and `check=types reason="…"` give `go check=skip
    /// reason="…"`.
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
