import Addresses
import Diagnostics

/// A TOML file of a theme (theme.toml, strings/LANG.toml) as values, with the place of each key.
///
/// `[params]⏎toc = true` gives the table `params` with `toc`, whose place is under `params.toc`.
/// A file that is no TOML gives an empty table and an error.
package func readTOML(
    _ bytes: [UInt8], file: SourcePath
) -> (table: [String: Value], places: [String: Place], diagnostics: [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let toml = TOMLReader(bytes, start..<bytes.count)
    let places = toml.places.mapValues { Place(file: file, range: $0) }
    do {
        return (RawValue.values(try toml.read(), in: .utc), places, [])
    } catch {
        let place = Place(file: file, range: error.place)
        return ([:], places, [.error(.configurationSyntax, error.text, at: place)])
    }
}
