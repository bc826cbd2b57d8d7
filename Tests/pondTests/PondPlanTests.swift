import Foundation
import PondTestSupport
import Testing

/// The pond itself, as `pond plan` shows it (S5).
@Suite("The pond within its caps")
struct PondPlanTests {
  private struct Plan: Decodable {
    struct Totals: Decodable {
      let accounts: Int
      let minutesPerDay: Double
      let postsPerWeek: Double
    }
    struct Ring: Decodable {
      let ids: [String]
      let totals: Totals
    }
    struct Move: Decodable {
      let leaving: String?
      let coming: String?
    }
    struct Pond: Decodable {
      let close: Ring
      let stream: Ring
      let outside: [String]
      let pinned: Int
      let certificate: Double
      let moves: [Move]
      let vanishing: [String]
    }
    let pond: Pond
  }

  private func plan(_ pond: PondProcess, _ arguments: String...) throws -> Plan.Pond {
    let outcome = try pond.run(["plan", "--json"] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Plan.self, from: outcome.output).pond
  }

  @Test("the close ring keeps both caps, with a certificate; whom it leaves out is in the stream")
  func caps() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let small = try plan(pond, "--size", "20", "--minutes-per-day", "15")
    #expect(small.close.ids.count <= 20 && small.close.totals.minutesPerDay <= 15)
    #expect(small.certificate > 0.8 && small.certificate <= 1)
    #expect(Set(small.close.ids).isDisjoint(with: small.stream.ids))
    let posts = try plan(pond, "--posts-per-week", "30")
    #expect(posts.close.totals.postsPerWeek <= 30)
    let all = try plan(pond)
    #expect(all.close.ids.count > small.close.ids.count)
    #expect(all.vanishing.count < small.vanishing.count)
  }

  @Test("who was kept by word stays in the pond whatever it costs (S8, P10)")
  func pins() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    #expect(try plan(pond, "--size", "3").pinned == 0)
    try pond.run("decide", "harbour wire", "hold")
    let held = try plan(pond, "--size", "3", "--minutes-per-day", "5")
    #expect(held.pinned == 1 && held.close.ids.count == 1)
    #expect(held.close.totals.minutesPerDay > 5)
    let text = try pond.run("plan", "--size", "3", "--minutes-per-day", "5").text
    #expect(text.contains("Your own word takes more room than you gave"))
  }

  @Test("a pond that was stayed with stays, and changes in steps that are named (stability)")
  func stability() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    try pond.run("plan", "--size", "15", "--keep")
    let before = try plan(pond, "--size", "15")
    #expect(before.moves.isEmpty)
    let smaller = try plan(pond, "--size", "12")
    #expect(smaller.moves.count { $0.coming == nil } == 3)
    #expect(Set(smaller.close.ids).isSubset(of: before.close.ids))
  }

  @Test("looking at a plan changes no byte of the pond file; a second look prints the same")
  func looking() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let before = try Data(contentsOf: pond.pondFile)
    let first = try pond.run("plan", "--size", "10", "--minutes-per-day", "10").text
    #expect(try pond.run("plan", "--size", "10", "--minutes-per-day", "10").text == first)
    #expect(try Data(contentsOf: pond.pondFile) == before)
    for wrong in [
      ["--size", "0"], ["--minutes-per-day", "5", "--posts-per-week", "5"],
      ["--minutes-per-day", "-1"],
    ] {
      #expect(try pond.run(["plan"] + wrong).code == 64)
    }
  }
}
