/// Marks that look like one of ASCII and are none: full-width, curly, unbreakable.
package enum WideMark {
    /// The ASCII mark that was meant: `，` gives `,`, `“` gives `"`, U+00A0 gives a space; nil for
    /// any other text.
    package static func plain(of text: String) -> String? {
        table[text]
    }

    private static let table = [
        "，": ",", "：": ":", "“": "\"", "”": "\"", "„": "\"", "＂": "\"", "‘": "'", "’": "'",
        "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "、": ",", "；": ";",
        "\u{A0}": " ", "\u{3000}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2009}": " ",
        "\u{202F}": " ", "－": "-", "＝": "=", "＜": "<", "＞": ">",
    ]
}
