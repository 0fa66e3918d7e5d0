import Testing

@testable import Snippets

struct INICheckTests {
    @Test func takesSectionsAndEntries() {
        #expect(DataExamination.outcome(.ini, "; x\n[a b]\nc = d\ne: f\n") == "parse")
        #expect(DataExamination.outcome(.ini, "[a]\n...\nb = c\n") == "parse, 1 elisions")
    }

    @Test func namesTheSectionThatIsNotClosed() {
        #expect(
            DataExamination.outcome(.ini, "中 = 1\n[a\nb = 2\n")
                == "8..<10: the section's name is not closed")
    }

    @Test func leavesOtherFormsUndecided() {
        #expect(
            DataExamination.outcome(.ini, "server {\n  listen 80;\n}\n")
                == "undecided: a configuration file of another form")
    }
}
