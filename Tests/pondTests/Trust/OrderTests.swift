import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Twice, and in every order (T-S09)", .serialized)
  struct OrderTests {
    @Test("any order of the same files, each once or twice, comes to one digest")
    func orders() throws {
      let inputs = ["Samples/ada/subscriptions.opml", "Samples/ada/urls", "CACHE"]
      var digests: Set<String> = []
      let orders = Rounds.some(3, of: permutations(inputs))
      Rounds.note("T-S09", orders.count, "orders of three files")
      for (number, order) in orders.enumerated() {
        let pond = try PondProcess()
        defer { pond.remove() }
        // It overlaps with Ada's list, and is smaller than her own.
        let cache = try pond.cache()
        let once = order.map { $0 == "CACHE" ? cache : $0 }
        for path in number.isMultiple(of: 2) ? once : once + once.reversed() {
          #expect(try pond.run("import", path).code <= 1, "\(order)")
        }
        let digest = try pond.soundDigest()
        digests.insert(digest)
        let again = try pond.run(["import"] + once)
        #expect(again.code <= 1, "again: \(order)")
        #expect(try pond.soundDigest() == digest, "again: \(order)")
      }
      #expect(digests.count == 1, "\(digests)")
    }

    @Test("one's own export, imported again, changes nothing; two exports are the same bytes")
    func ownExport() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let list = "Samples/ada/subscriptions.opml"
      #expect(try pond.run("import", list).code <= 1)
      let digest = try pond.soundDigest()
      #expect(try pond.run("export", "opml", "-o", pond.path("one.opml")).code == 0)
      #expect(try pond.run("export", "opml", "-o", pond.path("two.opml")).code == 0)
      let one = FileManager.default.contents(atPath: pond.path("one.opml"))
      #expect(one != nil && one == FileManager.default.contents(atPath: pond.path("two.opml")))
      #expect(one == FileManager.default.contents(atPath: Repository.url(list).path))
      #expect(try pond.run("import", pond.path("one.opml")).code <= 1)
      #expect(try pond.soundDigest() == digest)
      #expect(try pond.run("export", "opml", "--list", pond.path("one.opml")).output == one)
    }

    @Test("the same pond file and the same moment give the same bytes")
    func repeatable() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", "Samples/ada/subscriptions.opml", "Samples/ada/urls")
      try pond.run("import", pond.cache())
      for words in [
        ["list", "--known"], ["list", "--json"], ["plan"], ["plan", "--json"],
        ["review", "--print"], ["review"],
        ["why", "--json", "feed-1.example"], ["inspect", "--json", "Samples/ada/urls"],
        ["export", "opml"], ["doctor", "--json"],
      ] {
        let outcomes = try (0..<2).map { _ in try pond.run(words) }
        #expect(outcomes[0].code <= 1 && outcomes[0].output == outcomes[1].output, "\(words)")
        #expect(outcomes[0].errors == outcomes[1].errors, "\(words)")
      }
    }

    private func permutations(_ items: [String]) -> [[String]] {
      guard items.count > 1 else { return [items] }
      return items.indices.flatMap { index in
        var rest = items
        let first = rest.remove(at: index)
        return permutations(rest).map { [first] + $0 }
      }
    }
  }
}
