import Foundation
import Testing

@testable import PondGraph

/// What of the sources changed, told without reading them.
@Suite("How a source stands on the disk")
struct SourceStampTests {
  private let shelf: Shelf

  init() throws { shelf = try Shelf() }

  private func source(_ path: String) throws -> RememberedSource {
    guard case .there(let stamp) = SourceStamp.standing(at: path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return RememberedSource(path: path, learnedAt: Invented.now, stamp: stamp)
  }

  private func touch(_ name: String, _ moment: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: moment)], ofItemAtPath: shelf.file(name))
  }

  @Test("a file: as it was, another size, another time, gone, a folder in its place")
  func file() throws {
    try shelf.put(Data("one".utf8), "list")
    try touch("list", 1_000)
    let source = try source(shelf.file("list"))
    #expect(SourceStamp.state(of: source) == .unchanged)
    try shelf.put(Data("more".utf8), "list")
    try touch("list", 1_000)
    #expect(SourceStamp.state(of: source) == .changed)
    try shelf.put(Data("one".utf8), "list")
    try touch("list", 1_001)
    #expect(SourceStamp.state(of: source) == .changed)
    try touch("list", 1_000)
    #expect(SourceStamp.state(of: source) == .unchanged)
    try FileManager.default.removeItem(atPath: shelf.file("list"))
    #expect(SourceStamp.state(of: source) == .gone)
    try FileManager.default.createDirectory(
      atPath: shelf.file("list"), withIntermediateDirectories: false)
    #expect(SourceStamp.state(of: source) == .anotherKind)
  }

  @Test("a database changes with the log that SQLite keeps beside it")
  func log() throws {
    try shelf.put(Data("pages".utf8), "cache.db")
    let source = try source(shelf.file("cache.db"))
    try shelf.put(Data("newer pages".utf8), "cache.db-wal")
    #expect(SourceStamp.state(of: source) == .changed)
  }

  @Test("a folder: a file more, one less, one changed far below; a new empty folder is no change")
  func folder() throws {
    let deep = shelf.file("box/in/deep")
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    try shelf.put(Data("a".utf8), "box/a.xml")
    try shelf.put(Data("b".utf8), "box/in/deep/b.xml")
    let source = try source(shelf.file("box"))
    #expect(SourceStamp.state(of: source) == .unchanged)
    try FileManager.default.createDirectory(
      atPath: shelf.file("box/empty"), withIntermediateDirectories: false)
    #expect(SourceStamp.state(of: source) == .unchanged)
    try shelf.put(Data("bb".utf8), "box/in/deep/b.xml")
    #expect(SourceStamp.state(of: source) == .changed)
    try FileManager.default.removeItem(atPath: shelf.file("box/in"))
    #expect(SourceStamp.state(of: source) == .changed)
    try FileManager.default.removeItem(atPath: shelf.file("box"))
    try shelf.put(Data("a file".utf8), "box")
    #expect(SourceStamp.state(of: source) == .anotherKind)
  }
}
