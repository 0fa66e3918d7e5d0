import Testing

@testable import Snippets

struct MarkdownCheckTests {
    @Test func readsFrontMatterAndFences() {
        #expect(DataExamination.outcome(.markdown, "# A\n\ntext `x\n") == "shape")
        #expect(
            DataExamination.outcome(.markdown, "---\ntitle: A\ntags: [a]\n---\n\ntext\n") == "shape"
        )
        #expect(
            DataExamination.outcome(.markdown, "---\ntitle: @a\n---\n")
                == "11..<12: a plain value cannot begin with '@'")
        #expect(DataExamination.outcome(.markdown, "+++\na = 3s\n+++\n").hasPrefix("8..<10"))
        #expect(
            DataExamination.outcome(.markdown, "a\n```go\nx\ny\n")
                == "2..<5: the code block is not closed")
        #expect(
            DataExamination.outcome(.markdown, "> - ~~~~\n>   ```\n>   ~~~\n>   x\n")
                == "4..<8: the code block is not closed")
    }

    @Test(
        arguments: [
            "```go {linenos=true}\n", "````md\n```go\nx\n````\n", "~~~\n```\n~~~\n", "`` ` ``\n",
            "```go\nx\n...\ny\n", "---\n\na: b: c\n\n---\n", "---\na: {{ .Name }}\n---\n", "",
            "```js inline``` code\n\na\nb\n",
        ])
    func takesWhatMarkdownIsShownBy(_ text: String) {
        #expect(DataExamination.outcome(.markdown, text).hasPrefix("shape"))
    }
}

struct MermaidCheckTests {
    @Test(
        arguments: [
            "graph LR;\n  A[a (b)] --> B((c)) -->|d (e| C{f}\n  G>flag]\n",
            "%%{init: {'theme': 'dark'}}%%\nflowchart TD\n  subgraph one\n    A --> B\n  end\n",
            "---\ntitle: x\n---\nsequenceDiagram\n  A->>B: end (of\n  loop every day\n    A->>B: x\n  end\n",
            "classDiagram\n  class A {\n    +f(int) List~int~\n  }\n  A <|-- B\n",
            "erDiagram\n  A ||--o{ B : has\n  A {\n    int id\n  }\n", "pie title x\n  \"a\" : 1\n",
            "stateDiagram-v2\n  [*] --> A\n  state A {\n    B\n  }\n",
            "gantt\n  title x\n  a :a1, 1d\n",
            "graph TD\n  A[\"a ( b\"] --> B\n", "mindmap\n  root((x))\n    a\n",
            "gitGraph:\n  commit\n",
            "sequenceDiagram\n  loop->>B: x\n", "graph LR\n  ...\n  subgraph x\n",
        ])
    func takesDiagrams(_ text: String) {
        #expect(DataExamination.outcome(.mermaid, text) == "shape")
    }

    @Test(
        arguments: [
            ("graph LR\n  A[a --> B[b]\n", "12..<13: '[' is not closed"),
            ("graph LR\n  A --- B)\n", "18..<19: ')' closes nothing"),
            ("flowchart LR\n  subgraph x\n    A --> B\n", "15..<25: this block is not closed"),
            ("sequenceDiagram\n  A->>B: x\n  end\n", "29..<32: 'end' closes nothing"),
            ("sequenceDiagram\n  alt a\n  A->>B: x\n", "18..<23: this block is not closed"),
            ("classDiagram\n  class A {\n    x\n", "15..<24: this block is not closed"),
            ("flowchrt LR\n  A --> B\n", "0..<8: no diagram of Mermaid is called 'flowchrt'"),
            ("A --> B\n", "undecided: no diagram of Mermaid is called 'A'"),
        ])
    func namesWhatIsWrong(_ text: String, _ outcome: String) {
        #expect(DataExamination.outcome(.mermaid, text) == outcome)
    }
}
