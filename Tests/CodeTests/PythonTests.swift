import Testing

@testable import Code

@Suite struct PythonTests {
    @Test(arguments: [
        "import os, sys as s\nfrom . import a\nfrom ..b import (c as d, e,)\n",
        "class A[T](B, metaclass=M):\n    x: int = 1\n\n    async def f(self, /, a, *, b=2, **k) -> T:\n        await g()\n",
        "x = f'{a!r:>{width}} {{}} {f\"{b}\"}'\ny = t'{name}'\nz = rb'\\x' b'y'",
        "match point:\n    case Point(x=0, y=y) if y > 0:\n        pass\n    case [1, *rest] | {'a': 1}:\n        pass\n    case _:\n        pass\n",
        "type Alias[T] = list[T]\nmatch = type = case = 1\nprint(match, type[0])",
        "if (n := len(a)) > 10: print(n)\nelif n:\n    pass\nelse: n = 1",
        "try:\n    f()\nexcept A, B:\n    pass\nexcept* C as e:\n    raise X from e\nfinally:\n    g()",
        "with (open(a) as b, c):\n    pass\n",
        "[x async for x in y if x if not z]; {k: v for k, v in d}; {*a, *b}; {**a}",
        "f = lambda a, *b, c=1, **d: (yield)\na, *b = c[1:2, ::3, ...]",
        "    def f(self):\n        return 1\n\n    def g(self):\n        pass\n",
        "    indented()\nless()\n",
        "print 'hello', x\nprint >>f, `y`\nexec 'a' in b\nif a <> 0777L: raise E, 'x'",
        "'a': 1,\n'b': 2,",
        "name='x', size=3",
        "%matplotlib inline\n!pip install x\nfiles = !ls\nx = 1\nobj?",
        "%%bash\nfor i in *; do echo $i; done\n",
        "else:\n    pass\n",
        "def f():\n    # to be written\n",
        "@a.b(1)\n@(lambda f: f)\ndef f(): ...\n",
        "x = 0xFF + 0b1 + 0o7 + 1_000.5e-3j + 1if a else 2",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("python", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("python", "def f():\n    …\n    return 1", elisions: 1)
        try expectAccepted("python", "x = {'a': 1, …}\nf(a, …)", elisions: 2)
        #expect(
            try read("python", "r = f(\n    1,\n# ...\n")
                == .accepted(.init(start: "file", elisions: 1, isCutOff: true)))
        try expectAccepted("python", "def f(a):\n    # ...\n", elisions: 1)
        try expectAccepted("python", "    def f(self):\n        pass\n...\n    x = 1", elisions: 1)
        try expectAccepted("python", "f(\n    # ...\n    a=1,\n)", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "python", "if x⟦\n⟧    y()\n", "expected", edited: "if x:\n    y()\n")
        try expectRefused(
            "python", "⟦df⟧ read(a: str) -> bytes:\n    return a\n", "expected",
            edited: "def read(a: str) -> bytes:\n    return a\n")
        try expectRefused("python", "x = ⟦'abc⟧\ny = 1", "the string is not closed")
        try expectRefused("python", "x = ⟦f'abc⟧\ny = 1", "the f-string is not closed")
        try expectRefused("python", "x = f'{a⟦)⟧'", "'{' is never closed in the f-string")
        try expectRefused("python", "x = 'a' ⟦；⟧ y", "is not ';'", edited: "x = 'a' ; y")
        try expectRefused("python", "x = ⟦12ab⟧", "no such number")
        try expectRefused(
            "python", "if a:\n        b\n    ⟦c⟧\n", "this indentation matches no line above")
        try expectRefused("python", "x = f⟦(⟧1\ny = 2\n", "'(' is never closed")
    }

    @Test func readsCutOffCode() throws {
        guard case .accepted(let acceptance) = try read("python", "x = f(1,\n      2,\n") else {
            Issue.record("refused")
            return
        }
        #expect(acceptance.isCutOff)
    }
}
