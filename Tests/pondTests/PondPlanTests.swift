import Foundation
import PondTestSupport
import Testing

/// The pond itself, as `pond plan` shows it (S5).
@Suite("The pond within its caps")
struct PondPlanTests {
  private struct Plan: Decodable {
    struct Totals: Decodable {
      let accounts: Int
      let minutesPerDay: Double?
      let postsPerWeek: Double?
    }
    struct Ring: Decodable {
      let ids: [String]
      let totals: Totals
    }
    struct Move: Decodable {
      let leaving: String?
      let coming: String?
    }
    struct Unknown: Decodable {
      let onTrial: [String]
      let waiting: [String]
      let question: String?
      let nothingIsKnown: Bool
    }
    struct Caps: Decodable {
      let size: Int
      let sizeFrom: String
      let minutesPerDay: Double?
      let budgetFrom: String
    }
    struct Diversity: Decodable {
      let paid: Double
    }
    struct Pond: Decodable {
      let caps: Caps
      let notYetKnown: Unknown
      let diversity: Diversity
      let keptInStream: Int
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
    let minutes = try #require(small.close.totals.minutesPerDay)
    #expect(small.close.ids.count <= 20 && minutes <= 15)
    #expect((0...0.03).contains(small.diversity.paid) && small.caps.budgetFrom == "said")
    #expect(small.certificate > 0.8 && small.certificate <= 1)
    #expect(Set(small.close.ids).isDisjoint(with: small.stream.ids))
    let posts = try plan(pond, "--posts-per-week", "30")
    let week = try #require(posts.close.totals.postsPerWeek)
    #expect(week <= 30)
    let all = try plan(pond)
    #expect(all.close.ids.count > small.close.ids.count)
    #expect(all.vanishing.count < small.vanishing.count)
  }

  @Test(
    "who was kept by word stays in the stream; declared close it exceeds the room, said (S8, S10)")
  func pins() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    #expect(try plan(pond, "--size", "3").pinned == 0)
    try pond.run("decide", "harbour wire", "hold")
    let held = try plan(pond, "--size", "3", "--minutes-per-day", "5")
    #expect(held.pinned == 0 && held.keptInStream == 1)
    #expect(try #require(held.close.totals.minutesPerDay) <= 5)
    try pond.run("declare", "harbour wire", "close")
    let close = try plan(pond, "--size", "3", "--minutes-per-day", "5")
    #expect(close.pinned == 1 && close.close.ids.count == 1)
    #expect(try #require(close.close.totals.minutesPerDay) > 5)
    let text = try pond.run("plan", "--size", "3", "--minutes-per-day", "5").text
    #expect(text.contains("Those you declared close take more room than you gave"))
  }

  @Test("a capacity that was said once is remembered, and the plan says where it is from (S10)")
  func remembered() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let usual = try plan(pond)
    #expect(usual.caps.minutesPerDay == 45 && usual.caps.size == 60)
    #expect(usual.caps.budgetFrom == "default" && usual.caps.sizeFrom == "default")
    try pond.run("config", "minutes-per-day", "30")
    try pond.run("config", "size", "12")
    let set = try plan(pond)
    #expect(set.caps.minutesPerDay == 30 && set.caps.size == 12)
    #expect(set.caps.budgetFrom == "remembered" && set.caps.sizeFrom == "remembered")
    #expect(try #require(set.close.totals.minutesPerDay) <= 30 && set.close.ids.count <= 12)
    #expect(try pond.run("plan").text.contains("30 minutes a day (remembered)"))
    #expect(try pond.run("config", "list").text.contains("minutes-per-day 30"))
    try pond.run("config", "size", "--forget")
    #expect(try plan(pond).caps.size == 60)
    for wrong in [["size", "0"], ["minutes-per-day"], ["minutes-per-day", "2000"]] {
      #expect(try pond.run(["config"] + wrong).code == 64)
    }
  }

  @Test("the first ten lines are the summary, and nothing is wider than the terminal")
  func summary() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let lines = try pond.run("plan").lines
    let head = lines.prefix { !$0.isEmpty }
    #expect(head.count <= 10 && head.first?.hasPrefix("today") == true)
    #expect(head.contains { $0.hasPrefix("close ring") })
    #expect(head.contains { $0.hasPrefix("could go") })
    #expect(head.allSatisfy { $0.count <= 80 })
  }

  @Test(
    "with a list alone nobody is close in the order of spelling, and unknown is no 0 (S11, I10)")
  func listAlone() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let outlines = ["b", "a", "c"].map {
      "<outline text=\"\($0)\" xmlUrl=\"https://\($0).example/feed\"/>"
    }
    let list = "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>"
    try pond.run("import", pond.put(Data(list.utf8), "list.opml"))
    let alone = try plan(pond)
    #expect(alone.close.ids.isEmpty && alone.notYetKnown.nothingIsKnown)
    #expect(alone.notYetKnown.onTrial.isEmpty && !alone.notYetKnown.waiting.isEmpty)
    let text = try pond.run("plan").text
    #expect(text.contains("what they post is unknown") && !text.contains(" 0.00 "))
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
