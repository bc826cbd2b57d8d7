import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// E1's property: whatever is decided, outside of what was decided not one byte changes, and the list
/// read again holds exactly what was decided.
@Suite("Answers carried out in every list there is")
struct EditedSharedDataTests {
  /// The lists of the samples, and where they are there, those that people share.
  static let lists: [(name: String, bytes: Data)] = {
    let samples = Repository.files(below: "Samples", suffix: "opml").compactMap { url in
      (try? Data(contentsOf: url)).map { (url.lastPathComponent, $0) }
    }
    return samples + SharedLists.all.map { ($0.name, $0.bytes) }
  }()

  private struct Asked {
    var decisions: [Decision] = []
    var repairs: [Decision] = []
    var weights: [AccountKey: Double] = [:]
    var touched: Set<AccountKey> = []
    var gone: Set<AccountKey> = []
    var moved: Set<AccountKey> = []
    var thinned: Set<AccountKey> = []
    var rings: [AccountKey: String]?
    var targets: [AccountKey: Address] = [:]
  }

  private func decision(
    _ account: AccountKey, _ answer: Answer, to address: Address? = nil
  ) -> Decision {
    Decision(
      account: account, answer: answer, at: .distantPast, reason: nil, evidenceSeen: nil,
      newAddress: address)
  }

  // One in eight of each kind, some of them of two. Every second round has rings besides: then most
  // move.
  private func asked(
    _ accounts: [AccountKey], hasRings: Bool, _ chance: inout SplitMix64
  ) -> Asked {
    var asked = Asked()
    if hasRings { asked.rings = [:] }
    for (number, account) in accounts.enumerated() {
      let isFeed = account.kind == .feed
      if chance.happens(0.12) {
        asked.decisions.append(decision(account, chance.happens(0.5) ? .letGo : .archive))
        asked.gone.insert(account)
      } else if chance.happens(0.15) {
        asked.decisions.append(decision(account, .thin))
        asked.moved.insert(account)
        asked.thinned.insert(account)
      } else if chance.happens(0.1) {
        asked.decisions.append(decision(account, chance.happens(0.5) ? .keep : .hold))
      }
      if isFeed, chance.happens(0.12) {
        let target = Address("https://moved.example/\(number)?a=1&b='<\(number)>'")
        asked.repairs.append(decision(account, .repair, to: target))
        asked.targets[account] = target
      }
      if hasRings, !asked.gone.contains(account), chance.happens(0.6) {
        asked.rings?[account] = chance.happens(0.7) ? Self.close : Self.folder
        asked.moved.insert(account)
      }
      if chance.happens(0.06) { asked.weights[account] = Double(number % 7) + 0.5 }
    }
    asked.touched = asked.gone.union(asked.moved).union(asked.targets.keys)
      .union(asked.weights.keys)
    return asked
  }

  private struct Entry {
    let index: Int
    let account: AccountKey
    let address: String
  }

  private func entries(_ document: OPMLDocument) -> [Entry] {
    document.withValues { values in
      document.outlines.indices.filter { values.kind(of: $0).isAccount }.compactMap { index in
        values.address(of: index).map {
          Entry(index: index, account: AccountKey(reading: Address($0)), address: $0)
        }
      }
    }
  }

  // The document without whatever was decided upon: what may not change.
  private func untouched(_ bytes: Data, without addresses: Set<String>, folders: Set<String>) throws
    -> Data
  {
    let document = try OPMLDocument(bytes)
    var cut = Set(entries(document).filter { addresses.contains($0.address) }.map(\.index))
    document.withValues { values in
      for index in document.outlines.indices {
        if let title = values.title(of: index), folders.contains(title) { cut.insert(index) }
      }
    }
    return document.cutting(cut, dropsEmptyFolders: false)
  }

  private static let folder = "pond's \"stream\" & more"
  private static let close = "pond's close <ring>"

  // The addresses that stand somewhere below a folder of that name.
  private func addresses(in folder: String, _ document: OPMLDocument) -> Set<String> {
    Set(
      document.withValues { values in
        document.outlines.indices.compactMap { index in
          var place = document.outlines[index].parent
          while let outer = place {
            if values.title(of: outer) == folder { return values.address(of: index) }
            place = document.outlines[outer].parent
          }
          return nil
        }
      })
  }

  @Test("random answers of every kind: bytes outside of them are identical (E1, E6)")
  func property() throws {
    var chance = SplitMix64(seed: 140_001)
    let folder = Self.folder
    var tried = 0
    var answers = 0
    for list in Self.lists {
      guard let document = try? OPMLDocument(list.bytes), document.cut == nil else { continue }
      let before = entries(document)
      for round in 0..<Rounds.times(1, 40) {
        let asked = asked(
          Array(Set(before.map(\.account))).sorted(), hasRings: round % 2 == 1, &chance)
        tried += 1
        answers += asked.touched.count + 1
        let additions = [
          ListChanges.Addition(
            account: AccountKey(reading: Address("https://newcomer.example/\(round)")),
            address: Address("https://newcomer.example/\(round)"), title: "New <\(round)>",
            site: Address("https://newcomer.example/"), folder: folder)
        ]
        let made = try TrimmedOPML.write(
          original: OriginalDocument(
            format: "opml", path: list.name, bytes: list.bytes, isComplete: true),
          applying: ListChanges(
            decisions: asked.decisions, repairs: asked.repairs, weights: asked.weights,
            additions: additions, rings: asked.rings, stream: folder))
        let unmoved = Set(made.unmoved.map(\.account))
        let written = try OPMLDocument(made.bytes)
        let after = entries(written)
        let places = [folder, Self.close].map { addresses(in: $0, written) }
        #expect(
          before.allSatisfy { entry in
            guard asked.moved.contains(entry.account), !unmoved.contains(entry.account) else {
              return true
            }
            let isThinned = asked.thinned.contains(entry.account)
            let ring = isThinned ? folder : asked.rings?[entry.account] ?? folder
            return places[ring == folder ? 0 : 1]
              .contains(asked.targets[entry.account]?.written ?? entry.address)
          }, "\(list.name): whoever moves stands in the folder of their answer")
        let wanted = before.filter { !asked.gone.contains($0.account) }.map { entry in
          asked.targets[entry.account]?.written ?? entry.address
        }
        #expect(
          after.map(\.address).sorted()
            == (wanted + additions.map(\.address.written)).sorted(), "\(list.name)")
        // Whoever was not moved stands in the order in which they stood.
        let moved = asked.moved.subtracting(unmoved)
        let stayed = before.filter {
          !asked.gone.contains($0.account) && !moved.contains($0.account)
        }.map { asked.targets[$0.account]?.written ?? $0.address }
        let left = Set(stayed)
        #expect(
          after.map(\.address).filter(left.contains) == stayed || !unmoved.isEmpty,
          "\(list.name)")
        let decided = before.filter { asked.touched.contains($0.account) }
        let gone = try untouched(
          list.bytes, without: Set(decided.map(\.address)), folders: [])
        let kept = try untouched(
          made.bytes,
          without: Set(
            decided.map { asked.targets[$0.account]?.written ?? $0.address }
              + additions.map(\.address.written)),
          folders: [folder, Self.close])
        #expect(gone == kept, "\(list.name), round \(round)")
      }
    }
    #expect(Self.lists.count >= 3 && tried > 0)
    Rounds.note("E1", tried, "lists written with random answers of every kind")
    Rounds.note("E1", answers, "accounts decided upon in them")
  }

  @Test("nothing decided: every list comes back identical (E1)")
  func identical() throws {
    for list in Self.lists {
      guard let document = try? OPMLDocument(list.bytes), document.cut == nil else { continue }
      let made = try TrimmedOPML.write(
        original: OriginalDocument(
          format: "opml", path: list.name, bytes: list.bytes, isComplete: true),
        applying: ListChanges(decisions: []))
      #expect(made.bytes == list.bytes, "\(list.name)")
    }
  }
}
