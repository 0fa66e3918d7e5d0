import Addresses
import Diagnostics

/// A configuration file in TOML, YAML or JSON, by its extension, as values, with the place of each key.
///
/// `params:⏎  toc: true` gives the table `params` with `toc`, whose place is under `params.toc`; of two
/// entries of a list the places are under `menu.0.name` and `menu.1.name`. A file that cannot be read
/// gives an empty table and an error. Dates without an offset are in UTC.
package func readTable(
    _ bytes: [UInt8], file: SourcePath
) -> (table: [String: Value], places: [String: Place], diagnostics: [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do {
        let entries: [RawEntry]
        switch file.fileExtension {
        case "toml": return readTOML(bytes, file: file)
        case "json": entries = try JSONReader.members(in: bytes, start..<bytes.count)
        default: entries = try YAMLReader(bytes, start..<bytes.count).read()
        }
        var places: [String: Place] = [:]
        collect(entries, below: "", file, into: &places)
        return (RawValue.values(entries, in: .utc), places, [])
    } catch {
        let words = error.text.replacing("Front matter", with: "The file")
        return (
            [:], [:],
            [.error(.configurationSyntax, words, at: Place(file: file, range: error.place))]
        )
    }
}

private func collect(
    _ entries: [RawEntry], below path: String, _ file: SourcePath,
    into places: inout [String: Place]
) {
    for entry in entries {
        let path = ConfigurationSection.join(path, entry.key)
        places[path] = Place(file: file, range: entry.place)
        switch entry.value {
        case .table(let inner): collect(inner, below: path, file, into: &places)
        case .list(let items):
            for (index, item) in items.enumerated() {
                guard case .table(let inner) = item else { continue }
                collect(inner, below: "\(path).\(index)", file, into: &places)
            }
        default: break
        }
    }
}
