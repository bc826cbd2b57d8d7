import Foundation
import PondTestSupport
import Testing

/// `pond export --as-of`: the journal rebuilds any past list (E3).
@Suite("The list as it was (E3)")
struct PastListTests {
  private static let names = ["Ash", "Beech", "Cedar", "Elm", "Fir", "Oak"]

  /// A list of these, as a reader would write it.
  private func list(_ names: [String]) -> Data {
    let outlines = names.map { name in
      #"  <outline type="rss" text="\#(name)" xmlUrl="https://\#(name.lowercased()).example/feed"/>"#
    }
    return Data(
      """
      <opml version="2.0"><head><title>Trees</title></head><body>
      \(outlines.joined(separator: "\n"))
      </body></opml>

      """.utf8)
  }

  private func day(_ number: Int) -> String { "2026-10-\(number + 10)" }

  @Test("after any answers, undoing and newer lists every earlier list comes back, byte for byte")
  func rebuilt() throws {
    var random = SplitMix64(seed: 3)
    var pond = try PondProcess()
    defer { pond.remove() }
    let path = try pond.put(list(Self.names), "trees.opml")
    var exported: [(day: String, bytes: Data)] = []
    for step in 0..<Rounds.times(12, 20) {
      let day = day(step)
      pond.environment["POND_NOW"] = "\(day)T12:00:00Z"
      switch step == 0 ? 0 : Int.random(in: 0...5, using: &random) {
      case 0:
        // A list of its own each time: the same bytes again would be the same version, later.
        var names = Self.names
        names.append("Tree \(step)")
        _ = try pond.put(list(names), "trees.opml")
        #expect(try pond.run("import", path).code == 0)
      case 1: _ = try pond.run("undo")
      case 2:
        let name = Self.names[Int.random(in: 0..<3, using: &random)]
        _ = try pond.run("decide", name, "repair", "--to", "https://new-\(step).example/feed")
      default:
        let name = Self.names.randomElement(using: &random) ?? "Ash"
        let answer = ["keep", "let-go", "archive", "thin", "hold"].randomElement(using: &random)
        _ = try pond.run("decide", name, answer ?? "keep")
      }
      let list = try pond.run("export", "opml", "--yes")
      #expect(list.code == 0, "\(list.errors)")
      exported.append((day, list.output))
    }
    #expect(Set(exported.map(\.bytes)).count > 5)
    for (day, bytes) in exported {
      for moment in [day, "\(day)T12:00:00Z", "\(day)T20:00:00Z"] {
        let past = try pond.run("export", "opml", "--as-of", moment, "--yes")
        #expect(past.output == bytes, "\(moment)")
      }
    }
    let before = try pond.run("export", "opml", "--as-of", "2026-09-30")
    #expect(before.code == 64 && before.errors.contains("no opml list was known then"))
    #expect(before.output.isEmpty)
  }

  @Test("a list that another took the place of later is the newest of its time again")
  func replaced() throws {
    var pond = try PondProcess()
    defer { pond.remove() }
    let (older, newer) = (list(Self.names), list(Array(Self.names.dropLast()) + ["Yew"]))
    try pond.run("import", pond.put(older, "may.opml"))
    pond.environment["POND_NOW"] = "2026-07-01T08:00:00Z"
    #expect(try pond.run("import", pond.put(newer, "june.opml")).text.contains("takes the place"))
    #expect(try pond.run("export", "opml").output == newer)
    #expect(try pond.run("export", "opml", "--as-of", "2026-06-30").output == older)
  }

  @Test(
    "nonsense, tables and rings are usage errors",
    arguments: [
      ["opml", "--as-of", "yesterday"], ["opml", "--as-of", "2026-02-30"],
      ["csv", "--as-of", "2026-05-01"], ["opml", "--as-of", "2026-05-01", "--rings"],
    ])
  func usage(arguments: [String]) throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    #expect(try pond.run(["export"] + arguments).code == 64)
  }
}
