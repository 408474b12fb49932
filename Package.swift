// swift-tools-version: 6.1
import PackageDescription

/// Whether ranks of MPI share the work; scripts/deepstruc builds this in a folder of its own.
let hasRanks = Context.environment["DEEPSTRUC_MPI"] == "1"

let package = Package(
  name: "deepstruc",
  products: [
    .executable(name: "deepstruc", targets: ["deepstruc"]),
    .library(name: "Numerics", targets: ["Numerics"]),
    .library(name: "Clusters", targets: ["Clusters"]),
    .library(name: "Scattering", targets: ["Scattering"]),
    .library(name: "Fitting", targets: ["Fitting"]),
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Generative", targets: ["Generative"]),
    .library(name: "Classifying", targets: ["Classifying"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMinpack", pkgConfig: "cminpack", providers: [.apt(["libcminpack-dev"])]),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
    .systemLibrary(name: "CXGBoost", providers: [.apt(["libxgboost-dev"])]),
    .systemLibrary(
      name: "CMark",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CHDF5", linkerSettings: [.linkedLibrary("hdf5_serial")]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .target(
      name: "CGnuplot",
      linkerSettings: [
        .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_system"),
        .linkedLibrary("boost_filesystem"),
      ]),

    .target(name: "Numerics", dependencies: ["COpenBLAS", "CZlib"]),
    .target(name: "Clusters", dependencies: ["Numerics"]),
    .target(name: "Scattering", dependencies: ["Clusters", "Numerics", "CHDF5"]),
    .target(name: "Fitting", dependencies: ["Scattering", "Clusters", "Numerics", "CMinpack"]),
    .target(name: "Tensors", dependencies: ["Numerics"]),
    .target(
      name: "Generative",
      dependencies: ["Fitting", "Tensors", "Scattering", "Clusters", "Numerics"],
      resources: [.copy("Models")]),
    .target(
      name: "Classifying",
      dependencies: ["Tensors", "Scattering", "Clusters", "Numerics", "CXGBoost"]),
    .target(name: "Figures", dependencies: ["Clusters", "Numerics", "CGnuplot"]),
    .target(name: "Script", dependencies: ["Numerics"]),
    .target(name: "Jupyter", dependencies: ["Script", "Numerics", "COpenSSL", "CZeroMQ"]),
    .target(
      name: "Workbench",
      dependencies: [
        "Script", "Figures", "Generative", "Classifying", "Fitting", "Tensors", "Scattering",
        "Clusters", "Numerics",
      ]),
    .executableTarget(
      name: "deepstruc",
      dependencies: [
        "Workbench", "Jupyter", "Figures", "Script", "Classifying", "Scattering", "Numerics",
        "CReadline", "CMark",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Tries the program with inputs of strangers; no product.
    .executableTarget(
      name: "fuzz", dependencies: ["Workbench", "Jupyter", "Script", "Numerics"],
      path: "Sources/Fuzzing"),

    // Shared by the tests of whatever hands texts on to another program.
    .target(name: "AwkwardText", path: "Tests/AwkwardText"),
    .testTarget(name: "NumericsTests", dependencies: ["Numerics"]),
    .testTarget(
      name: "ClustersTests", dependencies: ["Clusters", "Numerics", "AwkwardText"],
      exclude: ["malformed"]),
    .testTarget(
      name: "ScatteringTests",
      dependencies: ["Scattering", "Clusters", "Numerics", "AwkwardText"],
      exclude: ["graphs", "malformed"]),
    .testTarget(
      name: "FittingTests", dependencies: ["Fitting", "Scattering", "Clusters", "Numerics"]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "Numerics"]),
    .testTarget(
      name: "GenerativeTests",
      dependencies: ["Generative", "Fitting", "Tensors", "Scattering", "Clusters", "Numerics"],
      exclude: ["damaged"]),
    .testTarget(
      name: "ClassifyingTests",
      dependencies: ["Classifying", "Generative", "Tensors", "Scattering", "Clusters", "Numerics"]),
    .testTarget(
      name: "FiguresTests",
      dependencies: ["Figures", "Clusters", "Numerics", "AwkwardText"], exclude: ["Golden"]),
    .testTarget(
      name: "ScriptTests", dependencies: ["Script", "Numerics", "AwkwardText"], exclude: ["golden"]),
    .testTarget(
      name: "JupyterTests", dependencies: ["Jupyter", "Workbench", "Script", "Numerics"]),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Workbench", "Script", "Figures", "Generative", "Classifying", "Fitting", "Tensors",
        "Scattering", "Clusters", "Numerics",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

if hasRanks, let numerics = package.targets.first(where: { $0.name == "Numerics" }) {
  package.targets += [
    .systemLibrary(name: "COpenMPI", pkgConfig: "ompi-c", providers: [.apt(["libopenmpi-dev"])]),
    .target(name: "CMPI", dependencies: ["COpenMPI"]),
  ]
  numerics.dependencies.append("CMPI")
  numerics.swiftSettings = [.define("MPI")]
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      // Existential types are written with `any`: SE-0335,
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
      .enableUpcomingFeature("ExistentialAny"),
      // A file imports the modules whose members it uses: SE-0444,
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
