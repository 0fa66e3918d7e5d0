import Foundation
import Testing

/// docs/architecture.md, Package.swift and every `import` line must say the same.
struct ImportTableTests {
    private static let leaves: Set<String> = ["Text", "Addresses"]
    private static let system: Set<String> = [
        "Foundation", "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch", "Testing",
    ]

    /// The table of docs/architecture.md: target to what it may import besides the leaves.
    private static func table() throws -> [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        let text = try Repository.text("docs/architecture.md")
        let section = text.components(separatedBy: "## Who may import whom")[1]
            .components(separatedBy: "\n## ")[0]
        for line in section.split(separator: "\n") where line.hasPrefix("|") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count >= 3, cells[1] != "target", !cells[1].hasPrefix("---") else {
                continue
            }
            let names = cells[2].split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            table[cells[1]] = Set(names.filter { !$0.isEmpty })
        }
        return table
    }

    @Test func everyImportIsInTheTable() throws {
        let table = try Self.table()
        var faults: [String] = []
        for file in try Repository.files(below: "Sources", extension: "swift") {
            let target = String(file.split(separator: "/")[1])
            let allowed = try #require(table[target], "no row for \(target)")
                .union(Self.leaves).union(Self.system)
            for line in try Repository.text(file).split(separator: "\n") {
                // An indented one is of another language, in a text.
                if line.hasPrefix(" ") { continue }
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 2, at + 1 < words.count,
                    words[..<at].allSatisfy({ $0.hasPrefix("@") || $0 == "package" })
                else { continue }
                let module = words[(at + 1)...].first { !["struct", "func", "enum"].contains($0) }
                let name = String(module?.split(separator: ".").first ?? "")
                if !allowed.contains(name) { faults.append("\(file) imports \(name)") }
            }
        }
        #expect(faults == [])
    }

    @Test func theTableNamesEachTargetOfThePackage() throws {
        let manifest = try Repository.text("Package.swift")
        for target in try Self.table().keys.sorted() {
            #expect(manifest.contains("name: \"\(target)\""), "\(target) is not in Package.swift")
        }
        let folders = Set(
            try Repository.files(below: "Sources", extension: "")
                .map { String($0.split(separator: "/")[1]) }.filter { !$0.contains(".") })
        #expect(folders == Set(try Self.table().keys))
    }

    @Test func noTargetDeclaresADependencyThatTheTableLacks() throws {
        let manifest = try Repository.text("Package.swift")
        let table = try Self.table()
        let products = [
            "yams": "Yams", "crypto": "Crypto", "subprocess": "Subprocess",
            "hummingbird": "Hummingbird", "lifecycle": "ServiceLifecycle", "logging": "Logging",
        ]
        let calls = manifest.split(separator: /\.(?:target|executableTarget)\(\s*/).dropFirst()
        var seen: Set<String> = []
        for call in calls {
            guard let name = call.prefixMatch(of: /name: "(\w+)"/)?.output.1,
                let allowed = table[String(name)]
            else { continue }
            seen.insert(String(name))
            let body = call.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
            for word in body.split(whereSeparator: { " ,\n\"".contains($0) }).map(String.init) {
                let module = products[word] ?? (word == "argumentParser" ? "ArgumentParser" : word)
                let isFine = allowed.contains(module) || Self.leaves.contains(module)
                #expect(isFine, "\(name) declares \(module)")
            }
        }
        #expect(seen.count > 12)
    }

    /// What an earlier build has left behind answers an undeclared import; a clean machine has
    /// nothing to answer it with.
    @Test func everyImportOfTheTestsIsDeclared() throws {
        let declared = try Self.declaredDependencies()
        let modules = Set(try Self.table().keys).union(["TestSupport"])
        var faults: Set<String> = []
        for file in try Repository.files(below: "Tests", extension: "swift") {
            let target = String(file.split(separator: "/")[1])
            // Fixtures are no target.
            guard declared[target] != nil else { continue }
            var reached: Set<String> = []
            var open = [target]
            while let next = open.popLast() {
                if reached.insert(next).inserted { open += declared[next] ?? [] }
            }
            for line in try Repository.text(file).split(separator: "\n") {
                guard let name = line.prefixMatch(of: /(?:@testable )?import (\w+)/)?.output.1
                else { continue }
                if modules.contains(String(name)), !reached.contains(String(name)) {
                    faults.insert("\(target) does not declare \(name)")
                }
            }
        }
        #expect(faults == [])
        #expect(declared["HighlightingTests"]?.contains("Highlighting") == true)
    }

    /// Target to the names that its entry in Package.swift depends on.
    private static func declaredDependencies() throws -> [String: [String]] {
        var declared: [String: [String]] = [:]
        let manifest = try Repository.text("Package.swift")
        for call in manifest.split(separator: /\.\w*[tT]arget\(\s*/).dropFirst() {
            guard let name = call.prefixMatch(of: /name: "(\w+)"/)?.output.1 else { continue }
            let body = call.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
            declared[String(name)] = body.split(whereSeparator: { " ,\n\"".contains($0) })
                .map(String.init)
        }
        return declared
    }
}
