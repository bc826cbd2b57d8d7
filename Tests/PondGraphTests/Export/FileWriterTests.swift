import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Writing files (T-S15)", .serialized)
struct FileWriterTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("pond-writer-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func write(_ text: String, to name: String, overwrites: Bool = false) throws {
    try FileWriter.writeAtomically(Data(text.utf8), to: path(name), overwrites: overwrites)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    lstat(path(name), &status)
    return status.st_mode
  }

  private func failure(_ body: () throws -> Void) -> ExportFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? ExportFailure
    }
  }

  @Test("a new file is written whole; one that is there only when that is said")
  func overwriting() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("one", to: "list")
    #expect(mode("list") & 0o777 == 0o644 & ~FileWriterTests.umask)
    #expect(failure { try write("two", to: "list") } == .exists(path: path("list")))
    #expect(try text("list") == "one")
    chmod(path("list"), 0o640)
    try write("two", to: "list", overwrites: true)
    #expect(try text("list") == "two")
    #expect(mode("list") & 0o777 == 0o640)
    try write("", to: "nothing")
    #expect(try text("nothing").isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "list", "nothing",
      ])
  }

  private static let umask: mode_t = {
    let mask = Glibc.umask(0o077)
    _ = Glibc.umask(mask)
    return mask
  }()

  @Test("a symbolic link is followed and stays one")
  func links() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(atPath: path("real"), withIntermediateDirectories: true)
    symlink("real/list", path("link"))
    try write("one", to: "link")
    try write("two", to: "link", overwrites: true)
    #expect(try text("real/list") == "two")
    #expect(mode("link") & S_IFMT == S_IFLNK)
    symlink("loop", path("loop"))
    #expect(failure { try write("x", to: "loop") }?.kind == .io)
  }

  @Test("what is no regular file is never replaced")
  func noFiles() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    mkfifo(path("pipe"), 0o600)
    for name in ["pipe", "."] {
      #expect(failure { try write("x", to: name, overwrites: true) } == .notAFile(path: path(name)))
    }
    let device = try SpareDevice()
    let refused = failure {
      try FileWriter.writeAtomically(Data("x".utf8), to: device.path, overwrites: true)
    }
    #expect(refused == .notAFile(path: device.path))
    #expect(failure { try write("x", to: "no/where") } == .noFolder(path: path("no/where")))
  }

  @Test("where writing is forbidden nothing is left behind", .enabled(if: geteuid() != 0))
  func forbidden() throws {
    defer {
      chmod(folder.path, 0o700)
      try? FileManager.default.removeItem(at: folder)
    }
    try write("one", to: "list")
    chmod(folder.path, 0o500)
    #expect(failure { try write("two", to: "new") } == .forbidden(path: path("new")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["list"])
  }
}
