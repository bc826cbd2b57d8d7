import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Trimming the lists that people share", .enabled(if: !SharedLists.all.isEmpty))
struct TrimmedSharedDataTests {
  private func trim(_ list: SharedLists.List, _ gone: Set<AccountKey>) throws -> TrimmedList {
    let decisions = gone.map {
      Decision(account: $0, answer: .letGo, at: .distantPast, reason: nil, evidenceSeen: nil)
    }
    return try TrimmedOPML.write(
      original: OriginalDocument(
        format: "opml", path: list.name, bytes: list.bytes, isComplete: true),
      removing: Removals(standing: decisions))
  }

  private func keys(_ bytes: Data) throws -> [AccountKey] {
    let document = try OPMLDocument(bytes)
    return document.withValues { values in
      document.outlines.indices.filter { values.kind(of: $0).isAccount }
        .compactMap { values.address(of: $0) }.map { AccountKey(reading: Address($0)) }
    }
  }

  @Test("no decisions: every list comes back identical (E1)")
  func identical() throws {
    for list in SharedLists.all { #expect(try trim(list, []).bytes == list.bytes, "\(list.name)") }
  }

  @Test("one in ten let go: those lines are missing, every other line is as it was (E1)")
  func oneInTen() throws {
    var chance = SplitMix64(seed: 1_150)
    for list in SharedLists.all {
      let all = try keys(list.bytes)
      let gone = Set(all.filter { _ in chance.happens(0.1) })
      let trimmed = try trim(list, gone)
      #expect(try keys(trimmed.bytes) == all.filter { !gone.contains($0) }, "\(list.name)")
      #expect(trimmed.removed.count == all.count { gone.contains($0) }, "\(list.name)")
      #expect(ink(trimmed.bytes) == (try left(list.bytes, gone)), "\(list.name)")
      #expect(hasItsLines(trimmed.bytes, list.bytes), "\(list.name)")
      let isWellFormed = XMLCheck.wellFormedness(of: trimmed.bytes) == nil
      #expect(isWellFormed || !list.isWellFormed, "\(list.name)")
    }
  }

  // What is left when the elements are taken out, blanks aside: only blanks may go besides.
  private func left(_ list: Data, _ gone: Set<AccountKey>) throws -> [UInt8] {
    let document = try OPMLDocument(list)
    var bytes = Array(list)
    document.withValues { values in
      for index in document.outlines.indices where values.kind(of: index).isAccount {
        guard let address = values.address(of: index).map(Address.init) else { continue }
        guard gone.contains(AccountKey(reading: address)) else { continue }
        for place in document.outlines[index].element { bytes[place] = UInt8(ascii: " ") }
      }
    }
    return ink(bytes)
  }

  private func ink(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.filter { $0 > 0x20 } }

  // Whether every line of the one is a line of the other, or the rest of one that held more.
  private func hasItsLines(_ part: Data, _ whole: Data) -> Bool {
    let lines = Set(whole.split(separator: 0x0A).map { Data($0) })
    return part.split(separator: 0x0A).allSatisfy { line in
      let rest = ink(line)
      return lines.contains(Data(line))
        || lines.contains { ink($0).suffix(rest.count) == rest[...] }
        || whole.count / max(lines.count, 1) > 1_000
    }
  }

  @Test(
    "newsboat and listparser read from a trimmed list what Pond says remains",
    .enabled(if: OtherReaders.areThere))
  func otherReaders() throws {
    var chance = SplitMix64(seed: 2_026)
    for list in SharedLists.all where list.isWellFormed {
      let all = try keys(list.bytes)
      let trimmed = try trim(list, Set(all.filter { _ in chance.happens(0.1) }))
      let document = try OPMLDocument(trimmed.bytes)
      let remaining = Set(
        document.withValues { values in
          document.outlines.indices.filter { values.kind(of: $0) == .feed }
            .compactMap { values.address(of: $0) }
        })
      let byListparser = try OtherReaders.listparser(trimmed.bytes)
      #expect(remaining.isSubset(of: byListparser), "\(list.name)")
      #expect(
        byListparser.subtracting(remaining).allSatisfy { !$0.hasPrefix("http") }, "\(list.name)")
      let byNewsboat = try OtherReaders.newsboat(trimmed.bytes)
      #expect(remaining.isSubset(of: byNewsboat), "\(list.name)")
    }
  }
}
