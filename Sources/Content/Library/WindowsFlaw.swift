/// Why a file name is invalid on Windows (Microsoft, "Naming Files, Paths, and Namespaces").
package enum WindowsFlaw: Sendable, Hashable {
    /// The name of a device, in any case and with any extension: `aux`, `com1.txt`.
    case device
    /// A full stop or a blank at the end, which Windows removes.
    case ending(Unicode.Scalar)
    /// One of `< > : " | ? * \`.
    case character(Unicode.Scalar)

    /// The first flaw of a name; nil: valid. O(bytes).
    init?(of name: String) {
        if let byte = name.utf8.first(where: Self.isForbidden) {
            self = .character(Unicode.Scalar(byte))
        } else if let last = name.utf8.last, last == UInt8(ascii: ".") || last == 0x20 {
            self = .ending(Unicode.Scalar(last))
        } else if Self.isDevice(name) {
            self = .device
        } else {
            return nil
        }
    }

    /// The problem, as text after `holds`: `':', which no name of a file has on Windows`.
    package var reason: String {
        switch self {
        case .device: "a name that Windows reserves for a device"
        case .ending(let scalar): "a name that ends in \(scalar.shown), which Windows takes away"
        case .character(let scalar): "\(scalar.shown), which no name of a file has on Windows"
        }
    }

    /// What to do about it, in the imperative.
    package var fix: String {
        switch self {
        case .device: "choose another name"
        case .ending(let scalar): "write it without \(scalar.shown) at the end"
        case .character(let scalar): "write it without \(scalar.shown)"
        }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "\\"):
            true
        default: false
        }
    }

    private static func isDevice(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        guard stem.hasPrefix("COM") || stem.hasPrefix("LPT") else { return false }
        return ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"]
            .contains(String(stem.dropFirst(3)))
    }
}

extension Unicode.Scalar {
    /// `':'`, or `a space`.
    fileprivate var shown: String { self == " " ? "a space" : "'\(self)'" }
}
