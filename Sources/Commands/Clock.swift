import Content
import Foundation

/// What time it is: read once, or as `--now` says.
enum Clock {
    /// Seconds since 1970.
    ///
    /// - Parameter text: `2024-03-08`, `2024-03-08 21:30:00` (in the site's zone), RFC 3339, or
    ///   nil for the clock of the machine.
    static func instant(_ text: String?, zone: Zone) throws(CannotRun) -> Int64 {
        guard let text else { return Int64(Date().timeIntervalSince1970) }
        guard let moment = Moment(text, zone: zone) else {
            throw CannotRun(
                "'\(text)' is not a date", hint: "write it as 2024-03-08 or 2024-03-08T21:30:00Z")
        }
        return moment.instant
    }
}
