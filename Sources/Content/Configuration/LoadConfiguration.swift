import Addresses
import Diagnostics

extension Configuration {
    /// Reads `galley.toml`; keys that are not there keep their defaults.
    ///
    /// `[site]⏎title = "手记"⏎url = "https://example.org/"` is the shortest that there is. An unknown
    /// key or table, a wrong type and a value out of its bounds are errors with their place.
    ///
    /// - Returns: nil where there is nothing to go on with: no TOML, no title, no URL. Otherwise
    ///   the configuration with defaults for what is wrong; ask the diagnostics for errors.
    package static func load(
        _ bytes: [UInt8], file: SourcePath
    ) -> (Configuration?, [Diagnostic]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        do {
            let toml = try TOMLReader(bytes, start..<bytes.count)
            var reader = ConfigurationReader(
                root: RawValue.values(toml.entries, in: .utc),
                places: toml.places.mapValues { Place(file: file, range: $0) }, file: file)
            return (reader.configuration(), reader.diagnostics)
        } catch {
            return (nil, [error.configurationError(in: file)])
        }
    }
}

extension Diagnostic.ID {
    package static let configurationSyntax = Diagnostic.ID("configuration/syntax")
    package static let configurationUnknownKey = Diagnostic.ID("configuration/unknown-key")
    package static let configurationMissingKey = Diagnostic.ID("configuration/missing-key")
    package static let configurationWrongType = Diagnostic.ID("configuration/wrong-type")
    package static let configurationBadValue = Diagnostic.ID("configuration/bad-value")
    package static let configurationBadPath = Diagnostic.ID("configuration/bad-path")
}
