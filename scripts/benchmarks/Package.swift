// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "deepstruc", path: "../..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        .product(name: "Clusters", package: "deepstruc"),
        .product(name: "Scattering", package: "deepstruc"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
