import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Shares put right by what came of them, where that surely holds (model §8).
@Suite("The correction that a check feeds")
struct ShareCorrectionTests {
  /// Accounts with a daily post over 360 days, each read at a share of its own; in the last 90 days at
  /// that share times `later`.
  private func history(_ seed: UInt64, count: Int, later: Double) -> [Evidence] {
    var dice = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let share = 0.1 + 0.85 * Double(number) / Double(count)
      let posts = (0..<360).map { day in
        let chance = day < 270 ? share : share * later
        return ObservedPost(
          at: Invented.day(Double(day - 360) + 0.5),
          acts: dice.unit() < chance ? [.read, .liked] : [])
      }
      return Evidence(
        account: Invented.key("a\(number)"),
        observed: [Span(from: Invented.day(-360), to: Invented.now)], posts: posts)
    }
  }

  private func checked(_ evidence: [Evidence]) -> PastCheck? {
    PastCheck(
      evidence, days: 90, size: nil, minutesPerDay: 1000, rivals: [], now: Invented.now
    ) { assessments, caps, price in
      PastChoosing.choice(of: Invented.overviews(assessments), caps: caps, price: price)
    }
  }

  @Test("attention that fell everywhere is put right, also for accounts nobody learned from")
  func fell() throws {
    let evidence = history(11, count: 60, later: 0.3)
    let check = try #require(checked(evidence))
    let calibration = try #require(check.calibration)
    #expect(calibration.putsRight && calibration.accounts == 60)
    #expect(try #require(calibration.correctedLogLoss) < calibration.logLoss)
    let correction = try #require(ShareCorrection(check, now: Invented.now))
    let assessments = Assessor.assess(evidence, now: Invented.now)
    for assessment in assessments {
      let share = try #require(assessment.actualShare)
      let corrected = try #require(correction.corrected(assessment)).share
      #expect((0...1).contains(corrected) && corrected < share + 0.05)
    }
    let loved = try #require(assessments.first { $0.account == Invented.key("a55") })
    #expect(try #require(correction.corrected(loved)).share < (loved.actualShare ?? 0) * 0.8)
    #expect(ShareCorrection(correction.kept) == correction)
  }

  @Test("where what was foretold came, or few accounts were seen, nothing is put right")
  func held() throws {
    let few = try #require(checked(history(12, count: 30, later: 0.3))?.calibration)
    #expect(few.gain == nil && few.correctedLogLoss == nil && !few.putsRight)
    let held = try #require(checked(history(13, count: 60, later: 1)))
    let gain = try #require(held.calibration?.gain)
    #expect(gain.upperBound < 0.01 && gain.lowerBound > -0.05)
    #expect(held.calibration?.putsRight == false && ShareCorrection(held, now: Invented.now) == nil)
  }

  @Test("what a file holds of a correction is read again, or what of it makes sense")
  func read() {
    let steps = [(0.1, 0.0), (0.3, 0.2), (0.2, 0.5), (0.5, 0.1), (0.6, 2), (0.7, 0.3)]
    let curve = Isotonic(steps: steps.map { Isotonic.Step(foretold: $0.0, came: $0.1) })
    #expect(curve.steps.map(\.foretold) == [0.1, 0.3, 0.7])
    #expect(curve.corrected(0.05) == 0 && curve.corrected(0.9) == 0.3)
  }

  @Test("it is remembered until the next check, and no part of what the pond knows")
  func remembered() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    _ = try pond.write(
      Invented.list("a.opml", [Invented.mention("a"), Invented.mention("b")]), at: Invented.now)
    let digest = try pond.logicalDigest()
    #expect(try pond.correction() == nil)
    let kept = KeptCorrection(
      steps: [.init(foretold: 0.1, came: 0.05), .init(foretold: 0.6, came: 0.2)], accounts: 60,
      days: 90, at: Invented.now)
    try pond.keep(kept)
    #expect(try pond.correction() == kept && pond.logicalDigest() == digest)
    try pond.keep(nil)
    #expect(try pond.correction() == nil)
  }
}
