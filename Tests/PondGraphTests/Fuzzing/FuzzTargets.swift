import Foundation
import PondGraph

/// What is fed with bytes that nobody foresaw: the readers of files of others, one at a time. A target
/// may refuse its bytes with an error; it must not crash, hang, or read where nothing is.
///
/// `make fuzz` calls them under libFuzzer and AddressSanitizer; `make test` replays every file of
/// Tests/Fuzz/FailCases and a part of the samples.
enum FuzzTarget: String, CaseIterable {
  case opml, feed, json, csv, car, archive, urls, history, dates, addresses, decisions, terminal
  case pond

  /// Where its seeds are, below the repository.
  var seeds: [String] {
    switch self {
    case .opml: ["Samples/ada/subscriptions.opml", "Samples/broken"]
    case .feed: ["Samples/ada/feeds"]
    case .json: ["Samples/bluesky", "Samples/nostr", "Samples/greader"]
    case .csv: ["Samples/mastodon", "Samples/fediverse"]
    case .car: ["Samples/bluesky"]
    case .archive: ["Samples/youtube", "Tests/Fuzz/Seeds/archive"]
    case .urls: ["Samples/ada/urls"]
    case .history: ["Samples/bookmarks"]
    case .decisions: ["Samples/ada/answers.txt"]
    case .dates, .addresses, .terminal: ["Tests/Fuzz/Seeds/\(rawValue)"]
    case .pond: ["Tests/PondGraphTests/Frozen"]
    }
  }

  /// Feeds it, with a folder for what must lie in a file.
  func run(_ bytes: Data, in folder: URL) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .opml: read(bytes, "opml", folder)
    case .feed: read(bytes, "feed", folder)
    case .csv: read(bytes, "mastodon-following", folder)
    case .urls: read(bytes, "newsboat-urls", folder)
    case .json, .car, .archive, .history: read(bytes, nil, folder)
    case .dates: _ = FeedDate.parse(text)
    case .addresses:
      let address = Address(text)
      _ = (address.canonical, address.masked, AccountKey(reading: address), WebAddress(text))
    case .decisions: _ = try? DecisionFile(parsing: text, path: "answers")
    case .terminal: Self.escape(text)
    case .pond: Self.open(bytes, folder)
    }
  }

  private func read(_ bytes: Data, _ format: String?, _ folder: URL) {
    let path = folder.appendingPathComponent(rawValue).path
    _ = FileManager.default.createFile(atPath: path, contents: bytes)
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    for partial in [false, true] {
      let options = ImportOptions(now: now, takesPartial: partial, me: "me@home.example")
      _ = try? Importers.read(path, as: format, options: options)
    }
  }

  private static func escape(_ text: String) {
    let line = Sanitize.line(text)
    precondition(line.unicodeScalars.allSatisfy(Sanitize.isHarmless), "something acts")
    precondition(Sanitize.line(line) == line, "escaping twice is not escaping once")
  }

  private static func open(_ bytes: Data, _ folder: URL) {
    let path = folder.appendingPathComponent("pond.sqlite").path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    _ = FileManager.default.createFile(atPath: path, contents: bytes)
    _ = try? PondStore.doctor(path: path, deep: true)
    guard let pond = try? PondStore.open(path: path, mode: .reading) else { return }
    _ = try? pond.accounts()
    _ = try? pond.journal()
    _ = try? pond.logicalDigest()
    _ = try? pond.fetchMemories(.feed)
  }
}
