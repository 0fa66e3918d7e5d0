// swift-tools-version: 6.2
import PackageDescription

// Measures kernels of galley alone: a package of its own, which the main manifest does not know.
// It compiles the same sources through the link `Shared`. `Benchmarks/bench-check` builds and runs
// it; by hand:
//
//     cd Benchmarks && swift run -c release kernels --help
//
// `Benchmarks/agreement` runs the other program, which reads whole source trees.

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// A target of galley, from its sources.
func part(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Shared/\(name)")
}

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CCmark", path: "Shared/CCmark", pkgConfig: "libcmark"),
        part("CArena"), part("CLinux"), part("CTheme"), part("Text"),
        part("Images", ["Text"]),
        part("DataFormats", ["Text"]),
        part("Code", ["Text", "DataFormats"]),
        part("Addresses", ["Text"]),
        part("Languages", ["Text"]),
        part("Templates", ["Text"]),
        part("Programs", ["Text", "Addresses", subprocess]),
        part("Diagnostics", ["Text", "Addresses"]),
        part("Highlighting", ["Text", "Languages", "Code"]),
        part("Markdown", ["Text", "Addresses", "Diagnostics", "Images", "CArena", "CCmark"]),
        part(
            "Content",
            ["Text", "Addresses", "Diagnostics", "Images", "Markdown", "DataFormats", yams]),
        part(
            "Snippets",
            [
                "Text", "Addresses", "Diagnostics", "Languages", "Markdown", "DataFormats",
                "Programs", "Code", yams, crypto,
            ]),
        part("Planning", ["Text", "Addresses", "Diagnostics", "Markdown", "Content"]),
        part(
            "Articles",
            [
                "Text", "Addresses", "Diagnostics", "Languages", "Markdown", "Content", "Snippets",
                "Planning",
            ]),
        part(
            "Rendering",
            [
                "Text", "Addresses", "Diagnostics", "Images", "Highlighting", "Markdown", "Content",
                "Snippets", "Planning", "Articles", "Templates", "CTheme", crypto,
            ]),
        part("Output", ["Text", "Addresses", "Diagnostics", "CLinux"]),
        .executableTarget(
            name: "kernels",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "Highlighting", "Markdown", "Content",
                "Snippets", "Planning", "Articles", "Rendering", "Output", "CCmark",
            ],
            path: "Kernels"),
        .executableTarget(name: "agreement", dependencies: ["Code"], path: "Agreement"),
    ],
    swiftLanguageModes: [.v6]
)
