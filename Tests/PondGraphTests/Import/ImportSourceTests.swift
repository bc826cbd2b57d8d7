import Foundation
import Testing

@testable import PondGraph

@Suite("What a person names", .serialized)
struct ImportSourceTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("pond-source-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func failure(_ path: String, limit: Int = 1 << 20) -> ImportFailure? {
    do {
      _ = try ImportSource(path: path, limit: limit)
      return nil
    } catch {
      return error as? ImportFailure
    }
  }

  @Test("files are read or mapped whole, folders are told from files")
  func reads() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for size in [1, 70_000, 3 << 20] {
      let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 | 0x40) })
      try bytes.write(to: URL(fileURLWithPath: path("file")))
      #expect(try ImportSource(path: path("file")).bytes == bytes)
    }
    #expect(try ImportSource(path: folder.path).isFolder)
    #expect(try ImportSource(path: "/proc/self/status").bytes.isEmpty == false)
  }

  @Test("what cannot be read is refused with its reason, and a pipe never makes Pond wait")
  func refuses() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(failure(path("nothing")) == .missing(path: path("nothing")))
    #expect(failure("") == .missing(path: ""))
    mkfifo(path("pipe"), 0o600)
    #expect(failure(path("pipe")) == .notAFile(path: path("pipe")))
    #expect(failure("/dev/null") == .notAFile(path: "/dev/null"))
    try Data(" \n\t\r\n".utf8).write(to: URL(fileURLWithPath: path("blank")))
    #expect(failure(path("blank")) == .empty(path: path("blank")))
    try Data().write(to: URL(fileURLWithPath: path("empty")))
    #expect(failure(path("empty")) == .empty(path: path("empty")))
    try Data(repeating: 65, count: 20).write(to: URL(fileURLWithPath: path("large")))
    #expect(
      failure(path("large"), limit: 10) == .tooLarge(path: path("large"), bytes: 20, limit: 10))
  }

  @Test("what may not be read is forbidden", .enabled(if: geteuid() != 0))
  func forbidden() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a".utf8).write(to: URL(fileURLWithPath: path("secret")))
    chmod(path("secret"), 0)
    #expect(failure(path("secret")) == .forbidden(path: path("secret")))
  }
}
