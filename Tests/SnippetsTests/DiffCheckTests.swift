import Testing

@testable import Snippets

struct DiffCheckTests {
    private let header = "--- a\n+++ b\n"

    @Test func countsTheLinesOfHunks() throws {
        #expect(
            DataExamination.outcome(.diff, header + "@@ -1,2 +1,2 @@ 中\n a\n-b\n+c\n") == "parse")
        let finding = try #require(
            DataExamination.firstFinding(.diff, header + "@@ -1,3 +1 @@\n a\n-b\n"))
        #expect(finding.range == 15..<22)
        #expect(finding.edit?.replacement == "-1,2 +1,1")
    }

    @Test func mindsAChangeThatTheHeaderHasNoRoomForButNoText() {
        #expect(
            DataExamination.outcome(.diff, "@@ -1 +1 @@\n-a\n+b\n+c\n")
                == "3..<8: the hunk has 2 new lines where its header says 1")
        #expect(DataExamination.outcome(.diff, "@@ -1 +1 @@\n-a\n+b\n text\n") == "parse")
    }

    @Test func mindsALineThatHasLostItsFirstCharacter() {
        let words = "a line of a hunk begins with ' ', '+' or '-'"
        #expect(
            DataExamination.outcome(.diff, header + "@@ -1,2 +1,2 @@\n a\n-b\n+c\nd\n")
                == "37..<38: \(words)")
        #expect(
            DataExamination.outcome(.diff, "@@ -1 +1 @@\n-b\n+c\nd\n e\n") == "18..<19: \(words)")
        for rest in ["diff --git a/x b/x\n", "index 1..2\n", "\ntext\n", "-- \n2.40\n", "...\n"] {
            #expect(
                DataExamination.outcome(.diff, "@@ -1 +1 @@\n-b\n+c\n" + rest).hasPrefix("parse"))
        }
    }

    @Test func forgivesATrimmedLastLine() {
        #expect(DataExamination.outcome(.diff, "@@ -1,3 +1,3 @@\n a\n-b\n+c\n") == "parse")
    }

    @Test func takesAnyOtherForm() {
        #expect(DataExamination.outcome(.diff, "-a\n+b\n") == "shape")
        #expect(DataExamination.outcome(.diff, "@@ ... @@\n-a\n+b\n") == "shape")
        #expect(DataExamination.outcome(.diff, "*** 1,2 ****\n  a\n") == "shape")
    }

    @Test func countsNoHunkThatLeavesSomethingOut() {
        #expect(
            DataExamination.outcome(.diff, "@@ -1,9 +1,9 @@\n a\n ...\n-b\n+c\n")
                == "parse, 1 elisions")
        #expect(DataExamination.outcome(.diff, "@@ -1,2 +1,2 @@\n ...\n-b\n+c\n") == "parse")
    }

    @Test func namesTheLineThatIsNone() {
        #expect(
            DataExamination.outcome(.diff, "@@ -1,3 +1,3 @@\n 中\nb\n c\n")
                == "21..<22: a line of a hunk begins with ' ', '+' or '-'")
    }
}
