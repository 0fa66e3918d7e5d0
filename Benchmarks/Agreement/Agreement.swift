import Code
import Foundation

/// Reads whole files by the grammar of a language, one after another on one core.
///
///     agreement go < list-of-paths
///
/// Writes a line of JSON for each file that is refused, with its path, 1-based line and message, and at
/// last one with what was read: files, bytes, processor seconds.
@main
struct Agreement {
    private struct Refused: Encodable {
        let path: String
        let line: Int
        let message: String
    }

    private struct Total: Encodable {
        var files = 0
        var bytes = 0
        var seconds = 0.0
    }

    static func main() throws {
        guard CommandLine.arguments.count == 2,
            let language = CodeRegistry.language(CommandLine.arguments[1])
        else {
            let names = CodeRegistry.names.joined(separator: " ")
            FileHandle.standardError.write(
                Data("usage: agreement LANGUAGE < paths\n\(names)\n".utf8))
            exit(2)
        }
        var total = Total()
        while let path = readLine() {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let code = Array(data)
            let start = processorTime
            let reading = language.read(wholeFile: code)
            total.seconds += processorTime - start
            total.files += 1
            total.bytes += code.count
            switch reading {
            case .accepted: continue
            case .gaveUp: try put(Refused(path: path, line: 1, message: "gave up"))
            case .refused(let fault):
                let line = code[..<fault.range.lowerBound].count { $0 == 0x0A } + 1
                try put(Refused(path: path, line: line, message: fault.message))
            }
        }
        try put(total)
    }

    /// Of this process, in seconds.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func put(_ value: some Encodable) throws {
        try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(value) + [0x0A])
    }
}
