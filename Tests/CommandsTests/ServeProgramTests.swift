#if Preview
    import Foundation
    import TestSupport
    import Testing

    @testable import Commands

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// `galley serve` as a program: how it begins and how it ends.
    @Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
    struct ServeProgramTests {
        private func site() throws -> BuiltSite {
            try BuiltSite(BuiltSite.configuration + "-- content/pages/a.md\nA\n")
        }

        /// Somebody else who listens on a port of the loopback.
        private final class Taken {
            let port: Int
            private let descriptor: Int32

            init() throws {
                #if canImport(Glibc)
                    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                #else
                    descriptor = socket(AF_INET, SOCK_STREAM, 0)
                #endif
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_addr.s_addr = inet_addr("127.0.0.1")
                var size = socklen_t(MemoryLayout<sockaddr_in>.size)
                let descriptor = descriptor
                let result = withUnsafeMutablePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        bind(descriptor, $0, size) + listen(descriptor, 1)
                            + getsockname(descriptor, $0, &size)
                    }
                }
                try #require(result == 0)
                port = Int(UInt16(bigEndian: address.sin_port))
            }

            deinit { close(descriptor) }
        }

        @Test func endsWithTwoWhenThePortThatWasGivenIsTaken() throws {
            let taken = try Taken()
            let run = try GalleyProgram.run(
                ["serve", "--port", String(taken.port)], in: site().text)
            #expect(run.code == 2)
            #expect(
                run.errors == """
                    error: port \(taken.port) is taken by another program
                      fix: name another with --port, or leave it out to take the next free one

                    """)
            withExtendedLifetime(taken) {}
        }

        @Test(
            arguments: [
                ("serve --site nowhere", 2), ("serve --host no.such.host.invalid", 2),
                ("serve --now tomorrow", 2), ("serve --port 65536", 64), ("serve --port x", 64),
            ] as [(String, Int32)])
        func endsWithTheCodeOf(_ arguments: String, _ code: Int32) throws {
            let words = arguments.split(separator: " ").map(String.init)
            #expect(try GalleyProgram.run(words, in: site().text).code == code)
        }

        @Test(arguments: [SIGINT, SIGTERM])
        func endsWithZeroWhenItIsStopped(_ signal: Int32) async throws {
            let site = try site()
            try site.write("log", "")
            let log = try FileHandle(forWritingTo: URL(filePath: site.text.absolute("log")))
            let process = try GalleyProgram.start(
                ["serve", "--port", "0"], in: site.text, errors: log)
            let deadline = ContinuousClock.now + .seconds(20)
            while site.text.text("log")?.contains("serving") != true {
                try #require(process.isRunning && ContinuousClock.now < deadline)
                await Task.yield()
            }
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 0)
            let text = try #require(site.text.text("log"))
            #expect(text.hasPrefix("serving   http://localhost:"))
            #expect(text.contains("/  (Ctrl-C stops)\n          0 posts read in "))
            #expect(text.hasSuffix("stopped\n"))
            #expect(site.text.text("public/index.html") == nil)
        }
    }
#endif
