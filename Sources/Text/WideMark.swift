/// Marks that look like ASCII ones but are not: full-width, curly, non-breaking.
package enum WideMark {
    /// The intended ASCII mark: `，` gives `,`, `“` gives `"`, U+00A0 gives a space; nil for any
    /// other text.
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
