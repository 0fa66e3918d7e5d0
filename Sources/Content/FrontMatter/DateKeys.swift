import Diagnostics

/// Dates of front matter.
extension HeadReader {
    /// The date of a key; nil if it is missing, or is invalid, which is reported.
    ///
    /// - Parameter isRequired: whether the text cannot be shown without it, so that a problem is an
    ///   error.
    mutating func date(_ entry: RawEntry, isRequired: Bool) -> Moment? {
        if entry.value.isEmpty { return nil }
        let value = entry.value.onlyScalar?.typed
        if case .date(let written)? = value { return written.moment(in: rules.zone) }
        guard let text = value?.scalarText.map(LeadIn.trimmed) else {
            noDate(entry, "'\(entry.key)' must be a date, not \(entry.value.kind)", isRequired)
            return nil
        }
        let words = text.split(separator: " ").joined(separator: " ")
        if case .date(let written) = WrittenDate.read(words) {
            return written.moment(in: rules.zone)
        }
        switch LooseDate.read(text, in: rules.zone) {
        case .moment(let moment): return moment
        case .day(let moment):
            // A key that hides a text must not do so from the wrong minute on.
            if isRequired, entry.key.lowercased() != "date" {
                noDate(entry, "'\(text)' has no time that can be read", isRequired)
                return nil
            }
            diagnostics.append(
                .warning(
                    .frontMatterBadDate,
                    "'\(text)' has no time that can be read, so only the day counts",
                    at: place(of: entry), fixes: dateFixes(entry)))
            return moment
        case .unknownZone(let moment, let name):
            if isRequired, entry.key.lowercased() != "date" {
                noDate(entry, "'\(name)' is not one known time zone", isRequired)
                return nil
            }
            diagnostics.append(
                .warning(
                    .frontMatterBadDate,
                    "'\(name)' is not one known time zone, so '\(entry.key)' is in the site's",
                    at: place(of: entry),
                    explanation: Self.meanings(of: name),
                    fixes: [.init("write the offset, such as 2015-12-08 19:01:14 -05:00")]))
            return moment
        case .impossible: noDate(entry, "'\(text)' is no day or time of the calendar", isRequired)
        case .other: noDate(entry, "'\(text)' is not a date", isRequired)
        }
        return nil
    }

    private static func meanings(of zone: String) -> String {
        let offsets = ZoneName.offsets(of: zone.lowercased())
        guard let last = offsets.last else { return "Several zones may have that name, or none." }
        return "It may mean \(offsets.dropLast().joined(separator: ", ")) or \(last)."
    }

    /// Whether a value is a valid date.
    func isDate(_ value: RawValue) -> Bool {
        if case .date = value.typed { return true }
        guard let text = value.scalarText else { return false }
        if case .moment = LooseDate.read(text, in: rules.zone) { return true }
        return false
    }

    private mutating func noDate(_ entry: RawEntry, _ summary: String, _ isRequired: Bool) {
        if isRequired {
            diagnostics.append(
                .error(
                    .frontMatterBadDate, summary, at: place(of: entry), fixes: dateFixes(entry)))
        } else {
            diagnostics.append(
                .warning(
                    .frontMatterBadDate, summary, at: place(of: entry),
                    explanation: "The key is left out.", fixes: dateFixes(entry)))
        }
    }

    private func dateFixes(_ entry: RawEntry) -> [Diagnostic.Fix] {
        [.init("write '\(entry.key)' as 2021-08-12 22:18:10 or 2021-08-12")]
    }
}

extension Diagnostic.ID {
    package static let frontMatterBadDate = Diagnostic.ID("front-matter/bad-date")
}
