import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Every release's pond file (T-S20)")
struct FrozenPondTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
  }

  private func thaw(_ name: String) throws {
    let frozen = Repository.url("Tests/PondGraphTests/Frozen/\(name)")
    try shelf.put(Data(contentsOf: frozen), "pond.sqlite")
    chmod(shelf.file("pond.sqlite"), 0o600)
  }

  @Test("the one of 0.1 is brought up to date: nothing that was known or said is lost")
  func first() throws {
    try thaw("pond-0.1.sqlite")
    let pond = try shelf.pond()
    #expect(try pond.schemaVersion == Schema.migrations.count)
    let report = try PondStore.doctor(path: shelf.file("pond.sqlite"), deep: true)
    #expect(report.isSound, "\(report.findings)")
    #expect(report.accounts == 77 && report.posts == 27 && report.decisions == 2)
    let journal = try pond.journal()
    #expect(journal.map(\.decision.answer) == [.letGo, .keep])
    #expect(journal.map { $0.undoneAt == nil } == [true, false])
    #expect(journal.first?.decision.reason == "too loud")
    #expect(try pond.allowedHosts() == ["nas.local:8080"])
    let urls = try pond.originals(format: "newsboat-urls").first
    #expect(
      urls?.sha256 == "a8b440adbfeb4e944a092717798400d2a778209b4c076e6f70e4ff5256bd0f18")
    let hedgeSchool = try pond.accounts().first { $0.title == "Hedge School" }
    #expect(hedgeSchool?.isFollowed == true)
  }

  @Test("what has to be imported again is said, until it was (I9)")
  func again() throws {
    try thaw("pond-0.1.sqlite")
    let pond = try shelf.pond()
    let earlier = try pond.earlierImports()
    #expect(earlier.count == 10 && earlier.allSatisfy { !$0.hasPrefix("/fetched/") })
    let doctor = try PondStore.doctor(path: shelf.file("pond.sqlite"), deep: false)
    #expect(doctor.findings.contains { $0.sentence.contains(earlier[0]) && !$0.isTrouble })
    let urls = try #require(earlier.first { $0.hasSuffix("urls") })
    var again = Imported(path: urls, format: "newsboat-urls")
    again.accounts = [Invented.mention("ada")]
    _ = try pond.write(again, at: Invented.now)
    #expect(try pond.earlierImports() == earlier.filter { $0 != urls })
  }

  @Test("it is brought up to date once, and everything can be done with it")
  func used() throws {
    try thaw("pond-0.1.sqlite")
    let digest = try shelf.pond().logicalDigest()
    #expect(try shelf.pond().logicalDigest() == digest)
    let pond = try shelf.pond()
    _ = try pond.evidence(now: Invented.now, of: .known)
    _ = try pond.write(
      Invented.feed("f.xml", "new", [Invented.post("new", "1", -1)]), at: Invented.now)
    try pond.append(Invented.decision("new", .keep))
    try pond.backup(to: shelf.file("copy"))
    #expect(try shelf.pond("copy").logicalDigest() == pond.logicalDigest())
  }
}
