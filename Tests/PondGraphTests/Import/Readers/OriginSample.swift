import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// A sample of one origin, copied to a folder of the test's own, so that it can be changed.
struct OriginSample {
  let shelf: Shelf
  /// The copy: a file or a folder.
  let path: String

  /// Copies `Samples/PATH`.
  init(_ sample: String) throws {
    shelf = try Shelf()
    path = shelf.file(Repository.url("Samples/\(sample)").lastPathComponent)
    try FileManager.default.copyItem(
      atPath: Repository.url("Samples/\(sample)").path, toPath: path)
  }

  /// Changes a database, as its own program would.
  func change(_ sql: String, in name: String = "") throws {
    let queue = try DatabaseQueue(path: name.isEmpty ? path : "\(path)/\(name)")
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// What Pond reads in it, asked for no format.
  func inputs(takesPartial: Bool = false) throws -> [Imported] {
    try Importers.read(
      path, as: nil,
      options: ImportOptions(now: Invented.now, takesPartial: takesPartial))
  }

  /// What the importer of a format reads in it, which must be the one that knows it.
  func input(_ format: String) throws -> Imported {
    try #require(try inputs().first { $0.format == format })
  }
}

extension Imported {
  /// The acts in short: what was done with which post.
  var shortActs: Set<String> {
    Set(acts.map { "\($0.kind.rawValue) \($0.post?.names.first ?? "-")" })
  }

  /// The acts with pages in short.
  var shortPages: [String] {
    pageActs.map {
      "\($0.kind.rawValue) \($0.address.written) \(Int($0.at?.timeIntervalSince1970 ?? 0))"
    }
  }

  func act(_ kind: ActKind, _ post: String) -> Act? {
    acts.first { $0.kind == kind && $0.post?.names.first == post }
  }

  func post(_ id: String) -> Post? { posts.first { $0.id.names.first == id } }

  func account(_ value: String) -> AccountMention? { accounts.first { $0.key.value == value } }
}

func seconds(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }
