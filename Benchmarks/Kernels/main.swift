import Foundation

/// `kernels [highlight LABEL FILE]`; without arguments all kernels over the samples.
let arguments = Array(CommandLine.arguments.dropFirst())
let stopwatch = Stopwatch()

func report(_ label: String, _ file: String) throws {
    let text = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    guard !text.isEmpty else { return }
    for line in HighlightKernel(label: label, text: text).run(stopwatch) { print(line) }
}

if arguments.count == 3, arguments[0] == "highlight" {
    try report(arguments[1], arguments[2])
} else {
    for label in ["go", "c", "yaml"] { try report(label, "Samples/\(label).txt") }
}
