import Foundation
import GRDB
import PondTestSupport
import Testing

/// Something that changes a file, to be tried with everything going wrong at one moment or
/// another. All that it may touch stands in one folder, which is put back before each try.
struct Deed: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What is run; DISK stands for the folder.
  let words: [String]
  /// What stands there before; the folder has a cache.db beside it.
  let prepare: @Sendable (PondProcess) throws -> Void
  /// What is looked at: before and after differ, and there is nothing in between.
  let state: @Sendable (PondProcess) throws -> String
  /// Whether doing it again comes to the same.
  var isRepeatable = true

  /// Every deed.
  static let all = [
    creating, importing, deciding, undoing, backingUp, restoring, exporting, overwriting,
    accompanied,
  ]

  private static let nothing = "nothing"
  // A pond file that was made and taught nothing: the digest of no bytes.
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"

  /// The digest of a pond file by its name in the folder; words where there is none.
  static func digest(_ name: String) -> @Sendable (PondProcess) throws -> String {
    { pond in
      let outcome = try pond.run("doctor", "--digest", "--pond", pond.path("disk/\(name)"))
      if outcome.code == 66 { return nothing }
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.text == empty ? nothing : outcome.text
    }
  }

  /// The bytes of a file by its name in the folder.
  static func bytes(_ name: String) -> @Sendable (PondProcess) throws -> String {
    { pond in
      FileManager.default.contents(atPath: pond.path("disk/\(name)"))
        .map { String(decoding: $0, as: UTF8.self) } ?? nothing
    }
  }
}

extension Deed {
  private static let taught: @Sendable (PondProcess) throws -> Void = { pond in
    try teach(pond, "first.db", InventedCache(feeds: 0..<3))
    try teach(pond, "Samples/ada/urls")
    #expect(try pond.run("decide", "hedge-school.example", "let-go").code == 0)
  }

  private static func teach(
    _ pond: PondProcess, _ name: String, _ cache: InventedCache? = nil
  ) throws {
    let path = try cache.map { try pond.cache(name, $0) } ?? name
    let outcome = try pond.run("import", path)
    #expect(outcome.code <= 1, "\(outcome.errors)")
  }

  static let creating = Deed(
    testDescription: "the first import, which makes the pond file",
    words: ["import", "HOME/cache.db"], prepare: { _ in }, state: digest("pond.sqlite"))

  static let importing = Deed(
    testDescription: "an import into a pond file",
    words: ["import", "HOME/cache.db"], prepare: taught, state: digest("pond.sqlite"))

  static let deciding = Deed(
    testDescription: "a decision",
    words: ["decide", "feed-1.example", "let-go"], prepare: taught, state: digest("pond.sqlite"),
    isRepeatable: false)

  static let undoing = Deed(
    testDescription: "an undo", words: ["undo"], prepare: taught, state: digest("pond.sqlite"),
    isRepeatable: false)

  static let backingUp = Deed(
    testDescription: "a backup", words: ["backup", "DISK/copy.sqlite"], prepare: taught,
    state: digest("copy.sqlite"), isRepeatable: false)

  static let restoring = Deed(
    testDescription: "a restore", words: ["restore", "HOME/copy.sqlite"],
    prepare: { pond in
      try taught(pond)
      try pond.run("backup", pond.path("copy.sqlite"))
      try teach(pond, "second.db", InventedCache(feeds: 2..<5))
    }, state: digest("pond.sqlite"))

  static let exporting = Deed(
    testDescription: "an export to a new file", words: ["export", "newsboat", "-o", "DISK/urls"],
    prepare: taught, state: bytes("urls"), isRepeatable: false)

  static let overwriting = Deed(
    testDescription: "an export over a file",
    words: ["export", "newsboat", "--force", "-o", "DISK/urls"],
    prepare: { pond in
      try taught(pond)
      try "what was there\n"
        .write(toFile: pond.path("disk/urls"), atomically: false, encoding: .utf8)
    }, state: bytes("urls"))

  static let accompanied = Deed(
    testDescription: "an export with a file beside it",
    words: ["export", "mastodon", "--force", "-o", "DISK/following.csv"],
    prepare: { pond in
      for name in ["following_accounts", "lists"] {
        try teach(pond, "Samples/mastodon/\(name).csv")
      }
      #expect(try pond.run("decide", "pipkin@loud.example", "let-go").code == 0)
      for name in ["following.csv", "lists.csv"] {
        try "what was there\n"
          .write(toFile: pond.path("disk/\(name)"), atomically: false, encoding: .utf8)
      }
    },
    state: { pond in
      // The file beside it is whole, too, and never newer than what it goes with says.
      let list = try bytes("following.csv")(pond)
      let beside = try bytes("lists.csv")(pond)
      let isOld = beside == "what was there\n"
      let isNew = beside.hasPrefix("Boats,edda@") && beside.hasSuffix("Workshop.example\n")
      guard isOld ? list == "what was there\n" : isNew else { return "torn: \(beside)" }
      return list
    })
}

/// A deed, ready to be tried again and again.
struct Trial {
  let deed: Deed
  let pond: PondProcess
  /// What was there before.
  let before: String
  /// What is there when all went well.
  let after: String
  /// The operations on files that it takes when all goes well.
  let operations: [String]
  /// How long it takes.
  let seconds: Double
  private let names: Set<String>

  init(_ deed: Deed) throws {
    var pond = try PondProcess()
    pond.environment["POND_FILE"] = pond.path("disk/pond.sqlite")
    self.deed = deed
    _ = try pond.cache("cache.db", InventedCache(feeds: 2..<8, posts: 25))
    try FileManager.default.createDirectory(
      atPath: pond.path("disk"), withIntermediateDirectories: true)
    try deed.prepare(pond)
    try FileManager.default.copyItem(atPath: pond.path("disk"), toPath: pond.path("start"))
    before = try deed.state(pond)
    var listening = pond
    listening.listen(below: "disk")
    let clock = ContinuousClock.now
    #expect(try listening.run(Self.words(deed, pond)).code == 0)
    seconds = Double((ContinuousClock.now - clock) / .seconds(1))
    operations = listening.heard()
    after = try deed.state(pond)
    names = Set(pond.names(in: "disk"))
    self.pond = pond
    #expect(before != after && !operations.isEmpty)
  }

  /// What is run.
  static func words(_ deed: Deed, _ pond: PondProcess) -> [String] {
    deed.words.map {
      $0.replacing("DISK", with: pond.path("disk")).replacing("HOME", with: pond.home.path)
    }
  }

  /// What is run.
  var words: [String] { Self.words(deed, pond) }

  /// Puts everything back to the beginning.
  func reset() throws {
    try FileManager.default.removeItem(atPath: pond.path("disk"))
    try FileManager.default.copyItem(atPath: pond.path("start"), toPath: pond.path("disk"))
  }

  /// Files in the folder that belong neither to the beginning nor to the end
  /// (a journal is no leftover: it is how the next Pond puts the beginning back).
  var leftovers: [String] {
    pond.names(in: "disk").filter {
      !names.contains($0) && !["pond.sqlite-journal", "backups"].contains($0)
    }
  }

  /// What is there must be the one or the other, whole and sound; and the same command again must
  /// come to the end.
  func expectWhole(_ what: String) throws -> String {
    let state = try deed.state(pond)
    #expect([before, after].contains(state), "\(what): something in between")
    try expectSound(what)
    if deed.isRepeatable {
      let again = try pond.run(words)
      #expect(again.code == 0, "\(what), again: \(again.errors)")
      #expect(try deed.state(pond) == after, "\(what), again")
    }
    return state
  }

  private func expectSound(_ what: String) throws {
    let file = pond.path("disk/pond.sqlite")
    guard FileManager.default.fileExists(atPath: file) else { return }
    let queue = try DatabaseQueue(path: file)
    let said = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    try queue.close()
    #expect(said == ["ok"], "\(what)")
  }
}
