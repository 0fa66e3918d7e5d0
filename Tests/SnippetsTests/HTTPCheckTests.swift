import Testing

@testable import Snippets

struct HTTPCheckTests {
    @Test func knowsAMessageByItsForm() {
        #expect(DataExamination.outcome(.http, "GET / HTTP/1.1\nHost: a\n\nbody\n") == "shape")
        #expect(DataExamination.outcome(.http, "Host: a\n") == "shape")
        #expect(
            DataExamination.outcome(.http, "what\n")
                == "undecided: not in the form of an HTTP message")
    }
}
