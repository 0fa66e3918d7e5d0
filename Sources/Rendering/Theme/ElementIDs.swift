import Text

/// The ids of elements in the files of a theme.
enum ElementIDs {
    /// Every value of `id="…"` that no tag of a template is part of. O(bytes).
    static func all(in files: [ThemeFile]) -> Set<String> {
        var ids: Set<String> = []
        for file in files { read(file.bytes, into: &ids) }
        return ids
    }

    private static func read(_ bytes: [UInt8], into ids: inout Set<String>) {
        let name = Array("id=".utf8)
        var next = 1
        while let start = bytes[min(next, bytes.count)...].firstRange(of: name)?.lowerBound {
            next = start + name.count
            guard bytes[start - 1] <= 0x20, next < bytes.count,
                bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'"),
                let end = bytes[(next + 1)...].firstIndex(of: bytes[next])
            else { continue }
            let value = bytes[next + 1..<end]
            if !value.isEmpty, !value.contains(UInt8(ascii: "{")) {
                ids.insert(String(decoding: value, as: UTF8.self))
            }
            next = end
        }
    }
}
