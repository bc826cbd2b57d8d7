import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("A folder as a person keeps it")
struct MixedFolderTests {
  private let options = ImportOptions(now: Date(timeIntervalSince1970: 1_780_300_800))

  @Test("lists, databases and feeds below it are each read by the importer that knows them (I2)")
  func readsEverything() throws {
    let inputs = try Importers.read(
      Repository.url("Samples/ada").path, as: nil, options: options)
    let formats = Set(inputs.map(\.format))
    #expect(formats.isSuperset(of: ["opml", "newsboat-urls", "newsboat-cache", "feed-folder"]))
    #expect(inputs.filter { $0.format == "opml" }.count == 1)
    #expect(inputs.filter { $0.format == "newsboat-cache" }.count == 1)
  }

  @Test("what nobody knows is named, once, and what somebody read is not (I1)")
  func namesTheRest() throws {
    let inputs = try Importers.read(
      Repository.url("Samples/ada").path, as: nil, options: options)
    let named = inputs.flatMap(\.skipped).map(\.what).filter { $0.contains("/") }
    #expect(named.filter { $0.hasSuffix("answers.txt") }.count == 1)
    #expect(named.filter { $0.hasSuffix("README.md") }.count == 1)
    #expect(!named.contains { $0.hasSuffix("subscriptions.opml") || $0.hasSuffix("cache.db") })
  }

  @Test("one bad file costs no other, and is named as a loss (T-I05)")
  func oneBadFile() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-mixed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["truncated.opml", "utf16.opml"] {
      try FileManager.default.copyItem(
        at: Repository.url("Samples/broken/\(name)"), to: folder.appendingPathComponent(name))
    }
    let inputs = try Importers.read(folder.path, as: nil, options: options)
    #expect(inputs.flatMap(\.accounts).count == 7)
    let losses = inputs.flatMap(\.skipped).filter(\.isLoss)
    #expect(losses.count == 1)
    #expect(losses.first?.what.hasSuffix("truncated.opml") == true)
  }

  @Test("a folder without anything known is refused with what it looks like")
  func refusesEmpty() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-empty-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(throws: ImportFailure.self) {
      try Importers.read(folder.path, as: nil, options: options)
    }
  }
}
