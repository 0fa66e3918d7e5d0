#if Preview
    import Addresses
    import Hummingbird
    import Logging
    import ServiceLifecycle

    /// Serves a preview on this machine until it is stopped.
    ///
    /// Listens only on the loopback by default; refuses strangers; ends open streams when it stops,
    /// so that stopping takes no longer than the answers in progress.
    package actor PreviewServer {
        package struct Settings: Sendable {
            /// Where to listen; nil: 127.0.0.1 and ::1.
            package var host: String?
            /// 0: any.
            package var port = PreviewServer.usualPort
            /// Whether the user gave the port: then it is an error if it is taken.
            package var isPortGiven = false
            /// Further hosts under which it answers, in addition to those of the source.
            package var hosts: [HostPattern] = []

            package init() {}
        }

        package static let usualPort = 4000

        /// The time in seconds after which a connection without a complete request is closed.
        private static let patience = 15
        /// The most connections at once; more wait until one is closed.
        private static let mostConnections = 512

        private let settings: Settings
        private let source: PreviewSource
        private let log: @Sendable (String) -> Void
        private let broadcaster = ReloadBroadcaster()
        private var group: ServiceGroup?
        private var isStopped = false

        /// - Parameter log: receives a line for each kind of refused request.
        package init(
            _ settings: Settings, _ source: PreviewSource, log: @escaping @Sendable (String) -> Void
        ) {
            self.settings = settings
            self.source = source
            self.log = log
        }

        /// Runs until ``stop()``.
        ///
        /// - Parameter whenListening: receives the address for browsers, `http://localhost:4000`,
        ///   once it answers. Throws ``PreviewFailure`` if it cannot listen.
        package func run(whenListening: @escaping @Sendable (String) -> Void) async throws {
            let choice = try PortChoice(
                host: settings.host, port: settings.port, isGiven: settings.isPortGiven)
            let (given, source) = (settings.hosts, source)
            let names = HostNames(host: settings.host, port: choice.port) {
                given + source.hosts()
            }
            let token =
                String(UInt64.random(in: .min ... .max), radix: 36)
                + String(UInt64.random(in: .min ... .max), radix: 36)
            let responder = PreviewResponder(
                source, RequestGuard(names: names, token: token), broadcaster, log: log)
            var logger = Logger(label: "galley")
            logger.logLevel = .critical
            let url = "http://\(shownHost):\(choice.port)"
            let arrivals = Arrivals(choice.addresses.count) { whenListening(url) }
            let servers = choice.addresses.map { address in
                application(responder, address, choice.port, logger, arrivals)
            }
            var services = servers.map {
                ServiceGroupConfiguration.ServiceConfiguration(service: $0)
            }
            services.append(
                .init(service: ReloadService(broadcaster: broadcaster, changes: source.changes)))
            let group = ServiceGroup(configuration: .init(services: services, logger: logger))
            guard !isStopped else { return }
            self.group = group
            do {
                try await group.run()
            } catch {
                throw PreviewFailure.cannotListen(
                    choice.addresses[0].text, choice.port, "\(error)")
            }
        }

        /// Ends all streams, lets answers finish, and makes ``run(whenListening:)`` return.
        package func stop() async {
            isStopped = true
            broadcaster.finish()
            await group?.triggerGracefulShutdown()
        }

        /// How many tabs hold a stream.
        package var openStreams: Int { broadcaster.count }

        private var shownHost: String {
            guard let host = settings.host, host != "0.0.0.0", host != "::" else {
                return "localhost"
            }
            return HostNames.bracketed(host)
        }

        private func application(
            _ responder: PreviewResponder, _ address: ListenAddress, _ port: Int, _ logger: Logger,
            _ arrivals: Arrivals
        ) -> some ApplicationProtocol {
            Application(
                responder: responder,
                server: .http1(configuration: .init(idleTimeout: .seconds(Int64(Self.patience)))),
                configuration: .init(
                    address: .hostname(address.text, port: port),
                    availableConnectionsDelegate: .maximum(Self.mostConnections, logger: logger)),
                onServerRunning: { _ in await arrivals.arrive() },
                logger: logger)
        }
    }

    /// Counts the servers that listen, and reports when all do.
    private actor Arrivals {
        private var missing: Int
        private let whenAll: @Sendable () -> Void

        init(_ count: Int, whenAll: @escaping @Sendable () -> Void) {
            missing = count
            self.whenAll = whenAll
        }

        func arrive() {
            missing -= 1
            if missing == 0 { whenAll() }
        }
    }

    /// Forwards each change to the tabs, and ends their streams when the server stops.
    private struct ReloadService: Service {
        let broadcaster: ReloadBroadcaster
        let changes: AsyncStream<Void>

        func run() async throws {
            await withGracefulShutdownHandler {
                for await _ in changes.cancelOnGracefulShutdown() { broadcaster.signal() }
                // The source may end before the server does.
                try? await gracefulShutdown()
            } onGracefulShutdown: {
                broadcaster.finish()
            }
        }
    }
#endif
