import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Mutated files through the command (T-I06)", .serialized)
  struct MutationTests {
    static let inputs = [
      "Samples/ada/subscriptions.opml", "Samples/ada/urls", "Samples/ada/feeds/salt-marsh.xml",
      "Samples/ada/feeds/lantern-yard.xml", "Samples/ada/feeds/back-row.json",
      "Samples/ada/answers.txt",
    ]

    @Test("no crash, no hang, no fault of Pond's own: exit 0, 1 or 65", arguments: inputs)
    func mutated(path: String) throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let isAnswers = path.hasSuffix("answers.txt")
      if isAnswers { try pond.run("import", "Samples/ada/subscriptions.opml") }
      let bytes = Array(try Data(contentsOf: Repository.url(path)).prefix(20_000))
      var chance = SplitMix64(seed: 6)
      let rounds = Rounds.times(3, 200)
      Rounds.note("T-I06", rounds, "mutated files of 6 formats through the command")
      for number in 0..<rounds {
        let file = pond.path("mutant-\(number)-" + (path.split(separator: "/").last ?? ""))
        try Data(mutate(bytes, &chance)).write(to: URL(fileURLWithPath: file))
        let outcome =
          isAnswers
          ? try pond.run("decide", "--dry-run", "--from", file)
          : try pond.run(number.isMultiple(of: 2) ? "inspect" : "import", file)
        let isFine =
          [0, 1, 65].contains(outcome.code) && outcome.processorSeconds < 5
          && isHarmless(outcome.text) && isHarmless(outcome.errors)
        #expect(isFine, "\(number): \(outcome.code) \(outcome.errors)")
        if outcome.code == 65 { expectBlock(outcome.errors) }
        if isFine { unlink(file) } else { keep(file) }
      }
    }

    // What broke something is kept where the person who looks after it finds it.
    private func keep(_ file: String) {
      let name = "pond-" + (file.split(separator: "/").last ?? "")
      let place = FileManager.default.temporaryDirectory.appendingPathComponent(name)
      try? FileManager.default.copyItem(atPath: file, toPath: place.path)
    }

    private func mutate(_ bytes: [UInt8], _ chance: inout SplitMix64) -> [UInt8] {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...8, using: &chance) {
        guard !mutant.isEmpty else { return mutant }
        let place = Int.random(in: 0..<mutant.count, using: &chance)
        let end = min(place + Int.random(in: 1...60, using: &chance), mutant.count)
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: mutant[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: mutant.removeSubrange(place..<end)
        case 2: mutant.insert(contentsOf: mutant[place..<end], at: place)
        case 3: mutant.removeSubrange(place...)
        case 4: mutant.insert(contentsOf: Self.spice.randomElement(using: &chance) ?? [], at: place)
        default: mutant.replaceSubrange(place..<end, with: repeatElement(0, count: end - place))
        }
      }
      return mutant
    }

    private static let spice: [[UInt8]] = [
      Array("<!DOCTYPE x [<!ENTITY a \"b\">]>".utf8), Array("]]>".utf8), Array("<![CDATA[".utf8),
      Array("&#0;&#x110000;&nope;".utf8), Array("\"'<>".utf8), Array("<!--".utf8),
      Array("1e999999".utf8), Array("\\ud800".utf8), [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
      [0xC0, 0x80],
      Array("99999999999999999999".utf8), Array("\u{202E}\u{1B}[2J".utf8), [0x0D], [0x0A, 0x0A],
    ]
  }
}
