import Addresses
import Diagnostics

/// A TOML file of a theme (theme.toml, strings/LANG.toml) as values, with the place of each key.
///
/// `[params]⏎toc = true` gives the table `params` with `toc`, whose place is under `params.toc`. A
/// file that is not TOML gives an empty table and an error.
package func readTOML(
    _ bytes: [UInt8], file: SourcePath
) -> (table: [String: Value], places: [String: Place], diagnostics: [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do {
        let toml = try TOMLReader(bytes, start..<bytes.count)
        let places = toml.places.mapValues { Place(file: file, range: $0) }
        return (RawValue.values(toml.entries, in: .utc), places, [])
    } catch {
        return ([:], [:], [error.configurationError(in: file)])
    }
}

extension SyntaxProblem {
    /// The error for a TOML file that is not front matter.
    func configurationError(in file: SourcePath) -> Diagnostic {
        let place = Place(file: file, range: place)
        guard case .duplicateKey(let again) = kind else {
            return .error(.configurationSyntax, text, at: place, fixes: fixes(in: file))
        }
        return .error(
            .configurationSyntax, text, at: Place(file: file, range: again),
            notes: [.init("First given here", at: place)], fixes: fixes(in: file))
    }
}
