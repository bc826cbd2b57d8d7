import Foundation
import PondTestSupport

@testable import PondGraph

/// Ada's pond, learned once and copied for each test.
enum AdaPond {
  static let now = Date(timeIntervalSince1970: 1_780_300_800)  // 2026-06-01T08:00:00Z

  private static let learned = Result {
    let shelf = try Shelf()
    let pond = try Pond(at: shelf.file("ada.sqlite"), for: .learning)
    for name in ["subscriptions.opml", "urls", "cache.db", "feeds"] {
      let path = Repository.url("Samples/ada/\(name)").path
      try pond.learn(path, Pond.ReadingOptions(now: now)) { _ in }
    }
    return try shelf.bytes("ada.sqlite")
  }

  /// Puts a fresh copy on a shelf.
  static func put(on shelf: Shelf) throws {
    try shelf.put(learned.get(), "pond.sqlite")
  }

  /// Opens the copy, as a new process would.
  static func open(_ shelf: Shelf, _ purpose: Pond.Purpose = .deciding) throws -> Pond {
    try Pond(at: shelf.file("pond.sqlite"), for: purpose)
  }
}
