import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// The pond over the months: `pond history`.
@Suite("History: months that are known, and those that are not")
struct ChronicleTests {
  private static let utc = TimeZone(identifier: "UTC") ?? .gmt
  private let now = ChronicleTests.moment("2026-06-10T12:00:00Z")

  private static func moment(_ text: String) -> Date {
    (try? Date(text, strategy: .iso8601)) ?? .distantPast
  }

  private func evidence(_ name: String, from: String, to: String, posts: [String]) -> Evidence {
    Evidence(
      account: Neighbourhood.key(name),
      observed: [Span(from: Self.moment(from), to: Self.moment(to))],
      posts: posts.map { ObservedPost(at: Self.moment($0), acts: [], observability: 0) })
  }

  private func entry(
    _ number: Int, _ name: String, _ answer: Answer, _ at: String, undone: String? = nil
  ) -> JournalEntry {
    JournalEntry(
      number: number,
      decision: Decision(
        account: Neighbourhood.key(name), answer: answer, at: Self.moment(at), reason: nil,
        evidenceSeen: nil), undoneAt: undone.map(Self.moment))
  }

  private func chronicle(
    _ evidence: [Evidence] = [], _ journal: [JournalEntry] = [],
    acts: [(hour: Date, count: Int)] = [], months: Int = 3, zone: TimeZone = utc
  ) -> Chronicle {
    Chronicle(
      Chronicle.Input(evidence: evidence, journal: journal, acts: acts), months: months,
      zone: zone, now: now)
  }

  @Test("posts stand in their month, to the moment; a month in which nobody was seen is unknown")
  func posts() {
    let told = chronicle([
      evidence(
        "a", from: "2026-05-01T00:00:00Z", to: "2026-06-10T12:00:00Z",
        posts: ["2026-05-01T00:00:00Z", "2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z"]),
      evidence("b", from: "2026-05-20T00:00:00Z", to: "2026-05-21T00:00:00Z", posts: []),
    ])
    #expect(told.months.map(\.posts) == [nil, 2, 1])
    #expect(told.months.map(\.seen) == [0, 2, 1])
    #expect(told.months.map(\.start).first == Self.moment("2026-04-01T00:00:00Z"))
    // In Tokyo June began nine hours earlier.
    let tokyo = TimeZone(identifier: "Asia/Tokyo") ?? .gmt
    let there = chronicle(
      [
        evidence(
          "a", from: "2026-05-01T00:00:00Z", to: "2026-06-10T12:00:00Z",
          posts: ["2026-05-31T15:00:00Z", "2026-05-31T14:59:59Z"])
      ], zone: tokyo)
    #expect(there.months.map(\.posts) == [nil, 1, 1])
  }

  @Test("answers stand in their month; what was undone or answered anew since is counted as back")
  func answers() {
    let told = chronicle(
      [],
      [
        entry(1, "a", .letGo, "2026-04-02T00:00:00Z"),
        entry(2, "b", .archive, "2026-04-03T00:00:00Z"),
        entry(3, "c", .letGo, "2026-05-01T00:00:00Z", undone: "2026-05-02T00:00:00Z"),
        entry(4, "a", .keep, "2026-05-20T00:00:00Z"), entry(5, "d", .thin, "2026-06-01T00:00:00Z"),
        // A clock that was ahead.
        entry(6, "e", .keep, "2027-01-01T00:00:00Z"),
      ])
    #expect(told.months.map(\.answers) == [[.letGo: 1, .archive: 1], [.keep: 1], [.thin: 1]])
    #expect(told.months.map(\.takenBack) == [1, 1, 0])
  }

  @Test(
    "acts stand in the hours of the week, Monday first; a month without any is unknown, not 0")
  func hours() {
    #expect(
      chronicle(acts: [(Self.moment("2026-05-04T08:00:00Z"), 1)]).months.map(\.acts)
        == [nil, 1, nil])
    let told = chronicle(
      acts: [
        (Self.moment("2026-05-04T08:00:00Z"), 3),  // a Monday
        (Self.moment("2026-06-07T23:00:00Z"), 2),  // a Sunday
        (Self.moment("2026-06-11T00:00:00Z"), 9),  // ahead of now
      ])
    #expect(told.months.map(\.acts) == [nil, 3, 2])
    #expect(told.hours[0][8] == 3 && told.hours[6][23] == 2)
    #expect(told.hours.flatMap { $0 }.reduce(0, +) == 5)
    let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    let there = chronicle(acts: [(Self.moment("2026-06-07T23:00:00Z"), 2)], zone: berlin)
    #expect(there.hours[0][1] == 2)
    #expect(chronicle().months.allSatisfy { $0.acts == nil && $0.posts == nil })
  }
}
