/// The settings that two versions of galley.toml do not share, line by line; comments do not count.
struct LineDifference {
    /// `-` before lines of the old version alone, `+` before those of the new one, in their order.
    let lines: [String]

    init(from old: String, to new: String) {
        let (old, new) = (Self.settings(of: old), Self.settings(of: new))
        let changes = new.map(\.setting).difference(from: old.map(\.setting))
        var lines: [(offset: Int, isNew: Bool, text: String)] = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): lines.append((offset, false, "-" + old[offset].line))
            case .insert(let offset, _, _): lines.append((offset, true, "+" + new[offset].line))
            }
        }
        self.lines = lines.sorted { ($0.offset, $1.isNew ? 1 : 0) < ($1.offset, $0.isNew ? 1 : 0) }
            .map(\.text)
    }

    /// The lines that say something, without their comments, and as written.
    private static func settings(of text: String) -> [(setting: String, line: String)] {
        var table = ""
        return text.split(separator: "\n").compactMap { line in
            if line.hasPrefix("#") { return nil }
            if line.hasPrefix("[") { table = String(line) }
            let setting = line.firstRange(of: "  # ").map { line[..<$0.lowerBound] } ?? line
            return (table + setting, String(line))
        }
    }
}
