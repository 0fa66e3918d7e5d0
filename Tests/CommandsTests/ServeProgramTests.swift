#if Preview
    import Foundation
    import TestSupport
    import Testing

    @testable import Commands

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif
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

        // MARK: Serving

        /// A preview that runs, on a port that was free.
        private struct Running {
            let process: Process
            let site: BuiltSite

            /// What it said until now.
            var log: String { site.text.text("log") ?? "" }

            /// `http://localhost:4000/`.
            var address: String {
                let line = log.split(separator: "\n").first { $0.hasPrefix("serving") } ?? ""
                return String(line.split(separator: " ").dropFirst().first ?? "")
            }

            /// Waits until something holds; fails when it does not within ``Patience``.
            func wait(until holds: () async -> Bool) async throws {
                let deadline = ContinuousClock.now + Patience.duration
                while !(await holds()) {
                    try #require(process.isRunning && ContinuousClock.now < deadline, "\(log)")
                    await Task.yield()
                }
            }

            /// The text at an address; nil where nothing answers with 200.
            func get(_ address: String) async -> String? {
                guard let url = URL(string: address),
                    let (data, answer) = try? await URLSession.shared.data(from: url),
                    (answer as? HTTPURLResponse)?.statusCode == 200
                else { return nil }
                return String(decoding: data, as: UTF8.self)
            }

            /// Ends it and gives how it ended.
            func stop(_ signal: Int32 = SIGINT) -> (Process.TerminationReason, Int32) {
                kill(process.processIdentifier, signal)
                process.waitUntilExit()
                return (process.terminationReason, process.terminationStatus)
            }
        }

        private func serve(
            _ site: BuiltSite, _ arguments: [String] = [], path: String = GalleyProgram.path
        ) async throws -> Running {
            try site.write("log", "")
            let log = try FileHandle(forWritingTo: URL(filePath: site.text.absolute("log")))
            let process = try GalleyProgram.start(
                ["serve", "--port", "0"] + arguments, in: site.text, errors: log, path: path)
            let running = Running(process: process, site: site)
            try await running.wait { running.log.contains(" read in ") }
            return running
        }

        @Test(arguments: [SIGINT, SIGTERM])
        func endsWithZeroWhenItIsStopped(_ signal: Int32) async throws {
            let running = try await serve(site())
            #expect(running.stop(signal) == (.exit, 0))
            let text = running.log
            #expect(text.hasPrefix("serving   http://localhost:"))
            #expect(text.contains("/  (Ctrl-C stops)\n          0 posts read in "))
            #expect(text.hasSuffix("stopped\n"))
            #expect(running.site.text.text("public/index.html") == nil)
        }

        /// A browser of the test's own: it notes what it was asked to open, and ends with `code`.
        private func browser(in site: BuiltSite, endsWith code: Int) throws -> String {
            for name in ["xdg-open", "open"] {
                try site.write("bin/\(name)", "#!/bin/sh\necho \"$@\" > \"$0.log\"\nexit \(code)\n")
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755],
                    ofItemAtPath: site.text.absolute("bin/\(name)"))
            }
            return site.text.absolute("bin") + ":" + GalleyProgram.path
        }

        @Test func opensTheSiteInTheBrowser() async throws {
            let site = try site()
            let path = try browser(in: site, endsWith: 0)
            let running = try await serve(site, ["--open"], path: path)
            func opened() -> String? {
                site.text.text("bin/xdg-open.log") ?? site.text.text("bin/open.log")
            }
            try await running.wait { opened()?.hasSuffix("\n") == true }
            #expect(running.address.hasPrefix("http://localhost:"))
            #expect(opened() == running.address + "\n")
            #expect(running.stop() == (.exit, 0))
        }

        @Test func opensNothingUnasked() async throws {
            let site = try site()
            let path = try browser(in: site, endsWith: 0)
            let running = try await serve(site, path: path)
            _ = running.stop()
            #expect(site.text.text("bin/xdg-open.log") == nil)
            #expect(site.text.text("bin/open.log") == nil)
        }

        @Test func saysWhereToGoWhenTheBrowserDoesNotOpen() async throws {
            let site = try site()
            let path = try browser(in: site, endsWith: 3)
            let running = try await serve(site, ["--open"], path: path)
            try await running.wait { running.log.contains("cannot open a browser") }
            #expect(running.log.contains("go to \(running.address)\n"))
            #expect(running.stop() == (.exit, 0))
        }

        #if os(Linux)
            /// On Linux the whole of 127.0.0.0/8 is this machine.
            @Test func listensWhereItIsTold() async throws {
                let running = try await serve(site(), ["--host", "127.0.0.2"])
                #expect(running.address.hasPrefix("http://127.0.0.2:"))
                #expect(await running.get(running.address)?.contains("<main") == true)
                let elsewhere = running.address.replacing("127.0.0.2", with: "127.0.0.1")
                #expect(await running.get(elsewhere) == nil)
                #expect(running.stop() == (.exit, 0))
            }

            /// Whether the process has asked the system to be told of changes.
            private func isTold(_ process: Process) throws -> Bool {
                let folder = "/proc/\(process.processIdentifier)/fd"
                return try FileManager.default.contentsOfDirectory(atPath: folder).contains {
                    let link = try? FileManager.default.destinationOfSymbolicLink(
                        atPath: folder + "/" + $0)
                    return link?.contains("inotify") == true
                }
            }

            @Test(arguments: [["--poll"], []])
            func followsEditsByLookingOrByBeingTold(_ arguments: [String]) async throws {
                let site = try site()
                let running = try await serve(site, arguments)
                let page = running.address + "a/"
                #expect(await running.get(page)?.contains("<p>A</p>") == true)
                try site.write("content/pages/a.md", "An edit\n")
                try await running.wait {
                    await running.get(page)?.contains("<p>An edit</p>") == true
                }
                #expect(try isTold(running.process) == arguments.isEmpty)
                #expect(running.stop() == (.exit, 0))
            }
        #endif
    }
#endif
