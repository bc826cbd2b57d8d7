import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("OPML: damaged at random (T-I06)")
struct OPMLMutationTests {
  private static let seeds: [Data] = (Repository.files(below: "Samples", suffix: "opml"))
    .compactMap { try? Data(contentsOf: $0) }.filter { $0.count < 1 << 15 }

  private static let pieces = [
    "<", ">", "\"", "'", "&", "/", "=", "\0", "<!--", "-->", "]]>", "<![CDATA[", "</outline>",
    "<outline ", "xmlUrl=\"", " xmlUrl='https://x.example/' ", "<!DOCTYPE a [", "&#", "&amp;",
    "\u{FF}", "é", "\r\n", "encoding=\"utf-16\"", "isComment=\"true\"", "</body>", "</opml>",
  ].map { Array($0.utf8) }

  private func mutated(_ seed: Data, _ chance: inout SplitMix64) -> Data {
    var bytes = Array(seed)
    for _ in 0..<Int.random(in: 1...6, using: &chance) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      let end = min(bytes.count, place + Int.random(in: 0..<80, using: &chance))
      switch Int.random(in: 0..<6, using: &chance) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeSubrange(place...)
      default:
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &chance)]
        bytes.insert(contentsOf: piece, at: place)
      }
    }
    return Data(bytes)
  }

  @Test(
    "1,000 spoiled lists: refused, or every outline accounted for and the original kept",
    .enabled(if: !seeds.isEmpty))
  func mutations() throws {
    var chance = SplitMix64(seed: 1_000)
    let options = ImportOptions(now: .distantPast, takesPartial: true)
    let start = ThreadTime.spent
    for round in 0..<1_000 {
      let bytes = mutated(Self.seeds[round % Self.seeds.count], &chance)
      let source = ImportSource(path: "list.opml", bytes: bytes)
      let result: (imported: Imported, tally: OPMLTally)
      do {
        result = try OPMLImport().tallied(source, options: options)
      } catch is ImportFailure {
        continue
      }
      let tally = result.tally
      #expect(tally.accounts + tally.folders + tally.skipped == tally.seen, "round \(round)")
      let document = try #require(result.imported.original)
      try checkTrims(document, result.imported, &chance, round)
    }
    #expect(ThreadTime.spent - start < .seconds(120))
  }

  private func checkTrims(
    _ document: OriginalDocument, _ imported: Imported, _ chance: inout SplitMix64, _ round: Int
  ) throws {
    let nothing = Removals(standing: [])
    guard document.isComplete else {
      #expect(throws: ExportFailure.self) {
        try TrimmedOPML.write(original: document, removing: nothing)
      }
      return
    }
    #expect(
      try TrimmedOPML.write(original: document, removing: nothing).bytes == document.bytes,
      "round \(round)")
    let gone = Set(imported.accounts.map(\.key).filter { _ in chance.happens(0.3) })
    let removals = Removals(
      standing: gone.map {
        Decision(account: $0, answer: .letGo, at: .distantPast, reason: nil, evidenceSeen: nil)
      })
    // A list that cannot be cut safely is refused by the check of the result, never handed out.
    do {
      let trimmed = try TrimmedOPML.write(original: document, removing: removals)
      #expect(trimmed.remaining.isDisjoint(with: gone), "round \(round)")
    } catch let failure as ExportFailure {
      Issue.record("round \(round): \(failure.sentence)")
    }
  }
}
