import Foundation
import PondTestSupport
import Testing

/// The main job as Ada would do it: import, list, plan, why, decide, export, undo.
@Suite("The main job, end to end")
struct MainJobTests {
  static let inputs = ["subscriptions.opml", "urls", "cache.db", "feeds"].map {
    "Samples/ada/\($0)"
  }

  /// A pond that has learned everything of Ada's: a copy of one that did, for to learn takes a while.
  static func ada() throws -> PondProcess {
    let pond = try PondProcess()
    let folder = pond.pondFile.deletingLastPathComponent()
    try FileManager.default.copyItem(at: try learned.get(), to: folder)
    return pond
  }

  // Written once, before the end of the process reads it.
  private nonisolated(unsafe) static var home: URL?

  /// The folder of a pond file that holds Ada's, made once and removed when the tests end.
  private static let learned = Result {
    let pond = try PondProcess()
    home = pond.home
    atexit { if let home = MainJobTests.home { try? FileManager.default.removeItem(at: home) } }
    let outcome = try pond.run(["import"] + inputs)
    #expect(outcome.code <= 1, "\(outcome.errors)")
    return pond.pondFile.deletingLastPathComponent()
  }

  static func accounts(_ pond: PondProcess, _ arguments: String...) throws -> [[String: Any]] {
    let outcome = try pond.run(["list", "--json"] + arguments)
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    return object?["accounts"] as? [[String: Any]] ?? []
  }

  @Test("importing says what was new, and the second time that nothing was (I3)")
  func importIsIdempotent() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    let digest = try pond.run("doctor", "--digest").text
    let again = try pond.run(["import"] + Self.inputs)
    #expect(again.text.contains("subscriptions.opml (opml): nothing new"))
    #expect(!again.text.contains(" new,"))
    #expect(try pond.run("doctor", "--digest").text == digest)
  }

  @Test("the twelve archetypes come out as they should, from files (model.md §10)")
  func archetypes() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    let expected = [
      "Lantern Yard": "keep", "Thirty Days of Brass": "keep", "The Weekly Kiln": "archive",
      "Korsund Harbour Wire": "thin", "Pip Halloran, all day long": "let-go",
      "Salt Marsh Letters": "keep", "Small Hours": "keep", "The Other Side of the Canal": "keep",
      "New at Number Nine": "wait", "First Frost": "wait", "Changes Rung": "repair",
      "The Night Ferry": "repair",
    ]
    let accounts = try Self.accounts(pond)
    for (title, verdict) in expected {
      let account = accounts.first { $0["title"] as? String == title }
      #expect(account?["verdict"] as? String == verdict, "\(title)")
    }
  }

  @Test("every suggestion carries both sides, what would change it, and what was seen (R3)")
  func casesAreWhole() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    for account in try Self.accounts(pond) {
      let sides = account["case"] as? [String: [String]] ?? [:]
      #expect(sides.count == 4)
      #expect(
        sides.values.allSatisfy { !$0.isEmpty && !$0.contains("") }, "\(account["title"] ?? "")")
    }
  }

  @Test("with no decision the OPML leaves as it came, byte for byte (E1)")
  func untouchedListIsIdentical() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    for (format, file) in [("opml", "subscriptions.opml"), ("newsboat", "urls")] {
      let original = try Data(contentsOf: Repository.url("Samples/ada/\(file)"))
      #expect(try pond.run("export", format).output == original)
    }
  }

  @Test("answers cut exactly their entries; undo and export give the earlier list again (E1, E3)")
  func answersCutAndUndoRestores() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    let before = try pond.run("export", "opml").output
    let refused = try pond.run("decide", "--from", "Samples/ada/answers.txt")
    #expect(refused.code == 64, "an answer for many asks first (T-S11)")
    #expect(refused.errors.contains("11 answers"))
    #expect(try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes").code == 0)
    let after = try pond.run("export", "opml").output
    let (old, new) = (Set(before.split(separator: 0x0A)), Set(after.split(separator: 0x0A)))
    // Who is thinned moves into the folder for the stream: the line of the folder is all that is new (E6).
    let added = new.subtracting(old).map { String(decoding: $0, as: UTF8.self) }
    #expect(added.count == 1 && added.allSatisfy { $0.contains("text=\"stream\"") })
    // Seven leave; one of them stands in two folders, and both of its entries go.
    #expect(old.subtracting(new).count == 8)
    for _ in 1...11 { #expect(try pond.run("undo").code == 0) }
    #expect(try pond.run("undo").code == 64)
    #expect(try pond.run("export", "opml").output == before)
  }

  @Test("an answer outranks the figures, and is not asked again (S8, R6)")
  func answerOutranks() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    #expect(try pond.run("review", "--print", "--limit", "0").text.contains("Pip Halloran"))
    #expect(try pond.run("decide", "Pip Halloran", "keep", "--reason", "family").code == 0)
    let pip = try Self.accounts(pond).first { ($0["title"] as? String)?.hasPrefix("Pip") == true }
    #expect(pip?["verdict"] as? String == "keep")
    #expect(pip?["decision"] as? String == "keep")
    #expect(try !pond.run("review", "--print", "--limit", "0").text.contains("Pip Halloran"))
    #expect(try pond.run("journal").text.contains("family"))
  }

  @Test("review --edit takes what the editor saved; untouched, it decides nothing (R5)")
  func reviewInAnEditor() throws {
    var pond = try Self.ada()
    defer { pond.remove() }
    pond.environment["EDITOR"] = "true"
    let untouched = try pond.run("review", "--edit")
    #expect(untouched.errors.contains("nothing was changed"))
    #expect(try pond.run("journal").text.isEmpty)
    pond.environment["EDITOR"] = "sed -i s/^skip/let-go/"
    #expect(try pond.run("review", "--edit", "--limit", "3").code == 0)
    #expect(try pond.run("journal").lines.filter { $0.contains("let-go") }.count == 3)
    pond.environment["EDITOR"] = "sed -i s/^skip/drop/"
    let slip = try pond.run("review", "--edit", "--limit", "3")
    #expect(slip.code == 65)
    #expect(slip.errors.contains("Your answers are kept in"))
  }

  @Test("a secret in an address is printed nowhere but in the trimmed list (I8)")
  func secretsStayInside() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    let list = try String(
      contentsOf: Repository.url("Samples/ada/subscriptions.opml"), encoding: .utf8)
    let token = try #require(list.firstMatch(of: /token=([A-Za-z0-9]+)/)?.output.1)
    for arguments in [
      ["list"], ["list", "--json"], ["plan", "--limit", "0"], ["plan", "--json"],
      ["review", "--print", "--limit", "0"], ["review", "--limit", "0"],
      ["inspect", Self.inputs[0], "--limit", "0"],
      ["inspect", Self.inputs[0], "--json", "--limit", "0"],
    ] {
      let outcome = try pond.run(arguments)
      #expect(!outcome.text.contains(token) && !outcome.errors.contains(token), "\(arguments)")
    }
    #expect(try pond.run("export", "opml").text.contains(token))
  }

  @Test("what a person sees: list, plan, why, journal at 80 columns")
  func snapshots() throws {
    let pond = try Self.ada()
    defer { pond.remove() }
    for arguments in [["list", "--format", "table"], ["plan"], ["why", "Harbour Wire"]] {
      let lines = try pond.run(arguments).lines
      let wide = lines.filter { $0.count > 80 }
      #expect(wide.isEmpty, "\(arguments[0]) is wider than the terminal")
    }
    try expectSnapshot(try pond.run("list", "--format", "table").text, named: "list")
    try expectSnapshot(try pond.run("plan").text, named: "plan")
    try expectSnapshot(try pond.run("why", "Harbour Wire").text, named: "why-thin")
    try expectSnapshot(try pond.run("why", "Small Hours").text, named: "why-keep")
    try expectSnapshot(try pond.run("why", "Changes Rung").text, named: "why-repair")
    try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes")
    try expectSnapshot(try pond.run("journal", "--format", "table").text, named: "journal")
  }
}
