/// What gave a snippet its verdict: a program, or a part of galley itself.
package struct Checker: Sendable, Hashable {
    /// `go grammar`, `json parser` or `kotlin shape`; for a program its name.
    package let name: String
    /// The program; nil: galley itself.
    package let tool: String?
    /// As the program writes it, `go1.22.3`; nil if it is unknown, and for galley itself.
    package let toolVersion: String?

    package init(tool: String, version: String?) {
        name = tool
        self.tool = tool
        toolVersion = version
    }

    /// galley's own checker of a language.
    package init(_ name: String) {
        self.name = name
        tool = nil
        toolVersion = nil
    }
}
