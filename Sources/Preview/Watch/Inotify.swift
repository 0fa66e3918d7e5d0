#if os(Linux)
    import Foundation

    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    /// One inotify instance of the kernel (inotify(7)), closed with its owner.
    struct Inotify: ~Copyable {
        /// For waiting with `poll`.
        let descriptor: Int32
        private var buffer = [UInt8](repeating: 0, count: 64 << 10)

        struct Event {
            /// The watch; -1 for an overflow of the queue.
            let watch: Int32
            let mask: UInt32
            /// The entry of the watched folder; empty: the folder itself.
            let name: String

            private func has(_ flag: Int) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
            /// Events were lost.
            var isOverflow: Bool { has(Int(IN_Q_OVERFLOW)) }
            /// It happened to a folder.
            var isFolder: Bool { has(Int(IN_ISDIR)) }
            var isNewEntry: Bool { has(Int(IN_CREATE)) || has(Int(IN_MOVED_TO)) }
            var isGoneEntry: Bool { has(Int(IN_DELETE)) || has(Int(IN_MOVED_FROM)) }
            /// The watched folder itself was removed or renamed.
            var isGone: Bool { has(Int(IN_DELETE_SELF)) || isMoved }
            var isMoved: Bool { has(Int(IN_MOVE_SELF)) }
            /// The kernel removed the watch: its folder is gone.
            var isWatchGone: Bool { has(Int(IN_IGNORED)) }
        }

        /// The events of a folder: every way in which an entry can change.
        private static let mask =
            UInt32(
                IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE | IN_MODIFY
                    | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

        /// nil if the system provides no further instance.
        init?() {
            descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            if descriptor < 0 { return nil }
        }

        deinit { close(descriptor) }

        /// The result of watching a folder.
        enum Added {
            case watch(Int32)
            /// It no longer exists.
            case gone
            /// The user has no watches left (fs.inotify.max_user_watches).
            case noneLeft
        }

        /// Watches a folder; watching the same one twice is one watch.
        func add(_ path: String) -> Added {
            let watch = inotify_add_watch(descriptor, path, Self.mask)
            if watch >= 0 { return .watch(watch) }
            return errno == ENOSPC || errno == ENOMEM ? .noneLeft : .gone
        }

        func remove(_ watch: Int32) {
            _ = inotify_rm_watch(descriptor, watch)
        }

        /// The pending events, at most a buffer full; empty without any.
        mutating func events() -> [Event] {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return [] }
            return buffer.withUnsafeBytes {
                Self.events(in: UnsafeRawBufferPointer(rebasing: $0[..<count]))
            }
        }

        /// `struct inotify_event`: four words of 32 bits. The last one is the length of the name
        /// after them, which ends with the first zero.
        private static func events(in bytes: UnsafeRawBufferPointer) -> [Event] {
            var events: [Event] = []
            var offset = 0
            while offset + 16 <= bytes.count {
                let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                guard offset + 16 + length <= bytes.count else { break }
                let name = bytes[offset + 16..<offset + 16 + length].prefix { $0 != 0 }
                events.append(
                    Event(
                        watch: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
                        mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
                        name: String(decoding: name, as: UTF8.self)))
                offset += 16 + length
            }
            return events
        }
    }
#endif
