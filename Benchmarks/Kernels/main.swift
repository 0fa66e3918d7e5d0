import Foundation

// Synchronous to the end: callgrind does not survive the way an asynchronous program ends on Linux.

let usage = """
    kernels SITE [NAME...]            how fast each kernel is, in MB/s of one core
    kernels SITE --rounds N NAME      runs one N times and says nothing, for callgrind

    SITE is a folder with galley.toml and posts, such as Benchmarks/make-posts writes.
    """

var words = Array(CommandLine.arguments.dropFirst())
guard let folder = words.first, !folder.hasPrefix("-") else {
    print(usage)
    exit(words.first == "--help" ? 0 : 64)
}
words.removeFirst()
var rounds: Int?
if words.first == "--rounds" {
    guard words.count > 2, let count = Int(words[1]), count > 0 else {
        print(usage)
        exit(64)
    }
    rounds = count
    words.removeFirst(2)
}

let kernels: [Kernel]
do {
    let site = try SampleSite(folder)
    let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Samples")
    kernels =
        try TextKernels(site).all + HighlightKernels(site, samples: samples).all
        + PageKernels(site).all + TOMLKernels(samples: samples).all
} catch {
    print(error)
    exit(2)
}
for name in words where !kernels.contains(where: { $0.name == name }) {
    print("there is no kernel '\(name)'; there are \(kernels.map(\.name).joined(separator: ", "))")
    exit(64)
}
let stopwatch = Stopwatch()
for kernel in kernels where words.isEmpty || words.contains(kernel.name) {
    if let rounds {
        for _ in 0..<rounds { kernel.run() }
    } else {
        let speed = stopwatch.megabytesPerSecond(of: kernel.bytes, kernel.run)
        let name = kernel.name.padding(toLength: 16, withPad: " ", startingAt: 0)
        print("\(name) \(String(format: "%8.1f", speed)) MB/s")
    }
}
