import Testing

@testable import Code

@Suite struct DockerfileTests {
    @Test(arguments: [
        "", "# nothing\n", "FROM alpine", "from alpine:3 as build\nrun echo hi\n",
        "# escape=`\nFROM x\nRUN dir c:\\`\n  && b\n", "ARG V=1\nFROM --platform=$P a:${V} AS b",
        "FROM a@sha256:0 AS b\nCOPY --from=b --link /x /y", "RUN a && \\\n    # why\n\n    b\n",
        "RUN <<EOF\napt-get update\nif a; then b; fi\nEOF\nCOPY <<-\"A\" <<B /x/\n\tit's\n\tA\n\"\nB\n",
        "RUN cat <<EOF >/x && b\n\"\nEOF\nCMD a",
        "RUN <<EOF\n#!/usr/bin/env python3\nif x: print('')\nEOF",
        "RUN --mount=type=cache,target=/x --network=none make", "CMD [\"a\", \"b\\n\\\"\"]",
        "CMD [ \"a\", \\\n  \"b\" ]", "RUN [ \"$a\" = b ] && c", "RUN [ -f x ] || d",
        "RUN [[ -n $a ]]",
        "ENTRYPOINT []", "COPY [\"a b\", \"/c\"]\nCOPY [a-z]*.txt /x",
        "ENV a=b c=\"d e\" \\\n f=g\\ h",
        "ENV a b c\nENV PS1 '> '", "LABEL maintainer = \"me\"", "ARG a b=c\nEXPOSE 80 443/tcp $P",
        "HEALTHCHECK --interval=5s \\\n  CMD curl x || exit 1\nHEALTHCHECK NONE",
        "ONBUILD RUN make\nSTOPSIGNAL 9\nUSER a:b\nVOLUME /x /y\nVOLUME [\"/x\"]\nWORKDIR a b",
        "SHELL [\"powershell\", \"-Command\"]\nRUN if (1) { a",
        "MAINTAINER a <b@c>\r\nRUN a \\\r\n  b\r\n",
        "RUN echo '\\\nFROM x\\\n'", "ADD --checksum=sha256:0 https://x/y /z", "CMD exec a $b",
    ])
    func readsInstructions(_ code: String) throws {
        try expectAccepted("dockerfile", code)
        let reading = try #require(CodeRegistry.language("dockerfile")).read(
            wholeFile: Array(code.utf8))
        guard case .accepted = reading else {
            Issue.record("\(reading)\n\(code)")
            return
        }
    }

    @Test(arguments: [
        ("FROM a\n...\nCMD b", 1), ("FROM <your image>:1 AS b\n# ...\n", 1),
        ("RUN a \\\n    ...\n", 1),
        ("RUN a && \\\n  ... \n  && b", 1), ("CMD [\"a\", ...]", 1), ("CMD [\"<name>\", <b>]", 1),
        ("COPY [--chown=<user>] <src>... <dest>", 1), ("HEALTHCHECK [OPTIONS] CMD command", 1),
        ("ENV a=b ...", 1), ("FROM {{ image }}\n{% if x %}\nRUN b\n{% endif %}", 2),
    ])
    func readsWhatArticlesWrite(_ code: String, _ elisions: Int) throws {
        try expectAccepted("dockerfile", code, elisions: elisions)
    }

    @Test func findsInstructionsThatThereAreNot() throws {
        try expectRefused(
            "dockerfile", "⟦FORM⟧ a\nRUN b", "expected 'FROM', found 'FORM'",
            edited: "FROM a\nRUN b")
        try expectRefused("dockerfile", "RUN a\n⟦Hello⟧ you", "unknown instruction 'Hello'")
    }

    @Test func findsLinesThatGoOnWrongly() throws {
        try expectRefused(
            "dockerfile", "FROM a\nRUN b ⟦\\⟧\n\nCOPY . .", "in the instruction 'COPY'",
            edited: "FROM a\nRUN b\n\nCOPY . .")
        try expectRefused(
            "dockerfile", "RUN a && b && ⟦\\⟧\nCMD c", "in the instruction 'CMD'",
            edited: "RUN a && b\nCMD c")
        try expectRefused(
            "dockerfile", "RUN a ⟦\\⟧\n# b\n", "nothing follows", edited: "RUN a\n# b\n")
        try expectRefused(
            "dockerfile", "RUN a \\\n  b\n  ⟦c⟧ d", "the line before goes on only",
            edited: "RUN a \\\n  b \\\n  c d")
        try expectRefused(
            "dockerfile", "RUN a ⟦&&⟧\n  b", "a command is missing here",
            edited: "RUN a && \\\n  b")
    }

    @Test func findsFaultsOfArguments() throws {
        try expectRefused("dockerfile", "FROM⟦⟧\nRUN a", "expected an image after 'FROM'")
        try expectRefused(
            "dockerfile", "FROM a ⟦SA⟧ b", "expected 'AS'", edited: "FROM a AS b")
        try expectRefused(
            "dockerfile", "FROM a ⟦# b⟧", "a comment has a line of its own", edited: "FROM a")
        try expectRefused("dockerfile", "ENV ⟦PATH⟧\n", "expected a value of 'PATH'")
        try expectRefused(
            "dockerfile", "ENV a=b ⟦c⟧ d", "a value with blanks is quoted",
            edited: "ENV a=\"b c d\"")
        try expectRefused(
            "dockerfile", "ENV a=⟦\"⟧b", "never closed", edited: "ENV a=\"b\"")
        try expectRefused(
            "dockerfile", "ARG a ⟦=⟧ b", "without a blank", edited: "ARG a=b")
        try expectRefused(
            "dockerfile", "COPY ⟦--form⟧=a b c", "expected '--from'", edited: "COPY --from=a b c")
        try expectRefused(
            "dockerfile", "COPY ⟦--from⟧ a b c", "right after '='", edited: "COPY --from=a b c")
        try expectRefused("dockerfile", "ONBUILD ⟦FROM⟧ a", "ONBUILD takes no 'FROM'")
        try expectRefused("dockerfile", "COPY ⟦a⟧", "expected a destination")
        try expectRefused(
            "dockerfile", "HEALTHCHECK ⟦curl⟧ x", "expected 'CMD' or 'NONE'",
            edited: "HEALTHCHECK CMD curl x")
        try expectRefused(
            "dockerfile", "RUN⟦\u{A0}⟧a", "is not a blank", edited: "RUN a")
    }

    @Test func findsArraysThatAreNone() throws {
        try expectRefused(
            "dockerfile", "CMD [⟦'⟧a', 'b']", "double quotes", edited: "CMD [\"a\", \"b\"]")
        try expectRefused(
            "dockerfile", "CMD [⟦a⟧, b]", "'a' is not in double quotes", edited: "CMD [\"a\", b]")
        try expectRefused(
            "dockerfile", "CMD [\"a\" ⟦\"⟧b\"]", "expected ','", edited: "CMD [\"a\", \"b\"]")
        try expectRefused(
            "dockerfile", "CMD [\"a\"⟦,⟧]", "separates nothing", edited: "CMD [\"a\"]")
        try expectRefused(
            "dockerfile", "CMD ⟦[⟧\"a\", \"b\"\n", "'[' is never closed",
            edited: "CMD [\"a\", \"b\"]\n")
        try expectRefused(
            "dockerfile", "CMD [⟦“⟧a\"]", "is not '\"'", edited: "CMD [\"a\"]")
        try expectRefused(
            "dockerfile", "CMD [\"c:⟦\\d⟧\"]", "is written '\\\\'", edited: "CMD [\"c:\\\\d\"]")
        try expectRefused("dockerfile", "SHELL ⟦bash -c⟧", "SHELL has a JSON array")
    }

    @Test func findsFaultsOfCommands() throws {
        try expectRefused(
            "dockerfile", "FROM x\nRUN a \\\n  && ⟦if⟧ b; then c\nCMD d",
            "'if' is never closed by 'fi'")
        try expectRefused(
            "dockerfile", "FROM x\nRUN echo ⟦\"⟧a\nCMD b", "the double quote is never closed",
            edited: "FROM x\nRUN echo \"a\"\nCMD b")
        try expectRefused(
            "dockerfile", "RUN cat ⟦<<EOF⟧ > x\na\n", "no line is just 'EOF'")
        try expectRefused(
            "dockerfile", "RUN cat ⟦<< EOF⟧ > x\na\nEOF\n", "without a blank",
            edited: "RUN cat <<EOF > x\na\nEOF\n")
    }
}
