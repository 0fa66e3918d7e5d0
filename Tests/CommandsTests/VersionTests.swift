import Testing

@testable import Commands

struct VersionTests {
    @Test func isSemantic() {
        #expect(Galley.version.split(separator: ".").count == 3)
    }
}
