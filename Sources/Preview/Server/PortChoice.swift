/// Where a server listens: one port on all of its addresses.
struct PortChoice: Equatable {
    let addresses: [ListenAddress]
    let port: Int

    /// How many ports after the usual one are tried.
    private static let most = 100

    /// Finds a port that is free on every address of the host.
    ///
    /// - Parameters:
    ///   - host: as the user gave it; nil: the loopback.
    ///   - isGiven: whether the user gave the port, so that no other is acceptable.
    init(host: String?, port: Int, isGiven: Bool) throws(PreviewFailure) {
        let all = ListenAddress.of(host: host)
        guard !all.isEmpty else { throw .unknownHost(host ?? "localhost") }
        let last = isGiven ? port : min(port + Self.most, 65535)
        var candidate = port
        while candidate <= last {
            switch try Self.find(all, candidate) {
            case let found?:
                self = found
                return
            case nil: candidate += 1
            }
        }
        throw .portTaken(port, isGiven: isGiven)
    }

    private init(_ addresses: [ListenAddress], _ port: Int) {
        self.addresses = addresses
        self.port = port
    }

    /// nil: the port is taken on some address. An address that the machine lacks, such as ::1
    /// without IPv6, is left out unless it is the last one.
    private static func find(
        _ all: [ListenAddress], _ port: Int
    ) throws(PreviewFailure) -> PortChoice? {
        var port = port
        var usable: [ListenAddress] = []
        var reason = ""
        for address in all {
            switch address.tryPort(port) {
            case .free(let found):
                port = found
                usable.append(address)
            case .taken: return nil
            case .impossible(let words): reason = words
            }
        }
        guard !usable.isEmpty else { throw .cannotListen(all[0].text, port, reason) }
        return PortChoice(usable, port)
    }
}

/// Why a preview server cannot run.
package enum PreviewFailure: Error, Hashable, CustomStringConvertible {
    /// A name that the system cannot resolve.
    case unknownHost(String)
    case portTaken(Int, isGiven: Bool)
    /// The address, the port, and the system's message.
    case cannotListen(String, Int, String)

    package var description: String {
        switch self {
        case .unknownHost(let host): "there is no host '\(host)'"
        case .portTaken(let port, isGiven: true): "port \(port) is taken by another program"
        case .portTaken(let port, isGiven: false):
            "port \(port) and those after it are taken by other programs"
        case .cannotListen(let address, let port, let reason):
            "cannot listen on \(HostNames.bracketed(address)):\(port): \(reason)"
        }
    }

    /// How to fix it.
    package var hint: String? {
        switch self {
        case .unknownHost: "leave --host out to listen on this machine alone"
        case .portTaken: "name another with --port, or leave it out to take the next free one"
        case .cannotListen: nil
        }
    }
}
