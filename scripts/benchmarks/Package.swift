// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "deepstruc", path: "../..")],
  targets: [
    .systemLibrary(name: "CBLASRate", providers: [.apt(["libopenblas-dev"])]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CBLASRate",
        .product(name: "Numerics", package: "deepstruc"),
        .product(name: "Clusters", package: "deepstruc"),
        .product(name: "Scattering", package: "deepstruc"),
        .product(name: "Fitting", package: "deepstruc"),
        .product(name: "Tensors", package: "deepstruc"),
        .product(name: "Generative", package: "deepstruc"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
