/// Private keys that are not text: the kind of key in a whole file, by its structure.
enum KeyFile {
    /// `a private key in DER`; nil: not a key.
    static func kind(of file: ArraySlice<UInt8>) -> String? {
        for (name, magic) in magics where file.starts(with: magic) { return name }
        if isPrivateDER(file) { return "a private key in DER" }
        if isOfAgent(file) { return "a private key of GnuPG" }
        return isOpenPGP(file) ? "a private key of OpenPGP" : nil
    }

    private static let magics: [(name: String, bytes: [UInt8])] = [
        ("a private key of OpenSSH", Array("openssh-key-v1\u{0}".utf8)),
        ("a key store of Java", [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0]),
        ("a key store of Java", [0xCE, 0xCE, 0xCE, 0xCE, 0, 0, 0]),
        ("a store of passwords", [0x03, 0xD9, 0xA2, 0x9A]),
        ("a private key of Tor", Array("== ed25519v1-secret".utf8)),
        ("a private key of SSH 1", Array("SSH PRIVATE KEY FILE FORMAT 1.1\n".utf8)),
        // PRIVATEKEYBLOB of Windows, for exchange and for signatures.
        ("a private key in a BLOB", [7, 2, 0, 0, 0, 0xA4, 0, 0] + Array("RSA2".utf8)),
        ("a private key in a BLOB", [7, 2, 0, 0, 0, 0x24, 0, 0] + Array("RSA2".utf8)),
    ]

    /// A file of `private-keys-v1.d/`: `(11:private-key…`, or lines with `Key: (private-key` among
    /// them.
    private static func isOfAgent(_ file: ArraySlice<UInt8>) -> Bool {
        let kinds = ["private-key", "protected-private-key", "shadowed-private-key"]
        if file.first == UInt8(ascii: "(") {
            return kinds.contains { file.starts(with: "(\($0.utf8.count):\($0)".utf8) }
        }
        guard file.starts(with: "Key: ".utf8) || file.starts(with: "Created: ".utf8) else {
            return false
        }
        return file.prefix(4096).split(separator: 0x0A).contains { line in
            kinds.contains { line.starts(with: "Key: (\($0)".utf8) }
        }
    }

    /// A SEQUENCE that fills the file and begins with the version of PKCS #1 (RFC 8017), PKCS #8
    /// (RFC 5958), PKCS #12 (RFC 7292) or SEC 1, or an encrypted key (RFC 5958, section 3). A
    /// certificate begins with another SEQUENCE.
    private static func isPrivateDER(_ file: ArraySlice<UInt8>) -> Bool {
        guard let outer = element(file), outer.tag == 0x30, outer.rest.isEmpty,
            outer.content.count >= 40, let first = element(outer.content)
        else { return false }
        let second = element(first.rest)?.tag
        switch (first.tag, Array(first.content.prefix(9))) {
        // Two numbers alone are a signature or a public key: a private key has more.
        case (0x02, [0]): return second == 0x02 || second == 0x30
        case (0x02, [1]): return second == 0x04 || second == 0x30
        case (0x02, [3]): return second == 0x30
        case (0x30, let algorithm):
            // OBJECT IDENTIFIER 1.2.840.113549.1.5: encryption with a password.
            return second == 0x04 && first.rest.count == element(first.rest)?.length
                && algorithm.dropFirst(2).starts(with: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01])
                && first.content.dropFirst(9).first == 0x05
        default: return false
        }
    }

    /// One element of DER (X.690, section 8.1).
    private static func element(
        _ bytes: ArraySlice<UInt8>
    ) -> (tag: UInt8, content: ArraySlice<UInt8>, rest: ArraySlice<UInt8>, length: Int)? {
        let head = Array(bytes.prefix(5))
        guard head.count >= 2 else { return nil }
        var (start, count) = (2, Int(head[1]))
        if count > 0x80 {
            let digits = count - 0x80
            guard digits <= 3, head.count >= 2 + digits else { return nil }
            count = head[2..<(2 + digits)].reduce(0) { $0 << 8 | Int($1) }
            start += digits
        }
        guard count != 0x80 || head[1] != 0x80, bytes.count >= start + count else { return nil }
        let content = bytes.dropFirst(start).prefix(count)
        return (head[0], content, bytes.dropFirst(start + count), start + count)
    }

    /// A packet with a secret key (RFC 9580, section 5.5.3) at the beginning of a key ring.
    private static func isOpenPGP(_ file: ArraySlice<UInt8>) -> Bool {
        let head = Array(file.prefix(16))
        guard head.count == 16 else { return false }
        let start: Int
        switch head[0] {
        case 0x94: start = 2
        case 0x95: start = 3
        case 0xC5: start = head[1] < 192 ? 2 : head[1] < 224 ? 3 : 6
        default: return false
        }
        return head[start] == 4 && [1, 16, 17, 18, 19, 22].contains(head[start + 5])
    }
}
