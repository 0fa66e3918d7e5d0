/// First lines showing that a block is a transcript or a message and not the data that its label
/// says.
enum TranscriptLine {
    /// `$ curl …`, `# cat x | jq`, `curl -X …`, `cat <<EOF`: a command, with a prompt or without.
    static func isPrompt(_ text: ArraySlice<UInt8>) -> Bool {
        for prompt in ["$ ", "% ", "> ", "PS>", "PS C:"] where text.starts(with: prompt.utf8) {
            return true
        }
        for command in ["curl ", "cat ", "kubectl ", "echo ", "http ", "docker ", "helm "]
        where text.starts(with: command.utf8) {
            let line = text.prefix { $0 != 0x0A }
            let rest = line.dropFirst(command.utf8.count)
            return !rest.contains(UInt8(ascii: ":")) || rest.contains(UInt8(ascii: "/"))
                || rest.contains(UInt8(ascii: "<")) || rest.contains(UInt8(ascii: "-"))
        }
        return false
    }

    /// `HTTP/1.1 200 OK`, `GET /index.html`.
    static func isHTTP(_ text: ArraySlice<UInt8>) -> Bool {
        if text.starts(with: "HTTP/".utf8) { return true }
        return methods.contains { method in
            guard text.starts(with: method.utf8) else { return false }
            let rest = text.dropFirst(method.utf8.count)
            guard rest.first == 0x20 else { return false }
            let target = rest.drop { $0 == 0x20 }.first ?? 0
            return target == UInt8(ascii: "/") || target == UInt8(ascii: "*")
                || target == UInt8(ascii: "{") || target == UInt8(ascii: "<")
                || target.isLetter
        }
    }

    static let methods = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE",
    ]
}
