import Testing

@testable import Snippets

/// Blocks of which their author says that they are wrong, or output.
struct AuthorWordsTests {
    private func verdict(_ article: String) async throws -> Verdict {
        let blocks = await ProofedBlocks(article: Array(article.utf8), tools: [])
        return try #require(blocks.snippets.first).verdict
    }

    private static let wrong = Verdict.unchecked("the author says that it is wrong")

    @Test(arguments: [
        "send(1)\nsend([1, 2) // error\nsend(3)\n",
        "send(1)\nsend([1, 2) // => SyntaxError: unexpected token\n",
        "send(1)\nsend([1, 2)\n// SyntaxError: unexpected token\n",
        "send(1)\nsend([1, 2) // 报错\n", "send(1)\nsend([1, 2)   /* ❌ */\n",
        "// 报错\nconst a = [1, 2;\nlet b = 3;\n\n// 正确\nexport { a };\n",
        "// Wrong!\nlet b = 3;\n\nconst a = [1, 2;\nlet c = 4;\n",
        "let b = 3; // fine\nconst a = [1, 2; // this does not compile\nlet c = 4;\n",
    ])
    func aCommentSaysThatCodeIsWrong(code: String) async throws {
        #expect(try await verdict("Text.\n\n```js\n\(code)```\n") == Self.wrong)
    }

    @Test(arguments: [
        "This does not compile:", "All is well. But you cannot write:", "下面的写法会报错。", "**错误的写法：**",
        "### Wrong", "This prefix is invalid:", "> It is a syntax error:", "次のコードはコンパイルエラーになります。",
    ])
    func theLineAboveSaysThatCodeIsWrong(line: String) async throws {
        #expect(
            try await verdict("\(line)\n\n```js\nconst a = [1, 2;\nlet b = 3;\n```\n") == Self.wrong
        )
    }

    @Test(arguments: ["In a hypothetical dialect:", "这是用假想的方言写的：", "用伪代码表示："])
    func theLineAboveSaysThatItIsASketch(line: String) async throws {
        #expect(
            try await verdict("\(line)\n\n```js\nconst a = [1, 2;\nlet b = 3;\n```\n")
                == .unchecked("the author says that it is a sketch"))
    }

    @Test(arguments: [
        "To fix the syntax error, write:", "This compiles:", "It does not compile. Write instead:",
        "这样就不会报错：", "If the token is wrong, you get an exception:",
        "Two notes with the same id are not allowed, so each gets its own:",
        "Code to produce the output:", "Here is how to parse the error message:", "写一个函数返回错误信息：",
        "The message is an error for the reader to see.\n\n---",
    ])
    func otherLinesDoNot(line: String) async throws {
        guard
            case .failed = try await verdict(
                "\(line)\n\n```js\nconst a = [1, 2;\nlet b = 3;\n```\n")
        else {
            Issue.record("not failed")
            return
        }
    }

    @Test(arguments: [
        "const a = [1, 2; // error handling\nlet b = 3;\n",
        "// handles an error\nconst a = [1, 2;\nlet b = 3;\n",
        "let b = 3; // error\n\n// the module\nconst a = [1, 2;\nlet c = 4;\n",
        "// 错误处理\nconst a = [1, 2;\nlet b = 3;\n", "// 处理错误\nconst a = [1, 2;\nlet b = 3;\n",
        "// Error: handled below\nconst a = [1, 2;\nlet b = 3;\n",
        "// fails with 403 when the key is wrong\nconst a = [1, 2;\nlet b = 3;\n",
        "// not allowed in production\nconst a = [1, 2;\nlet b = 3;\n",
        "// errors:\nconst a = [1, 2;\nlet b = 3;\n",
        "const a = [1, 2;\n// Wrong\nlet b = 3;\n",
        "// Error\nf()\nf()\nf()\nf()\nf()\nf()\nf()\nf()\nconst a = [1, 2;\nlet b = 3;\n",
    ])
    func otherCommentsDoNot(code: String) async throws {
        guard case .failed = try await verdict("Text.\n\n```js\n\(code)```\n") else {
            Issue.record("not failed")
            return
        }
    }

    @Test func attributesWin() async throws {
        let code = "const a = [1, 2; // error\nlet b = 3;\n"
        guard case .failed = try await verdict("```js check=parse\n\(code)```\n"),
            case .expected = try await verdict("```js fails=\"expected\"\n\(code)```\n")
        else {
            Issue.record("not as the attributes say")
            return
        }
    }

    @Test(arguments: ["运行结果：", "【运行结果】", "The output is:", "Complete sample output:"])
    func theLineAboveSaysThatABlockIsOutput(line: String) async throws {
        let said = Verdict.unchecked("the author says that it is output")
        #expect(try await verdict("\(line)\n\n```python\nprint('a', [3, 4)\nw = 5\n```\n") == said)
    }
}
