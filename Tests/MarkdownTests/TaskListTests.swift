import Foundation
import Markdown
import Testing

@Suite struct TaskListTests {
    @Test func marksTasks() {
        #expect(
            html("- [ ] a\n- [x] b\n- [X] *c*\n")
                == """
                <ul>
                <li class="task"><input type="checkbox" disabled aria-label="To do"> a</li>
                <li class="task"><input type="checkbox" disabled checked aria-label="Done"> b</li>
                <li class="task"><input type="checkbox" disabled checked aria-label="Done"> <em>c</em></li>
                </ul>

                """)
    }

    @Test func putsTheBoxOfALooseItemIntoItsParagraph() {
        #expect(
            html("1. [ ] a\n\n   b\n")
                == """
                <ol>
                <li class="task">
                <p><input type="checkbox" disabled aria-label="To do"> a</p>
                <p>b</p>
                </li>
                </ol>

                """)
    }

    @Test(arguments: ["- [x]a", "- \\[x] a", "- [y] a", "[x] a", "- a [x] b", "- `[x]` a", "- [x]"])
    func leavesOtherBracketsAlone(_ text: String) {
        #expect(!html(text).contains("checkbox"))
    }

    @Test func leavesALinkAlone() {
        #expect(html("- [x] a\n\n[x]: /u").contains("<a href=\"/u\">x</a> a"))
    }

    @Test func marksTasksInQuotesAndNestedLists() {
        let out = html("> - [ ] a\n>   - [x] b\n")
        #expect(out.components(separatedBy: "class=\"task\"").count == 3)
    }
}
