/// The headers of ISO C23 (7.1.2), ISO C++23 ([headers]) and the more common ones of POSIX.
///
/// A closed list: headers of other libraries may include a file that a macro of the text names, as
/// Boost does with `BOOST_USER_CONFIG`.
enum StandardHeaders {
    static let all: Set<String> = Set(
        c + cpp + c.map { "c" + $0.dropLast(2) }
            + posix)

    private static let c = [
        "assert.h", "complex.h", "ctype.h", "errno.h", "fenv.h", "float.h", "inttypes.h",
        "iso646.h", "limits.h", "locale.h", "math.h", "setjmp.h", "signal.h", "stdalign.h",
        "stdarg.h", "stdatomic.h", "stdbit.h", "stdbool.h", "stdckdint.h", "stddef.h", "stdint.h",
        "stdio.h", "stdlib.h", "stdnoreturn.h", "string.h", "tgmath.h", "threads.h", "time.h",
        "uchar.h", "wchar.h", "wctype.h",
    ]

    private static let cpp = [
        "algorithm", "any", "array", "atomic", "barrier", "bit", "bitset", "charconv", "chrono",
        "codecvt", "compare", "complex", "concepts", "condition_variable", "coroutine", "deque",
        "exception", "execution", "expected", "filesystem", "flat_map", "flat_set", "format",
        "forward_list", "fstream", "functional", "future", "generator", "initializer_list",
        "iomanip", "ios", "iosfwd", "iostream", "istream", "iterator", "latch", "limits", "list",
        "locale", "map", "mdspan", "memory", "memory_resource", "mutex", "new", "numbers",
        "numeric", "optional", "ostream", "print", "queue", "random", "ranges", "ratio", "regex",
        "scoped_allocator", "semaphore", "set", "shared_mutex", "source_location", "span",
        "spanstream", "sstream", "stack", "stacktrace", "stdexcept", "stdfloat", "stop_token",
        "streambuf", "string", "string_view", "strstream", "syncstream", "system_error", "thread",
        "tuple", "type_traits", "typeindex", "typeinfo", "unordered_map", "unordered_set",
        "utility", "valarray", "variant", "vector", "version",
    ]

    private static let posix = [
        "aio.h", "arpa/inet.h", "dirent.h", "dlfcn.h", "fcntl.h", "fnmatch.h", "ftw.h", "getopt.h",
        "glob.h", "grp.h", "libgen.h", "net/if.h", "netdb.h", "netinet/in.h", "netinet/tcp.h",
        "poll.h", "pthread.h", "pwd.h", "regex.h", "sched.h", "semaphore.h", "spawn.h",
        "strings.h", "sys/epoll.h", "sys/file.h", "sys/ioctl.h", "sys/ipc.h", "sys/mman.h",
        "sys/ptrace.h", "sys/resource.h", "sys/select.h", "sys/sem.h", "sys/shm.h", "sys/socket.h",
        "sys/stat.h", "sys/syscall.h", "sys/time.h", "sys/types.h", "sys/uio.h", "sys/un.h",
        "sys/wait.h", "syslog.h", "termios.h", "ucontext.h", "unistd.h", "utime.h", "wordexp.h",
    ]
}
