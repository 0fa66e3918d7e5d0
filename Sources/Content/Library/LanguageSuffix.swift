/// The language at the end of a file's name, as on multilingual sites of Hugo and Zola: `en` of
/// `index.en.md`, `zh-cn` of `hello.zh-cn.md`.
package struct LanguageSuffix: Sendable, Hashable {
    /// As written in the name.
    package let written: String

    /// As a folder in addresses: `zh-cn` for `zh_CN`.
    package var folder: String { written.lowercased().replacing("_", with: "-") }

    /// As a language tag (BCP 47): `zh-CN` for `zh_cn`, `zh-Hant` for `zh-hant`.
    package var tag: String {
        let parts = folder.split(separator: "-")
        return parts.enumerated().map { index, part in
            if index == 0 { return String(part) }
            return part.count == 4
                ? part.prefix(1).uppercased() + part.dropFirst() : part.uppercased()
        }.joined(separator: "-")
    }

    /// Whether the site, whose language is `tag`, is in this language: `en` matches a site in
    /// `en-US` and the other way round; `zh-tw` does not match one in `zh-CN`.
    package func isLanguage(_ tag: String) -> Bool {
        let (own, site) = (folder, tag.lowercased())
        return own == site || site.hasPrefix(own + "-") || own.hasPrefix(site + "-")
    }

    /// Splits a file's name without its extension; nil if it does not end with a language.
    ///
    /// A file `index` may end with any language of ISO 639-1. In other names the end may be part of
    /// the title, as in `socket.io` and `main.ts`: it counts as a language if a region or a script
    /// follows, if it is the site's, or if it is a common one.
    package static func split(
        _ stem: String, site: String
    ) -> (name: String, suffix: LanguageSuffix)? {
        guard let period = stem.lastIndex(of: "."), period != stem.startIndex else { return nil }
        let name = String(stem[..<period])
        let suffix = LanguageSuffix(written: String(stem[stem.index(after: period)...]))
        let parts = suffix.folder.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, let first = parts.first, all.contains(String(first)),
            parts.dropFirst().allSatisfy(isSubtag)
        else { return nil }
        guard
            parts.count > 1 || name == "index" || name == "_index"
                || common.contains(String(first)) || suffix.isLanguage(site)
        else { return nil }
        return (name, suffix)
    }

    /// A script of four letters, a region of two letters or three digits.
    private static func isSubtag(_ part: Substring) -> Bool {
        let isLetters = part.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
        let isDigits = part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        return isLetters && (part.count == 2 || part.count == 4) || isDigits && part.count == 3
    }

    /// Languages that are hardly mistaken for a file's extension or part of a title.
    private static let common = Set(
        """
        ar bg bn ca da de el en es et fa fi fr he hi hr hu it ja ko lt lv nb nl pt ro ru sk sl sr sv \
        th tr uk ur vi zh
        """.split(separator: " ").map(String.init))

    /// ISO 639-1.
    private static let all = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
        da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
        hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb \
        lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om \
        or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw \
        ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))
}
