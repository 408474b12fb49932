import Clusters
import Foundation
import Numerics
import Testing
import Figures

@Suite struct FigureWriteTests {
  let figure = Figure.overlaid([Curve(name: "a", x: [0, 1, 2], y: [0, 2, 1])])
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test(arguments: [
    ("a.png", [0x89, 0x50, 0x4E, 0x47]), ("it's.pdf", Array("%PDF".utf8)),
    ("a.svg", Array("<?xml".utf8)), ("A.PNG", [0x89, 0x50]), ("a.gp", Array("# A figure".utf8)),
  ])
  func fileIsOfItsKind(name: String, start: [UInt8]) throws {
    let path = folder.appending(path: name)
    try figure.write(to: path.path)
    #expect(try Data(contentsOf: path).starts(with: start))
    #expect(try contents() == [name])
  }

  /// A ball is one element of the file, whatever its size.
  @Test func ballsInSVGAreShadedSymbols() throws {
    let gold = try #require(Element("Au"))
    let cluster = try Cluster.icosahedron(gold, shells: 2)
    let path = folder.appending(path: "a.svg")
    try Figure.cluster(cluster).write(to: path.path)
    let svg = try String(contentsOf: path, encoding: .utf8)
    #expect(svg.components(separatedBy: "href='#ball'").count - 1 <= cluster.count)
    #expect(svg.components(separatedBy: "id='ball'").count == 2)
    #expect(!svg.contains("href='#gpPt14'"))
    #expect(svg.contains("url(#shade)"))
  }

  @Test func resolutionIsThatOfThePixels() throws {
    var small = figure
    small.resolution = 127
    let path = folder.appending(path: "a.png")
    try small.write(to: path.path)
    // Width and height stand at bytes 16 and 20 of a PNG: 84 × 52 mm at 5 dots a mm.
    let bytes = Array(try Data(contentsOf: path)[16..<24])
    #expect(bytes == [0, 0, 420 >> 8, 420 & 255, 0, 0, 260 >> 8, 260 & 255])
  }

  @Test func savedScriptDrawsThePicture() throws {
    try figure.write(to: folder.appending(path: "a.gp").path)
    let gnuplot = Process()
    gnuplot.executableURL = URL(filePath: "/usr/bin/env")
    gnuplot.arguments = ["gnuplot", "-d", "a.gp"]
    gnuplot.currentDirectoryURL = folder
    let picture = Pipe()
    gnuplot.standardOutput = picture
    try gnuplot.run()
    let bytes = try #require(try picture.fileHandleForReading.readToEnd())
    gnuplot.waitUntilExit()
    #expect(gnuplot.terminationStatus == 0)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try contents() == ["a.gp"])
  }

  @Test(arguments: ["a.jpg", "a", "png", ""])
  func unknownEndingIsExplained(name: String) throws {
    let error = try #require(throws: FigureError.self) { try figure.write(to: name) }
    #expect(error.description.contains(".png, .svg, .pdf"))
  }

  @Test(arguments: ["png", "gp"])
  func missingFolderIsNamed(ending: String) throws {
    let path = folder.appending(path: "none/deeper/a.\(ending)").path
    let error = try #require(throws: FileError.self) { try figure.write(to: path) }
    #expect(error.description.contains("there is no folder \(folder.path)/none/deeper"))
  }

  @Test func folderIsMade() throws {
    try figure.write(to: folder.appending(path: "new/a.svg").path)
    #expect(try contents() == ["new"])
  }

  @Test(arguments: ["no-such-gnuplot", "false", "true"])
  func failureLeavesTheOldPicture(program: String) throws {
    let path = folder.appending(path: "a.png")
    try Data("old".utf8).write(to: path)
    #expect(throws: FigureError.self) {
      try figure.write(to: path.path, by: Gnuplot(program: program))
    }
    #expect(try Data(contentsOf: path) == Data("old".utf8))
    #expect(try contents() == ["a.png"])
  }

  @Test func figureWithoutDataIsAnError() throws {
    let empty = Figure(panels: [Panel()])
    #expect(throws: FigureError.self) { try empty.write(to: folder.path + "/a.png") }
    #expect(try contents().isEmpty)
  }
}
