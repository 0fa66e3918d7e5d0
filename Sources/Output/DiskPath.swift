#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A path for system calls: bytes with a terminating zero, relative to an open folder.
///
/// Not a `String`: names on a disk need not be UTF-8, and strings that are equal in Unicode are
/// different files.
struct DiskPath: Hashable, Sendable, CustomStringConvertible {
    /// With the terminating zero, the only zero byte.
    let characters: [CChar]

    private static let slash = CChar(UInt8(ascii: "/"))
    private static let dot = CChar(UInt8(ascii: "."))

    /// The folder that paths are relative to.
    static let top = DiskPath(characters: [0])
    static let itself = DiskPath(characters: [dot, 0])
    static let above = DiskPath(characters: [dot, dot, 0])

    private init(characters: [CChar]) {
        self.characters = characters
    }

    init(_ name: String) {
        characters = Array(name.utf8CString)
    }

    init(copying name: UnsafePointer<CChar>) {
        characters = Array(UnsafeBufferPointer(start: name, count: strlen(name) + 1))
    }

    /// A path that stays inside the folder it is relative to; nil for an empty one, one that begins
    /// or ends with a slash, and one with an empty part, `.`, `..` or a zero byte.
    init?(inside path: String) {
        self.init(path)
        var start = 0
        for (index, byte) in characters.enumerated() where byte == Self.slash || byte == 0 {
            let part = characters[start..<index]
            if part.isEmpty || part.elementsEqual([Self.dot])
                || part.elementsEqual([Self.dot, Self.dot])
            {
                return nil
            }
            if byte == 0 && index != characters.count - 1 { return nil }
            start = index + 1
        }
    }

    var isTop: Bool { characters.count == 1 }

    /// `2021/hello` for `2021/hello/index.html`; `top` for a path of one part.
    var folder: DiskPath {
        guard let slash = characters.lastIndex(of: Self.slash) else { return .top }
        return DiskPath(characters: characters[..<slash] + [0])
    }

    /// The last part, `index.html` of `2021/hello/index.html`.
    var name: String {
        let start = characters.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
        return String(
            decoding: characters[start...].dropLast().lazy.map(UInt8.init(bitPattern:)),
            as: UTF8.self)
    }

    func appending(_ name: DiskPath) -> DiskPath {
        if isTop { return name }
        var joined: [CChar] = []
        joined.reserveCapacity(characters.count + name.characters.count)
        joined += characters.dropLast()
        joined.append(Self.slash)
        joined += name.characters
        return DiskPath(characters: joined)
    }

    /// Without the terminating zero.
    var bytes: some Collection<UInt8> { characters.dropLast().lazy.map(UInt8.init(bitPattern:)) }

    var description: String { String(decoding: bytes, as: UTF8.self) }
}
