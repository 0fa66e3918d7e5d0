import Foundation
import Programs

/// Tools' answers from earlier runs, in `.galley/cache`; may be deleted at any time.
package struct VerdictCache: Sendable {
    package var answers = ToolAnswers()
    package var versions = ToolVersions()

    private let folder: String

    /// An empty cache that is not saved.
    package init() { folder = "" }

    /// Reads the cache; unreadable files count as missing. O(bytes).
    ///
    /// - Parameter folder: the absolute path of `.galley/cache`.
    package init(folder: String) {
        self.folder = folder
        let decoder = JSONDecoder()
        if let data = FileManager.default.contents(atPath: versionsFile),
            let versions = try? decoder.decode(ToolVersions.self, from: data)
        {
            self.versions = versions
        }
        guard let data = FileManager.default.contents(atPath: answersFile) else { return }
        var lines = data.split(separator: 0x0A).makeIterator()
        guard lines.next().map({ $0.elementsEqual(Self.header.utf8) }) == true else { return }
        while let line = lines.next() {
            guard line.count > 33, let key = ToolAnswers.Key(hexadecimal: line.prefix(32)) else {
                continue
            }
            let rest = line.dropFirst(33)
            if rest.elementsEqual("+".utf8) {
                answers[key] = .accepted
            } else if let reading = try? decoder.decode(ToolReading.self, from: rest) {
                answers[key] = reading
            }
        }
    }

    /// Writes the whole cache, each file atomically; writes nothing for a cache without a folder.
    package func save() throws {
        if folder.isEmpty { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var out = Data((Self.header + "\n").utf8)
        for (key, reading) in answers.kept {
            out.append(contentsOf: key.hexadecimal.utf8)
            if reading == .accepted {
                out.append(contentsOf: " +".utf8)
            } else {
                out.append(0x20)
                out.append(try encoder.encode(reading))
            }
            out.append(0x0A)
        }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try out.write(to: URL(filePath: answersFile), options: .atomic)
        try encoder.encode(versions).write(to: URL(filePath: versionsFile), options: .atomic)
    }

    /// Changes when what readers see of the verdicts may have changed.
    package var identity: String {
        [answersFile, versionsFile].map { SearchPath.identity(of: $0) ?? "-" }
            .joined(separator: "\n")
    }

    /// Raise it when a reader of tools' output changes, because older readings may be wrong.
    private static let header = "galley verdicts 2"
    private var answersFile: String { folder + "/verdicts" }
    private var versionsFile: String { folder + "/tools.json" }
}

extension ToolAnswers.Key {
    /// 32 hexadecimal digits.
    var hexadecimal: String {
        [high, low].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    init?(hexadecimal digits: some Collection<UInt8>) {
        guard digits.count == 32,
            let high = UInt64(String(decoding: digits.prefix(16), as: UTF8.self), radix: 16),
            let low = UInt64(String(decoding: digits.dropFirst(16), as: UTF8.self), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}
