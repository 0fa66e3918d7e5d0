import Addresses

/// Distinguishes paths on the author's own computer from addresses: `C:\blog\a.png`,
/// `/Users/me/a.png`.
enum LocalPath {
    /// Folders at the top of a disk that contain users' files, and how many names such a path
    /// needs: `/home/` alone may be a page.
    private static let tops: [String: Int] = [
        "Users": 3, "home": 3, "root": 2, "private": 3, "tmp": 2, "var": 3, "Volumes": 3, "mnt": 3,
        "media": 3, "cygdrive": 3, "sdcard": 2, "storage": 3, "AppData": 2, "~": 2,
    ]

    /// Whether a path is on the author's computer.
    ///
    /// - Parameter path: decoded, without query and fragment. A path that looks local may still be
    ///   an address of the site, which the caller must rule out first.
    static func isOne(_ path: String) -> Bool {
        if path.utf8.first == UInt8(ascii: "\\") { return true }
        if let colon = path.firstIndex(of: ":"),
            LinkScheme.isOfComputer(path[..<colon].drop { $0 == "/" })
        {
            return true
        }
        let names = self.names(of: path)
        guard let top = names.first, let count = tops[String(top)] else { return false }
        // Editors write `../../../Users/me/a.png` for `/Users/me/a.png`.
        let isRooted = path.utf8.first == UInt8(ascii: "/") || path.hasPrefix("..")
        return (isRooted || top == "~" || top == "AppData") && names.count >= count
    }

    /// The names in a path without `.` and `..`: `["Users", "me", "a.png"]`; for either kind of
    /// slash.
    static func names(of path: String) -> [Substring] {
        Array(path.split { $0 == "/" || $0 == "\\" }.drop { $0 == ".." || $0 == "." })
    }
}
