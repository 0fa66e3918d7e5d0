import Languages

/// PowerShell, which escapes with a backquote.
extension CodeGrammar {
    /// https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
    static let powershell = CodeGrammar(
        "powershell", syntax: powershellSyntax,
        words: [
            .k: """
            begin break catch class continue data do dynamicparam else elseif end enum exit
            filter finally for foreach from function if in param process return switch throw
            trap try until using while
            """,
            .ow: """
            -eq -ne -gt -ge -lt -le -like -notlike -match -notmatch -contains -notcontains -in
            -notin -replace -split -join -and -or -xor -not -is -isnot -as -f
            """,
            .nb: """
            write-host write-output write-error write-verbose get-item get-childitem set-item
            new-item remove-item copy-item move-item get-content set-content add-content
            test-path join-path invoke-webrequest invoke-restmethod invoke-expression
            select-object where-object foreach-object sort-object group-object measure-object
            start-process stop-process get-process get-service start-service stop-service
            import-module install-module set-executionpolicy new-object out-file out-null
            set-location get-location convertto-json convertfrom-json echo cd dir ls cat
            """,
        ],
        introducing: [.nf: "function filter"], classes: ["@\"": .sh, "@'": .sh],
        interpolations: ["\"": dollarParentheses, "@\"": dollarParentheses],
        sigils: ["$": .nv], names: "-", escape: UInt8(ascii: "`"), ignoresCase: true)

    /// A here-string ends at a quote that begins a line (2.3.5.2.3); a doubled quote in a string
    /// ends it and begins the next, which looks the same.
    private static let powershellSyntax = LexicalSyntax(
        line: ["#"], block: [.init("<#", "#>")],
        strings: [
            .init("@\"", "\n\"@", isMultiline: true),
            .init("@'", "\n'@", escape: .none, isMultiline: true),
            .init("\"", isMultiline: true), .init("'", escape: .doubled, isMultiline: true),
        ])

    private static let dollarParentheses = Interpolation("$(", "()", sigil: "$")
}
