extension Tool {
    /// Lua: `load` compiles and runs nothing, and in mode `t` takes no byte code, which the
    /// interpreter would believe. luac stops at the first broken file, this helper goes on.
    package static let lua = Tool(
        "lua", commands: [["lua5.4"], ["lua5.3"], ["lua"]], versionArguments: ["-v"],
        // The program that -e goes before is empty: what follows it are its arguments.
        arguments: ["-e", luaHelper, "/dev/null"],
        debianPackage: "lua5.4", read: { HelperOutput.readings(of: $0) })

    /// Labels and loops belong to what stands around a fragment.
    private static let luaHelper = """
        for _, name in ipairs(arg) do
          local ok, problem = pcall(function()
            local file = assert(io.open(name, 'rb'))
            local text = file:read('*a')
            file:close()
            if text:sub(1, 1) == '#' then text = '--' .. text end
            local _, message = load(text, '=' .. name, 't')
            if message and not message:find('no visible label') and
               not message:find('break outside') then
              print(message)
            end
          end)
          if not ok then print(name .. ':0: crashed: ' .. tostring(problem)) end
        end
        """
}
