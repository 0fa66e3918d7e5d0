extension Tool {
    /// Protocol buffers. Imports are looked for among the files of the batch, where there is none
    /// of that name; that one is missing, like any name it would bring, is no fault of the text.
    package static let protoc = Tool(
        "protoc", commands: [["protoc"]],
        arguments: ["--descriptor_set_out=/dev/null", "--error_format=gcc", "--proto_path=."],
        // It stops at the first broken file.
        mode: .each, debianPackage: "protobuf-compiler", read: ProtocOutput.readings)
}

/// Reads `0.proto:4:35: Expected field number.`; columns are 1-based, in bytes.
enum ProtocOutput {
    static func readings(of output: ToolOutput) -> [ToolReading] {
        let all = ToolLines.findings(in: output.text) { message in
            message.last == "." ? String(message.dropLast()) : String(message)
        }
        return output.files.map { file in
            guard let said = all[file] else {
                return output.status == 0 || output.text.contains("Import \"")
                    || output.text.contains(": File not found.")
                    ? .accepted : .crashed("protoc ended with \(output.status)")
            }
            let findings = said.filter { isOfParser($0.message) }
            return findings.isEmpty ? .accepted : .rejected(findings)
        }
    }

    /// The parser speaks of tokens; what else protoc says is of names, numbers and imports.
    private static func isOfParser(_ message: String) -> Bool {
        ofParser.contains { message.hasPrefix($0) }
    }

    /// google/protobuf/compiler/parser.cc and io/tokenizer.cc.
    private static let ofParser = [
        "Expected ", "Reached end of input", "Unmatched ", "Missing ", "Unexpected ",
        "String literals cannot", "Invalid escape", "Invalid control", "End-of-file inside",
        "\"/*\" inside block comment", "Need space between", "Hex and octal", "Interpreting non",
        "Identifier", "Numbers starting with",
    ]
}
