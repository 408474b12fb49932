import Foundation
import Numerics
import Testing

final class DraftTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  @Test func theFileIsWholeOrTheOldOne() throws {
    try "old".write(wholeFile: folder + "/a")
    do {
      let draft = try Draft(for: folder + "/a")
      try draft.write(Data("new".utf8))
      #expect(try text("a") == "old")
    }
    #expect(try text("a") == "old")
    #expect(try names() == ["a"])
    try "new".write(wholeFile: folder + "/a")
    #expect(try text("a") == "new")
    #expect(try names() == ["a"])
  }

  @Test func aLinkIsFollowed() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/far", withIntermediateDirectories: false)
    try "old".write(wholeFile: folder + "/far/target")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder + "/far/link", withDestinationPath: "target")
    try files.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "far/link")
    try files.createSymbolicLink(atPath: folder + "/new", withDestinationPath: "far/made")
    try "new".write(wholeFile: folder + "/link")
    try "made".write(wholeFile: folder + "/new")
    #expect(try text("far/target") == "new")
    #expect(try text("far/made") == "made")
    #expect(try files.destinationOfSymbolicLink(atPath: folder + "/link") == "far/link")
  }

  @Test(arguments: [("/dev/null", "a device"), ("/dev/full", "a device"), ("/tmp", "a folder")])
  func whatIsNoFileIsRefused(_ path: String, _ kind: String) {
    let error = #expect(throws: FileError.self) { try "x".write(wholeFile: path) }
    #expect(error?.reason == "this is \(kind), not a file")
  }

  @Test func aPipeIsRefused() {
    mkfifo(folder + "/pipe", 0o600)
    let error = #expect(throws: FileError.self) { try "x".write(wholeFile: folder + "/pipe") }
    #expect(error?.reason == "this is a pipe, not a file")
  }

  @Test func aMissingFolderIsMade() throws {
    try "x".write(wholeFile: folder + "/new/a")
    #expect(try String(contentsOfFile: folder + "/new/a", encoding: .utf8) == "x")
  }

  @Test func severalMissingFoldersAreNamed() {
    let error = #expect(throws: FileError.self) { try "x".write(wholeFile: folder + "/no/no/a") }
    #expect(error?.reason == "there is no folder \(folder)/no/no")
  }

  @Test func theRightsOfTheOldFileStay() throws {
    try "old".write(wholeFile: folder + "/a")
    chmod(folder + "/a", 0o600)
    try "new".write(wholeFile: folder + "/a")
    var status = stat()
    stat(folder + "/a", &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  /// What a killed program leaves: a draft that nobody has locked.
  @Test func forgottenDraftsAreClearedAndLivingOnesStay() throws {
    let others = ".deepstruc-notmine-at-all"
    for name in [".deepstruc-abcdef", others] {
      try Data("half".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    // Locked, as by a program that still writes.
    let living = open("\(folder)/.deepstruc-living", O_CREAT | O_RDWR, 0o600)
    flock(living, LOCK_EX)
    try "new".write(wholeFile: folder + "/a")
    #expect(try names() == [".deepstruc-living", others, "a"].sorted())
    close(living)
  }

  @Test func filesThatAreTooLongOrNoneAreRefused() throws {
    try "12345".write(wholeFile: folder + "/a")
    #expect(try Data(readingFile: folder + "/a", most: 5) == Data("12345".utf8))
    #expect(try Data(readingFile: folder + "/a", most: 2, cuts: true) == Data("12".utf8))
    for (path, words) in [
      (folder + "/a", "larger than"), (folder + "/b", "no such file"), (folder, "a folder"),
      ("/dev/zero", "a device"), (folder + "/a/b", "no such file"),
    ] {
      let error = #expect(throws: FileError.self) { try Data(readingFile: path, most: 4) }
      #expect(error?.reason.contains(words) == true, "\(path): \(error?.reason ?? "")")
    }
  }
}
