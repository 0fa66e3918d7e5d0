#if Preview
    import Content
    import Foundation
    import Preview

    /// One run of the preview: the watcher, the live site and the server, wired together.
    struct PreviewRun {
        private let command: ServeCommand
        private let folder: SiteFolder
        private let terminal: Terminal

        init(_ command: ServeCommand, _ folder: SiteFolder, _ terminal: Terminal) {
            self.command = command
            self.folder = folder
            self.terminal = terminal
        }

        func run() async throws {
            let start = ContinuousClock.now
            let (folder, terminal) = (folder, terminal)
            let sources = DiagnosticSources(folder)
            let reporter = LiveReporter(
                say: { terminal.say($0) },
                show: { diagnostics in terminal.report(diagnostics) { sources.bytes($0) } })
            var request = command.posts.request
            request.isUntrusted = command.trust.untrusted
            let live = LiveSite(folder, request, reporter)
            try await live.prepare()
            // Watched before it is read, so that no edit falls in between.
            guard
                let watch = SiteWatch(
                    folder.path, await live.watched, polls: command.poll,
                    whenOutOfWatches: { Self.tellShortage($0, terminal) })
            else { throw CannotRun("there are no file descriptors left") }
            _ = await watch.start()
            try await live.load()
            watch.watch(await live.watched)
            let server = PreviewServer(settings, source(live, sources)) { terminal.say($0) }
            let others = MachineAddresses.all(of: command.host)
            Interruption.stopGracefully { await server.stop() }
            let following = Task { await follow(watch, live) }
            let basePath = await live.basePath
            let postCount = await live.postCount
            do {
                try await server.run { url in
                    let time = Int((ContinuousClock.now - start) / .milliseconds(1))
                    terminal.say("serving   \(url)\(basePath)  (Ctrl-C stops)")
                    let port = url.split(separator: ":").last ?? ""
                    for address in others {
                        terminal.say("          http://\(address):\(port)\(basePath)")
                    }
                    terminal.say(
                        "          \(postCount) \(postCount == 1 ? "post" : "posts") read in \(time) ms"
                    )
                    if command.open { Self.openBrowser(at: url + basePath, terminal) }
                }
            } catch let failure as PreviewFailure {
                throw CannotRun(failure.description, hint: failure.hint)
            }
            watch.stop()
            await following.value
            terminal.say("stopped")
        }

        private var settings: PreviewServer.Settings {
            var settings = PreviewServer.Settings()
            settings.host = command.host
            if let port = command.port {
                settings.port = port
                settings.isPortGiven = true
            }
            settings.hosts = command.allowHost
            return settings
        }

        private func source(_ live: LiveSite, _ sources: DiagnosticSources) -> PreviewSource {
            PreviewSource(
                changes: live.changes, hosts: { live.hosts }, text: { sources.bytes($0) },
                answer: { path in await live.answer(path) })
        }

        /// Hands every batch of changes to the site; ends with the watcher.
        private func follow(_ watch: SiteWatch, _ live: LiveSite) async {
            for await changes in watch.changes {
                do {
                    try await live.apply(changes)
                } catch {
                    terminal.say("error: \(error)")
                }
                watch.watch(await live.watched)
            }
        }

        private static func tellShortage(_ shortage: SiteWatch.Shortage, _ terminal: Terminal) {
            let what = shortage == .watches ? "watches no more folders" : "allows no more watchers"
            terminal.say(
                "watching  the system \(what): galley now looks for changes itself, several times a "
                    + "second\n  fix: raise \(shortage.rawValue), or close other programs that watch files"
            )
        }

        private static func openBrowser(at url: String, _ terminal: Terminal) {
            #if os(macOS)
                let program = "open"
            #else
                let program = "xdg-open"
            #endif
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [program, url]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            process.terminationHandler = { process in
                if process.terminationStatus != 0 {
                    terminal.say("cannot open a browser with \(program): go to \(url)")
                }
            }
            do { try process.run() } catch {
                terminal.say("cannot open a browser: go to \(url)")
            }
        }
    }
#endif
