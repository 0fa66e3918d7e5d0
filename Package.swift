// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order of the flow: scan, load, plan, parse, check, render, write.
// Who may import whom is what `dependencies` says here and nothing else; docs/architecture.md
// lists it, and ArchitectureTests compare both with every `import` line under Sources.

/// `make test` and `make check` set this; a user with a newer compiler only sees its warnings.
let strict = Context.environment["GALLEY_WARNINGS_AS_ERRORS"] != nil

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

// Needed by the preview server alone, and built only with the trait `Preview`.
let preview = TargetDependencyCondition.when(traits: ["Preview"])
let hummingbird = Target.Dependency.product(
    name: "Hummingbird", package: "hummingbird", condition: preview)
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: preview)
let logging = Target.Dependency.product(name: "Logging", package: "swift-log", condition: preview)

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
    name: "galley",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "galley", targets: ["galley"])],
    traits: [
        .default(enabledTraits: ["Preview"]),
        .trait(name: "Preview", description: "The preview server, galley serve."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    ],
    targets: [
        // C: each does one thing and is imported by one target.
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "CArena"),
        .target(name: "CLinux"),
        .target(name: "CTheme"),

        // Leaves: they know nobody. Text and Addresses may be imported by all.
        .target(name: "Text"),
        .target(name: "Addresses", dependencies: ["Text"]),
        .target(name: "Images", dependencies: ["Text"]),
        .target(name: "Languages", dependencies: ["Text"]),
        .target(name: "Code", dependencies: ["Text"]),
        .target(name: "Templates", dependencies: ["Text"]),
        .target(name: "DataFormats", dependencies: ["Text"]),
        .target(name: "Programs", dependencies: ["Text", "Addresses", subprocess]),

        // The flow.
        .target(name: "Diagnostics", dependencies: ["Text", "Addresses"]),
        .target(name: "Highlighting", dependencies: ["Text", "Languages", "Code"]),
        .target(
            name: "Markdown",
            dependencies: ["Text", "Addresses", "Diagnostics", "Images", "CArena", "CCmark"]),
        .target(
            name: "Content",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "Images", "Markdown", "DataFormats", yams,
            ]),
        .target(
            name: "Snippets",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "Languages", "Code", "Markdown", "DataFormats",
                "Programs", yams, crypto,
            ]),
        .target(
            name: "Planning",
            dependencies: ["Text", "Addresses", "Diagnostics", "Markdown", "Content"]),
        .target(
            name: "Articles",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "Languages", "Markdown", "Content", "Snippets",
                "Planning",
            ]),
        .target(
            name: "Rendering",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "Images", "Highlighting", "Markdown", "Content",
                "Snippets", "Planning", "Articles", "Templates", "CTheme", crypto,
            ]),
        .target(
            name: "Import",
            dependencies: ["Text", "Addresses", "Diagnostics", "Content"]),
        .target(name: "Output", dependencies: ["Text", "Addresses", "Diagnostics", "CLinux"]),
        .target(
            name: "Publishing",
            dependencies: ["Text", "Addresses", "Diagnostics", "Output", "Programs", crypto]),
        .target(
            name: "Preview",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "CLinux", hummingbird, lifecycle, logging,
            ]),
        .target(
            name: "Commands",
            dependencies: [
                "Text", "Addresses", "Diagnostics", "Markdown", "Content", "Snippets", "Planning",
                "Articles", "Rendering", "Output", "Publishing", "Programs", "Preview",
                "Highlighting", "Images", "Import", "Languages", "Templates", argumentParser,
            ]),
        .executableTarget(name: "galley", dependencies: ["Commands"]),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["Text", "Addresses", "Diagnostics"],
            path: "Tests/TestSupport"),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .testTarget(name: "ImagesTests", dependencies: ["Images"]),
        .testTarget(name: "CodeTests", dependencies: ["Code"]),
        .testTarget(name: "DataFormatsTests", dependencies: ["DataFormats", "TestSupport"]),
        .testTarget(name: "AddressesTests", dependencies: ["Addresses"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(
            name: "HighlightingTests", dependencies: ["Highlighting", "Languages", "TestSupport"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Text", "TestSupport"]),
        .testTarget(name: "ContentTests", dependencies: ["Content", "TestSupport"]),
        .testTarget(name: "SnippetsTests", dependencies: ["Snippets", "TestSupport"]),
        .testTarget(name: "PlanningTests", dependencies: ["Planning", "TestSupport"]),
        .testTarget(name: "ArticlesTests", dependencies: ["Articles", "TestSupport"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "TestSupport"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering", "TestSupport"]),
        .testTarget(name: "ImportTests", dependencies: ["Import", "TestSupport"]),
        .testTarget(name: "OutputTests", dependencies: ["Output", "TestSupport"]),
        .testTarget(name: "ProgramsTests", dependencies: ["Programs"]),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"]),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "TestSupport"]),
        .testTarget(
            name: "CommandsTests", dependencies: ["Commands", "Import", "Preview", "TestSupport"]),
        .testTarget(name: "ArchitectureTests"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets
where target.type == .regular || target.type == .executable || target.type == .test {
    let isC = ["CArena", "CLinux", "CTheme"].contains(target.name)
    if !isC { target.swiftSettings = strict ? [.treatAllWarnings(as: .error)] : [] }
}
