import Languages
import Testing

@testable import Snippets

/// Blocks labelled as data that are no data, or not of that kind.
struct WrongDataTests {
    private func outcome(_ label: String, _ text: String) -> String {
        guard let language = Language.named(label), let check = LanguageCheck.of(language) else {
            return "no checker"
        }
        let examination = DataExamination.examine(check, text)
        if let other = examination.readAs { return "as \(other)" }
        return DataExamination.outcome(check, text)
    }

    @Test(arguments: [
        "- name: {NAME}\n  url: {OWNER}/{NAME}/x\n", "image: {registry}/web:1\n",
        "a: b\n\t...\nc: d\n", "a: >\n  b\n\t...\n  c\n",
    ])
    func passesPlaceholdersAndElisionsInYAML(_ text: String) {
        #expect(outcome("yaml", text).hasPrefix("parse"))
    }

    @Test(arguments: [
        "name: A\ntool response: Traceback (most recent call last):\n  File \"a\", line 1\n",
        ">>>>>>query<<<<<<\nAgent[A]:\nassistant:\n", "Server A: 1\nSink B: c: d\nLast C: e\n",
        "a: bool // whether: it\nb:  // the next\n  c: string // more: of it\n d: e // x\n",
        "name: A\nreply:\n{Index:<nil> ID:call Function:{Name:b}}\nusage: &{1 2}\n",
        "name: A\nyour input here: Y\nthe tool said nothing at all\nuse: it\n",
        "a: {\n  **\"b\"**: **1**,\n}\n",
    ])
    func leavesWhatIsNoYAMLUnchecked(_ text: String) {
        #expect(outcome("yaml", text).hasPrefix("undecided"))
    }

    @Test(arguments: [
        ("yaml", "NAME=<your name>\nkubectl apply -f - <<EOF\nkind: A\na:\n  b: c\nEOF\n", "bash"),
        ("json", "{\n  user(id: 1) {\n    name\n  }\n}\n", "graphql"),
        ("toml", "[Unit]\nDescription=A server\nAfter=network.target\n", "ini"),
    ])
    func readsAnotherLanguage(_ label: String, _ text: String, _ language: String) {
        #expect(outcome(label, text) == "as \(language)")
    }

    @Test(arguments: [
        "{\n  \"x\": 数字,\n  \"y\": 1\n}\n", "{\n  \"a\": MY_VALUE,\n  \"b\": 1\n}\n",
        "{\"a\": \"\"\"b\nc\"\"\"}\n", "=====[Start]=====\n{\"a\": 1}\n",
        "{\n  \"a\": 1,\n\n--- add this: ---\n  \"b\": 2\n}\n",
    ])
    func leavesWhatIsNoJSONUnchecked(_ text: String) {
        #expect(outcome("json", text).hasPrefix("undecided"))
    }

    @Test func takesAStringOfDotsForMembers() {
        #expect(outcome("json", "{\n  \"...\",\n  \"a\": 1\n}\n") == "parse, 1 elisions")
        #expect(outcome("json", "{\"...\": 1}\n") == "parse")
    }

    @Test(arguments: [
        ("json", "{\"a\": True}\n"), ("json", "{\"a\": b\"}\n"), ("json", "{\"a\": 数字\"}\n"),
        ("json", "{\"a\" 1}\n"), ("toml", "a = b\n"), ("toml", "[a]\nb = \"c\"\nd = e\nf = g\n"),
        ("yaml", "a: b\n c: d\n"), ("yaml", "a: b: c\nd: e\n"), ("yaml", "a:\n- b\nthe\n"),
        ("yaml", "a: {b: c\nd: e\n"),
    ])
    func stillRefusesFaults(_ label: String, _ text: String) {
        let outcome = outcome(label, text)
        #expect(!outcome.hasPrefix("parse") && !outcome.hasPrefix("undecided"))
    }

    @Test func stripsTheSecondPromptWithoutItsBlank() {
        let text = "$ cat <<EOF\n> a (\n>EOF\nb\n"
        #expect(outcome("console", text) == "parse")
    }
}
