// swift-tools-version: 6.2
import PackageDescription

// Measures kernels of galley alone: a package of its own, which the main manifest does not know.
// It compiles the same sources through the link `Shared`.
//
//     cd Benchmarks && swift run -c release kernels              all kernels
//     cd Benchmarks && swift run -c release kernels highlight go Samples/go.txt

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "Text", path: "Shared/Text"),
        .target(name: "Languages", dependencies: ["Text"], path: "Shared/Languages"),
        .target(
            name: "Highlighting", dependencies: ["Text", "Languages"], path: "Shared/Highlighting"),
        .executableTarget(
            name: "kernels", dependencies: ["Text", "Highlighting"], path: "Kernels"),
    ],
    swiftLanguageModes: [.v6]
)
