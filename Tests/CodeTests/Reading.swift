import Testing

@testable import Code

/// Reads a block of a language, which the registry must have.
func read(_ language: String, _ code: String) throws -> CodeReading {
    try #require(CodeRegistry.language(language)).read(Array(code.utf8))
}

/// Expects that a block is accepted whole, not cut off, with some places left out.
func expectAccepted(
    _ language: String, _ code: String, elisions: Int = 0,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    switch try read(language, code) {
    case .accepted(let acceptance):
        #expect(!acceptance.isCutOff, "cut off", sourceLocation: sourceLocation)
        #expect(acceptance.elisions == elisions, sourceLocation: sourceLocation)
    case .refused(let fault):
        Issue.record("refused: \(fault.message)\n\(code)", sourceLocation: sourceLocation)
    case .gaveUp: Issue.record("gave up", sourceLocation: sourceLocation)
    }
}

/// Expects that a block is refused at the text between `⟦` and `⟧`, which are taken out first.
///
/// - Parameters:
///   - message: a part of the message.
///   - edited: what the block becomes by the edit that is offered; nil: no edit is looked at.
func expectRefused(
    _ language: String, _ marked: String, _ message: String, edited: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    let rest = try #require(parts.count == 2 ? parts[1] : nil)
        .split(separator: "⟧", omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let code = Array((parts[0] + rest[0] + rest[1]).utf8)
    let reading = try #require(CodeRegistry.language(language)).read(code)
    guard case .refused(let fault) = reading else {
        Issue.record("not refused: \(reading)", sourceLocation: sourceLocation)
        return
    }
    #expect(
        fault.range == start..<start + rest[0].utf8.count, "\(fault.message)",
        sourceLocation: sourceLocation)
    #expect(
        fault.message.contains(message), "\(fault.message)", sourceLocation: sourceLocation)
    if let edited {
        let edit = try #require(fault.edit, sourceLocation: sourceLocation)
        var bytes = code
        bytes.replaceSubrange(edit.range, with: edit.replacement.utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == edited, sourceLocation: sourceLocation)
    }
}
