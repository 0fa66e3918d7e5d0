extension LanguageCheck {
    /// JavaScript and its kin, with and without JSX.
    package static let javascript = LanguageCheck("javascript", "jsx", "typescript", "tsx") {
        JavaScriptCheck.examine($0)
    }
}

enum JavaScriptCheck {
    static func examine(_ text: SnippetText) -> Examination {
        var examination = FragmentGrammar(
            tool: "esbuild", style: .javascript, wrappings: wrappings, chain: Wrapping("_"),
            rewrite: JavaScriptNews.rewrite,
            // What stands between tags is prose, with its apostrophes.
            isBalanced: !hasElements(text.code)
        ).examine(text, fileExtension: fileExtension(text))
        // Node.js knows neither types nor elements.
        if text.language.name == "javascript", fileExtension(text) == "js",
            !hasElements(text.code)
        {
            examination.request?.fallback = .init("node", fileExtension: "mjs")
        }
        return examination
    }

    /// A file, the value of something, the body of a function or a loop, members of an object,
    /// elements of a list, members of a class, cases of a switch.
    private static let wrappings = [
        Wrapping.none,
        Wrapping("_="),
        Wrapping("class _ extends Object{async*_(){for(;;){", "}}}"),
        Wrapping("_={", "}"),
        Wrapping("_=[", "]"),
        Wrapping("class _ extends Object{", "}"),
        Wrapping("switch(_){", "}"),
    ]

    /// In `.ts`, `<T>x` is a cast; in `.tsx`, an element. JavaScript with types in it is an
    /// article's way to write of TypeScript.
    private static func fileExtension(_ text: SnippetText) -> String {
        switch text.language.name {
        case "typescript": hasElements(text.code) ? "tsx" : "ts"
        case "tsx": "tsx"
        case "jsx": "jsx"
        default: hasDecorators(text.code) ? "tsx" : "js"
        }
    }

    /// A line that begins with `@observer`: esbuild took decorators in TypeScript first.
    private static func hasDecorators(_ code: [UInt8]) -> Bool {
        code.split(separator: 0x0A).contains { line in
            let text = line.drop { $0 <= 0x20 }
            return text.first == UInt8(ascii: "@") && text.dropFirst().first?.isNameStart ?? false
        }
    }

    /// `</div>` or `<br />`.
    private static func hasElements(_ code: [UInt8]) -> Bool {
        zip(code, code.dropFirst()).contains { first, second in
            (first == UInt8(ascii: "<") && second == UInt8(ascii: "/"))
                || (first == UInt8(ascii: "/") && second == UInt8(ascii: ">"))
        }
    }
}
