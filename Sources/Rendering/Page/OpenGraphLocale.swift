/// The names that Open Graph gives to languages: `zh_CN` (https://ogp.me/#optional).
enum OpenGraphLocale {
    /// Territories of tags that name none, as most readers of the language would expect.
    private static let territories = [
        "de": "DE", "en": "US", "es": "ES", "fr": "FR", "it": "IT", "ja": "JP", "ko": "KR",
        "pt": "BR", "ru": "RU", "vi": "VN", "zh": "CN", "zh-hans": "CN", "zh-hant": "TW",
    ]

    /// `zh-CN` and `zh-Hans` give `zh_CN`, `en` gives `en_US`, `eo` nil: Open Graph wants a
    /// territory.
    static func name(of tag: String) -> String? {
        let parts = tag.split(separator: "-")
        guard let language = parts.first?.lowercased() else { return nil }
        let territory = parts.dropFirst().first { $0.utf8.count == 2 }.map { $0.uppercased() }
        let script = parts.dropFirst().first { $0.utf8.count == 4 }.map { $0.lowercased() }
        let known =
            territories[language + "-" + (script ?? "")] ?? territories[language]
        return (territory ?? known).map { language + "_" + $0 }
    }
}
