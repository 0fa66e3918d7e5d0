import Addresses
import Diagnostics

extension Configuration {
    /// Reads `galley.toml`; missing keys keep their defaults.
    ///
    /// `[site]⏎title = "手记"⏎url = "https://example.org/"` is the shortest valid file. An unknown
    /// key or table, a wrong type and a value out of bounds are errors with their places.
    ///
    /// - Returns: nil if the file is unusable: not TOML, no title, no URL. Otherwise the
    ///   configuration, with defaults in place of errors; the diagnostics contain the errors.
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
