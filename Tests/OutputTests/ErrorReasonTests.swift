import Foundation
import Testing

@testable import Output

struct ErrorReasonTests {
    private func reason(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func saysWhatTheSystemSaid() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/a"
        try Data("x".utf8).write(to: URL(filePath: file))
        let manager = FileManager.default
        let reasons = [
            reason { _ = try manager.contentsOfDirectory(atPath: file) },
            reason { _ = try manager.contentsOfDirectory(atPath: folder.path + "/none") },
            reason { try manager.removeItem(atPath: folder.path + "/none") },
            reason {
                try manager.createDirectory(
                    atPath: file + "/b", withIntermediateDirectories: true)
            },
            reason { try Data().write(to: URL(filePath: folder.path + "/none/b")) },
            reason {
                try Data().write(to: URL(filePath: folder.path + "/none/b"), options: .atomic)
            },
        ]
        #expect(
            reasons == [
                "Not a directory", "No such file or directory", "No such file or directory",
                "Not a directory", "No such file or directory", "No such file or directory",
            ])
    }

    @Test func neverPrintsTheDomainOfFoundation() {
        struct Failure: Error {}
        let errors: [any Error] = [
            CocoaError(.fileWriteUnknown), CocoaError(.coderInvalidValue), Failure(),
        ]
        #expect(!errors.contains { $0.reason.contains("Domain") || $0.reason.contains("could") })
    }
}
