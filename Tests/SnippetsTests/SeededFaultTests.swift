import Diagnostics
import Foundation
import Languages
import Testing

@testable import Snippets

/// Good blocks broken in ten ways: how many of the faults are found, and how exactly.
///
/// With `GALLEY_FAULTS=all` every fault is seeded at every place and the table of docs/snippets.md is
/// printed; otherwise a few of each.
@Suite(.serialized) struct SeededFaultTests {
    /// The least share of faults, in percent, that must be found; of what is found, the share told at
    /// the line where it was put, or at the one after it.
    private static let floors: [String: (found: Int, line: Int)] = [
        "bash": (45, 55), "c": (45, 85), "css": (40, 85), "go": (80, 85), "java": (75, 85),
        "javascript": (50, 85), "json": (80, 85), "jsonc": (65, 85), "lua": (60, 80),
        "php": (65, 80), "protobuf": (75, 85), "python": (80, 90), "ruby": (40, 65),
        "rust": (75, 85), "swift": (40, 80), "toml": (75, 85), "typescript": (45, 85),
        "xml": (30, 85), "yaml": (55, 85),
    ]

    private struct Count {
        var seeded = 0
        var found = 0
        var onLine = 0
        var atColumn = 0

        mutating func add(_ other: Count) {
            seeded += other.seeded
            found += other.found
            onLine += other.onLine
            atColumn += other.atColumn
        }
    }

    @Test(arguments: LanguageFixture.languages)
    func faultsAreFound(_ name: String) async throws {
        let language = try #require(Language.named(name))
        let good = try LanguageFixture.load(language: name).filter { $0.kind == .good }
        let seeded = good.flatMap { section in
            Fault.allCases.flatMap { fault in
                sample(fault.seeded(in: section.text, language)).map { (fault, $0) }
            }
        }
        let blocks = await ProofedBlocks(seeded.map { (name, $0.1.code) })
        try #require(blocks.snippets.count == seeded.count)
        if seeded.indices.contains(where: { blocks.lacksTool($0) }) {
            print("skipped: seeded faults of \(name), no tool")
            return
        }
        var counts: [Fault: Count] = [:]
        var total = Count()
        for (index, (fault, change)) in seeded.enumerated() {
            // What ends inside of brackets passes, and is said to be cut off.
            if case .passed(let pass) = blocks.snippets[index].verdict, pass.isCutOff {
                total.seeded += 1
                total.found += 1
                total.onLine += 1
                continue
            }
            let one = count(change, blocks.position(ofFaultIn: index))
            if one.found == 0, ProcessInfo.processInfo.environment["GALLEY_MISSED"] != nil {
                print("MISSED", name, fault.rawValue, blocks.outcome(index))
                print(String(decoding: change.code, as: UTF8.self))
            }
            counts[fault, default: Count()].add(one)
            total.add(one)
        }
        report(name, counts, total)
        let floor = Self.floors[name] ?? (0, 0)
        #expect(total.found * 100 >= floor.found * total.seeded, "\(name): share found")
        #expect(total.onLine * 100 >= floor.line * total.found, "\(name): share on the line")
    }

    private static let takesAll = ProcessInfo.processInfo.environment["GALLEY_FAULTS"] == "all"

    /// A few of many, spread evenly.
    private func sample(_ all: [Fault.Seeded]) -> [Fault.Seeded] {
        let most = Self.takesAll ? 40 : 4
        guard all.count > most else { return all }
        return (0..<most).map { all[$0 * all.count / most] }
    }

    private func count(_ change: Fault.Seeded, _ found: (line: Int, column: Int)?) -> Count {
        guard let found else { return Count(seeded: 1) }
        let wanted = LineTable(change.code).position(of: change.offset)
        let isOnLine = found.line == wanted.line || found.line == wanted.line + 1
        let isAtColumn = found.line == wanted.line && abs(found.column - wanted.column) <= 1
        return Count(seeded: 1, found: 1, onLine: isOnLine ? 1 : 0, atColumn: isAtColumn ? 1 : 0)
    }

    private func report(_ name: String, _ counts: [Fault: Count], _ total: Count) {
        guard Self.takesAll else { return }
        func share(_ part: Int, _ whole: Int) -> String {
            whole == 0 ? "–" : "\((part * 100 + whole / 2) / whole) %"
        }
        let cells = Fault.allCases.map { fault in
            let count = counts[fault] ?? Count()
            return share(count.found, count.seeded)
        }
        print(
            "| \(name) | \(total.seeded) | \(share(total.found, total.seeded)) | "
                + "\(share(total.onLine, total.found)) | \(share(total.atColumn, total.found)) | "
                + cells.joined(separator: " | ") + " |")
    }
}
