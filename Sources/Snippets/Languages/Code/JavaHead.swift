/// What stands before a Java file's first type.
enum JavaHead {
    /// Where the package clause and the imports of a listing end, 0 without any; comments and blank
    /// lines before and between them belong to them. O(bytes).
    static func end(_ code: [UInt8]) -> Int {
        var end = 0
        var index = 0
        while index < code.count {
            let rest = code[index...]
            if code[index] == 0x20 || code[index] == 0x09 || code[index] == 0x0A {
                index += 1
            } else if rest.starts(with: "//".utf8) {
                index = rest.firstIndex(of: 0x0A) ?? code.count
            } else if rest.starts(with: "/*".utf8) {
                guard let close = closeOfComment(code, index + 2) else { return end }
                index = close
            } else if rest.starts(with: "import ".utf8) || rest.starts(with: "package ".utf8) {
                guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return end }
                index = semicolon + 1
                end = index
            } else {
                return end
            }
        }
        return end
    }

    private static func closeOfComment(_ code: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index + 1 < code.count {
            if code[index] == UInt8(ascii: "*"), code[index + 1] == UInt8(ascii: "/") {
                return index + 2
            }
            index += 1
        }
        return nil
    }
}
