/// A language as an author wrote it, and the tag (BCP 47) that it means: `zh-CN` for `zh_CN`,
/// `en-US` for `en_US.UTF-8`, `en` for `English`.
struct LanguageTag {
    /// nil: not a known language.
    let meant: String?
    /// Whether the tag is spelled correctly.
    let isWritten: Bool

    /// O(text).
    init(_ text: String) {
        if let name = Self.names[text.lowercased()] {
            (meant, isWritten) = (name, false)
            return
        }
        if Self.isTag(text) {
            (meant, isWritten) = (text, true)
            return
        }
        // A locale of POSIX: `zh_CN.UTF-8@pinyin`.
        let locale = text.prefix { $0 != "." && $0 != "@" }
        let parts = locale.split { $0 == "_" || $0 == "-" || $0 == " " }
        let suffix = LanguageSuffix(written: parts.joined(separator: "_"))
        isWritten = false
        meant =
            Self.names[locale.lowercased()]
            ?? (parts.count > 1 && Self.isTag(suffix.tag) ? suffix.tag : nil)
    }

    /// Whether a text is well-formed (RFC 5646, section 2.1): a language, then parts of one to
    /// eight letters or digits. Languages have two or three letters, because no longer ones are
    /// registered.
    private static func isTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { index, part in
            index == 0
                ? (2...3).contains(part.count) && part.allSatisfy { $0.isLetter }
                : (1...8).contains(part.count)
                    && part.allSatisfy { $0.isLetter || (0x30...0x39).contains($0) }
        }
    }

    /// Names of languages, and codes of countries, that are taken for tags.
    private static let names = [
        "chinese": "zh-CN", "simplified chinese": "zh-CN", "chinese simplified": "zh-CN",
        "traditional chinese": "zh-TW", "chinese traditional": "zh-TW", "中文": "zh-CN",
        "简体中文": "zh-CN", "简体": "zh-CN", "汉语": "zh-CN", "繁體中文": "zh-TW", "繁体中文": "zh-TW",
        "繁體": "zh-TW", "cn": "zh-CN", "zh-chs": "zh-Hans", "zh-cht": "zh-Hant", "zhcn": "zh-CN",
        "zhtw": "zh-TW", "english": "en", "英文": "en", "英语": "en", "eng": "en", "us": "en-US",
        "gb": "en-GB", "japanese": "ja", "日本語": "ja", "日语": "ja", "jp": "ja", "jpn": "ja",
        "korean": "ko", "한국어": "ko", "kr": "ko", "kor": "ko", "german": "de", "deutsch": "de",
        "french": "fr", "français": "fr", "francais": "fr", "spanish": "es", "español": "es",
        "espanol": "es", "russian": "ru", "русский": "ru", "italian": "it", "italiano": "it",
        "portuguese": "pt", "português": "pt", "portugues": "pt", "brazilian portuguese": "pt-BR",
        "dutch": "nl", "nederlands": "nl", "polish": "pl", "polski": "pl", "turkish": "tr",
        "türkçe": "tr", "ukrainian": "uk", "українська": "uk", "ua": "uk", "vietnamese": "vi",
        "tiếng việt": "vi", "vn": "vi", "arabic": "ar", "العربية": "ar", "hindi": "hi",
        "czech": "cs", "čeština": "cs", "cz": "cs", "swedish": "sv", "svenska": "sv",
        "danish": "da", "dansk": "da", "dk": "da", "norwegian": "no", "norsk": "no",
        "finnish": "fi", "suomi": "fi", "greek": "el", "ελληνικά": "el", "gr": "el",
        "hungarian": "hu", "magyar": "hu", "romanian": "ro", "română": "ro", "thai": "th",
        "indonesian": "id", "hebrew": "he", "persian": "fa", "farsi": "fa", "catalan": "ca",
    ]
}
