extension LanguageCheck {
    package static let protobuf = LanguageCheck("protobuf") { text in
        ProtobufCheck.examine(text)
    }
}

enum ProtobufCheck {
    static func examine(_ text: SnippetText) -> Examination {
        let lines = text.code.split(separator: 0x0A).map { $0.drop(while: isBlank) }
        if lines.contains(where: { starts($0, with: "edition") }) {
            return Examination(.undecided("editions are not known to every protoc"))
        }
        let isFile = lines.contains { starts($0, with: "syntax") }
        return FragmentGrammar(
            tool: "protoc", style: .plain, wrappings: isFile ? [.none] : fragments,
            rewrite: dropImports
        ).examine(text, fileExtension: "proto")
    }

    /// A file, fields, methods of a service, values of an enumeration, options of a field.
    private static let fragments = [
        Wrapping(proto3), Wrapping(proto2),
        Wrapping(proto3 + "message M{", "}"), Wrapping(proto2 + "message M{", "}"),
        Wrapping(proto3 + "service S{", "}"), Wrapping(proto3 + "enum E{", "}"),
        Wrapping(proto3 + "service S{rpc R(M) returns(M){", "}}"),
    ]

    private static let proto2 = #"syntax="proto2";"#
    private static let proto3 = #"syntax="proto3";"#

    /// Makes blanks of `import "x.proto";`, so that no file is looked for. O(bytes).
    private static func dropImports(_ code: inout [UInt8]) {
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            let line = code[start..<end].drop(while: isBlank)
            if isImport(line), let semicolon = line.firstIndex(of: UInt8(ascii: ";")) {
                for index in line.startIndex...semicolon { code[index] = 0x20 }
            }
            start = end + 1
        }
    }

    /// `import "a.proto";`, with `public` or `weak`, up to its semicolon.
    private static func isImport(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "import".utf8) else { return false }
        var rest = line.dropFirst(6).drop(while: isBlank)
        for word in ["public", "weak"] where rest.starts(with: word.utf8) {
            rest = rest.dropFirst(word.utf8.count).drop(while: isBlank)
        }
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = rest.dropFirst().firstIndex(of: quote)
        else { return false }
        return rest[(end + 1)...].drop(while: isBlank).first == UInt8(ascii: ";")
    }

    /// `syntax = …`.
    private static func starts(_ line: ArraySlice<UInt8>, with word: String) -> Bool {
        line.starts(with: word.utf8)
            && line.dropFirst(word.utf8.count).drop(while: isBlank).first == UInt8(ascii: "=")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
