// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "deepstruc",
  products: [
    .executable(name: "deepstruc", targets: ["deepstruc"]),
    .library(name: "Clusters", targets: ["Clusters"]),
    .library(name: "Scattering", targets: ["Scattering"]),
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Generative", targets: ["Generative"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CMinpack", pkgConfig: "cminpack", providers: [.apt(["libcminpack-dev"])]),
    .systemLibrary(name: "CXGBoost", providers: [.apt(["libxgboost-dev"])]),
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "CHDF5", linkerSettings: [.linkedLibrary("hdf5_serial")]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .target(
      name: "CGnuplot",
      linkerSettings: [
        .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_system"),
        .linkedLibrary("boost_filesystem"),
      ]),

    .target(name: "Clusters"),
    .target(name: "Scattering", dependencies: ["Clusters", "CHDF5", "CMinpack", "COpenBLAS"]),
    .target(name: "Tensors", dependencies: ["COpenBLAS"]),
    .target(
      name: "Generative", dependencies: ["Tensors", "Scattering", "Clusters", "CXGBoost"],
      resources: [.copy("Models")]),
    .target(name: "Script"),
    .target(name: "Workbench", dependencies: ["Script", "Generative", "Scattering", "CGnuplot"]),
    .executableTarget(
      name: "deepstruc",
      dependencies: [
        "Workbench", "CReadline", "CMark",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "ClustersTests", dependencies: ["Clusters"], exclude: ["malformed"]),
    .testTarget(
      name: "ScatteringTests", dependencies: ["Scattering"], exclude: ["graphs", "malformed"]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(name: "GenerativeTests", dependencies: ["Generative"]),
    .testTarget(name: "ScriptTests", dependencies: ["Script"], exclude: ["golden"]),
    .testTarget(
      name: "WorkbenchTests", dependencies: ["Workbench"], exclude: ["Figures/Golden"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
