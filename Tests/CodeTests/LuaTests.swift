import Testing

@testable import Code

@Suite struct LuaTests {
    @Test(arguments: [
        "local t <const> = { 1, x = 2; [3] = [==[a]]b]==] }",
        "for i, v in ipairs(t) do\n  if v ~= nil and v > 1 then goto next end\n  ::next::\nend",
        "function a.b:c(...)\n  return select('#', ...)\nend",
        "--[[ a\n]] print \"x\" (f){1}",
        "repeat local x <close> = f() until x // 2 == 1",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("lua", code)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "lua",
            "local M = {}\n⟦fnction⟧ M.f(...)\n  local a = 1\n  local b = 2\n  return a\nend\n",
            "expected 'function'",
            edited:
                "local M = {}\nfunction M.f(...)\n  local a = 1\n  local b = 2\n  return a\nend\n"
        )
        try expectRefused("lua", "local x = ⟦=⟧ 1", "expected an expression, found '='")
        try expectRefused("lua", "s = ⟦[[⟧abc", "the string is not closed")
    }
}
